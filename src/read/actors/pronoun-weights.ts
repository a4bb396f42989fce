/**
 * Weights of the features of a candidate antecedent, in the order of PRONOUN_FEATURES, learned by `npm run train:coreference` from GUM's
 * coreference layer. `least` is the score that an antecedent of a pronoun of each number must reach: "it" mostly stands for no actor.
 */
export const PRONOUN_WEIGHTS: { readonly least: Readonly<Record<"one" | "many" | "thing", number>>; readonly weights: readonly number[] } =
  {
    least: { one: -3.416, many: -0.928, thing: -1.259 },
    weights: [
      2.553, // same sentence
      0.22, // one sentence back
      -1, // two back
      -1.772, // three or more back
      -0.152, // subject
      0.559, // object
      -0.407, // other role
      -0.213, // named
      -0.044, // noun
      0.257, // pronoun
      -0.687, // told once
      0.008, // told twice
      0.678, // told often
      0.905, // both subjects
      1.149, // both objects
      1.169, // subject of a clause above
      -0.461, // in the same clause
      -0.651, // in another quotation
      -0.825, // speaker of the quotation
      1.495, // sex agrees
      -1.495, // sex unknown
      0.305, // number agrees
      -0.305, // number unknown
      -1.038, // person for they
      1.6, // group for they
      -0.562, // body for they
      0, // body for it
      0.511, // first in its sentence
      0.335, // inside another phrase
      0.199, // nearest
      -0.932, // official
      -0.688, // first name of the other sex
      0.624, // possessive and subject of its clause
      0.616, // the last pronoun's
      -0.946, // distance in tokens
      0.595, // both speak
    ],
  };
