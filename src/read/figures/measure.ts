import type { Span } from "../../base/span.js";
import { childWith, type Document, spanOf } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { clauseSpan } from "../clause.js";
import { C } from "../events/classes.js";
import { wordsOf } from "../events/words.js";
import type { Quantity } from "../findings.js";
import { words } from "../quantities/words.js";
import { is, timeWord } from "../times/words.js";
import { kindOfUnit } from "./select.js";
import { figureWords } from "./words.js";

/** Relations that say more of a noun than which one it is. */
const LOOSE = new Ids([R["acl:relcl"], R.parataxis, R.appos, R.conj, R.cc, R.punct, R.list]);

/** The words of the noun phrase of `head` from token `from` on: its modifiers and complements, without relative clauses and what is coordinated. */
function phraseFrom(doc: Document, head: number, from: number): Span {
  let last = head;
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) {
    if (c < head) continue;
    // "112 homicides, compared with 97": what a comma parts
    if (doc.relation[c] === R.acl && words().moves.has(doc.lemma[c])) break;
    if (LOOSE.has(doc.relation[c]) || doc.upos[doc.left[c]] === U.PUNCT) break;
    last = Math.max(last, doc.right[c]);
  }
  return spanOf(doc, Math.min(from, head), last);
}

/** The noun phrase of `head` without its preposition. */
export function phraseOf(doc: Document, head: number): Span {
  return phraseFrom(doc, head, afterCase(doc, head));
}

/** Span of what a quantity measures: "pay raise" of "a 5-percent pay raise", "asylum seekers" of "1.1 million asylum seekers". Null where the words do not say. */
export function measureOf(doc: Document, q: Quantity, classes: Int32Array): Span | null {
  const verb = q.noun !== null && figureWords().times.has(doc.lemma[q.noun]) ? doc.head[q.noun] : -1;
  // "fired three times": the firing is what is counted.
  if (verb >= 0 && figureWords().fire.has(doc.lemma[verb])) return spanOf(doc, verb, verb);
  if (verb >= 0) return deed(doc, verb, q.tokens[0]);
  if (q.count.unit === null || isShare(q))
    return q.noun === null ? null : (whatOfPeople(doc, q.noun) ?? harmed(doc, q.noun) ?? counted(doc, q, q.noun));
  const unit = unitToken(doc, q);
  const raised = raisedTo(doc, q);
  if (raised) return raised;
  if (q.rules.includes(RATE))
    return (
      governing(doc, unit) ?? governing(doc, Math.max(unit, doc.head[unit])) ?? mover(doc, q) ?? subject(doc, unit) ?? rest(doc, q, unit)
    );
  if (kindOfUnit(q.count.unit) === MAGNITUDE && q.noun !== null) return spanOf(doc, q.noun, q.noun);
  return (
    modified(doc, unit) ??
    behind(doc, q, unit, classes) ??
    measuredOf(doc, unit, classes) ??
    governing(doc, unit) ??
    subject(doc, unit) ??
    rest(doc, q, unit)
  );
}

/** "inmates assaulted staff 1,140 times": what was done so often, without how often. */
function deed(doc: Document, verb: number, number: number): Span {
  const by = childWith(doc, verb, R.nsubj);
  const from = by >= 0 && by < verb && doc.upos[by] !== U.PRON ? doc.left[by] : verb;
  return verb < number ? spanOf(doc, from, number - 1) : spanOf(doc, verb, verb);
}

/** How far before its number a verb of moving may stand, in tokens. */
const REACH = 16;

/** "hike the fine for jumping red lights to Rs 5,000": what somebody moves to the number. */
function raisedTo(doc: Document, q: Quantity): Span | null {
  const { moves, glue } = words();
  let first = q.tokens[0];
  while (first > 0 && doc.start[first - 1] >= q.count.span[0]) first--;
  if (first < 2 || !glue.to.has(doc.norm[first - 1])) return null;
  for (let k = first - 2; k >= Math.max(doc.sentenceStart[doc.sentence[first]], first - REACH); k--) {
    if (doc.upos[k] === U.PUNCT) return null;
    if (!moves.has(doc.lemma[k]) || doc.upos[k] !== U.VERB) continue;
    const object = childWith(doc, k, R.obj);
    return object > k && object < first ? spanOf(doc, afterCase(doc, object), object) : null;
  }
  return null;
}

