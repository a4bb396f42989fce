import { overlaps, type Span } from "../../base/span.js";
import type { Document } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { loadTable } from "../../lexicon/table.js";
import type { Statement } from "../../model/reading.js";
import { C } from "../events/classes.js";
import type { EventFinding, Quantity } from "../findings.js";
import { figureWords } from "./words.js";

/** What a figure is chosen with. */
export interface Grounds {
  readonly doc: Document;
  readonly classes: Int32Array;
  readonly tolls: readonly Statement[];
  readonly events: readonly EventFinding[];
  /** Whether a dated period stands in the clause of a token. */
  readonly hasPeriod: (token: number) => boolean;
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
  if (g.tolls.some((s) => s.kind === "toll" && overlaps(s.count.span, q.count.span))) return null;
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
  if (kind !== "time") return ["figure.unit"];
  const { lasting } = figureWords();
  const { doc } = g;
  const token = q.noun ?? q.tokens[0];
  const verb = doc.head[token];
  if (verb >= 0 && doc.upos[verb] === U.VERB && lasting.has(doc.lemma[verb]) && doc.relation[token] !== R.nsubj) return ["figure.lasting"];
  return null;
}

function ofNoun(q: Quantity, noun: number, g: Grounds): readonly string[] | null {
  const { doc, classes } = g;
  const words = figureWords();
  const lemma = doc.lemma[noun];
  const least = q.count.low ?? q.count.high ?? 0;
  if (words.times.has(lemma)) return firedTimes(q, noun, g) ? ["figure.fired"] : null;
  if (words.uncounted.has(lemma) && !words.people.has(lemma)) return null;
  if (q.count.qualifier === "order" && least < 20) return null;
  const party = partyOf(q.count.span, g.events);
  const period = g.hasPeriod(noun);
  if (party && !(period && least >= MANY)) return null;
  const counted = words.counted.get(lemma);
  if (counted && least >= 2) return ["figure.counted", counted.id];
  if (period && least >= FEW) return ["figure.period"];
  const person = (classes[noun] & (C.person | C.police | C.security | C.militant)) !== 0 || words.people.has(lemma);
  if (least < FEW || (classes[noun] & C.time) !== 0) return null;
  return person ? ["figure.people"] : ["figure.things"];
}

/** Whether an event counts its parties with these words. */
function partyOf(span: Span, events: readonly EventFinding[]): boolean {
  return events.some((e) => e.roles.some((r) => r.count !== null && overlaps(r.count.span, span)));
}

/** "shot eight times", "fired two or three times": shots are counted. */
function firedTimes(q: Quantity, noun: number, { doc }: Grounds): boolean {
  const { fire } = figureWords();
  const verb = doc.head[noun];
  return (q.count.low ?? 0) >= 2 && verb >= 0 && fire.has(doc.lemma[verb]);
}
