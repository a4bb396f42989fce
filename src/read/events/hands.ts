import type { Document } from "../../language/document.js";
import { C } from "./classes.js";
import { wordsOf } from "./words.js";

/** Whose hands did an act: police, others than police, or nobody's that is said. */
export type Hands = "police" | "others" | null;

const BY_MOB = wordsOf("done-by-mob");
const ANYBODY = wordsOf("anybody");
const DOES: ReadonlySet<string> = new Set(["perpetrator", "authority", "participant"]);
const HARMED: ReadonlySet<string> = new Set(["victim", "target"]);

interface Party {
  readonly role: string;
  /** The head of its words and the class bits of that word. */
  readonly token: number;
  readonly bits: number;
}

/**
 * Whose hands an act is said to be of. A massacre and a riot are others' unless police are said to have done them, and so is what was
 * done to police ("a constable was stabbed"). Not who is known to have done it.
 */
export function handsIn(doc: Document, triggers: readonly number[], parties: readonly Party[]): Hands {
  let others = isByMob(doc, triggers);
  let someone = false;
  for (const { role, token, bits } of parties) {
    if (!DOES.has(role)) continue;
    if (bits & C.police) return "police";
    if (bits & C.security) return null;
    someone = true;
    others ||= (bits & (C.crowd | C["plural-person"] | C.militant)) !== 0 || isKindOfPeople(doc, token, bits);
  }
  if (others) return "others";
  const harmed = someone ? undefined : parties.find((p) => HARMED.has(p.role));
  return harmed && harmed.bits & (C.police | C.security) ? "others" : null;
}

/** Whether one of the words tells what mobs and gangs do: a massacre, a rampage, a stabbing. */
export function isByMob(doc: Document, triggers: readonly number[]): boolean {
  return triggers.some((t) => BY_MOB.has(doc.lemma[t]));
}

/** "protesters", "youths": what people are called who are no police. Not "the men", "two people", who may be, nor whose name is all that is said. */
function isKindOfPeople(doc: Document, t: number, bits: number): boolean {
  return (bits & C.person) !== 0 && (bits & (C.name | C.organisation | C.government)) === 0 && !ANYBODY.has(doc.lemma[t]);
}

const TOOLS = wordsOf("riot-control");

/** Whether an act was done with what puts crowds down and kills nobody: tear gas, batons, rubber bullets. */
export function isWithRiotTool(doc: Document, parties: readonly Pick<Party, "role" | "token">[]): boolean {
  return parties.some(
    ({ role, token }) => role === "weapon" && (TOOLS.has(doc.norm[token]) || TOOLS.has(doc.lemma[token]) || isCompoundTool(doc, token)),
  );
}

/** "tear gas", "rubber bullets". */
function isCompoundTool(doc: Document, t: number): boolean {
  return t > 0 && doc.head[t - 1] === t && TOOLS.has(doc.norm[t - 1]);
}
