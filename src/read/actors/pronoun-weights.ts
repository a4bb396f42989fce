/**
 * Weights of the features of a candidate antecedent, in the order of PRONOUN_FEATURES, learned by `npm run train:coreference` from GUM's
 * coreference layer. `least` is the score that an antecedent of a pronoun of each number must reach: "it" mostly stands for no actor.
 */
export const PRONOUN_WEIGHTS: { readonly least: Readonly<Record<"one" | "many" | "thing", number>>; readonly weights: readonly number[] } =
  {
    least: { one: -3.748, many: -0.37, thing: -0.925 },
    weights: [
      2.415, // same sentence
      0.318, // one sentence back
      -1.16, // two back
      -1.573, // three or more back
      -0.099, // subject
      0.49, // object
      -0.392, // other role
      -0.271, // named
      -0.113, // noun
      0.384, // pronoun
      -0.492, // told once
      -0.018, // told twice
      0.51, // told often
      1.066, // both subjects
      0.725, // both objects
      0.599, // subject of a clause above
      -0.046, // in the same clause
      -0.12, // in another quotation
      -0.898, // speaker of the quotation
      1.186, // sex agrees
      -1.186, // sex unknown
      -0.143, // number agrees
      0.143, // number unknown
      -1.191, // person for they
      1.605, // group for they
      -0.414, // body for they
      0, // body for it
      0.525, // first in its sentence
      0.472, // inside another phrase
      0.085, // nearest
      -0.67, // official
      -1.029, // first name of the other sex
      1.641, // possessive and subject of its clause
      0.759, // the last pronoun's
      -0.987, // distance in tokens
    ],
  };
