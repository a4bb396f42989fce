import { overlaps, type Span } from "../../base/span.js";
import type { Document } from "../../language/document.js";
import { EVENT_TYPES, ROLES } from "../../model/vocabulary.js";
import type { Findings } from "../findings.js";
import { type Facts, factsOf } from "./facts.js";
import { groupsIn } from "./groups.js";

export type Needs = Pick<Findings, "doc" | "report" | "names" | "events" | "lead" | "actors" | "actorMentions" | "attributions" | "tolls">;

/** What features of a phrase ask of the whole report, gathered once. */
export interface Surroundings {
  readonly doc: Document;
  /** Event type index + 1 of each trigger token, 0 elsewhere. */
  readonly triggered: Uint8Array;
  /** Role index + 1 and event type index + 1 of each token that heads a role filler, 0 elsewhere. */
  readonly roleAt: Uint8Array;
  readonly typeAt: Uint8Array;
  /** Name type + 1 of each token in a name. */
  readonly nameAt: Uint8Array;
  /** Number of the armed group that each token names. */
  readonly groupAt: Int32Array;
  readonly facts: Facts;
  /** Types of the triggers of each sentence. */
  readonly sentenceTypes: readonly (readonly number[])[];
  /** Buckets of how likely each sentence is to tell of an event, and the report; 0 before they are known. */
  readonly sentenceHeat: Uint8Array;
  reportHeat: number;
}

const NAME_TYPES = ["person", "organisation", "place", "nationality"];

export function surroundingsOf(found: Needs): Surroundings {
  const { doc, events, names } = found;
  const triggered = new Uint8Array(doc.length);
  const roleAt = new Uint8Array(doc.length);
  const typeAt = new Uint8Array(doc.length);
  const nameAt = new Uint8Array(doc.length);
  const types: number[][] = Array.from({ length: doc.sentenceCount }, () => []);
  for (const e of events) {
    const type = EVENT_TYPES.indexOf(e.type) + 1;
    for (const t of e.triggers) {
      triggered[t] = type;
      types[doc.sentence[t]].push(type);
    }
    for (const r of e.roles) markRole(doc, r.span, ROLES.indexOf(r.role) + 1, type, roleAt, typeAt);
  }
  for (const n of names) nameAt.fill(NAME_TYPES.indexOf(n.type) + 1, n.tokens[0], n.tokens[1]);
  return {
    doc,
    triggered,
    roleAt,
    typeAt,
    nameAt,
    groupAt: groupsIn(doc),
    facts: factsOf(found),
    sentenceTypes: types,
    sentenceHeat: new Uint8Array(doc.sentenceCount),
    reportHeat: 0,
  };
}

function markRole(doc: Document, span: Span, role: number, type: number, roleAt: Uint8Array, typeAt: Uint8Array): void {
  for (let i = 0; i < doc.length; i++) {
    if (doc.start[i] >= span[1]) break;
    if (!overlaps([doc.start[i], doc.end[i]], span)) continue;
    roleAt[i] = role;
    typeAt[i] = type;
  }
}
