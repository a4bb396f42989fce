import type { Span } from "../../base/span.js";
import { type Document, spanOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C } from "../events/classes.js";
import { wordsOf } from "../events/words.js";
import type { Quantity } from "../findings.js";
import { type Candidate, candidateOf } from "./candidate.js";
import { indexOf, isAge, type Needs } from "./count.js";
import { isPeople } from "./people.js";
import { tollWordAt } from "./words.js";

/** Some of those whom a toll word counts, told by where: "six in Ganjam". */
export interface PlaceShare {
  readonly quantity: Quantity;
  /** First token and one past the last of the words that say where, the preposition too. */
  readonly words: readonly [number, number];
}

const WHERE = wordsOf("share-at");
const SITES = C.place | C.building | C.infrastructure;
/** How many words a place may have behind its preposition, and how far behind a count its list may begin. */
const LONGEST = 6;
const REACH = 24;

/**
 * "Nine people were killed in Puri, six in Ganjam and two in Khurda": the shares of further places, each under the word that counts the
 * first, which is then a share itself; "killed 17 people: nine in Puri and eight in Ganjam": parts of the total from index `from` on.
 */
export function addByPlace(found: Needs, all: Candidate[], from: number): void {
  const { doc } = found;
  const c = all[from];
  const n = c.count.low ?? 0;
  if (c.word.things || c.word.mark === "hint" || n < 1 || c.partOf !== null) return;
  const end = doc.sentenceStart[doc.sentence[c.token] + 1];
  const list = listBehind(found, Math.max(c.token, c.head), end);
  if (list.shares.length === 0) return;
  // what the tree took for further people whom the word counts is counted by its place
  const [first, last] = [list.at, list.shares[list.shares.length - 1].words[1]];
  const isShare = (o: Candidate, i: number): boolean => i > from && o.token === c.token && first <= o.head && o.head < last;
  const rest = all.slice(from + 1).filter((o, i) => !isShare(o, from + 1 + i));
  if (
    rest.some((o) => o.token === c.token && o.partOf !== from) ||
    all.some((o) => o.token !== c.token && first <= o.head && o.head < last)
  )
    return;
  all.splice(from + 1, all.length, ...rest);
  const sum = list.shares.reduce((total, s) => total + (s.quantity.count.low ?? 0), 0);
  const own = placeBehind(found, Math.max(c.token, c.head), list.at);
  const together = all.some((o) => o.word.effect === c.word.effect && o.partOf === null && o.count.low === n + sum);
  const isWhole = n > 1 && (sum === n || (list.opened && sum < n && !together) || (own === null && sum <= n));
  if (!isWhole && own === null) return;
  if (!isWhole) all[from] = { ...c, where: own, coordinated: true };
  for (const { quantity: q, words } of list.shares) {
    const share = candidateOf(doc, c.token, c.word, q.tokens[0], q.count, q.tokens[1], true, "toll:by-place");
    const where = spanOf(doc, words[0], words[1] - 1);
    all.push({ ...share, phrase: where, where, partOf: isWhole ? from : null });
  }
}

interface List {
  readonly shares: readonly PlaceShare[];
  /** Where it begins. */
  readonly at: number;
  /** Whether a colon, a dash or a word opens it, as one does a breakdown. */
  readonly opened: boolean;
}

/** The first list of shares behind a token, before the next verb that says something else. */
function listBehind(found: Needs, from: number, end: number): List {
  const { doc } = found;
  for (let k = from + 1; k < Math.min(end, from + REACH); k++) {
    if (k > from + 1 && (doc.xpos[k] === P.VBD || doc.xpos[k] === P.VBZ || doc.xpos[k] === P.VBP) && tollWordAt(doc, k) !== null) break;
    const opener = doc.upos[k - 1];
    if (opener !== U.PUNCT && opener !== U.CCONJ && !OPENS.has(doc.norm[k - 1])) continue;
    const shares = sharesByPlace(found, k, end);
    if (shares.length > 0) return { shares, at: k, opened: OPENS.has(doc.norm[k - 1]) };
  }
  return { shares: [], at: from, opened: false };
}

const OPENS = wordsOf("opens-shares");

/** "six in Ganjam and two in Khurda": number by number, from a token on. */
export function sharesByPlace(found: Needs, from: number, end: number): readonly PlaceShare[] {
  const shares: PlaceShare[] = [];
  for (let k = from; k < end; ) {
    const share = shareAt(found, k, end);
    if (!share) break;
    shares.push(share);
    const next = pastJoint(found.doc, share.words[1], end);
    if (next < 0) break;
    k = next;
  }
  return shares;
}

/** Past a comma, "and", both; -1 where neither stands. */
function pastJoint(doc: Document, k: number, end: number): number {
  let at = k;
  if (at < end && (doc.norm[at] === COMMA || doc.norm[at] === SEMICOLON)) at++;
  if (at < end && doc.upos[at] === U.CCONJ) at++;
  return at === k ? -1 : at;
}

const OF = vocabulary.id("of");
const COMMA = vocabulary.id(",");
const SEMICOLON = vocabulary.id(";");

function shareAt(found: Needs, k: number, end: number): PlaceShare | null {
  const { doc, quantities, classes } = found;
  const number = FURTHER.has(doc.norm[k]) ? k + 1 : k;
  const q = indexOf(quantities).byStart.get(number) ?? indexOf(quantities).byToken.get(number);
  if (!q || q.count.unit !== null || isAge(doc, q) || doc.upos[q.tokens[0]] === U.DET) return null;
  let at = q.tokens[1];
  if (at < end && (doc.upos[at] === U.NOUN || doc.upos[at] === U.ADJ) && (isPeople(doc, at, classes) || FURTHER.has(doc.norm[at]))) at++;
  const place = placeAt(found, at, end);
  return place < 0 ? null : { quantity: q, words: [at, place] };
}

const FURTHER = wordsOf("further-share");

/** One past the place that a preposition at a token leads to; -1 where none does. */
export function placeAt({ doc, classes }: Needs, at: number, end: number): number {
  if (at >= end || !WHERE.has(doc.norm[at])) return -1;
  let last = -1;
  for (let k = at + 1; k < Math.min(end, at + 1 + LONGEST); k++) {
    const tag = doc.upos[k];
    if ((classes[k] & C.time) !== 0) return -1;
    const named = tag === U.PROPN && (classes[k] & C.person) === 0;
    if (named || ((tag === U.NOUN || tag === U.PROPN) && (classes[k] & SITES) !== 0)) last = k;
    else if (last >= 0 || !leadsOn(doc, k)) break;
  }
  return last < 0 ? -1 : last + 1;
}

/** "neighbouring Bihar", "the bus station", "the town of Olinda": what may stand before a place's own word. */
function leadsOn(doc: Document, k: number): boolean {
  const tag = doc.upos[k];
  if (tag === U.DET || tag === U.ADJ || doc.xpos[k] === P.VBG || doc.norm[k] === OF) return true;
  return tag === U.NOUN && (doc.relation[k] === R.compound || doc.norm[k + 1] === OF);
}

/** The words that say where a count was taken, right behind it or its verb; null where none do. */
function placeBehind(found: Needs, from: number, before: number): Span | null {
  const { doc } = found;
  for (let k = from + 1; k < Math.min(before, from + 4); k++) {
    const end = placeAt(found, k, before);
    if (end > 0) return spanOf(doc, k, end - 1);
  }
  return null;
}
