import { childWith, type Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import type { Actor } from "../../model/reading.js";
import type { Candidate } from "./candidate.js";
import { partWord } from "./parts.js";
import { groupOf, isAdult, isGeneric, isSinglePerson } from "./people.js";
import { isAnaphoric, isFurther, nameFits, type Person, Roll } from "./persons.js";

/**
 * How one person told of stands to another: `same` by actor or name; apart by `name`, `age`, `sex`, `adult` (one a child), `group`
 * (one an officer, one an attacker), `also` ("was also shot"), `further` ("another man"), `kin` ("his brother"), `listed` (in one
 * list), `agent` (who shot the other) or `anew` (two phrases of one sentence, the second with "a"); `like` by the same noun, `noun` by two
 * that say who they are ("driver", "passenger"),
 * `pronoun` or `definite` by a phrase that looks back; else `open`.
 */
export type Contrast =
  | "same"
  | "name"
  | "age"
  | "sex"
  | "adult"
  | "group"
  | "also"
  | "further"
  | "kin"
  | "listed"
  | "agent"
  | "anew"
  | "noun"
  | "like"
  | "pronoun"
  | "definite"
  | "open";

/** Contrasts by which two are two. */
const APART = new Set<Contrast>(["name", "age", "sex", "adult", "group", "also", "further", "kin", "listed", "agent", "anew"]);

export function isApart(contrast: Contrast): boolean {
  return APART.has(contrast);
}

/** A candidate's person, as far as it is described. */
export interface Described {
  readonly c: Candidate;
  readonly person: Person;
}

export function describedBy(doc: Document, actors: readonly Actor[], c: Candidate): Described {
  return { c, person: new Roll(doc, actors).describe(c) };
}

export function contrastOf(doc: Document, a: Described, b: Described): Contrast {
  const [p, q] = [a.person, b.person];
  if (p.actor !== null && p.actor === q.actor) return "same";
  if (a.c.head === b.c.head) return "same";
  if (p.name !== null && q.name !== null) return nameFits(p.name, q.name) ? "same" : "name";
  if (a.c.token === b.c.token) return "listed";
  if ((q.owner !== null && q.owner === p.actor) || (p.owner !== null && p.owner === q.actor)) return "kin";
  if (childWith(doc, b.c.token, R.nsubj) === a.c.head || childWith(doc, a.c.token, R.nsubj) === b.c.head) return "agent";
  if (isFurther(doc, b.c.head)) return "further";
  if (p.age !== null && q.age !== null) return p.age === q.age ? "like" : "age";
  if (p.sex !== null && q.sex !== null && p.sex !== q.sex) return "sex";
  const [x, y] = [isAdult(doc, a.c.head), isAdult(doc, b.c.head)];
  if (x !== null && y !== null && x !== y) return "adult";
  const [g, h] = [groupOf(doc, a.c.head), groupOf(doc, b.c.head)];
  const armed = (of: typeof g): boolean => of === "attackers" || of === "security-forces";
  if (g !== null && h !== null && g !== h && (armed(g) || armed(h))) return "group";
  if (isAlso(doc, b.c.token) && !isAnaphoric(doc, b.c.head)) return "also";
  if (doc.sentence[a.c.head] === doc.sentence[b.c.head] && isIndefinite(doc, b.c.head)) return "anew";
  if (doc.lemma[a.c.head] === doc.lemma[b.c.head]) return "like";
  if (isTelling(doc, a.c.head) && isTelling(doc, b.c.head)) return "noun";
  if (doc.upos[b.c.head] === U.PRON) return "pronoun";
  return isAnaphoric(doc, b.c.head) ? "definite" : "open";
}

/** Whether the noun says more of somebody than age and sex: "the driver", not "the victim", "a man". */
function isTelling(doc: Document, head: number): boolean {
  return doc.upos[head] === U.NOUN && !isGeneric(doc, head) && !isSinglePerson(doc, head) && isAdult(doc, head) === null;
}

/** "a teen" */
function isIndefinite(doc: Document, head: number): boolean {
  const det = childWith(doc, head, R.det);
  return det >= 0 && doc.xpos[det] === P.DT && partWord(doc.norm[det]) === "indefinite";
}

/** "was also shot" */
export function isAlso(doc: Document, token: number): boolean {
  for (let c = doc.firstChild[token]; c >= 0; c = doc.nextSibling[c]) if (partWord(doc.norm[c]) === "besides") return true;
  return false;
}

/** The persons of candidates in text order, each for the first that told of it; those of `others` left out. */
export function personsApart(doc: Document, all: readonly Described[], others: readonly Described[]): readonly Described[] {
  const persons: Described[] = [];
  for (const d of all) {
    const apart = (o: Described): boolean => isApart(contrastOf(doc, o, d));
    if (others.some((o) => contrastOf(doc, o, d) === "same")) continue;
    if (others.length > 0 && !others.every(apart)) continue;
    if (persons.every(apart)) persons.push(d);
  }
  return persons;
}
