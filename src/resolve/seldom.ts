import type { Link } from "./cluster.js";
import { mayBeOneSeldomAct, speaksAgainst } from "./events.js";
import type { EventSummary } from "./summary.js";

/** One event of one report, by the report's number. */
export interface Item {
  readonly report: number;
  readonly event: EventSummary;
}

type Pair = readonly [number, number];

/** Log-odds of two leads from which their stories are one, where nothing speaks against it. */
const SURE = 1.8;
/** The same for what a report looks back at and what others are chiefly about. */
const RECALLED = 1;
/** How much likelier than with another story that one is: a trial may be of either of two bombings of one year. */
const CLEARLY = 1.5;
/** The share of their pairs that may yet speak against it: a report's day or place is misread now and then. */
const MISREAD = 0.35;

/**
 * Further pairs that belong together beside those in `together`: stories of one act that happens seldom, of the days after it and of the
 * trial years later, which share too few words to be one story, and what other reports recall of it. One sure pair joins them, where few
 * pairs tell of other days or another place. Not by the mean over all pairs, which counts it against two stories that most of their
 * reports were never compared.
 */
export function seldomTogether(
  items: readonly Item[],
  story: Int32Array,
  links: readonly Link[],
  together: readonly Pair[],
  apart: readonly Pair[],
): readonly Pair[] {
  const groups = new Groups(items, together, apart);
  const sure = links.filter(({ a, b, odds }) => odds >= RECALLED && mayBeOneSeldomAct(items[a].event, items[b].event)).sort(surest);
  const isLeads = ({ a, b }: Link): boolean => items[a].event.lead && items[b].event.lead;
  const stories = sure.filter((l) => isLeads(l) && l.odds >= SURE && story[items[l.a].report] !== story[items[l.b].report]);
  const found: Pair[] = [];
  for (const link of [...stories, ...sure.filter((l) => items[l.a].event.lead !== items[l.b].event.lead)]) {
    if (groups.mayJoin(link) && !hasRival(link, isLeads(link) ? stories : sure, groups)) found.push(groups.join(link));
  }
  return [...together, ...found];
}

const surest = (x: Link, y: Link): number => y.odds - x.odds || x.a - y.a || x.b - y.b;

/** Whether one of the two is nearly as likely one with a third that cannot be the other. */
function hasRival(link: Link, all: readonly Link[], groups: Groups): boolean {
  const ends: readonly Pair[] = [
    [link.a, link.b],
    [link.b, link.a],
  ];
  return ends.some(([mine, other]) =>
    all.some((o) => {
      if (o === link || o.odds < link.odds - CLEARLY || (!groups.areOne(o.a, mine) && !groups.areOne(o.b, mine))) return false;
      const third = groups.areOne(o.a, mine) ? o.b : o.a;
      return !groups.areOne(third, other) && !groups.areOne(third, mine) && groups.speakAgainst(third, other);
    }),
  );
}

/** Which items are one by now. */
class Groups {
  readonly #items: readonly Item[];
  readonly #apart: readonly Pair[];
  readonly #of: number[][];

  constructor(items: readonly Item[], together: readonly Pair[], apart: readonly Pair[]) {
    this.#items = items;
    this.#apart = apart;
    this.#of = items.map((_, i) => [i]);
    for (const [a, b] of together) if (!this.#areApart(a, b)) this.#unite(a, b);
  }

  areOne(a: number, b: number): boolean {
    return this.#of[a] === this.#of[b];
  }

  join({ a, b }: Link): Pair {
    this.#unite(a, b);
    return [a, b];
  }

  #unite(a: number, b: number): void {
    if (this.areOne(a, b)) return;
    const all = [...this.#of[a], ...this.#of[b]];
    for (const i of all) this.#of[i] = all;
  }

  /** Whether two groups hold no two events of one report, nothing that was told apart, and little that speaks against it. */
  mayJoin({ a, b }: Link): boolean {
    if (this.areOne(a, b)) return false;
    const [mine, theirs] = [this.#of[a], this.#of[b]];
    const reports = new Set(mine.map((i) => this.#items[i].report));
    if (theirs.some((i) => reports.has(this.#items[i].report))) return false;
    return !this.#areApart(a, b) && !this.speakAgainst(a, b);
  }

  #areApart(a: number, b: number): boolean {
    const [mine, theirs] = [this.#of[a], this.#of[b]];
    return this.#apart.some(
      ([x, y]) => (this.#of[x] === mine && this.#of[y] === theirs) || (this.#of[y] === mine && this.#of[x] === theirs),
    );
  }

  speakAgainst(a: number, b: number): boolean {
    const event = (i: number): EventSummary => this.#items[i].event;
    const all = this.#of[a].flatMap((i) => this.#of[b].map((j) => [event(i), event(j)] as const));
    const pairs = all.filter(([x, y]) => x.type === y.type);
    return pairs.filter(([x, y]) => speaksAgainst(x, y)).length > MISREAD * pairs.length;
  }
}
