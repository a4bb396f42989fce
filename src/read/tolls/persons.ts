import { overlaps, type Span } from "../../base/span.js";
import { childWith, type Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import type { Actor } from "../../model/reading.js";
import type { Candidate } from "./candidate.js";
import { ordinalOfPhrase } from "./ordinals.js";
import { partWord } from "./parts.js";
import { isGeneric, isPeopleWord, isSinglePerson } from "./people.js";

/** One person whom tolls of an event tell of, as far as the report lets them be told apart. */
export interface Person {
  /** The toll that told of the person as its `who`, or null. */
  toll: string | null;
  /** All tolls that told of the person. */
  readonly told: string[];
  actor: string | null;
  name: string | null;
  age: number | null;
  sex: string | null;
  /** Whose the person is, where it is told of by that: "his brother". */
  readonly owner: string | null;
  /** Sentence that told of the person last. */
  sentence: number;
}

/** Descriptions of candidates, looked up once. */
const described = new WeakMap<Candidate, Person>();

/** Whether a count of one tells of a person already told of: by the same actor, or by a description that nothing sets apart. */
export class Roll {
  private readonly persons: Person[] = [];

  constructor(
    private readonly doc: Document,
    private readonly actors: readonly Actor[],
  ) {}

  /** Enters the candidate's person; `known` where it is one already on the roll. */
  enter(c: Candidate): { readonly person: Person; readonly known: boolean } {
    const { doc } = this;
    const seen = this.describe(c);
    const fresh = isFurther(this.doc, c.head);
    const known = fresh ? undefined : this.persons.find((p) => this.mayBe(p, seen, c));
    if (known) {
      known.actor ??= seen.actor;
      known.name ??= seen.name;
      known.age ??= seen.age;
      known.sex ??= seen.sex;
      known.sentence = doc.sentence[c.head];
      return { person: known, known: true };
    }
    this.persons.push(seen);
    return { person: seen, known: false };
  }

  /** Whether the candidate's person may be one on the roll, without entering it. */
  has(c: Candidate): boolean {
    const seen = this.describe(c);
    return !isFurther(this.doc, c.head) && this.persons.some((p) => this.mayBe(p, seen, c));
  }

  /** Whether the roll holds somebody of the candidate's name or actor. */
  names(c: Candidate): boolean {
    const seen = this.describe(c);
    return this.persons.some(
      (p) => (p.actor !== null && p.actor === seen.actor) || (p.name !== null && seen.name !== null && nameFits(p.name, seen.name)),
    );
  }

  /** What the report lets know of the person counted. */
  describe(c: Candidate): Person {
    const known = described.get(c) ?? this.look(c);
    described.set(c, known);
    return { ...known, told: [] };
  }

  private look(c: Candidate): Person {
    const actor = actorAt(this.actors, [this.doc.start[c.head], this.doc.end[c.head]]);
    const named = this.doc.upos[c.head] === U.PROPN && (!isPeopleWord(this.doc, c.head) || childWith(this.doc, c.head, R.flat) >= 0);
    return {
      toll: null,
      told: [],
      actor: actor?.id ?? null,
      name: named ? this.doc.text.slice(c.phrase[0], c.phrase[1]) : actor?.kind === "person" && NAME.test(actor.name) ? actor.name : null,
      age: actor?.age ?? null,
      sex: actor?.sex ?? null,
      owner: this.ownerOf(c.head),
      sentence: this.doc.sentence[c.head],
    };
  }

  private ownerOf(head: number): string | null {
    const { doc } = this;
    const owner = childWith(doc, head, R["nmod:poss"]);
    return owner < 0 ? null : (actorAt(this.actors, [doc.start[owner], doc.end[owner]])?.id ?? null);
  }

  private mayBe(p: Person, q: Person, c: Candidate): boolean {
    if (p.actor !== null && p.actor === q.actor) return true;
    if (p.name !== null && q.name !== null) return nameFits(p.name, q.name);
    if (p.age !== null && q.age !== null && p.age !== q.age) return false;
    if (p.sex !== null && q.sex !== null && p.sex !== q.sex) return false;
    // coordinated phrases of one sentence are people of their own
    return !(c.coordinated && p.sentence === q.sentence);
  }
}

/** "another man", "a second victim", "two others": people besides those told of. */
export function isFurther(doc: Document, head: number): boolean {
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c]) if (partWord(doc.norm[c]) === "more") return true;
  return partWord(doc.norm[head]) === "more" || ordinalOfPhrase(doc, head) > 1;
}

