import type { Span } from "../../base/span.js";
import { childWith, type Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import { clauseHead } from "../clause.js";
import { C } from "../events/classes.js";
import { wordsOf } from "../events/words.js";
import type { Quantity } from "../findings.js";
import { isUpOrDown } from "../quantities/direction.js";
import { numberWord } from "../quantities/numeral.js";
import { words } from "../quantities/words.js";
import { phraseOf } from "./measure.js";
import { openingPlural } from "./mover.js";
import type { Grounds } from "./select.js";
import { figureWords } from "./words.js";

/** A bare number that the subject of a verb of moving has come to. */
export interface Moved {
  /** The noun whose number it is. */
  readonly noun: number;
  readonly measure: Span;
}

const FEW = 10;
let shares: ReadonlySet<number> | null = null;

/** Whether a word is a share's unit: "percent", the last word of "per cent". */
function isShareWord(doc: Document, i: number): boolean {
  shares ??= new Set(loadTable("units").rows.flatMap((r) => (r.unit === "percent" ? [vocabulary.id(r.form.split(" ").at(-1) ?? "")] : [])));
  return shares.has(doc.norm[i]) || shares.has(doc.lemma[i]);
}

/** How many heads up from the number the verb may stand. */
const STEPS = 3;

/** "robberies went up from 75,000 to 81,900", "the number of burglaries dropped to 266,000": what there are so many of. Not "profits rose to 12". */
export function movedTo(doc: Document, q: Quantity, g: Grounds): Moved | null {
  if (q.noun !== null || q.count.unit !== null || q.count.qualifier === "order" || q.rules.includes("quantity.none")) return null;
  if ((q.count.low ?? q.count.high ?? 0) < FEW || g.tolls.holds(q.count) || g.parties.holds(q.count)) return null;
  const told = toldBy(doc, q);
  if (told >= 0) return { noun: told, measure: phraseOf(doc, told) };
  const verb = verbOf(doc, q);
  const noun = verb < 0 ? -1 : subjectOf(doc, verb, q.tokens[0]);
  return noun < 0 || (g.classes[noun] & (C.place | C.time)) !== 0 ? null : { noun, measure: phraseOf(doc, noun) };
}

/** "The number of offences recorded was 192,000": the plural of which the subject is the number; -1 where there is none. */
function toldBy(doc: Document, q: Quantity): number {
  const token = q.tokens[1] - 1;
  const subject = childWith(doc, token, R.cop) < 0 ? -1 : childWith(doc, token, R.nsubj);
  return subject < 0 || subject > token || !NUMBER.has(doc.lemma[subject]) ? -1 : pluralOf(doc, subject);
}

/**
 * "robbery with violence rose by 11 percent to 2,764 cases", "shoplifting reached a record, with 443,995 offences": what the cases are of.
 * Null where their own noun says it.
 */
export function casesOf(doc: Document, q: Quantity, g: Grounds): Span | null {
  if (q.noun === null || q.count.unit !== null || !CASE.has(doc.lemma[q.noun]) || doc.left[q.noun] < q.tokens[0] - 1) return null;
  if (q.noun !== q.tokens[1] || q.noun + 1 >= doc.length || words().glue.of.has(doc.norm[q.noun + 1])) return null;
  const bare = { ...q, noun: null };
  const to = movedTo(doc, bare, g);
  if (to) return to.measure;
  let first = q.tokens[0];
  while (first > 0 && doc.start[first - 1] >= q.count.span[0]) first--;
  const lead = first - 1;
  if (lead < 2 || !WITH.has(doc.norm[lead]) || !words().glue.comma.has(doc.norm[lead - 1])) return null;
  const verb = clauseHead(doc, q.noun);
  for (let c = doc.firstChild[verb]; c >= 0 && c < lead; c = doc.nextSibling[c])
    if (doc.relation[c] === R.nsubj && doc.upos[c] === U.NOUN && (g.classes[c] & (C.place | C.time)) === 0) return phraseOf(doc, c);
  return null;
}

/** What a share says to have moved: "robbery" of "robbery was up 19 percent", "violent crime" of "violent crime rose 5.3 percent". Null where nothing did. */
export function movedBy(doc: Document, q: Quantity): Span | null {
  const unit = q.noun ?? q.tokens[1] - 1;
  let verb = isUpOrDown(doc, unit) ? unit : doc.head[unit];
  if (verb < 0 || (verb !== unit && !words().moves.has(doc.lemma[verb]))) verb = moveBefore(doc, q.tokens[0]);
  if (verb < 0) return null;
  let subject = -1;
  for (let c = doc.firstChild[verb]; c >= 0 && c < unit; c = doc.nextSibling[c])
    if (doc.relation[c] === R.nsubj || doc.relation[c] === R["nsubj:pass"]) subject = c;
  // "Asylum claims drop by a quarter": a headline's verb that the tree takes for a participle
  if (subject < 0 && doc.relation[verb] === R.acl && doc.head[verb] === verb - 1) subject = verb - 1;
  return subject < 0 || subject > unit || doc.upos[subject] === U.PRON ? null : phraseOf(doc, subject);
}

/** The verb of moving on which "to 266,000" hangs, or the share that something is up by; -1 where there is none. */
function verbOf(doc: Document, q: Quantity): number {
  const { moves, trends, glue } = words();
  let first = q.tokens[0];
  while (first > 0 && doc.start[first - 1] >= q.count.span[0]) first--;
  const level = levelBefore(doc, first);
  if (level >= 0) return level;
  if (q.count.was === null && (first === 0 || (!glue.to.has(doc.norm[first - 1]) && !AT.has(doc.norm[first - 1])))) return -1;
  const near = moveBefore(doc, first);
  if (near >= 0) return near;
  for (let at = doc.head[q.tokens[1] - 1], k = 0; at >= 0 && k < STEPS; at = doc.head[at], k++) {
    if (at < q.tokens[0] && isUpOrDown(doc, at)) return at;
    if (doc.upos[at] === U.VERB && at < q.tokens[0]) return moves.has(doc.lemma[at]) || trends.has(doc.lemma[at]) ? at : -1;
  }
  return -1;
}

/** "deaths totalled 411", "murders stood at 624": the verb right before the number that says how many there are; -1 where there is none. */
function levelBefore(doc: Document, number: number): number {
  const start = doc.sentenceStart[doc.sentence[number]];
  for (let k = number - 1; k >= start && k >= number - 3; k--) {
    if (doc.upos[k] === U.VERB) return words().levels.has(doc.lemma[k]) ? k : -1;
    if (doc.upos[k] !== U.ADP && doc.upos[k] !== U.ADV) return -1;
  }
  return -1;
}

const AT = wordsOf("at-level");
const NUMBER = wordsOf("counted-by");
const CASE = wordsOf("case-noun");
const WITH = wordsOf("with-number");

/** "fell by 12% to 21,300", however the tree hangs it: the verb of moving that nothing but shares and function words parts from a number. -1 where there is none. */
function moveBefore(doc: Document, number: number): number {
  const start = doc.sentenceStart[doc.sentence[number]];
  for (let k = number - 1; k >= start; k--) {
    const tag = doc.upos[k];
    if (tag === U.VERB) return words().moves.has(doc.lemma[k]) ? k : -1;
    const isShare = tag === U.NUM || tag === U.SYM || isShareWord(doc, k) || isPart(doc, k);
    if (!isShare && tag !== U.ADP && tag !== U.ADV) return -1;
  }
  return -1;
}

/** "by almost a third": the words of a share that is no percentage. */
function isPart(doc: Document, k: number): boolean {
  const kind = numberWord(doc.norm[k])?.kind;
  return kind === "fraction" || kind === "ordinal" || (kind === "article" && numberWord(doc.norm[k + 1])?.kind !== undefined);
}

/** The plural noun that moved, or of which the number did: what somebody moved ("revised the number of deaths"), else the subject; -1 where there is none. */
function subjectOf(doc: Document, verb: number, before: number): number {
  let subject = -1;
  for (let c = doc.firstChild[verb]; c >= 0 && c < before; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (r === R.obj && c > verb && !isShareWord(doc, c)) return pluralOf(doc, c);
    // "deaths in custody, which rose to 237"
    if (r === R.nsubj && doc.xpos[c] === P.WDT && doc.relation[verb] === R["acl:relcl"]) return pluralOf(doc, doc.head[verb]);
    // "suicides made up 62 percent; murders fell": the nearest
    if (r === R.nsubj || r === R["nsubj:pass"]) subject = pluralOf(doc, c);
  }
  if (subject < 0) subject = openingPlural(doc, verb);
  if (subject < 0 && verb > 0 && doc.xpos[verb - 1] === P.NNS && doc.sentence[verb - 1] === doc.sentence[verb]) subject = verb - 1;
  return subject;
}

/** The noun itself, or the one of which it is the number. */
function pluralOf(doc: Document, noun: number): number {
  if (isPlural(doc, noun)) return noun;
  for (let m = doc.firstChild[noun]; m >= 0; m = doc.nextSibling[m])
    if (m > noun && doc.relation[m] === R.nmod && isPlural(doc, m)) return m;
  return -1;
}

/** A plural, or an act that is counted though its noun stands alone: "robbery in the capital". */
function isPlural(doc: Document, i: number): boolean {
  return doc.upos[i] === U.NOUN && (doc.xpos[i] === P.NNS || doc.norm[i] !== doc.lemma[i] || figureWords().counted.has(doc.lemma[i]));
}
