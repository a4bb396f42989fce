import type { Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Time } from "../../model/reading.js";
import { isRevenge } from "./relations.js";
import { isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

let words: ReadonlySet<number> | null = null;

function sequenceWords(): ReadonlySet<number> {
  words ??= new Set(
    loadTable("apart-words")
      .rows.filter((r) => r.says === "sequence")
      .map((r) => vocabulary.id(r.words)),
  );
  return words;
}

/** "took place a month after gunmen attacked a shop": whether a stretch of time, or revenge, stands between two acts of one sentence. */
export function inSequence(doc: Document, times: readonly Time[], a: number, b: number): boolean {
  if (doc.sentence[a] !== doc.sentence[b]) return false;
  if (isRevenge(doc, a, b)) return true;
  const [first, last] = a < b ? [a, b] : [b, a];
  if (isVerbal(doc, first) && first < afterBefore(doc, last)) return true;
  for (let i = first + 2; i < last; i++) {
    if (!sequenceWords().has(doc.norm[i])) continue;
    if (times.some((t) => t.span[0] < doc.end[i - 1] && doc.start[i - 1] < t.span[1])) return true;
  }
  return false;
}

const AFTER = vocabulary.id("after");
const BRIEF = wordsOf("brief");

/** Where "a week after" ends in the sentence of an act, a length of time that nothing dates: what is told behind it happened long before; -1 where nowhere. */
export function lagBefore(doc: Document, times: readonly Time[], t: number): number {
  const first = doc.sentenceStart[doc.sentence[t]];
  for (let i = first + 1; i < t; i++) {
    if (doc.norm[i] !== AFTER) continue;
    const end = doc.end[i - 1];
    // "crashed minutes after taking off, killing five": one event
    if (BRIEF.has(doc.lemma[i - 1])) continue;
    if (times.some((x) => x.type === "duration" && x.earliest === null && x.span[1] === end)) return i;
  }
  return -1;
}

const NOMINAL = new Ids([U.NOUN, U.PROPN, U.PRON, U.DET, U.ADJ, U.NUM, U.ADP]);

/**
 * Where the clause of a result begins that is told of as earlier: "Police fired after two men were stabbed to death", "after a mob killed a
 * cleric". What the verbs before it tell of did not do it; -1 where no such word opens its clause.
 */
export function afterBefore(doc: Document, t: number): number {
  if (!isVerbal(doc, t) || doc.xpos[t] === P.VBG || doc.xpos[t] === P.VB) return -1;
  const first = doc.sentenceStart[doc.sentence[t]];
  let i = t - 1;
  while (i > first && (doc.upos[i] === U.AUX || (doc.upos[i] === U.ADV && doc.norm[i] !== AFTER))) i--;
  const subject = i;
  while (i > first && doc.norm[i] !== AFTER && NOMINAL.has(doc.upos[i])) i--;
  return i < subject && doc.norm[i] === AFTER ? i : -1;
}
