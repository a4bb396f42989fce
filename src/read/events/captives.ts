import { vocabulary } from "../../language/vocabulary.js";
import type { EventType } from "../../model/vocabulary.js";
import type { Mention } from "./mention.js";

const HOLD = vocabulary.id("hold");
const RESCUE = vocabulary.id("rescue");
/** Rows of whoever is rescued. */
const OF_CAPTIVES = /^rescue\.v-taken/;

/** Ways of being taken: whoever is held next is held by those who took him. */
const TAKEN: ReadonlySet<string> = new Set<EventType>(["violence.abduction", "violence.hijacking"]);
const BY_LAW = /^(justice\.(charge|trial|conviction|sentence)|security\.arrest)$/;
/** Sentences within which the taking was told. */
const REACH = 3;

/**
 * What befalls captives, in words that serve others as well: "The pupils are still being held", behind their abduction, is no arrest but
 * that abduction going on; "Troops rescued 11 of them" is a release where the report tells of people taken and of no disaster.
 */
export function asCaptives(acts: readonly Mention[]): readonly Mention[] {
  if (!acts.some((m) => TAKEN.has(m.type ?? ""))) return acts.filter((m) => !isOnlyOfCaptives(m));
  const isDisaster = acts.some((m) => m.type?.startsWith("hazard.") ?? false);
  return acts.flatMap((m, k) => {
    if (m.trigger.row.words[0] === RESCUE && m.verbal) {
      if (m.type === "movement.evacuation" && !isDisaster) return [{ ...m, type: "justice.release" as const }];
      return isOnlyOfCaptives(m) && isDisaster ? [] : [m];
    }
    const taking = isHolding(m) ? takingBefore(acts, k) : null;
    return taking === null ? [m] : [heldAfter(m, taking)];
  });
}

/** A row that tells of captives alone: nobody is rescued from captors of whom the report says nothing. */
function isOnlyOfCaptives({ trigger, type }: Mention): boolean {
  return type === "justice.release" && OF_CAPTIVES.test(trigger.row.id);
}

function isHolding({ trigger, type, verbal, fillers }: Mention): boolean {
  return verbal && type === "security.arrest" && trigger.row.words[0] === HOLD && !fillers.some((f) => f.role === "authority");
}

/** The act told last before another that says how people came to be held, if they were taken and not arrested. */
function takingBefore(acts: readonly Mention[], k: number): Mention | null {
  for (let i = k - 1; i >= 0 && acts[k].sentence - acts[i].sentence <= REACH; i--) {
    const type = acts[i].type ?? "";
    if (BY_LAW.test(type)) return null;
    if (TAKEN.has(type)) return acts[i];
  }
  return null;
}

function heldAfter(m: Mention, taking: Mention): Mention {
  const { row } = m.trigger;
  const fillers = m.fillers.map((f) => (f.role === "defendant" ? { ...f, role: "victim" as const } : f));
  return {
    ...m,
    type: taking.type,
    trigger: { ...m.trigger, row: { ...row, type: taking.type, kind: "generic" } },
    fillers,
    times: [],
    keeps: taking,
  };
}
