import { childWith, type Document } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { type Effect, familyOf } from "../../model/vocabulary.js";
import type { EventFinding } from "../findings.js";

/** Whether an event of this type can have a toll of this effect. */
function bears(event: EventFinding, effect: Effect): boolean {
  const family = familyOf(event.type);
  switch (effect) {
    case "killed":
    case "injured":
    case "missing":
    case "affected":
    case "destroyed":
    case "damaged":
      return (
        family === "violence" ||
        family === "hazard" ||
        family === "unrest" ||
        event.type === "justice.execution" ||
        event.type === "security.raid"
      );
    case "arrested":
      return event.type === "security.arrest" || event.type === "security.raid" || event.type === "security.seizure";
    case "abducted":
      return event.type === "violence.abduction" || event.type === "violence.hijacking";
    case "released":
      return event.type === "justice.release" || event.type === "security.escape" || event.type === "violence.abduction";
    case "displaced":
    case "evacuated":
      return family === "movement" || family === "hazard" || family === "violence";
  }
}

/** Statuses of acts that can have harmed people. */
export const TOLD_AS_FACT = new Set(["occurred", "ongoing", "attempted", "foiled"]);

/** Events by trigger token, looked up once a report. */
export interface EventIndex {
  readonly events: readonly EventFinding[];
  readonly byTrigger: ReadonlyMap<number, EventFinding>;
  readonly lead: EventFinding | null;
}

export function indexEvents(events: readonly EventFinding[], lead: string | null): EventIndex {
  const byTrigger = new Map<number, EventFinding>();
  for (const e of events) for (const t of [...e.triggers, ...e.results]) byTrigger.set(t, e);
  return { events, byTrigger, lead: events.find((e) => e.id === lead) ?? null };
}

/**
 * The event that a toll at token `i` belongs to: the one that the word itself, a governor or a dependent of it triggers; else the
 * nearest fit of the sentence; else that of the sentence before, or the lead. A tally ("an earlier toll of 11") and the missing are of
 * the disaster as a whole where their sentence names no other. Null where none fits, or where the nearest did not happen.
 */
export function eventOf(doc: Document, index: EventIndex, i: number, effect: Effect, head: number, tally: boolean): EventFinding | null {
  const { lead } = index;
  const fit = (e: EventFinding | undefined): e is EventFinding => e !== undefined && bears(e, effect);
  const here =
    namedAt(doc, index, i, effect, fit) ??
    alongTree(doc, index, i, fit) ??
    alongTree(doc, index, head, fit) ??
    inSentence(doc, index, i, fit);
  const whole = (tally || effect === "missing") && lead && !lead.background && familyOf(lead.type) === "hazard" && bears(lead, effect);
  const near = here ?? (whole ? lead : before(doc, index, i, fit));
  if (near) return TOLD_AS_FACT.has(near.status) ? near : null;
  return index.lead && bears(index.lead, effect) ? index.lead : null;
}

/**
 * The act that the clause of a toll verb names: "a bombing at a market killed 13", where the tree gave the verb no subject; "three died in
 * captivity", "five died as a result of the kidnapping".
 */
function namedAt(
  doc: Document,
  index: EventIndex,
  i: number,
  effect: Effect,
  fit: (e: EventFinding | undefined) => e is EventFinding,
): EventFinding | null {
  if (doc.upos[i] !== U.VERB || (effect !== "killed" && effect !== "injured")) return null;
  const found = doc.lemma[i] === DIE ? within(doc, index, i) : isLeftOpen(doc, i) ? beforeVerb(doc, index, i) : undefined;
  return fit(found) ? found : null;
}

const DIE = vocabulary.id("die");
const [IN, DURING, OF, AFTER] = ["in", "during", "of", "after"].map((w) => vocabulary.id(w));

function within(doc: Document, index: EventIndex, i: number): EventFinding | undefined {
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) {
    if (c < i || doc.relation[c] !== R.obl) continue;
    const own = index.byTrigger.get(c);
    const preposition = doc.norm[childWith(doc, c, R.case)];
    if (own && (preposition === IN || preposition === DURING)) return own;
    const of = childWith(doc, c, R.nmod);
    if (of >= 0 && doc.norm[childWith(doc, of, R.case)] === OF && index.byTrigger.has(of)) return index.byTrigger.get(of);
  }
  return undefined;
}

/** Whether an active verb with an object has no subject in the tree. */
function isLeftOpen(doc: Document, i: number): boolean {
  return childWith(doc, i, R.obj) > i && childWith(doc, i, R.nsubj, R["nsubj:pass"], R["aux:pass"], R.mark, R.aux, R.cc) < 0;
}

/** The act named last before a verb, no other verb and no comma between: its subject, however the tree has it. */
function beforeVerb(doc: Document, index: EventIndex, i: number): EventFinding | undefined {
  for (let t = i - 1; t >= doc.sentenceStart[doc.sentence[i]]; t--) {
    if (doc.upos[t] === U.VERB || doc.upos[t] === U.PUNCT || doc.upos[t] === U.SCONJ) return undefined;
    if (doc.upos[t] === U.NOUN && index.byTrigger.has(t)) return doc.norm[t - 1] === AFTER ? undefined : index.byTrigger.get(t);
  }
  return undefined;
}

function alongTree(
  doc: Document,
  index: EventIndex,
  i: number,
  fit: (e: EventFinding | undefined) => e is EventFinding,
): EventFinding | null {
  for (let at = i, step = 0; at >= 0 && step < 6; at = doc.head[at], step++) {
    const e = index.byTrigger.get(at);
    if (fit(e)) return e;
    for (let c = doc.firstChild[at]; c >= 0; c = doc.nextSibling[c]) {
      const child = index.byTrigger.get(c);
      if (fit(child)) return child;
    }
  }
  return null;
}

function inSentence(
  doc: Document,
  index: EventIndex,
  i: number,
  fit: (e: EventFinding | undefined) => e is EventFinding,
): EventFinding | null {
  const s = doc.sentence[i];
  let best: EventFinding | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (let t = doc.sentenceStart[s]; t < doc.sentenceStart[s + 1]; t++) {
    const e = index.byTrigger.get(t);
    if (fit(e) && Math.abs(t - i) < distance) {
      best = e;
      distance = Math.abs(t - i);
    }
  }
  return best;
}

/**
 * The last fitting event told of in the two sentences before; what did not happen harmed nobody. Of a disaster and its cause told in one
 * sentence ("floods set off by heavy rain"), the disaster that the report is about.
 */
function before(doc: Document, index: EventIndex, i: number, fit: (e: EventFinding | undefined) => e is EventFinding): EventFinding | null {
  const first = doc.sentenceStart[Math.max(0, doc.sentence[i] - 2)];
  for (let t = doc.sentenceStart[doc.sentence[i]] - 1; t >= first; t--) {
    const e = index.byTrigger.get(t);
    if (fit(e) && e.status !== "not-occurred") return isBesideLead(doc, index, t, e) ? index.lead : e;
  }
  return null;
}

function isBesideLead(doc: Document, { lead }: EventIndex, t: number, e: EventFinding): boolean {
  if (!lead || lead === e || lead.background || familyOf(e.type) !== "hazard" || familyOf(lead.type) !== "hazard") return false;
  return lead.triggers.some((own) => doc.sentence[own] === doc.sentence[t]);
}
