import { childWith, type Document, normOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { indexOf, type Needs } from "./count.js";
import type { Share } from "./of-them.js";
import { partWord } from "./parts.js";
import { isPeople, isPeopleWord, isSinglePerson } from "./people.js";

/*
 * Whom a toll word counts where the tree gives it the part for the whole: one of the people for all of them, a limb for who has it.
 */

/** "Doe was one of five people shot in the bar": all five, where the tree makes the one the subject; null elsewhere. */
export function allOfWhom({ doc, quantities, classes }: Needs, i: number): Share | null {
  const noun = i - 1;
  if ((doc.xpos[i] !== P.VBN && doc.xpos[i] !== P.VBD) || noun < 3 || !isPeople(doc, noun, classes)) return null;
  const index = indexOf(quantities);
  const q = index.byNoun.get(noun);
  if (!q || q.count.unit !== null || (q.count.low ?? 0) < 2 || q.tokens[0] >= noun) return null;
  const of = normOf(doc, q.tokens[0] - 1) === "the" ? q.tokens[0] - 2 : q.tokens[0] - 1;
  const part = of > 1 && normOf(doc, of) === "of" ? index.byEnd.get(of) : undefined;
  const verb = part ? part.tokens[0] - 1 : -1;
  if (verb < 0 || doc.upos[verb] !== U.AUX || doc.sentence[verb] !== doc.sentence[i]) return null;
  return { noun, count: q.count, after: q.tokens[1], end: i };
}

/** "the toe of a girl", "the boy's head": whose limb it is, or the token itself where it is none. */
export function bearerOfLimb(doc: Document, head: number): number {
  const owner = limbOwner(doc, head);
  return owner < 0 ? head : owner;
}

/** Whose limb a noun tells of, or -1. */
export function limbOwner(doc: Document, head: number): number {
  if (partWord(doc.lemma[head]) !== "limb") return -1;
  const own = childWith(doc, head, R["nmod:poss"]);
  if (own >= 0) return own;
  const of = childWith(doc, head, R.nmod);
  const marker = of < 0 ? -1 : childWith(doc, of, R.case);
  return marker >= 0 && normOf(doc, marker) === "of" ? of : -1;
}

/** "Boy charged after shooting self, girl": who stands right behind the comma of a headline, or -1. */
export function besideSelf(doc: Document, self: number): number {
  const next = self + 2;
  if (next >= doc.length || doc.sentence[next] !== doc.sentence[self] || normOf(doc, self + 1) !== ",") return -1;
  const follows = next + 1 < doc.length ? doc.upos[next + 1] : U.PUNCT;
  return doc.xpos[next] === P.NN && (follows === U.ADP || follows === U.PUNCT) && isSinglePerson(doc, next) ? next : -1;
}

/** "the two men shot late Monday": a participle behind its noun has no name for an object. */
export function isDayOf(doc: Document, i: number, c: number): boolean {
  return doc.relation[i] === R.acl && doc.xpos[i] === P.VBN && doc.upos[c] === U.PROPN;
}

/** "found a man and a 15-year-old with gunshot wounds": whom else they found, where the tree gives the wounds to the last of them alone. */
export function foundWith(doc: Document, head: number): readonly number[] {
  const above = doc.relation[head] === R.conj ? doc.head[head] : -1;
  const first = above >= 0 && partWord(doc.norm[above]) === "found" ? childWith(doc, above, R.obj, R["nsubj:pass"]) : -1;
  return first >= 0 && first < head ? [first] : [];
}

/** "A boy is charged in a shooting that injured himself and a friend": the person whom the clause above has for a subject; else the subject given. */
export function personOf(doc: Document, subject: number): number {
  if (doc.upos[subject] !== U.NOUN || isPeopleWord(doc, subject) || partWord(doc.norm[subject]) === "aged") return subject;
  for (let at = doc.head[subject], step = 0; at >= 0 && step < 4; at = doc.head[at], step++) {
    const above = childWith(doc, at, R.nsubj, R["nsubj:pass"]);
    if (above >= 0 && above < subject && isPeopleWord(doc, above)) return above;
  }
  return subject;
}
