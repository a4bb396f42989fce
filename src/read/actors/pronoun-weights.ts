/**
 * Weights of the features of a candidate antecedent, in the order of PRONOUN_FEATURES, learned by `npm run train:coreference` from GUM's
 * coreference layer. `least` is the score that an antecedent of a pronoun of each number must reach: "it" mostly stands for no actor.
 */
export const PRONOUN_WEIGHTS: { readonly least: Readonly<Record<"one" | "many" | "thing", number>>; readonly weights: readonly number[] } =
  {
    least: { one: -3.355, many: -0.948, thing: -1.207 },
    weights: [
      2.559, // same sentence
      0.221, // one sentence back
      -1.002, // two back
      -1.778, // three or more back
      -0.149, // subject
      0.566, // object
      -0.417, // other role
      -0.206, // named
      -0.052, // noun
      0.257, // pronoun
      -0.676, // told once
      0.006, // told twice
      0.67, // told often
      0.941, // both subjects
      1.149, // both objects
      1.179, // subject of a clause above
      -0.461, // in the same clause
      -0.619, // in another quotation
      -0.83, // speaker of the quotation
      1.5, // sex agrees
      -1.5, // sex unknown
      0.305, // number agrees
      -0.305, // number unknown
      -1.04, // person for they
      1.603, // group for they
      -0.563, // body for they
      0, // body for it
      0.498, // first in its sentence
      0.349, // inside another phrase
      0.202, // nearest
      -0.911, // official
      -0.691, // first name of the other sex
      0.619, // possessive and subject of its clause
      0.616, // the last pronoun's
      -0.938, // distance in tokens
    ],
  };