/** "The rate among teenagers doubled between 2014 and 2023, from 2.4 to 4.9": the subject of the verb of moving before. */
function mover(doc: Document, q: Quantity): Span | null {
  const { moves } = words();
  for (let k = q.tokens[0] - 1; k >= Math.max(doc.sentenceStart[doc.sentence[q.tokens[0]]], q.tokens[0] - REACH); k--) {
    if (doc.upos[k] !== U.VERB || !moves.has(doc.lemma[k])) continue;
    const by = childWith(doc, k, R.nsubj);
    return by >= 0 && by < k ? phraseFrom(doc, by, afterCase(doc, by)) : null;
  }
  return null;
}

const RATE = "units.rate";
const MAGNITUDE = "magnitude";

/** "displacement of 2.3 million others": what happens to people is what is measured. */
function whatOfPeople(doc: Document, noun: number): Span | null {
  const head = doc.head[noun];
  if (!figureWords().generic.has(doc.lemma[noun]) || head < 0 || head >= noun || doc.relation[noun] !== R.nmod || doc.upos[head] !== U.NOUN)
    return null;
  return spanOf(doc, head, head);
}

/** "£88m worth of precious stones", "40 million shekels ($11 million) in funding", "5.5 million for clinics": what follows the measure. */
function behind(doc: Document, q: Quantity, unit: number, classes: Int32Array): Span | null {
  const { behind: prepositions } = figureWords();
  let at = Math.max(endToken(doc, q), unit + 1);
  if (at < doc.length && words().glue.open.has(doc.norm[at])) {
    while (at < doc.length && !words().glue.close.has(doc.norm[at]) && doc.sentence[at] === doc.sentence[unit]) at++;
    at++;
  }
  at = pastStretch(doc, at);
  let first = at;
  while (first < doc.length && prepositions.has(doc.norm[first]) && !(q.count.unit === "percent" && ON.has(doc.norm[first]))) first++;
  if (first === at || first >= doc.length || doc.sentence[first] !== doc.sentence[unit]) return null;
  const head = doc.head[first - 1];
  if (head < first || !isNominal(doc, head) || (classes[head] & (C.place | C.time)) !== 0) return null;
  while (first < head && doc.upos[first] === U.DET) first++;
  return phraseFrom(doc, head, first);
}

/** "$46 million over three years on extra officers": past the time over which it is. */
function pastStretch(doc: Document, at: number): number {
  if (at + 2 >= doc.length || doc.upos[at] !== U.ADP || !OVER.has(doc.norm[at])) return at;
  for (let k = at + 1; k < Math.min(doc.length, at + 5) && doc.sentence[k] === doc.sentence[at]; k++) {
    if (is(timeWord(doc.norm[k]), "unit") !== null) return k + 1;
    if (doc.upos[k] !== U.NUM && doc.upos[k] !== U.DET && doc.upos[k] !== U.ADJ) return at;
  }
  return at;
}

const ON = wordsOf("on-time");
const OVER = wordsOf("over-time");

const SHARES = /^(numbers\.(half|third|quarter|fifth|tenth)|quantity\.(share|part))/;

/** "half of the homes", "one in ten homes" counts homes in percent. */
function isShare(q: Quantity): boolean {
  return q.count.unit !== null && q.noun !== null && q.rules.some((r) => SHARES.test(r));
}

/** How many words who or what did harm may be told in, to be told with whom it harmed. */
const DOER = 8;

