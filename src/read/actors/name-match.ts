import type { Entities, Entity } from "./entities.js";
import type { Mention } from "./mentions.js";

/** Words of names that tell nobody apart. */
const SUFFIXES: ReadonlySet<string> = new Set(["jr", "sr", "ii", "iii", "iv"]);
const PARTICLES: ReadonlySet<string> = new Set(["al", "el", "bin", "ibn", "abu", "de", "da", "von", "van", "der", "di"]);
const SMALL: ReadonlySet<string> = new Set(["of", "the", "and", "for", "in", "on", "to", "de", "du", "la"]);

function core(name: readonly string[]): readonly string[] {
  const words = name.filter((w) => !SUFFIXES.has(w));
  while (words.length > 1 && PARTICLES.has(words[0])) words.shift();
  return words;
}

/** How well a name fits another of a person: 2 surely ("Kasymov" of "Kalmukhanbet Kasymov"), 1 perhaps (a first name), 0 not. */
export function personNamesMatch(a: readonly string[], b: readonly string[]): 0 | 1 | 2 {
  const [long, short] = a.length >= b.length ? [core(a), core(b)] : [core(b), core(a)];
  if (long.length === 0 || short.length === 0) return 0;
  if (short.length === 1) {
    if (short[0] === long[long.length - 1]) return 2;
    return long.includes(short[0]) ? 1 : 0;
  }
  if (short[short.length - 1] !== long[long.length - 1]) return isSubsequence(short, long) ? 2 : 0;
  if (short[0] === long[0] || isSubsequence(short, long)) return 2;
  const initial = short[0].length === 1 || long[0].length === 1;
  return initial && short[0][0] === long[0][0] ? 2 : 0;
}

function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let k = 0;
  for (const word of long) if (k < short.length && word === short[k]) k++;
  return k === short.length;
}

/** How well a name fits another of an organisation: its acronym, its end ("Transport Police"), its beginning ("Islamic State group"). */
export function bodyNamesMatch(a: readonly string[], b: readonly string[]): 0 | 1 | 2 {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (short.length === 0) return 0;
  if (long.length === short.length) return long.every((w, k) => w === short[k]) ? 2 : 0;
  if (short.length === 1 && short[0] === initials(long)) return 2;
  const ends = short.every((w, k) => w === long[long.length - short.length + k]);
  const begins = short.every((w, k) => w === long[k]);
  if (short.length >= 2) return ends || begins ? 2 : 0;
  return (ends || begins) && long.length === 2 && short[0].length > 3 ? 1 : 0;
}

function initials(name: readonly string[]): string {
  return name
    .filter((w) => !SMALL.has(w))
    .map((w) => w[0])
    .join("");
}

/** Puts name mentions together, longer names first, so that a headline's "Kasymov" finds the body's full name. */
export function groupNames(mentions: readonly Mention[], entities: Entities): void {
  const named = mentions.filter((m) => m.form === "name");
  const order = named.map((_, k) => k).sort((a, b) => named[b].name.length - named[a].name.length || a - b);
  const made = new ByWord();
  for (const k of order) {
    const m = named[k];
    const best = bestEntity(m, made.sharing(m));
    if (best) entities.attach(m, best);
    const own = best ?? entities.create(m);
    if (entities.get(m) === own) made.add(own, m);
  }
}

/** Actors by the words of their names, their initials and the body they are known to be: only these can match a name. */
class ByWord {
  private readonly order = new Map<Entity, number>();
  private readonly byWord = new Map<string, Set<Entity>>();

  add(e: Entity, m: Mention): void {
    if (!this.order.has(e)) this.order.set(e, this.order.size);
    for (const key of keysOf(m)) {
      const others = this.byWord.get(key);
      if (others) others.add(e);
      else this.byWord.set(key, new Set([e]));
    }
  }

  /** Actors that share something with a name, in the order in which they were made. */
  sharing(m: Mention): readonly Entity[] {
    const found = new Set<Entity>();
    for (const key of keysOf(m)) for (const e of this.byWord.get(key) ?? []) found.add(e);
    return [...found].sort((a, b) => (this.order.get(a) as number) - (this.order.get(b) as number));
  }
}

function keysOf(m: Mention): readonly string[] {
  return [...m.name, initials(m.name), ...(m.canonical ? [`=${m.canonical}`] : [])];
}

function bestEntity(m: Mention, made: readonly Entity[]): Entity | null {
  let best: Entity | null = null;
  let top = 0;
  let rivals = 0;
  for (const e of made) {
    const score = nameScore(e, m);
    if (score === 0) continue;
    const near = 1 / (1 + e.distanceTo(m.head));
    if (score + near > top) {
      if (best && score === Math.floor(top)) rivals++;
      top = score + near;
      best = e;
    } else if (score === Math.floor(top)) rivals++;
  }
  return Math.floor(top) === 1 && rivals > 0 ? null : best;
}

function nameScore(e: Entity, m: Mention): number {
  const person = m.kind === "person";
  // "INS Sukanya" ... "Sukanya": one word alone may have been taken for a person.
  if ((e.kind === "person") !== person)
    return person && m.name.length === 1 && m.title === null && e.ownNames.some((n) => n.length > 1 && n[n.length - 1] === m.name[0])
      ? 1
      : 0;
  if (person && e.sex && m.sex && e.sex !== m.sex && m.name.length === 1) return 0;
  if (!person && m.canonical && m.canonical === e.canonical) return 2;
  if (!person && e.country && m.country && e.country !== m.country) return 0;
  let best = 0;
  for (const name of e.ownNames) best = Math.max(best, person ? personNamesMatch(name, m.name) : bodyNamesMatch(name, m.name));
  return best;
}
