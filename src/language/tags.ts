/** Universal part-of-speech tags, in the order of their column values. */
export const UPOS = [
  "X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB",
] as const;
export type Upos = (typeof UPOS)[number];

/** Penn Treebank tags as the UD English treebanks use them, in the order of their column values. `NONE` where there is none. */
export const XPOS = [
  "NONE", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS",
  "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD",
  "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "``",
] as const;
export type Xpos = (typeof XPOS)[number];

/** Universal Dependencies relations of the English treebanks, in the order of their column values. */
export const RELATIONS = [
  "dep", "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj",
  "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "det", "det:predet", "discourse",
  "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked",
  "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct",
  "reparandum", "vocative", "xcomp",
] as const;
export type Relation = (typeof RELATIONS)[number];

function indexOf<T extends string>(names: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(names.map((name, i) => [name, i])) as Record<T, number>;
}

/** Column value of a tag or relation by its name: `U.VERB`, `P.VBN`, `R["nsubj:pass"]`. */
export const U = indexOf(UPOS);
export const P = indexOf(XPOS);
export const R = indexOf(RELATIONS);
