import { saidOf } from "../read/tolls/said.js";
import type { Member } from "./groups.js";
import { instant } from "./state.js";

/** What one report says in sum of the people that its event killed and injured; nobody, where it says nothing. */
export interface Sum {
  /** Day on which it was published, counted from 1970; `null` where that is unknown. */
  readonly day: number | null;
  readonly killed: number;
  readonly injured: number;
}

const DAY = 86_400_000;

/** What the reports of an event say in sum, in order of time, undated ones first: those that are chiefly about it, or all of them where none is. */
export function sumsOf(members: readonly Member[]): readonly Sum[] {
  const chief = members.filter((m) => m.reading.lead === m.event.id);
  return (chief.length > 0 ? chief : members)
    .map(({ reading, event }) => {
      const tolls = reading.statements.flatMap((s) => (s.kind === "toll" ? [s] : []));
      const said = (effect: "killed" | "injured"): number => saidOf(reading, tolls, event.id, effect) ?? 0;
      const at = instant(reading.report.published.value);
      const known = at < Number.MAX_SAFE_INTEGER;
      const day = known ? Math.floor(at / DAY) : null;
      return { at: known ? at : 0, id: reading.report.id, day, killed: said("killed"), injured: said("injured") };
    })
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ day, killed, injured }) => ({ day, killed, injured }));
}

/** What is asked of a count among the sums of the reports. */
export const OF_SUMS: readonly string[] = [
  "share of sums",
  "share of late sums",
  "latest sum",
  "earliest sum",
  "share of pairs",
  "behind the commonest pair",
  "behind the commonest sum",
  "share of sums of the last day",
  "sums above",
  "sums below",
];

/** Days after which what was said weighs half. */
const HALF = 2;
/** Days before the last report that one without a date is taken to be of. */
const UNDATED = 3;

/** How a count stands to what the reports say in sum: how many say it, how late, together with which number of the other effect. */
export function featuresOfSums(count: number, injured: boolean, sums: readonly Sum[]): readonly number[] {
  if (sums.length === 0) return OF_SUMS.map(() => -1);
  const own = sums.map((s) => (injured ? s.injured : s.killed));
  const other = sums.map((s) => (injured ? s.killed : s.injured));
  const last = sums.reduce<number | null>((day, s) => s.day ?? day, null);
  const weights = sums.map(({ day }) => 0.5 ** ((day === null || last === null ? UNDATED : last - day) / HALF));
  const share = (of: (i: number) => boolean, weight: (i: number) => number): number => {
    let [part, whole] = [0, 0];
    for (let i = 0; i < own.length; i++) {
      whole += weight(i);
      if (of(i)) part += weight(i);
    }
    return whole === 0 ? -1 : part / whole;
  };
  const times = own.map((a) => own.filter((b) => b === a).length);
  const pairs = own.map((a, i) => own.filter((b, j) => b === a && other[j] === other[i]).length);
  const says = (i: number): boolean => own[i] === count;
  const mostOf = (numbers: readonly number[]): number => Math.max(0, ...numbers.filter((_, i) => says(i)));
  return [
    share(says, () => 1),
    share(says, (i) => weights[i]),
    Number(own[own.length - 1] === count),
    Number(own[0] === count),
    mostOf(pairs) / own.length,
    mostOf(pairs) - Math.max(...pairs),
    Math.max(...times) - mostOf(times),
    share(says, (i) => Number(sums[i].day === last)),
    share(
      (i) => own[i] > count,
      () => 1,
    ),
    share(
      (i) => own[i] < count,
      () => 1,
    ),
  ];
}