/** A name and nothing else: "An ITBP trooper" is none. */
const NAME = /^(?!(?:An?|The)\s)\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|al|bin|de|la|van|alias))*$/u;

/** "Kadin T. Mann", "Kadin Mann", "Mann", "Kadin": one name; "Ann Mann" is another. */
export function nameFits(a: string, b: string): boolean {
  const [first, then] = [nameWords(a), nameWords(b)];
  const [p, q] = first.length <= then.length ? [first, then] : [then, first];
  if (p.length === 0) return false;
  if (p.length === 1) return q.includes(p[0]);
  if (p[p.length - 1] !== q[q.length - 1]) return false;
  return p[0].startsWith(q[0]) || q[0].startsWith(p[0]);
}

/** Words of names asked for before: each name of a report is compared with every other. */
const wordsOfNames = new Map<string, readonly string[]>();
const MOST_NAMES = 10_000;

function nameWords(name: string): readonly string[] {
  const known = wordsOfNames.get(name);
  if (known) return known;
  if (wordsOfNames.size >= MOST_NAMES) wordsOfNames.clear();
  const words = name
    .toLowerCase()
    .replace(/[.,"“”()]/g, "")
    .split(/\s+/)
    .filter((w) => w !== "" && !TITLE.test(w) && !/^\d/.test(w));
  wordsOfNames.set(name, words);
  return words;
}

const TITLE = /^(?:jr|sr|ii|iii|mr|mrs|ms)$/;

/** The actor with the shortest mention that overlaps the span; of several as short, the first of the list. */
export function actorAt(actors: readonly Actor[], span: Span): Actor | null {
  const { all, longest } = mentionsOf(actors);
  let lo = 0;
  for (let hi = all.length; lo < hi; ) {
    const mid = (lo + hi) >> 1;
    if (all[mid].span[0] <= span[0] - longest) lo = mid + 1;
    else hi = mid;
  }
  let best: Mentioned | null = null;
  for (let k = lo; k < all.length && all[k].span[0] < span[1]; k++) {
    const m = all[k];
    if (overlaps(m.span, span) && (best === null || m.size < best.size || (m.size === best.size && m.order < best.order))) best = m;
  }
  return best?.actor ?? null;
}

/** One mention of an actor, with its place among all mentions. */
interface Mentioned {
  readonly actor: Actor;
  readonly span: Span;
  readonly size: number;
  readonly order: number;
}

/** Mentions of all actors in text order, and the length of the longest; made once a report, which is asked for every phrase counted. */
function mentionsOf(actors: readonly Actor[]): { readonly all: readonly Mentioned[]; readonly longest: number } {
  const known = mentioned.get(actors);
  if (known) return known;
  const all = actors
    .flatMap((actor) => actor.mentions.map((span) => ({ actor, span, size: span[1] - span[0] })))
    .map((m, order) => ({ ...m, order }))
    .sort((a, b) => a.span[0] - b.span[0] || a.order - b.order);
  const made = { all, longest: all.reduce((most, m) => Math.max(most, m.size), 0) };
  mentioned.set(actors, made);
  return made;
}

const mentioned = new WeakMap<readonly Actor[], { readonly all: readonly Mentioned[]; readonly longest: number }>();

/** Whether the candidate tells of one person by name, description or pronoun. */
export function isOnePerson(doc: Document, c: Candidate): boolean {
  if (c.count.low !== 1 || c.count.high !== 1 || c.word.things) return false;
  return (
    doc.upos[c.head] === U.PROPN ||
    doc.upos[c.head] === U.PRON ||
    isSinglePerson(doc, c.head) ||
    isGeneric(doc, c.head) ||
    doc.xpos[c.head] === P.NN
  );
}

/** "the two men", "the victims": looked back at, not counted anew. */
export function isAnaphoric(doc: Document, head: number): boolean {
  if (doc.upos[head] === U.PRON && doc.xpos[head] === P.PRP) return true;
  const det = childWith(doc, head, R.det);
  return det >= 0 && doc.xpos[det] === P.DT && partWord(doc.norm[det]) === "definite";
}
