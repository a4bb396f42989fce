/**
 * Weights of the features of a candidate antecedent, in the order of PRONOUN_FEATURES, learned by `npm run train:coreference` from GUM's
 * coreference layer. `least` is the score that an antecedent must reach, `thing` the one for "it", which mostly stands for no actor.
 */
export const PRONOUN_WEIGHTS = {
  least: -3,
  thing: 3.5,
  weights: [
    1.0, 0.6, -0.4, -1.2, 1.0, 0.2, -0.3, 0.5, 0.3, 0.8, 0, 0.3, 0.6, 0.5, 0.3, 1.0, 0.2, -0.4, -1.0, 1.0, 0, 0.5, 0, -1.5, 1.0, 0.2, 0, 0.3, -0.5, 0.4, 0, -2, 0.8, 1.0, -0.3,
  ],
} as const;
