import { P, R, type Relation, U, type Upos, type Xpos } from "../../tags.js";
import type { GoldSentence } from "../conllu.js";

/** A word with its dependents to the left and right, in order. */
export interface Word {
  readonly form: string;
  readonly lemma: string;
  readonly upos: Upos;
  readonly xpos: Xpos;
  relation: Relation;
  readonly left: Word[];
  readonly right: Word[];
  /** Whether the word stands against the one before it. */
  readonly tight: boolean;
}

const UPOS_OF: Partial<Record<Xpos, Upos>> = {
  NN: "NOUN",
  NNS: "NOUN",
  NNP: "PROPN",
  NNPS: "PROPN",
  JJ: "ADJ",
  RB: "ADV",
  CD: "NUM",
  DT: "DET",
  IN: "ADP",
  CC: "CCONJ",
  PRP: "PRON",
  PRP$: "PRON",
  WP: "PRON",
  WDT: "PRON",
  TO: "PART",
  MD: "AUX",
  POS: "PART",
  HYPH: "PUNCT",
  ",": "PUNCT",
  ".": "PUNCT",
  ":": "PUNCT",
  "-LRB-": "PUNCT",
  "-RRB-": "PUNCT",
  "``": "PUNCT",
  "''": "PUNCT",
  WRB: "SCONJ",
  RP: "ADP",
  VB: "VERB",
  VBD: "VERB",
  VBG: "VERB",
  VBN: "VERB",
  VBP: "VERB",
  VBZ: "VERB",
};

interface More {
  readonly lemma?: string;
  readonly upos?: Upos;
  readonly tight?: boolean;
  readonly left?: Word[];
  readonly right?: Word[];
}

/** A word; its universal tag follows from the Penn tag unless `more` says otherwise. */
export function word(form: string, xpos: Xpos, relation: Relation, more: More = {}): Word {
  return {
    form,
    xpos,
    relation,
    lemma: more.lemma ?? (xpos === "NNP" || xpos === "NNPS" ? form : form.toLowerCase()),
    upos: more.upos ?? UPOS_OF[xpos] ?? "X",
    tight: more.tight ?? false,
    left: more.left ?? [],
    right: more.right ?? [],
  };
}

export function as(w: Word, relation: Relation): Word {
  w.relation = relation;
  return w;
}

/** Lays a tree out as a gold sentence. */
export function sentenceOf(root: Word): GoldSentence {
  const words: Word[] = [];
  const heads: Word[] = [];
  const lay = (w: Word, head: Word | null): void => {
    for (const c of w.left) lay(c, w);
    words.push(w);
    if (head) heads[words.length - 1] = head;
    for (const c of w.right) lay(c, w);
  };
  lay(root, null);
  const at = new Map(words.map((w, i) => [w, i]));
  const first = words[0];
  const forms = words.map((w) => (w === first ? w.form.charAt(0).toUpperCase() + w.form.slice(1) : w.form));
  const spaced = words.map((_, i) => i + 1 < words.length && !words[i + 1].tight);
  return {
    text: forms.map((form, i) => form + (spaced[i] ? " " : "")).join(""),
    forms,
    lemmas: words.map((w) => w.lemma),
    upos: words.map((w) => U[w.upos]),
    xpos: words.map((w) => P[w.xpos]),
    heads: words.map((_, i) => (heads[i] ? (at.get(heads[i]) as number) : -1)),
    relations: words.map((w) => R[w.relation]),
    spaced,
  };
}
