import type { Span } from "../../base/span.js";
import { type Document, tokensIn } from "../../language/document.js";
import { P } from "../../language/tags.js";
import type { EventFinding, Findings } from "../findings.js";
import { C, wordBits } from "./classes.js";
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
  let soldiers = false;
  for (const { role, token, bits } of parties) {
    if (!DOES.has(role)) continue;
    if (bits & C.police) return "police";
    soldiers ||= (bits & C.security) !== 0;
    someone = true;
    others ||= (bits & (C.crowd | C["plural-person"] | C.militant)) !== 0 || isKindOfPeople(doc, token, bits) || areSides(doc, token);
  }
  if (soldiers) return null;
  if (others) return "others";
  // "two groups traded fire and a constable was hurt": who did it is no police
  const harmed = someone ? parties.find((p) => HARMED.has(p.role) && p.bits & C.police) : parties.find((p) => HARMED.has(p.role));
  return harmed && harmed.bits & (C.police | C.security) ? "others" : null;
}

/** Whether one of the words tells what mobs and gangs do: a massacre, a rampage, a stabbing. */
export function isByMob(doc: Document, triggers: readonly number[]): boolean {
  return triggers.some((t) => BY_MOB.has(doc.lemma[t]));
}

/** "two groups", "rival gangs": sides that fight each other, neither of them police. */
function areSides(doc: Document, t: number): boolean {
  return SIDES.has(doc.lemma[t]) && doc.xpos[t] === P.NNS;
}

/** Whether an event is said to be a fight of such sides: what police do about it is none of it. */
export function isBetweenOthers(doc: Document, e: Pick<EventFinding, "roles">): boolean {
  return e.roles.some((r) => r.role === "participant" && r.span !== null && areSides(doc, headToken(doc, r.span)));
}

/** "protesters", "youths": what people are called who are no police. Not "the men", "two people", who may be, nor whose name is all that is said. */
function isKindOfPeople(doc: Document, t: number, bits: number): boolean {
  if ((bits & C.person) === 0 || (bits & (C.name | C.organisation | C.government)) !== 0) return false;
  return !ANYBODY.has(doc.lemma[t]) || isStranger(doc, t);
}

/** "unidentified men", "masked men". */
function isStranger(doc: Document, t: number): boolean {
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c]) if (STRANGE.has(doc.norm[c])) return true;
  return false;
}

const SIDES = wordsOf("sides");
const STRANGE = wordsOf("strange");
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

/** Whose hands an event's roles and words say it was of. */
export function handsOfEvent({ doc, actors, names }: Pick<Findings, "doc" | "actors" | "names">, e: EventFinding): Hands {
  const parties = e.roles.flatMap(({ role, span, actor }) => {
    const token = span === null ? -1 : headToken(doc, span);
    if (token < 0) return [];
    const named = names.some((n) => n.tokens[0] <= token && token < n.tokens[1]) ? C.name : 0;
    const standing = actors.find((x) => x.id === actor)?.standing;
    const as = standing === "police" ? C.police : standing === "soldier" ? C.security : 0;
    return [
      { role, token, bits: wordBits(doc.lemma[token]) | named | as | (role === "authority" && span !== null ? policeOf(doc, span) : 0) },
    ];
  });
  return handsIn(doc, e.triggers, parties);
}

/** "a posse of police": an authority whose service its further words say. */
function policeOf(doc: Document, span: Span): number {
  const [first, end] = tokensIn(doc, span);
  for (let i = first; i < end; i++) if (wordBits(doc.lemma[i]) & C.police) return C.police;
  return 0;
}

/** The token of a span that hangs on what is outside it. */
export function headToken(doc: Document, span: Span): number {
  const [first, end] = tokensIn(doc, span);
  for (let i = first; i < end; i++) if (doc.head[i] < first || doc.head[i] >= end) return i;
  return first < end ? first : -1;
}
