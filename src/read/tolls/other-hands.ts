import { handsOfEvent } from "../events/hands.js";
import type { EventFinding, Findings } from "../findings.js";
import type { Entry } from "./entry.js";

type Needs = Pick<Findings, "doc" | "actors" | "names">;

/**
 * "Three managers were murdered by the mob", beside the fire of the police that the report is about: acts of other hands than
 * the lead's, by their ids; their dead are not the lead's. Not an attacker whom police killed, where the attack is the lead.
 */
export function ofOtherHands(found: Needs, lead: EventFinding, entries: readonly Entry[]): ReadonlySet<string> {
  const others = new Set<string>();
  const own = handsOfEvent(found, lead);
  if (own !== "police" || lead.type === "violence.clash") return others;
  for (const { event } of entries) {
    if (event === null || event.id === lead.id || event.type === "violence.clash") continue;
    const hands = handsOfEvent(found, event);
    if (hands === "others") others.add(event.id);
  }
  return others;
}
