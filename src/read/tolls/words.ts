import { ById } from "../../language/by-id.js";
import type { Document } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable, values } from "../../lexicon/table.js";
import type { Effect } from "../../model/vocabulary.js";

/** Where those who are counted stand, seen from the word. */
export type Counted = "obj" | "subj" | "pass" | "noun" | "of" | "to" | "with" | "num" | "tally" | "before";

/** A row of `toll-words.tsv`. */
export interface TollWord {
  readonly id: string;
  readonly effect: Effect;
  readonly counted: readonly Counted[];
  /** Lemmas one of which must stand by the word, those joined by `+` together; empty where it needs none. */
  readonly needs: readonly string[];
  /** The same as ids of the vocabulary. */
  readonly needed: readonly (readonly number[])[];
  readonly things: boolean;
  readonly mark: "zero" | "weak" | "hint" | "act" | null;
  readonly verbal: boolean;
  /** A hint that somebody was cared for as one is who was hurt: taken to a hospital, treated. */
  readonly care?: boolean;
}

const MARKS = ["zero", "weak", "hint", "act"] as const;

let byLemma: ById<readonly TollWord[]> | null = null;

function words(): ById<readonly TollWord[]> {
  if (byLemma) return byLemma;
  const made = new Map<number, TollWord[]>();
  for (const row of loadTable("toll-words").rows) {
    const word: TollWord = {
      id: `toll-words:${row.id}`,
      effect: row.effect as Effect,
      counted: values(row.counted) as readonly Counted[],
      needs: values(row.needs),
      needed: values(row.needs).map((need) => need.split("+").map((lemma) => vocabulary.id(lemma))),
      things: row.things === "yes",
      mark: MARKS.find((m) => values(row.mark).includes(m)) ?? null,
      care: values(row.mark).includes("care"),
      verbal: row.pos === "VERB",
    };
    const lemma = vocabulary.id(row.lemma);
    made.set(lemma, [...(made.get(lemma) ?? []), word]);
  }
  byLemma = new ById(made);
  return byLemma;
}

/** How far from the word the lemma that it needs may stand, in tokens; an adverb must stand against it ("four shot, one fatally"). */
const REACH = 7;
const ADVERB_REACH = 2;

function standsBy(doc: Document, i: number, needed: TollWord["needed"]): boolean {
  return needed.some((need) => need.every((lemma) => oneStandsBy(doc, i, lemma)));
}

function oneStandsBy(doc: Document, i: number, lemma: number): boolean {
  const s = doc.sentence[i];
  // "The bodies of six people, including two children, were recovered"
  if (doc.relation[i] === R["nsubj:pass"] && doc.lemma[doc.head[i]] === lemma) return true;
  const last = Math.min(doc.sentenceStart[s + 1] - 1, i + REACH);
  for (let k = Math.max(doc.sentenceStart[s], i - 3); k <= last; k++) {
    if (k === i || (doc.upos[k] === U.ADV && Math.abs(k - i) > ADVERB_REACH)) continue;
    if ((doc.lemma[k] === lemma || doc.norm[k] === lemma) && !isOfNextClause(doc, i, k)) return true;
  }
  return false;
}

/** "Seven shot, one dead": behind a comma, with a subject of its own. */
function isOfNextClause(doc: Document, i: number, k: number): boolean {
  if (doc.upos[k] !== U.ADJ || k <= i) return false;
  let subject = -1;
  for (let c = doc.firstChild[k]; c >= 0 && c < k; c = doc.nextSibling[c])
    if (doc.relation[c] === R.nsubj || doc.relation[c] === R["nsubj:pass"] || doc.relation[c] === R.nummod) subject = c;
  for (let t = i + 1; t < subject; t++) if (doc.upos[t] === U.PUNCT) return true;
  return false;
}

/** The row that makes token `i` a toll word, or null. Rows that need another word come before those that need none. */
export function tollWordAt(doc: Document, i: number): TollWord | null {
  const rows = words().get(doc.lemma[i]) ?? words().get(doc.norm[i]);
  if (!rows) return null;
  const tag = doc.upos[i];
  let bare: TollWord | null = null;
  for (const w of rows) {
    if (w.verbal ? tag !== U.VERB && tag !== U.ADJ : tag === U.VERB) continue;
    if (w.needs.length === 0) bare ??= w;
    else if (standsBy(doc, i, w.needed)) return w;
  }
  return bare;
}