/** "people died in road accidents", "police killed 703 people", "civilians were killed": of people harmed it is the harm that is measured. */
function harmed(doc: Document, noun: number): Span | null {
  const verb = doc.head[noun];
  const r = doc.relation[noun];
  if (verb < 0 || doc.upos[verb] !== U.VERB || !HARMS.has(doc.lemma[verb])) return null;
  if (r === R.obj && noun > verb) {
    const by = childWith(doc, verb, R.nsubj);
    const from = by >= 0 && doc.upos[by] !== U.PRON && doc.right[by] < verb && doc.right[by] - doc.left[by] < DOER ? doc.left[by] : verb;
    return spanOf(doc, from, noun);
  }
  if ((r !== R.nsubj && r !== R["nsubj:pass"]) || noun > verb || verb - noun > DOER) return null;
  // "1,912 civilians and 1,275 soldiers died": each number with its own noun
  const other = childWith(doc, noun, R.conj);
  if (other > noun && other < verb && childWith(doc, other, R.nummod) >= 0) return spanOf(doc, noun, noun);
  return spanOf(doc, noun, causeBehind(doc, verb));
}

/** "died of gunshot wounds", "died or disappeared": the end of what says of what, or how, behind the verb. */
function causeBehind(doc: Document, verb: number): number {
  let last = verb;
  for (let c = doc.firstChild[verb]; c >= 0; c = doc.nextSibling[c]) {
    if (c < verb || doc.left[c] !== last + 1) continue;
    if (doc.upos[doc.left[c]] === U.PUNCT || childWith(doc, c, R.nummod) >= 0) break;
    const joined = doc.relation[c] === R.conj && c - verb <= 2;
    const how = doc.relation[c] === R.xcomp || (doc.relation[c] === R.obl && doc.upos[c] === U.NOUN && !isWhen(doc, c));
    if (joined) last = c;
    else if (how && doc.right[c] - c < 2) last = doc.right[c];
    else break;
  }
  return last;
}

function isWhen(doc: Document, noun: number): boolean {
  return is(timeWord(doc.norm[noun]), "unit") !== null || is(timeWord(doc.norm[noun]), "units") !== null || PLACES.has(doc.lemma[noun]);
}

const HARMS = wordsOf("harm-counted");
const PLACES = wordsOf("whole-of");

const SKIPPED = new Ids([U.DET, U.PUNCT, U.NUM]);

function counted(doc: Document, q: Quantity, noun: number): Span {
  const { glue } = words();
  let from = Math.max(q.tokens[1], endToken(doc, q));
  while (from < noun && (glue.of.has(doc.norm[from]) || SKIPPED.has(doc.upos[from]))) from++;
  return phraseFrom(doc, noun, from);
}

/** One past the last token of the count with its qualifier. */
function endToken(doc: Document, q: Quantity): number {
  let i = q.tokens[1];
  while (i < doc.length && doc.start[i] < q.count.span[1]) i++;
  return i;
}

/** Token that stands for the measure in the tree: the unit's word, else the number's last. */
function unitToken(doc: Document, q: Quantity): number {
  return q.noun ?? headOfNumber(doc, q);
}

/** "$ 25,000": the token of sign or number that the rest hangs on. */
function headOfNumber(doc: Document, q: Quantity): number {
  let top = q.tokens[1] - 1;
  for (let i = q.tokens[0]; i < q.tokens[1]; i++) if (doc.head[i] < q.tokens[0] || doc.head[i] >= q.tokens[1]) top = i;
  const head = doc.head[top];
  return head >= 0 && head === q.tokens[0] - 1 && doc.upos[head] === U.SYM ? head : top;
}

function isNominal(doc: Document, i: number): boolean {
  return doc.upos[i] === U.NOUN || doc.upos[i] === U.PROPN;
}

/** "a 40m dry well", "a 5-percent pay raise": the noun to the right that the measure modifies. */
function modified(doc: Document, unit: number): Span | null {
  const head = doc.head[unit];
  if (head <= unit || !isNominal(doc, head) || doc.sentence[head] !== doc.sentence[unit]) return null;
  let from = unit + 1;
  while (from < head && doc.upos[from] === U.PUNCT) from++;
  return phraseFrom(doc, head, from);
}

