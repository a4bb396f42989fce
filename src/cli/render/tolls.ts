import type { EventAccount, SaidCount, TollHistory, TollPoint } from "../../views/index.js";
import { clip, columnsOf, harmless, padTo, rule, type Style, wrap } from "../terminal.js";
import { countWords } from "./reading.js";
import { capital, inside, plural, shown } from "./words.js";

const INDENT = "  ";
const EFFECT_WIDTH = 12;

/** A said count with its points, in its history. */
interface Row {
  readonly count: SaidCount;
  readonly points: readonly TollPoint[];
  readonly history: TollHistory;
}

/**
 * Histories effect by effect: the whole first, each total with its parts under it; then what is part of none, or stands in place of a
 * whole that nobody said. One row a count.
 */
export function tollRows(account: EventAccount, style: Style): readonly string[] {
  const lines: string[] = [];
  for (const effect of new Set(account.tolls.map((t) => t.effect))) {
    const of = account.tolls.filter((t) => t.effect === effect);
    const whole = of.find((t) => t.scope === "people") ?? of[0];
    const under = underTotals(of.flatMap(rowsOf));
    const tree = (row: Row, depth: number): readonly string[] => [
      ...countRow(row, depth, style),
      ...(under.parts.get(row) ?? []).flatMap((part) => tree(part, depth + 1)),
    ];
    const [own, rest] = [under.totals.filter((r) => r.history === whole), under.totals.filter((r) => r.history !== whole)];
    lines.push("", tollHead(whole, style), ...own.flatMap((r) => tree(r, 0)));
    if (effect === "killed") lines.push(...named(account, style));
    lines.push(...rest.flatMap((r) => tree(r, 0)));
  }
  return lines;
}

function rowsOf(history: TollHistory): readonly Row[] {
  const by = new Map(history.points.map((p) => [p.statement, p]));
  return history.counts.flatMap((count) => {
    const points = count.statements.flatMap((id) => by.get(id) ?? []);
    return points.length > 0 ? [{ count, points, history }] : [];
  });
}

/** Rows that are part of none, and under each those that are said to be a part of it. */
function underTotals(rows: readonly Row[]): { readonly totals: readonly Row[]; readonly parts: ReadonlyMap<Row, readonly Row[]> } {
  const by = new Map(rows.flatMap((row) => row.points.map((p) => [p.statement, row] as const)));
  const parts = new Map<Row, Row[]>();
  const totals = rows.filter((row) => {
    const { partOf } = row.points[0];
    const total = partOf === null ? undefined : by.get(partOf);
    if (!total || total === row || total.points[0].partOf !== null) return true;
    parts.set(total, [...(parts.get(total) ?? []), row]);
    return false;
  });
  return { totals, parts };
}

/** How many of the dead have a name. */
function named({ namedDead, tolls }: EventAccount, style: Style): readonly string[] {
  if (namedDead.length === 0) return [];
  const best = tolls.find((t) => t.effect === "killed" && t.scope === "people")?.now.best ?? null;
  const of = best !== null && best >= namedDead.length ? ` of ${best.toLocaleString("en")}` : "";
  const names = shown(
    namedDead.map((w) => harmless(w.words.replace(/\s+/g, " "))),
    6,
  );
  return wrap(`${namedDead.length}${of} named: ${names}`, style.width, INDENT, "    ").map(style.dim);
}

function tollHead(history: TollHistory, style: Style): string {
  const { now } = history;
  const scope = history.scope === "people" ? "" : `, ${harmless(history.scope)}`;
  const number = (n: number | null, none: string): string => (n === null ? none : n.toLocaleString("en"));
  const best = `low ${number(now.low, "unsaid")}   best ${style.bold(style.yellow(number(now.best, "unsaid")))}   high ${number(now.high, "open")}`;
  return `${style.bold(padTo(capital(history.effect) + scope, EFFECT_WIDTH))}  ${best}${style.dim(`   (rule: ${now.rule}; ● used)`)}`;
}

const CHANGES: Readonly<Record<TollPoint["change"], string>> = {
  first: "",
  repeat: "",
  revision: "revised",
  recount: "recount",
  "other-scope": "other scope",
  "other-speaker": "another speaker",
  contradiction: "contradicts",
  denial: "denied",
};

function countRow({ count, points: of, history }: Row, depth: number, style: Style): readonly string[] {
  // In the first report that says it, who is quoted stands for the headline that says it too.
  const quoted = of.filter((p) => p.voice.report === of[0].voice.report && p.voice.chain.length > 0);
  const first = quoted.find((p) => p.stance !== "claims") ?? quoted[0] ?? of[0];
  const used = of.some((p) => history.now.used.includes(p.statement)) ? style.green("●") : style.dim("○");
  const said = clip(saidWords(first, history.scope), 24);
  const told = first.change === "repeat" ? of[0] : first;
  const because = told.change === "other-scope" && told.because ? told.because : CHANGES[told.change];
  const change = depth > 0 ? "" : because;
  const left = `${INDENT}${"  ".repeat(depth)}${used} ${padTo(first.published?.slice(0, 10) ?? "no date", 10)}  ${padTo(style.yellow(said), 12)}  `;
  const room = style.width - columnsOf(left) - (change ? columnsOf(change) + 2 : 0);
  const row = left + padTo(clip(inside(first.voice.text), room), change ? room : 0) + (change ? style.dim(`  ${harmless(change)}`) : "");
  if (count.reports < 2) return [row];
  const last = of[of.length - 1].published?.slice(0, 10);
  const until = last && last !== first.published?.slice(0, 10) ? ` to ${last}` : "";
  return [
    row,
    style.dim(`${" ".repeat(30)}${plural(count.reports, "report")}${until}, ${plural(count.independent, "independent source")}`),
  ];
}

