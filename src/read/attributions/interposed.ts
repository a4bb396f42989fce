import type { Span } from "../../base/span.js";
import { type Document, spanOf } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { wordsOf } from "../events/words.js";

/** Rule of an attribution whose tag stands in the middle of what is reported. */
export const INTERPOSED = "attribution:interposed";

/** A reporting tag between two commas, with what is reported on both of its sides. */
export interface Interposed {
  /** Head token of the source's phrase. */
  readonly source: number;
  readonly content: readonly Span[];
  /** Whether quotation marks close before the tag and open behind it. */
  readonly quoted: boolean;
}

const FINITE = new Ids([P.VBD, P.VBZ, P.VBP, P.MD]);
const NAMING = new Ids([U.NOUN, U.PROPN, U.PRON]);
/** Words that a speaker may be named by, before the verb of a tag or behind it. */
const PHRASE = new Ids([U.DET, U.ADJ, U.NOUN, U.PROPN, U.NUM, U.PRON, U.ADP, U.PART]);
const LONGEST = 12;
const BY = vocabulary.id("by");
const ACCORDING = vocabulary.id("according");

/**
 * "The gun, he said, was in the trunk", "A clinic, say the mothers, would be welcome", "Had the mayor, she asked, replied?": a tag that
 * parts a subject from its verb reports both halves, whatever the tree makes of it. Null where the cue stands in no such tag.
 */
export function interposedAt(doc: Document, cue: number): Interposed | null {
  const first = doc.sentenceStart[doc.sentence[cue]];
  const end = doc.sentenceStart[doc.sentence[cue] + 1];
  const isAccording = doc.norm[cue] === ACCORDING;
  if (cue - first < 2 || end - cue < 4 || (!isAccording && (doc.upos[cue] !== U.VERB || doc.xpos[cue] === P.VBG))) return null;
  const opens = commaFrom(doc, cue, first, -1);
  const closes = commaFrom(doc, cue, end, 1);
  if (opens <= first || closes < 0 || closes + 2 >= end) return null;
  // "a driver held by police, was shot": a participle is no verb of a tag
  if (
    opens < cue - 1 &&
    ((!FINITE.has(doc.xpos[cue]) && doc.xpos[cue] !== P.VB) || (doc.upos[cue + 1] === U.ADP && doc.norm[cue + 1] === BY))
  )
    return null;
  const source =
    opens < cue - 1
      ? isAccording
        ? -1
        : sourceIn(doc, opens + 1, cue)
      : isAccording || inverts(doc, cue)
        ? sourceIn(doc, cue + 1, closes)
        : -1;
  if (source < 0) return null;
  const goesOn = behindAside(doc, closes, end);
  const quoted = isMark(doc, opens) && isMark(doc, goesOn);
  // `"The road," she said, "was closed."`
  const before = (isMark(doc, opens) ? opens - 1 : opens) - 1;
  const after = quoted ? goesOn + 1 : goesOn;
  if (before < first || !(partsSubject(doc, before, after) || isQuestion(doc, first, before, after, end))) return null;
  let last = end - 1;
  while (last > after && doc.upos[last] === U.PUNCT) last--;
  return { source, content: [spanOf(doc, first, before), spanOf(doc, goesOn, last)], quoted };
}

const WEEKDAY = wordsOf("weekday");

/** "said the mothers", "asked Ruiz": a finite verb with its speaker behind it. Not "announced on Friday", "announced Friday". */
function inverts(doc: Document, cue: number): boolean {
  return (FINITE.has(doc.xpos[cue]) || doc.xpos[cue] === P.VB) && doc.upos[cue + 1] !== U.ADP && !WEEKDAY.has(doc.norm[cue + 1]);
}

function isMark(doc: Document, i: number): boolean {
  return doc.xpos[i] === P["''"] || doc.xpos[i] === P["``"];
}

/** The comma next to a cue on one side, with no clause and no other mark on the way; -1 where there is none. */
function commaFrom(doc: Document, cue: number, to: number, way: 1 | -1): number {
  for (let k = cue + way, n = 0; k !== to && k >= 0 && k < doc.length && n < LONGEST; k += way, n++) {
    if (doc.upos[k] === U.PUNCT && doc.xpos[k] !== P.HYPH)
      return doc.xpos[k] === P[","] || (way < 0 && isMark(doc, k) && doc.xpos[k - 1] === P[","]) ? k : -1;
    if (FINITE.has(doc.xpos[k]) || doc.xpos[k] === P.WDT || doc.xpos[k] === P.WP || doc.upos[k] === U.SCONJ) return -1;
  }
  return -1;
}

/** Last noun, name or pronoun of a speaker's phrase before its first preposition; -1 where other words stand in it. */
function sourceIn(doc: Document, from: number, to: number): number {
  let source = -1;
  for (let k = from; k < to; k++) {
    if (!PHRASE.has(doc.upos[k]) && doc.xpos[k] !== P.HYPH) return doc.upos[k] === U.CCONJ ? source : -1;
    if (doc.upos[k] === U.ADP && k > from) break;
    if (NAMING.has(doc.upos[k])) source = k;
  }
  return source;
}

/** Where what is reported goes on: behind the tag, and behind what goes with it ("she said, citing the police, ..."). */
function behindAside(doc: Document, closes: number, end: number): number {
  if (doc.xpos[closes + 1] !== P.VBG) return closes + 1;
  const comma = commaFrom(doc, closes + 1, end, 1);
  return comma > 0 && comma + 1 < end ? comma + 1 : closes + 1;
}

/** Whether a finite verb that is joined to nothing follows, with a noun of its own before the tag. */
function partsSubject(doc: Document, before: number, after: number): boolean {
  let k = after;
  while (doc.upos[k] === U.ADV && k < doc.length - 1) k++;
  // "an inquiry which, he said, had been closed": a clause about a noun, which the tree has right
  if (doc.xpos[before] === P.WDT || doc.xpos[before] === P.WP) return false;
  const last = doc.upos[before];
  return FINITE.has(doc.xpos[k]) && (NAMING.has(last) || last === U.NUM || last === U.ADJ || last === U.ADV);
}

/** "Had the mayor, he asked, replied to it?" */
function isQuestion(doc: Document, first: number, before: number, after: number, end: number): boolean {
  const asks = doc.upos[first] === U.AUX && FINITE.has(doc.xpos[first]) && doc.text[doc.end[end - 1] - 1] === "?";
  return asks && NAMING.has(doc.upos[before]) && (doc.upos[after] === U.VERB || doc.upos[after] === U.ADJ);
}