/** "11m euros of jewellery", "40 million shekels ($11 million) in funding": the complement behind the measure. */
function measuredOf(doc: Document, unit: number, classes: Int32Array): Span | null {
  for (let c = doc.firstChild[unit]; c >= 0; c = doc.nextSibling[c]) {
    // "crested at 7.1 metres in Stendal on Friday": where and when it was measured
    if ((classes[c] & (C.place | C.time)) !== 0 || isAside(doc, c)) continue;
    if (c > unit && doc.relation[c] === R.nmod && isNominal(doc, c)) return phraseFrom(doc, c, afterCase(doc, c));
    if (c > unit && doc.relation[c] === R.nmod) return spanOf(doc, afterCase(doc, c), doc.right[c]);
  }
  return null;
}

/** "412 millimetres, compared to 301", "31 millimetres in July": what a comma parts and the name of a time measure nothing. */
function isAside(doc: Document, c: number): boolean {
  const first = doc.left[c];
  return (first > 0 && doc.upos[first - 1] === U.PUNCT) || doc.upos[c] === U.NUM || (doc.upos[c] === U.PROPN && IN.has(doc.norm[first]));
}

const IN = wordsOf("in-time");

/** First token of a phrase behind its preposition. */
function afterCase(doc: Document, i: number): number {
  let from = doc.left[i];
  while (from < i && (doc.relation[from] === R.case || doc.upos[from] === U.ADP || doc.upos[from] === U.DET || doc.upos[from] === U.NUM))
    from++;
  return from;
}

/** "a speed limit of 12 mph": the noun to the left on which the measure hangs. */
function governing(doc: Document, unit: number): Span | null {
  const head = doc.head[unit];
  if (head < 0 || head >= unit || !isNominal(doc, head) || doc.relation[unit] !== R.nmod) return null;
  let from = head;
  while (from > doc.left[head] && (doc.relation[from - 1] === R.compound || doc.relation[from - 1] === R.amod)) from--;
  return spanOf(doc, from, head);
}

/** "damage was estimated at $25,000", "transit ... totalled 10.21mn tonnes": the subject of the verb. */
function subject(doc: Document, unit: number): Span | null {
  const relation = doc.relation[unit];
  const self = relation === R.nsubj || relation === R["nsubj:pass"];
  const verb = relation === R.root || childWith(doc, unit, R.cop) >= 0 ? unit : doc.head[unit];
  if (verb < 0 || self) return null;
  // "rainfall was 412 millimetres, compared to 301 millimetres in 2020": what it is compared with is of the same
  const compared = doc.relation[verb] === R.acl ? doc.head[verb] : -1;
  if (compared >= 0 && compared < verb && doc.lemma[compared] === doc.lemma[unit]) return subject(doc, compared);
  // "put the epicentre at 58 km": what the verb puts there
  const object = relation === R.obl ? childWith(doc, verb, R.obj) : -1;
  if (object >= 0 && object < unit && isNominal(doc, object)) return phraseFrom(doc, object, afterCase(doc, object));
  for (let c = doc.firstChild[verb]; c >= 0 && c < unit; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (r !== R.nsubj && r !== R["nsubj:pass"]) continue;
    if (isNominal(doc, c)) return phraseFrom(doc, c, afterCase(doc, c));
    // "the units, which received £55m in 2023"
    const noun = doc.xpos[c] === P.WDT && doc.relation[verb] === R["acl:relcl"] ? doc.head[verb] : -1;
    if (noun >= 0 && noun < c && isNominal(doc, noun)) return phraseFrom(doc, noun, afterCase(doc, noun));
  }
  return null;
}

/** The rest of the clause behind the measure; else the clause. */
function rest(doc: Document, q: Quantity, unit: number): Span {
  const clause = clauseSpan(doc, unit);
  const from = Math.max(q.count.span[1], doc.end[unit]);
  const behind: Span = [from, clause[1]];
  const text = doc.text.slice(...(behind as [number, number]));
  const trimmed = text.replace(/^\s*\([^()]{0,40}\)/, "").replace(/^[\s,;:.)\]–—-]+/, "");
  return trimmed.length > 2 ? [behind[1] - trimmed.length, behind[1]] : clause;
}
