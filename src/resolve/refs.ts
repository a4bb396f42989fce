import { shortHash } from "../base/hash.js";
import { overlaps } from "../base/span.js";
import type { EventRef } from "../model/ledger.js";
import type { Event, Reading } from "../model/reading.js";
import { familyOf } from "../model/vocabulary.js";

/** How judgements call an event of a reading: by report, type and words, so that they hold when a better reader finds it again. */
export function eventRef(reading: Reading, event: Event): EventRef {
  return { report: reading.report.id, type: event.type, evidence: event.mentions };
}

/** Id of an event as one report tells it; also the id of the whole event where this telling is its first. */
export function eventKey(report: string, event: Pick<Event, "type" | "mentions">): string {
  const start = event.mentions.length ? Math.min(...event.mentions.map((m) => m[0])) : -1;
  return shortHash([report, familyOf(event.type), start]).slice(0, 12);
}

/** The event of this reading that a judgement means: most mentions shared, same type before same family; `null` where none fits. */
export function findEvent(reading: Pick<Reading, "events">, ref: EventRef): Event | null {
  let best: Event | null = null;
  let most = 0;
  for (const event of reading.events) {
    const shared = event.mentions.filter((m) => ref.evidence.some((e) => overlaps(m, e))).length;
    if (!shared) continue;
    const kin = event.type === ref.type ? 0.5 : familyOf(event.type) === familyOf(ref.type) ? 0.25 : 0;
    if (shared + kin > most) [most, best] = [shared + kin, event];
  }
  return best;
}
