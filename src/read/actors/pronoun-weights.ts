/**
 * Weights of the features of a candidate antecedent, in the order of PRONOUN_FEATURES, learned by `npm run train:coreference` from GUM's
 * coreference layer. `least` is the score that an antecedent of a pronoun of each number must reach: "it" mostly stands for no actor.
 */
export const PRONOUN_WEIGHTS: { readonly least: Readonly<Record<"one" | "many" | "thing", number>>; readonly weights: readonly number[] } =
  {
    least: { one: -3.863, many: -1.299, thing: -0.918 },
    weights: [
      2.43, // same sentence
      0.281, // one sentence back
      -1.144, // two back
      -1.568, // three or more back
      -0.105, // subject
      0.541, // object
      -0.437, // other role
      -0.319, // named
      0.173, // noun
      0.146, // pronoun
      -0.702, // told once
      -0.047, // told twice
      0.749, // told often
      1.088, // both subjects
      0.703, // both objects
      0.851, // subject of a clause above
      -0.027, // in the same clause
      -0.054, // in another quotation
      -0.938, // speaker of the quotation
      1.262, // sex agrees
      -1.262, // sex unknown
      0.273, // number agrees
      -0.273, // number unknown
      -1.263, // person for they
      1.607, // group for they
      -0.345, // body for they
      0, // body for it
      0.547, // first in its sentence
      0.53, // inside another phrase
      0.061, // nearest
      -0.533, // official
      -1.036, // first name of the other sex
      1.236, // possessive and subject of its clause
      0.785, // the last pronoun's
      -1.149, // distance in tokens
    ],
  };
