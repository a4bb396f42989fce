import type { Row } from "../../../lexicon/table.js";
import type { Phrases } from "./phrases.js";
import { as, type Word, word } from "./tree.js";

/** Puts a sentence of one kind together; the root's relation is the caller's. */
export type Maker = (p: Phrases) => Word;

/** Kinds of sentence, each with its share. */
export type Kinds = readonly (readonly [Maker, number])[];

/** A form of "be" before its participle. */
export const be = (form: string, relation: "aux:pass" | "aux" | "cop" = "aux:pass"): Word =>
  word(form, form === "was" || form === "were" ? "VBD" : "VBP", relation, { lemma: "be", upos: "AUX" });

/** Whether a subject takes "were". */
export function isPlural(w: Word): boolean {
  return w.xpos === "NNS" || w.xpos === "CD" || w.right.some((c) => c.relation === "conj");
}

export function participle(row: Row): Word {
  return word(row.form3, "VBN", "root", { lemma: row.form });
}

export function past(row: Row): Word {
  return word(row.form2, "VBD", "root", { lemma: row.form });
}

/** Puts adverbials of place, time and circumstance behind a verb. */
export function adverbials(p: Phrases, verb: Word, most = 3): Word {
  const some = [
    () => p.where(),
    () => p.when(),
    () => as(p.under("in", p.act("obl"), "obl"), "obl"),
    () => p.under("by", p.doers("obl"), "obl:agent"),
  ];
  const passive = verb.left.some((c) => c.relation === "aux:pass");
  if (passive && p.chance(0.4)) verb.right.push(some[3]());
  if (p.chance(0.35)) verb.right.push(some[2]());
  if (p.chance(0.6) && most > 1) verb.right.push(some[0]());
  if (p.chance(0.5) && most > 2) verb.right.push(some[1]());
  return verb;
}
