import { compareTuples, overlap, type Report, repr, type Task } from "./shared.js";

type Name = readonly [start: number, end: number, type: string];
type Counts = [right: number, said: number, asked: number];

const KINDS = ["person", "organisation", "place", "nationality"] as const;

const key = (n: Name): string => n.join(" ");
const distinct = (all: readonly Name[]): readonly Name[] => [...new Map(all.map((n) => [key(n), n])).values()];

/** Exact span and type; relaxed beside it, one to one. What a corpus does not mark is neither asked nor punished. */
export const names: Task = {
  name: "names",
  score(gold, said, report) {
    const exact = new Map<string, Counts>();
    const relaxed = new Map<string, Counts>();
    const untyped: Counts = [0, 0, 0];
    for (const g of gold) {
      const complete = new Set<string>(g.complete);
      const asked = distinct(g.names.filter((n: any) => complete.has(n.type)).map((n: any): Name => [n.start, n.end, n.type]));
      const spoken = allowed(
        g,
        asked,
        distinct(
          (said.get(g.id)?.names ?? []).filter((n: any) => complete.has(n.type)).map((n: any): Name => [n.span[0], n.span[1], n.type]),
        ),
      );
      const wanted = new Set(asked.map(key));
      const right = spoken.filter((n) => wanted.has(key(n)));
      const mates = matched(asked, spoken);
      for (const group of ["all", g.source]) {
        add(exact, group, [right.length, spoken.length, asked.length]);
        add(relaxed, group, [mates.length, spoken.length, asked.length]);
      }
      for (const kind of g.complete) {
        const of = (all: readonly Name[]): number => all.filter((n) => n[2] === kind).length;
        add(exact, kind, [of(right), of(spoken), of(asked)]);
        add(relaxed, kind, [of(mates), of(spoken), of(asked)]);
      }
      const [a, n] = [asked, spoken].map((all) => new Set(all.map((x) => `${x[0]} ${x[1]}`)));
      untyped[0] += [...a].filter((x) => n.has(x)).length;
      untyped[1] += n.size;
      untyped[2] += a.size;
      printErrors(g, report, asked, spoken, right);
    }
    for (const kind of KINDS) {
      const counts = exact.get(kind);
      if (!counts || (!counts[1] && !counts[2])) continue;
      report.row(kind, ...counts);
      report.row(`${kind} (relaxed)`, ...(relaxed.get(kind) as Counts));
    }
    for (const source of [...new Set(gold.map((g) => g.source as string))].sort())
      report.row(`in ${source}`, ...(exact.get(source) as Counts));
    report.row("span alone", ...untyped);
    report.row("all (relaxed)", ...(relaxed.get("all") ?? [0, 0, 0]));
    return report.row("all (exact)", ...(exact.get("all") ?? [0, 0, 0]));
  },
};

/** What is said on a span that gold leaves open is left out. */
function allowed(g: any, asked: readonly Name[], spoken: readonly Name[]): readonly Name[] {
  const maybe: readonly number[][] = (g.maybe ?? []).map((m: any) => [m.start, m.end]);
  const wanted = new Set(asked.map(key));
  const at = (n: Name): readonly number[] => [n[0], n[1]];
  return spoken.filter(
    (n) => wanted.has(key(n)) || asked.some((a) => overlap(at(n), at(a)) > 0) || !maybe.some((m) => overlap(at(n), m) > 0),
  );
}

/** Gold names that some said name of their type overlaps, one to one. */
function matched(asked: readonly Name[], spoken: readonly Name[]): readonly Name[] {
  const pairs = asked.flatMap((a) =>
    spoken.flatMap((n) =>
      a[2] === n[2] && overlap([a[0], a[1]], [n[0], n[1]]) > 0 ? [{ a, n, shared: overlap([a[0], a[1]], [n[0], n[1]]) }] : [],
    ),
  );
  pairs.sort((x, y) =>
    compareTuples([key(x.a) === key(x.n) ? -1 : 0, -x.shared, ...x.a, ...x.n], [key(y.a) === key(y.n) ? -1 : 0, -y.shared, ...y.a, ...y.n]),
  );
  const [mate, taken] = [new Map<string, Name>(), new Set<string>()];
  for (const { a, n } of pairs) {
    if (mate.has(key(a)) || taken.has(key(n))) continue;
    mate.set(key(a), a);
    taken.add(key(n));
  }
  return [...mate.values()];
}

function add(counts: Map<string, Counts>, group: string, more: Counts): void {
  const [a, b, c] = counts.get(group) ?? [0, 0, 0];
  counts.set(group, [a + more[0], b + more[1], c + more[2]]);
}

function printErrors(g: any, report: Report, asked: readonly Name[], spoken: readonly Name[], right: readonly Name[]): void {
  const hit = new Set(right.map(key));
  for (const [what, all] of [
    ["missed", asked],
    ["wrong", spoken],
  ] as const) {
    for (const n of all.filter((x) => !hit.has(key(x))).sort(compareTuples))
      report.error(() => `${g.id}: ${what} ${repr(g.text.slice(n[0], n[1]))} ${n[2]}`);
  }
}
