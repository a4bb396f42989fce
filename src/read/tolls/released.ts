import { type Document, normOf } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import type { Effect, EventType } from "../../model/vocabulary.js";
import { indexOf, type Needs } from "./count.js";
import { tollWordAt } from "./words.js";

const ACTS: Readonly<Partial<Record<Effect, EventType>>> = { released: "justice.release", abducted: "violence.abduction" };

/** "Troops rescued 11 of them", "12 teachers are being held": whether the report tells by the word of the act that has the effect. */
export function tellsAct({ events }: Needs, i: number, effect: Effect): boolean {
  return events.some((e) => e.type === ACTS[effect] && e.triggers.includes(i));
}

/** "Gunmen free 11 abducted pupils": those let go are not all who were taken. */
export function isOfReleased(doc: Document, i: number): boolean {
  if (doc.upos[i + 1] !== U.NOUN) return false;
  for (let k = i - 1; k >= Math.max(doc.sentenceStart[doc.sentence[i]], i - RELEASE_REACH); k--)
    if (tollWordAt(doc, k)?.effect === "released") return true;
  return false;
}

/** "Kidnappers freed 12 of the pupils seized from a school": twelve are those let go, and nobody says how many were taken. */
export function isShareReleased({ doc, quantities }: Needs, i: number): boolean {
  const whom = doc.relation[i] === R.acl ? doc.head[i] : -1;
  const q = whom < 0 ? undefined : indexOf(quantities).byNoun.get(whom);
  if (!q || normOf(doc, q.tokens[1]) !== "of") return false;
  return q.tokens[0] > 0 && tollWordAt(doc, q.tokens[0] - 1)?.effect === "released";
}

const RELEASE_REACH = 3;
