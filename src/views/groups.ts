import type { Judgement } from "../model/ledger.js";
import type { Event, Reading } from "../model/reading.js";
import { eventKey, findEvent } from "../resolve/index.js";
import type { State } from "./state.js";

/** An event as one report tells it. */
export interface Member {
  readonly key: string;
  readonly report: string;
  readonly reading: Reading;
  readonly event: Event;
}

/** An event over all reports: members that judgements join. `id` is the key of the first of them; every id it ever had leads on to it. */
export interface Group {
  readonly id: string;
  readonly ids: readonly string[];
  readonly members: readonly Member[];
}

/** Which group an event of a reading is in, beside the groups themselves. */
export interface Groups {
  readonly all: readonly Group[];
  of(report: string, event: string | null): Group | null;
}

const made = new WeakMap<State, Groups>();

/**
 * Joins events by the state's judgements. Persons come first, the newest of them before older ones; a resolver's "same" that would
 * bring together what a person keeps apart is passed over.
 */
export function groupsOf(state: State): Groups {
  const known = made.get(state);
  if (known) return known;
  const groups = group(state);
  made.set(state, groups);
  return groups;
}

function group(state: State): Groups {
  const members = allMembers(state);
  const index = new Map<string, number>();
  for (const [i, m] of members.entries()) index.set(`${m.report} ${m.event.id}`, i);
  const joined = new Joining(members.length);
  for (const judgement of inOrder(state.judgements)) {
    const a = locate(state, index, judgement.a);
    const b = locate(state, index, judgement.b);
    if (a === null || b === null || a === b) continue;
    if (judgement.verdict === "same") joined.join(a, b);
    else if (judgement.verdict === "different" && judgement.by.kind === "person") joined.part(a, b);
  }
  const roots = new Map<number, Member[]>();
  members.forEach((m, i) => {
    const root = joined.find(i);
    const list = roots.get(root);
    if (list) list.push(m);
    else roots.set(root, [m]);
  });
  const former = formerKeys(state, index);
  const all = [...roots.entries()].map(([root, list]): Group => {
    const ids = list.flatMap((m) => [m.key, ...(former.get(index.get(`${m.report} ${m.event.id}`) as number) ?? [])]);
    return { id: members[root].key, ids: [...new Set(ids)], members: list };
  });
  const at = new Map(all.flatMap((g) => g.members.map((m) => [`${m.report} ${m.event.id}`, g] as const)));
  return { all, of: (report, event) => (event === null ? null : (at.get(`${report} ${event}`) ?? null)) };
}

/** Earliest report first; in a report its lead first, then by place in the text. So the first member of a group is its best founder. */
function allMembers(state: State): Member[] {
  const members: Member[] = [];
  for (const [report, reading] of state.readings) {
    const events = reading.events.filter((e) => e.part !== "furniture");
    const sorted = [...events].sort((a, b) => Number(b.id === reading.lead) - Number(a.id === reading.lead) || first(a) - first(b));
    for (const event of sorted) members.push({ key: eventKey(report, event), report, reading, event });
  }
  return members;
}

function first(event: Event): number {
  return event.mentions.length ? event.mentions[0][0] : -1;
}

/** Persons' judgements by recency (the ledger gives them in order), then the resolver's, surest first. */
function inOrder(judgements: readonly Judgement[]): Judgement[] {
  const persons = judgements.filter((j) => j.by.kind === "person").reverse();
  const resolver = judgements.filter((j) => j.by.kind === "resolver" && j.verdict === "same");
  return [...persons, ...resolver.sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || (a.id < b.id ? -1 : 1))];
}

function locate(state: State, index: ReadonlyMap<string, number>, ref: Judgement["a"]): number | null {
  const reading = state.readings.get(ref.report);
  const event = reading ? findEvent(reading, ref) : null;
  return event ? (index.get(`${ref.report} ${event.id}`) ?? null) : null;
}

/** Keys that events had in readings withdrawn since, by the member that tells of them now. */
function formerKeys(state: State, index: ReadonlyMap<string, number>): ReadonlyMap<number, readonly string[]> {
  const keys = new Map<number, string[]>();
  for (const old of state.former) {
    for (const event of old.events) {
      const at = locate(state, index, { report: old.report, type: event.type, evidence: event.mentions });
      if (at !== null) keys.set(at, [...(keys.get(at) ?? []), eventKey(old.report, event)]);
    }
  }
  return keys;
}

/** Union-find that knows which sets are kept apart. A set's root is its lowest member. */
class Joining {
  readonly #root: Int32Array;
  readonly #apart = new Map<number, Set<number>>();

  constructor(n: number) {
    this.#root = Int32Array.from({ length: n }, (_, i) => i);
  }

  find(i: number): number {
    let at = i;
    while (this.#root[at] !== at) at = this.#root[at] = this.#root[this.#root[at]];
    return at;
  }

  join(a: number, b: number): boolean {
    const [x, y] = [this.find(a), this.find(b)].sort((p, q) => p - q);
    if (x === y) return true;
    if (this.#apart.get(x)?.has(y)) return false;
    this.#root[y] = x;
    for (const other of this.#apart.get(y) ?? []) {
      this.#apart.get(other)?.delete(y);
      this.#keep(x, other);
    }
    this.#apart.delete(y);
    return true;
  }

  part(a: number, b: number): boolean {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y) return false;
    this.#keep(x, y);
    return true;
  }

  #keep(x: number, y: number): void {
    for (const [p, q] of [
      [x, y],
      [y, x],
    ]) {
      const set = this.#apart.get(p) ?? new Set<number>();
      this.#apart.set(p, set.add(q));
    }
  }
}
