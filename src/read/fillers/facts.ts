import { parseDay } from "../../base/dates.js";
import type { Span } from "../../base/span.js";
import type { Document } from "../../language/document.js";
import { ACTOR_KINDS, EFFECTS, STANCES, STANDINGS, STATUSES } from "../../model/vocabulary.js";
import type { EventFinding, Findings } from "../findings.js";

type Needs = Pick<Findings, "doc" | "report" | "events" | "actors" | "actorMentions" | "attributions" | "tolls" | "lead">;

/** What the reading found out of each token, as small numbers; 0 where nothing. Not which roles it fills. */
export interface Facts {
  /** Number of the actor that a token heads a mention of. */
  readonly actorAt: Int32Array;
  /** Kind and standing of that actor. */
  readonly sortAt: Uint8Array;
  /** How an event's trigger is told: its status, how old it is, whether it is the chief one or recalled. */
  readonly statusAt: Uint8Array;
  readonly ageAt: Uint8Array;
  readonly standAt: Uint8Array;
  /** Effect of the toll that a token is counted in. */
  readonly tollAt: Uint8Array;
  /** Stance of the attribution whose content a token stands in, and whether it is the source of one. */
  readonly stanceAt: Uint8Array;
}

/** Whether an event is of the last two months, older, or of a day not told: what is older is no news. */
const AGE = { unsaid: 1, recent: 2, old: 3 } as const;
const TWO_MONTHS = 62;
/** How an event stands to the report. */
const STAND = { other: 1, chief: 2, recalled: 3 } as const;
const SOURCE = 16;

export function factsOf(found: Needs): Facts {
  const { doc, actors, events, lead } = found;
  const bytes = (): Uint8Array => new Uint8Array(doc.length);
  const facts = {
    actorAt: new Int32Array(doc.length),
    sortAt: bytes(),
    statusAt: bytes(),
    ageAt: bytes(),
    standAt: bytes(),
    tollAt: bytes(),
    stanceAt: bytes(),
  };
  const numbers = new Map(actors.map((a, k) => [a.id, k]));
  for (const { head, actor } of found.actorMentions) {
    const k = numbers.get(actor);
    if (k === undefined) continue;
    facts.actorAt[head] = k + 1;
    const { kind, standing } = actors[k];
    facts.sortAt[head] = 1 + ACTOR_KINDS.indexOf(kind) * (STANDINGS.length + 1) + (standing ? STANDINGS.indexOf(standing) + 1 : 0);
  }
  const published = parseDay(found.report.published.value?.slice(0, 10) ?? null);
  for (const e of events) {
    for (const t of e.triggers) {
      facts.statusAt[t] = STATUSES.indexOf(e.status) + 1;
      facts.ageAt[t] = ageOf(e, published);
      facts.standAt[t] = e.id === lead ? STAND.chief : e.background ? STAND.recalled : STAND.other;
    }
  }
  for (const t of found.tolls) {
    if (t.kind !== "toll" || t.count.high === 0) continue;
    for (const span of [t.count.span, t.who]) if (span) paint(doc, facts.tollAt, span, EFFECTS.indexOf(t.effect) + 1);
  }
  for (const a of found.attributions) {
    for (const span of a.content) paint(doc, facts.stanceAt, span, STANCES.indexOf(a.stance) + 1);
    if (a.sourceSpan) paint(doc, facts.stanceAt, a.sourceSpan, SOURCE);
  }
  return facts;
}

function ageOf({ latest, earliest }: EventFinding, published: number | null): number {
  const last = parseDay(latest);
  if (published === null || last === null || (earliest === null && last >= published)) return AGE.unsaid;
  return published - last > TWO_MONTHS ? AGE.old : AGE.recent;
}

/** First token that ends behind an offset. */
function tokenAt(doc: Document, offset: number): number {
  let lo = 0;
  let hi = doc.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (doc.end[mid] <= offset) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

function paint(doc: Document, at: Uint8Array, [start, end]: Span, value: number): void {
  for (let i = tokenAt(doc, start); i < doc.length && doc.start[i] < end; i++) at[i] = value;
}
