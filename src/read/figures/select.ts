import type { Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { loadTable } from "../../lexicon/table.js";
import type { Count, Statement } from "../../model/reading.js";
import { clauseHead } from "../clause.js";
import { C } from "../events/classes.js";
import { wordsOf } from "../events/words.js";
import type { EventFinding, Quantity } from "../findings.js";
import { overHyphen } from "../quantities/number.js";
import { words as numberWords } from "../quantities/words.js";
import { figureWords } from "./words.js";

/** What a figure is chosen with. */
export interface Grounds {
  readonly doc: Document;
  readonly classes: Int32Array;
  /** Where the counts of tolls begin and end. */
  readonly tolls: CountSpans;
  /** Where the counts of events' parties begin and end. */
  readonly parties: CountSpans;
  /** Where the counts of things seized begin and end. */
  readonly seized: CountSpans;
  /** Trigger tokens of all events. */
  readonly triggers: ReadonlySet<number>;
  /** The unit of the things that a noun names. */
  readonly unitOf: (noun: number) => string;
  /** Whether the sentence of a token tells statistics. */
  readonly isStatistic: (token: number) => boolean;
  /** Whether a token stands in what somebody proposes. */
  readonly isProposed: (token: number) => boolean;
  /** Whether a dated period stands in the clause of a token. */
  readonly hasPeriod: (token: number) => boolean;
}

/** Spans of counts that something else holds, looked up by either end. */
export class CountSpans {
  private readonly starts = new Set<number>();
  private readonly ends = new Set<number>();

  constructor(counts: readonly Count[]) {
    for (const { span } of counts) {
      this.starts.add(span[0]);
      this.ends.add(span[1]);
    }
  }

  holds({ span }: Count): boolean {
    return this.starts.has(span[0]) || this.ends.has(span[1]);
  }
}

export function tollCounts(tolls: readonly Statement[]): CountSpans {
  return new CountSpans(tolls.flatMap((s) => (s.kind === "toll" ? [s.count] : [])));
}

export function partyCounts(events: readonly EventFinding[]): CountSpans {
  return new CountSpans(events.flatMap((e) => e.roles.flatMap((r) => (r.count ? [r.count] : []))));
}

/** Counts of what seizures took: an event's targets and figures both. */
export function seizedCounts(events: readonly EventFinding[]): CountSpans {
  return partyCounts(events.filter((e) => e.type === "security.seizure"));
}

const FEW = 10;
const MANY = 1000;

let kinds: ReadonlyMap<string, string> | null = null;

/** Kind of measure ("money", "length") of a unit as counts name it. */
export function kindOfUnit(unit: string | null): string | null {
  kinds ??= new Map(loadTable("units").rows.map((r) => [r.unit, r.kind]));
  return unit === null ? null : (kinds.get(unit) ?? null);
}

/** Why a quantity is a figure (ids of rules), or null where it counts a toll's dead, an event's parties, or nothing worth a row. */
export function whyFigure(q: Quantity, before: Quantity | null, g: Grounds): readonly string[] | null {
  if (q.rules.includes("quantity.article") || q.rules.includes("quantity.none")) return null;
  if (g.tolls.holds(q.count)) return null;
  if (isConversion(q, before, g.doc)) return null;
  if (q.count.unit !== null) return ofUnit(q, g);
  if (q.noun === null) return null;
  return ofNoun(q, q.noun, g);
}

/** "(£1.7m; $2.6m)", "(36 miles)": the measure before, in other units. */
function isConversion(q: Quantity, before: Quantity | null, doc: Document): boolean {
  if (!before || q.count.unit === null || q.tokens[0] - before.tokens[1] > 5) return false;
  if (kindOfUnit(q.count.unit) !== kindOfUnit(before.count.unit)) return false;
  const between = doc.text.slice(before.count.span[1], q.count.span[0]);
  return between.includes("(") || between.includes(";") || between.includes("[");
}

function ofUnit(q: Quantity, g: Grounds): readonly string[] | null {
  const kind = kindOfUnit(q.count.unit);
  const { doc } = g;
  const token = q.noun ?? q.tokens[0];
  if (kind === "money" && (isPenalty(doc, token) || isPenalty(doc, q.tokens[1]))) return null;
  // "half of the truth", "a third of their term"
  if (kind === "percent" && q.noun !== null && figureWords().whole.has(doc.lemma[q.noun])) return null;
  if (kind !== "time") return ["figure.unit"];
  // "the average sentence rose from 14 to 17 months"
  if (q.count.was !== null) return ["figure.unit"];
  const { lasting } = figureWords();
  if (q.count.qualifier === "at-least" && q.noun !== null && hasCase(doc, q.noun)) return ["figure.lasting"];
  const verb = doc.head[token];
  if (verb >= 0 && doc.upos[verb] === U.VERB && lasting.has(doc.lemma[verb]) && doc.relation[token] !== R.nsubj) return ["figure.lasting"];
  return null;
}

/** "in more than 25 years": a stretch of time with a bound, behind a preposition. */
function hasCase(doc: Document, noun: number): boolean {
  const c = doc.firstChild[noun];
  return c >= 0 && doc.relation[c] === R.case && numberWords().glue.in.has(doc.norm[c]);
}

/** "was fined 30,000 pounds", "ordered to pay 1 million": a court's sum belongs to its sentence. */
function isPenalty(doc: Document, token: number): boolean {
  const { penalty, ordered } = figureWords();
  if (token >= doc.length) return false;
  let pays = false;
  for (let at = token, k = 0; at >= 0 && k < 5; at = doc.head[at], k++) {
    if (penalty.has(doc.lemma[at])) return true;
    if (ordered.has(doc.lemma[at])) {
      if (pays) return true;
      pays = true;
    }
  }
  return false;
}

function ofNoun(q: Quantity, noun: number, g: Grounds): readonly string[] | null {
  const { doc, classes } = g;
  const words = figureWords();
  const lemma = doc.lemma[noun];
  const least = q.count.low ?? q.count.high ?? 0;
  if (isShareOf(doc, q)) return null;
  if (words.times.has(lemma))
    return firedTimes(q, noun, g) ? ["figure.fired"] : least >= FEW && g.isStatistic(noun) && !isMultiple(doc, noun) ? [TIMES] : null;
  if (words.uncounted.has(lemma) && !words.people.has(lemma)) return null;
  if (q.count.qualifier === "order" && least < 20) return null;
  const total = q.rules.includes(TOTAL);
  const period = g.hasPeriod(noun);
  const person = (classes[noun] & (C.person | C.police | C.security | C.militant)) !== 0 || words.people.has(lemma);
  if (!person && least >= 2 && g.seized.holds(q.count)) return ["figure.seized"];
  if (partyOf(q, noun, person, g) && !(period && least >= MANY) && !total) return null;
  const counted = words.counted.get(lemma);
  const plural = doc.norm[noun] !== lemma;
  if (counted && plural && (least > 3 || period || q.count.qualifier !== "exact")) return ["figure.counted", counted.id];
  if (period && least >= FEW && plural) return ["figure.period"];
  if (least >= 2 && (plural || person) && g.isStatistic(noun) && !isTied(doc, q) && (least >= FEW || isCore(doc, noun)))
    return ["figure.statistic"];
  if (doc.upos[noun] === U.PROPN && doc.xpos[noun] !== P.NNPS) return null;
  if ((least < FEW && !total) || (classes[noun] & C.time) !== 0 || isTied(doc, q)) return null;
  if (person && !total && (words.parties.has(lemma) || isInAct(noun, g))) return null;
  if (person && (isDefinite(doc, q, noun) || (classes[noun] & C.crowd) !== 0)) return null;
  return person ? ["figure.people"] : ["figure.things"];
}

/** "12 times as likely": how much more, and nothing done so often. */
function isMultiple(doc: Document, noun: number): boolean {
  return noun + 1 < doc.length && MULTIPLE.has(doc.norm[noun + 1]);
}

const MULTIPLE = wordsOf("multiple");

/** What a clause is about: its subject or object. */
function isCore(doc: Document, noun: number): boolean {
  const r = doc.relation[noun];
  return r === R.nsubj || r === R["nsubj:pass"] || r === R.obj;
}

/** "assaulted staff 1,140 times": a deed of which there were so many. */
export const TIMES = "figure.times";
const TOTAL = "qualifiers.a-total-of";

/** "four in ten offences", "one in three women": a share, and nobody counted ten. */
function isShareOf(doc: Document, q: Quantity): boolean {
  const at = q.tokens[0] - 1;
  return at > 0 && numberWords().glue.in.has(doc.norm[at]) && doc.upos[at - 1] === U.NUM;
}

/** "a 21-member delegation": the number is part of another word. */
function isTied(doc: Document, q: Quantity): boolean {
  return overHyphen(doc, q.tokens[1]) !== q.tokens[1];
}

/** "the 21 girls": people told of before. */
function isDefinite(doc: Document, q: Quantity, noun: number): boolean {
  const { definite } = figureWords();
  const before = q.tokens[0] - 1;
  if (before >= 0 && definite.has(doc.norm[before])) return true;
  for (let i = q.tokens[1]; i < noun; i++) if (definite.has(doc.norm[i])) return true;
  return false;
}

/** Whether an event counts its parties with these words: as a role's count, or as people on which its trigger acts. */
function partyOf(q: Quantity, noun: number, person: boolean, g: Grounds): boolean {
  if (g.parties.holds(q.count)) return true;
  return person && (g.triggers.has(g.doc.head[noun]) || g.triggers.has(clauseHead(g.doc, noun)));
}

/** "several hundred protesters set up barricades": people of an act, whose size nobody counted. */
function isInAct(noun: number, { doc, triggers }: Grounds): boolean {
  const clause = clauseHead(doc, noun);
  if (doc.relation[noun] !== R.nsubj && doc.relation[noun] !== R["nsubj:pass"] && doc.relation[noun] !== R.conj) return false;
  for (let c = doc.firstChild[clause]; c >= 0; c = doc.nextSibling[c]) if (triggers.has(c)) return true;
  return false;
}

/** "shot eight times", "fired two or three times": shots are counted. */
function firedTimes(q: Quantity, noun: number, { doc }: Grounds): boolean {
  const { fire } = figureWords();
  const verb = doc.head[noun];
  return (q.count.low ?? 0) >= 2 && verb >= 0 && fire.has(doc.lemma[verb]);
}