/** "14", "2 policemen", "1 Beatrice Anyango", "unharmed: Luis Quispe". */
function saidWords(point: TollPoint, scope: string): string {
  const counted = point.who ?? (scope === "people" ? null : classWords(scope, point.count.low === 1 && point.count.high === 1));
  const who = counted !== null && point.number.words.toLowerCase().includes(counted.toLowerCase()) && !isBare(point) ? null : counted;
  const number = point.count.low === 0 && point.count.high === 0 ? "none" : countWords(point.count);
  if (who === null) return number;
  const whom = harmless(withoutCount(who));
  return number === "none" ? `${whom}: no` : `${number} ${whom}`;
}

/** "1 woman", "2 of the security forces": a class of people as one says it. */
function classWords(scope: string, isOne: boolean): string {
  if (scope === "security-forces") return "of the security forces";
  if (!isOne) return scope;
  return { women: "woman", children: "child" }[scope] ?? (CLASSES.has(scope) ? scope.replace(/s$/u, "") : scope);
}

const CLASSES: ReadonlySet<string> = new Set(["civilians", "militants", "attackers", "foreigners"]);

/** One told of without a number: what stands for the count is whom it counts. */
function isBare(point: TollPoint): boolean {
  return point.count.low === 1 && point.count.high === 1 && !/\d/.test(point.number.words);
}

/** "12 policemen" beside a 12 is "policemen". */
function withoutCount(who: string): string {
  return who.replace(/^(?:\d[\d,.]*|\p{L}+) (?=\p{L}+s\b)/u, "").replace(/\s+/g, " ");
}

/** Every said count of an event, in its exact words, and what the rule made of them. */
export function renderHistory(tolls: readonly TollHistory[], style: Style): readonly string[] {
  return [...new Set(tolls.map((t) => t.effect))].flatMap((effect) => {
    const of = tolls.filter((t) => t.effect === effect);
    return [
      ...of.flatMap((history) => pointsOf(history.points, `${effect}, ${history.scope}`, style)),
      ...of.flatMap((history) => reckoned(history, tolls, style)),
    ];
  });
}

/** Changes by which a source takes back what it said before. */
const REPLACES: ReadonlySet<TollPoint["change"]> = new Set<TollPoint["change"]>(["revision", "recount"]);

function pointsOf(points: readonly TollPoint[], name: string, style: Style): readonly string[] {
  if (points.length === 0) return [];
  const ids = new Map(points.map((p) => [p.statement, p]));
  return [
    rule(style, harmless(name)),
    ...points.flatMap((p) => {
      const replaced = p.replaces ? ids.get(p.replaces) : undefined;
      const why = [
        p.because ? `${p.change}: ${p.because}` : p.change,
        replaced ? `${REPLACES.has(p.change) ? "takes the place of" : "stands against"} ${replaced.statement.slice(0, 8)}` : "",
      ];
      return [
        `${p.published?.slice(0, 10) ?? "no date   "}  ${style.yellow(saidWords(p, history(p)))}  ${style.dim(p.statement.slice(0, 8))}`,
        ...wrap(harmless(why.filter(Boolean).join(", ")), style.width, "            ").map(style.dim),
        ...(p.asOf ? wrap(`as of ${p.asOf}`, style.width, "            ").map(style.dim) : []),
        ...wrap(`${inside(p.voice.text)} (origin: ${harmless(p.voice.origin)})`, style.width, "            "),
        ...wrap(`“${harmless(p.evidence.words.replace(/\s+/g, " "))}”`, style.width, "            ").map(style.dim),
      ];
    }),
  ];
}

function history(point: TollPoint): string {
  return point.who ?? "people";
}

/** What the rule made of a whole: which statements it used, which it left out and why. */
function reckoned({ effect, scope, now }: TollHistory, all: readonly TollHistory[], style: Style): readonly string[] {
  if (scope !== "people") return [];
  const points = new Map(all.filter((t) => t.effect === effect).flatMap((t) => t.points.map((p) => [p.statement, p] as const)));
  const number = (n: number | null, none = "unsaid"): string => (n === null ? none : String(n));
  const said = (id: string): string => {
    const point = points.get(id);
    return point ? `${countWords(point.count)} (${id.slice(0, 8)})` : id.slice(0, 8);
  };
  const used = now.used.map(said).join(", ") || "no statement";
  const whys = [...new Set(now.left.map((l) => l.why))];
  const left = whys.flatMap((why) => {
    const of = now.left.filter((l) => l.why === why).map((l) => said(l.statement));
    return wrap(`${why}: ${of.join(", ")}`, style.width, "            left out  ", "                      ").map(style.dim);
  });
  return [
    `${padTo(now.rule, 10)}  low ${number(now.low)}, best ${style.bold(number(now.best))}, high ${number(now.high, "open")}`,
    ...wrap(used, style.width, "            used      ", "                      ").map(style.dim),
    ...left,
  ];
}
