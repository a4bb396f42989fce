import type { Kind, Sex, Standing } from "./lexicon.js";
import type { Mention } from "./mentions.js";

/** From this age on one is no minor. */
export const ADULT = 18;

/** One actor while a report is being read: its mentions so far and what they say of it. */
export class Entity {
  readonly mentions: Mention[] = [];
  sex: Sex | null = null;
  guess: Sex | null = null;
  number: "one" | "many" | null = null;
  kind: Kind;
  standing: Standing | null = null;
  minor: boolean | null = null;
  age: number | null = null;
  country: string | null = null;
  canonical: string | null = null;
  /** Names that it goes by, as lists of words. */
  readonly names: (readonly string[])[] = [];
  /** The same, each name once. */
  readonly ownNames: (readonly string[])[] = [];
  /** Words of its names and of its titles, in lower case. */
  readonly nameWords = new Set<string>();
  readonly titleWords = new Set<string>();
  /** Lemmas of the nouns that describe it and of its titles. */
  readonly lemmas = new Set<number>();
  private readonly heads: number[] = [];
  private readonly seen = new Set<string>();

  constructor(first: Mention) {
    this.kind = first.kind;
    this.add(first);
  }

  add(m: Mention): void {
    this.mentions.push(m);
    this.heads.splice(countUpTo(this.heads, m.head), 0, m.head);
    if (m.title !== null) for (const word of m.title.toLowerCase().split(/\s+/)) this.titleWords.add(word);
    if (m.form === "pronoun") {
      this.sex ??= m.sex;
      return;
    }
    this.sex ??= m.sex;
    this.guess ??= m.guess;
    this.number ??= m.number;
    this.standing ??= m.standing;
    this.minor ??= m.minor;
    this.age ??= m.age;
    this.country ??= m.country;
    this.canonical ??= m.canonical;
    if (m.lemma >= 0) this.lemmas.add(m.lemma);
    if (m.form === "name") {
      if (this.names.length === 0) this.kind = m.kind;
      this.addName(m.name);
    }
  }

  private addName(name: readonly string[]): void {
    this.names.push(name);
    const key = name.join(" ");
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.ownNames.push(name);
    for (const word of name) this.nameWords.add(word.toLowerCase());
  }

  /** Tokens from a head back to the nearest mention; one that only follows counts as far. */
  distanceTo(head: number): number {
    const k = countUpTo(this.heads, head);
    if (k > 0) return Math.min(1e6, head - this.heads[k - 1], k < this.heads.length ? 1e5 + this.heads[k] - head : 1e6);
    return Math.min(1e6, 1e5 + this.heads[0] - head);
  }

  get named(): boolean {
    return this.names.length > 0;
  }
}

/** How many of the rising numbers are at most `value`. */
function countUpTo(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a person goes by names that share no word with these: two people of two names are never one. */
function clash(e: Entity, names: readonly (readonly string[])[]): boolean {
  if (e.kind !== "person" || !e.named || names.length === 0) return false;
  return names.every((name) => name.every((w) => !e.nameWords.has(w.toLowerCase())));
}

/** Which entity each mention belongs to. Entities are merged, never split. */
export class Entities {
  private readonly of = new Map<Mention, Entity>();

  get(m: Mention): Entity | null {
    return this.of.get(m) ?? null;
  }

  create(m: Mention): Entity {
    const e = new Entity(m);
    this.of.set(m, e);
    return e;
  }

  /** Puts a mention to an entity, with all that it stood with before; a person of another name stays another. */
  attach(m: Mention, e: Entity): void {
    if (this.of.has(m)) {
      this.merge(e, this.of.get(m) as Entity);
      return;
    }
    if (m.form === "name" && clash(e, [m.name])) {
      this.create(m);
      return;
    }
    e.add(m);
    this.of.set(m, e);
  }

  merge(into: Entity, from: Entity): void {
    if (into === from || clash(into, from.ownNames)) return;
    for (const m of from.mentions) {
      into.add(m);
      this.of.set(m, into);
    }
    if (!into.named && from.named) into.kind = from.kind;
  }

  /** All entities, by their first mention. */
  all(): readonly Entity[] {
    const seen = new Set(this.of.values());
    for (const e of seen) e.mentions.sort((a, b) => a.head - b.head);
    return [...seen].sort((a, b) => a.mentions[0].head - b.mentions[0].head || a.mentions[0].first - b.mentions[0].first);
  }
}

/** Whether nothing that a mention says stands against its being this entity: sex, number, age, country, kind. */
export function agree(e: Entity, m: Mention): boolean {
  if (e.sex && m.sex && e.sex !== m.sex) return false;
  if (e.age !== null && m.age !== null && Math.abs(e.age - m.age) > 1) return false;
  if (e.country && m.country && e.country !== m.country) return false;
  if (m.form !== "pronoun" && e.number && m.number && e.number !== m.number && !(isBody(e.kind) && isBody(m.kind))) return false;
  if (e.minor === true && m.minor === false) return false;
  return (e.kind === "person") === (m.kind === "person") || m.form === "pronoun";
}

/** Bodies and groups, which may be spoken of as one or as many. */
export function isBody(kind: Kind): boolean {
  return kind !== "person" && kind !== "unnamed";
}
