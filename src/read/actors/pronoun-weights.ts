/**
 * Weights of the features of a candidate antecedent, in the order of PRONOUN_FEATURES, learned by `npm run train:coreference` from GUM's
 * coreference layer. `least` is the score that an antecedent of a pronoun of each number must reach: "it" mostly stands for no actor.
 */
export const PRONOUN_WEIGHTS: { readonly least: Readonly<Record<"one" | "many" | "thing", number>>; readonly weights: readonly number[] } =
  {
    least: { one: -1.608, many: 0.117, thing: 0.416 },
    weights: [
      2.794, // same sentence
      0.137, // one sentence back
      -0.808, // two back
      -2.124, // three or more back
      -0.186, // subject
      0.692, // object
      -0.506, // other role
      -0.189, // named
      -0.042, // noun
      0.232, // pronoun
      -0.822, // told once
      0.152, // told twice
      0.67, // told often
      0.91, // both subjects
      1.599, // both objects
      1.584, // subject of a clause above
      0.101, // in the same clause
      -1.41, // in another quotation
      -1.217, // speaker of the quotation
      1.547, // sex agrees
      -1.547, // sex unknown
      0.437, // number agrees
      -0.437, // number unknown
      -0.954, // person for they
      1.595, // group for they
      -0.641, // body for they
      0, // body for it
      0.323, // first in its sentence
      0.476, // inside another phrase
      0.475, // nearest
      -0.834, // official
      -1.121, // first name of the other sex
      0.518, // possessive and subject of its clause
      0.619, // the last pronoun's
      -0.335, // distance in tokens
      1.26, // both speak
    ],
  };
