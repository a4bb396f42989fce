import type { Document } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C } from "./classes.js";
import type { Cluster } from "./cluster.js";
import type { Context } from "./context.js";
import { setsApart } from "./further.js";
import type { Mention } from "./mention.js";
import type { Filler } from "./roles.js";
import { wordsOf } from "./words.js";

const HARMED: ReadonlySet<string> = new Set(["victim", "target"]);
const DOES: ReadonlySet<string> = new Set(["perpetrator", "authority", "organisation"]);
const FORCES = C.police | C.security;

/** Whose deed a mention tells: that of police or soldiers, or of those whom they fight; null where it does not say, or both fought. */
function handsOf({ classes }: Context, m: Mention): "forces" | "fighters" | null {
  if (m.type === "violence.clash") return null;
  const harmed = [...m.fillers, ...m.harmed].filter((f) => HARMED.has(f.role));
  if (harmed.length === 0) return null;
  const isOf = (f: Filler, bits: number): boolean => (classes[f.token] & bits) !== 0;
  const isOnFighters = (all: readonly Filler[]): boolean =>
    all.some((f) => isOf(f, C.militant) || f.role === "victim") && all.every((f) => isOf(f, C.militant) || !isOf(f, C.person | FORCES));
  const doers = m.fillers.filter((f) => DOES.has(f.role));
  if (doers.length === 0) return null;
  if (doers.every((f) => isOf(f, FORCES) && !isOf(f, C.militant))) return isOnFighters(harmed) ? "forces" : null;
  return doers.every((f) => isOf(f, C.militant)) && harmed.some((f) => !isOf(f, C.militant)) ? "fighters" : null;
}

/** Whether somebody is harmed by a mention's act who fights for nobody, or against those who do. */
function harmsOthers({ classes }: Context, m: Mention): boolean {
  return [...m.fillers, ...m.harmed].some((f) => f.role === "victim" && (classes[f.token] & C.militant) === 0);
}

/** "Police killed four of the attackers": what those did who were attacked is not what was done to them. */
export function areOfTwoHands(ctx: Context, m: Mention, { mentions }: Cluster): boolean {
  return m.verbal && areHandsApart(handsOfAll(ctx, [m]), handsOfAll(ctx, mentions));
}

/** Whose deed the mentions of an event tell, where they say: forces', fighters', or that others than fighters were harmed by somebody. */
export type Hands = "forces" | "fighters" | "somebody" | null;

export function handsOfAll(ctx: Context, mentions: readonly Mention[]): Hands {
  let all: Hands = null;
  for (const m of mentions) {
    const own = handsOf(ctx, m);
    if (own !== null) return own;
    if (m.type !== "violence.clash" && harmsOthers(ctx, m)) all = "somebody";
  }
  return all;
}

export function areHandsApart(a: Hands, b: Hands): boolean {
  return a !== b && a !== null && b !== null && (a === "forces" || b === "forces");
}

const ELSEWHERE = wordsOf("elsewhere-first");
const ALIKE = wordsOf("same-kind");
const INDEFINITE = wordsOf("indefinite");
const LOOKED_AT = 7;
const ANOTHER = vocabulary.id("another");
const TURNS = wordsOf("turn");

/**
 * Whether the first words of a sentence turn to another act: "Separately,", "In a separate incident,", "Elsewhere in the province,". Not
 * words that only say when: "Hours later,".
 */
export function turnsAway(doc: Document, sentence: number): boolean {
  const first = doc.sentenceStart[sentence];
  const end = Math.min(doc.sentenceStart[sentence + 1], first + LOOKED_AT);
  if (first >= end) return false;
  if (ELSEWHERE.has(doc.norm[first])) return true;
  // "In another incident,"
  if (doc.upos[first] === U.ADP && doc.norm[first + 1] === ANOTHER && TURNS.has(doc.lemma[first + 2])) return true;
  if (doc.upos[first] !== U.ADP || !INDEFINITE.has(doc.norm[first + 1])) return false;
  for (let i = first + 2; i < end; i++) {
    if (doc.upos[i] === U.NOUN) return setsApart(doc, i - 1) || (i - 2 > first + 1 && setsApart(doc, i - 2));
    if (doc.upos[i] === U.VERB) return false;
  }
  return false;
}

/** "a similar attack", "another explosion": the noun of an act with a word before it that says it is one more of its kind. */
function isOneMore(doc: Document, m: Mention): boolean {
  const t = m.trigger.token;
  for (let c = doc.firstChild[t]; c >= 0 && c < m.trigger.first; c = doc.nextSibling[c]) if (ALIKE.has(doc.norm[c])) return true;
  return false;
}

/** "also killed five people in a nearby village": an act that comes on top of another and has a place of its own. */
function comesOnTop(doc: Document, m: Mention): boolean {
  if (!m.verbal || !m.places.some((p) => p.tier < 1)) return false;
  for (let c = doc.firstChild[m.trigger.token]; c >= 0; c = doc.nextSibling[c])
    if (doc.relation[c] === R.advmod && doc.norm[c] === ALSO) return true;
  return false;
}

const ALSO = vocabulary.id("also");

/** Whether its own words say that a mention tells of another act than those told of before it. */
export function isToldApart({ doc, partOf }: Context, m: Mention): boolean {
  if (partOf[m.sentence] === "headline") return false;
  if (isOneMore(doc, m) || comesOnTop(doc, m)) return true;
  return (m.verbal || m.definite !== "same") && turnsAway(doc, m.sentence);
}

/** Whether those whom a mention harms are called otherwise than those of an event, by words that say who they are. */
export function areOtherPeople(doc: Document, m: Mention, mentions: readonly Mention[]): boolean {
  const nouns = (o: Mention): number[] => [...o.fillers, ...o.harmed].filter((f) => f.role === "victim").map((f) => doc.lemma[f.token]);
  const told = new Set(mentions.flatMap(nouns));
  return nouns(m).every((n) => !told.has(n) && !ANYBODY.has(n)) && [...told].some((n) => !ANYBODY.has(n));
}

const ANYBODY = wordsOf("people-at-large");

/** Whether a mention's own words put it somewhere. */
export function hasPlace(m: Mention): boolean {
  return m.places.some((p) => p.tier <= 1);
}
