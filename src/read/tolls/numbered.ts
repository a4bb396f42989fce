import { type Document, normOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { wordsOf } from "../events/words.js";
import type { Quantity } from "../findings.js";
import { movedBy, numberBehind } from "../moved-number.js";
import { words } from "../quantities/words.js";
import type { Candidate } from "./candidate.js";
import { indexOf, isAge, type Needs } from "./count.js";
import { partWord } from "./parts.js";
import { isPeople } from "./people.js";
import { type TollWord, tollWordAt } from "./words.js";

/** How far before a toll word the noun may stand that numbers it; how far behind it the number, and behind its own verb. */
const NOUN_REACH = 6;
const NUMBER_REACH = 30;
const VERB_REACH = 5;

/**
 * "The number of people killed in the attack has risen from five to six", "the number of dead stands at nine": what is said of the
 * number of those whom the toll word at token `i` counts. Not "a number of people were killed", which is a number itself. Null where
 * the sentence says none.
 */
export function toldNumber(found: Needs, i: number): Quantity | null {
  const { doc, quantities, classes } = found;
  const dead = putAt(found, i);
  if (dead !== null) return dead;
  const noun = numberedBy(doc, i);
  if (noun < 0) return null;
  const before = movedBefore(found, noun);
  if (before) return before;
  const end = Math.min(doc.sentenceStart[doc.sentence[i] + 1], i + NUMBER_REACH);
  const moved = isMoved(doc, noun) ? movedTo(found, i, end) : undefined;
  if (moved) return moved;
  let verb = -1;
  for (let k = i + 1; k < end; k++) {
    if (partWord(doc.lemma[k]) === "stands") verb = k;
    // "put the number of injured at 516", "at more than 20"
    const put = k === i + 1 && partWord(doc.norm[k]) === "put" ? quantityAt(found, doc.end[k] + 1) : undefined;
    if (put && put.noun === null && put.count.unit === null) return put;
    // "bringing the number of dead to 12"
    const brought = k === i + 1 && doc.norm[k] === TO && isBringing(doc, i) ? quantityAt(found, doc.end[k] + 1) : undefined;
    if (brought && brought.count.unit === null) return brought;
    const q = indexOf(quantities).byStart.get(k);
    if (!q || q.count.unit !== null || isAge(doc, q) || (q.noun !== null && !isPeople(doc, q.noun, classes))) continue;
    if (grew(q) || (q.count.was === null && verb >= 0 && k - verb <= VERB_REACH)) return q;
  }
  return null;
}

/** "put the dead at seven": the number of those whom the toll word itself stands for; null where no verb puts them at one. */
function putAt(found: Needs, i: number): Quantity | null {
  const { doc } = found;
  if (!DEAD.has(doc.norm[i]) || i < 2 || i + 2 >= doc.length || doc.norm[i - 1] !== THE || partWord(doc.norm[i + 1]) !== "put") return null;
  if (doc.lemma[i - 2] !== PUT) return null;
  const q = quantityAt(found, doc.start[i + 2]);
  return q && q.count.unit === null && !isAge(doc, q) ? q : null;
}

const DEAD = wordsOf("put-dead");
const [THE, PUT] = [vocabulary.id("the"), vocabulary.id("put")];
const TO = vocabulary.id("to");
const BRINGING = wordsOf("bringing-to");

/** Whether the verb before "the number of ..." says that it moves it. */
function isBringing(doc: Document, i: number): boolean {
  for (let k = i - 1; k >= Math.max(doc.sentenceStart[doc.sentence[i]], i - NOUN_REACH); k--)
    if (doc.upos[k] === U.VERB && BRINGING.has(doc.lemma[k])) return true;
  return false;
}

/** The quantity whose words, its qualifier's too, begin at an offset. */
function quantityAt({ quantities }: Needs, at: number): Quantity | undefined {
  return quantities.find((q) => q.count.span[0] === at);
}

/** A toll rises; a number of killed that falls is one of another year. */
function grew({ count }: Quantity): boolean {
  return count.was !== null && count.low !== null && count.low > count.was;
}

/** "lowered the number of dead", "bringing the total number of people killed": whether a verb that moves counts stands right before a number. */
export function isMoved(doc: Document, noun: number): boolean {
  let k = noun - 1;
  const start = doc.sentenceStart[doc.sentence[noun]];
  while (k > start && (isBefore(doc, k) || doc.relation[k] === R["compound:prt"])) k--;
  return k >= start && doc.upos[k] === U.VERB && words().moves.has(doc.lemma[k]);
}

/** What may stand before the noun that numbers: "its official count". */
function isBefore(doc: Document, k: number): boolean {
  return doc.upos[k] === U.DET || doc.upos[k] === U.ADJ || doc.xpos[k] === P["PRP$"] || doc.relation[k] === R.compound;
}

/** "lowered the number of people killed in Tuesday's blast to 17", "has put the number of dead in the city at 40": what a number was moved to. */
function movedTo(found: Needs, i: number, end: number): Quantity | undefined {
  const { doc } = found;
  for (let k = i + 1; k + 1 < end; k++) {
    if (!words().glue.to.has(doc.norm[k]) && partWord(doc.norm[k]) !== "put") continue;
    // "from 41 to 38": both numbers are one quantity
    const q = quantityAt(found, doc.start[k + 1]) ?? revisedAt(found, k + 1);
    if (q && (q.noun === null || q.count.was !== null) && q.count.unit === null && !isAge(doc, q)) return q;
  }
  return undefined;
}

/** "brings to 85 the number of policemen killed": what a number was moved to, told before it. */
function movedBefore({ doc, quantities }: Needs, noun: number): Quantity | null {
  let k = noun;
  while (k > 0 && isBefore(doc, k - 1)) k--;
  const q = indexOf(quantities).byEnd.get(k);
  const verb = q ? q.tokens[0] - 2 : -1;
  if (!q || verb < 0 || doc.norm[verb + 1] !== TO || doc.sentence[verb] !== doc.sentence[noun]) return null;
  return doc.upos[verb] === U.VERB && words().moves.has(doc.lemma[verb]) && q.count.unit === null ? q : null;
}

function revisedAt({ quantities }: Needs, k: number): Quantity | undefined {
  const q = indexOf(quantities).byToken.get(k);
  return q && q.count.was !== null ? q : undefined;
}

/**
 * "He later revised it to 17", "its count of the dead was cut to 12": what a number told before was moved to, with the word that counts:
 * one in its own phrase, else that of the toll told last, no more than two sentences before. Null where the number is of something else.
 */
export function movedToll(
  found: Needs,
  i: number,
  last: Candidate | null,
): { readonly token: number; readonly word: TollWord; readonly q: Quantity } | null {
  const { doc, quantities } = found;
  const what = movedBy(doc, i);
  if (what < 0 || doc.lemma[what] === TOLL) return null;
  // "the number of dead" has its own word; "put the number at nine" is of those told of last
  if (partWord(doc.lemma[what]) === "numbers" && (doc.lemma[i] !== PUT || doc.norm[what + 1] === OF)) return null;
  const at = numberBehind(doc, i, what);
  const q = at < 0 ? undefined : indexOf(quantities).byToken.get(at);
  if (!q || q.count.unit !== null || isAge(doc, q) || (q.noun !== null && q.count.was === null && q.noun > what)) return null;
  for (let k = what + 1; k <= doc.right[what]; k++) {
    const own = tollWordAt(doc, k);
    if (own) return { token: k, word: own, q };
  }
  if (doc.right[what] > what && doc.norm[what + 1] === OF) return null;
  const near = last !== null && doc.sentence[i] - doc.sentence[last.token] <= LOOKED_BACK && last.word.mark !== "hint";
  return near && last && !countsOthers(found, last, what) ? { token: what, word: last.word, q } : null;
}

/** Whether the number told last before a token is not of the toll told last: "20,000 marched, but police put the number at 8,000". */
function countsOthers({ doc, quantities }: Needs, last: Candidate, before: number): boolean {
  const nearest = quantities.findLast((q) => q.tokens[1] <= before);
  return nearest !== undefined && nearest.noun !== null && doc.sentence[nearest.noun] > doc.sentence[last.token];
}

const [TOLL, OF] = [vocabulary.id("toll"), vocabulary.id("of")];
const LOOKED_BACK = 2;

/** The token of "number" where a toll word stands within "the number of ...", with no other verb and no comma in between; else -1. */
function numberedBy(doc: Document, i: number): number {
  const start = Math.max(doc.sentenceStart[doc.sentence[i]], i - NOUN_REACH);
  for (let k = i - 1; k >= start; k--) {
    if (doc.upos[k] === U.PUNCT || doc.upos[k] === U.VERB) return -1;
    if (partWord(doc.lemma[k]) === "numbers" && normOf(doc, k + 1) === "of")
      return k === 0 || partWord(doc.norm[k - 1]) !== "indefinite" ? k : -1;
  }
  return -1;
}
