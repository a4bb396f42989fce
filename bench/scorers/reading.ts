import { Cells } from "./cells.js";
import { overlap, Points, type Report, repr, same, type Task } from "./shared.js";
import { say } from "./tolls.js";

type Events = ReadonlyMap<string, any>;

interface Both {
  readonly text: Points;
  readonly r: any;
  readonly events: Events;
  readonly goldEvents: Events;
}

/** Every cell of every statement and event of reports read by hand. */
export const reading: Task = {
  name: "reading",
  score(gold, said, report) {
    const total = new Cells();
    for (const g of gold) {
      const r = said.get(g.id) ?? { events: [], statements: [], places: [], actors: [], attributions: [] };
      const both: Both = {
        text: new Points(g.text),
        r,
        events: new Map(r.events.map((e: any) => [e.id, e])),
        goldEvents: new Map(g.events.map((e: any) => [e.id, e])),
      };
      matchStatements(g, both, total, report);
      matchEvents(g, both, total);
    }
    total.print(report);
    return report.row("all cells", total.right, total.said, total.asked);
  },
};

/** Statements one to one: same kind, overlapping evidence, the most equal cells first. */
function matchStatements(g: any, both: Both, total: Cells, report: Report): void {
  const { r, text } = both;
  const pairs: { readonly worth: number; readonly i: number; readonly j: number }[] = [];
  g.statements.forEach((a: any, i: number) => {
    const at = goldSpan(text, a.evidence);
    r.statements.forEach((b: any, j: number) => {
      if (a.kind !== b.kind || 2 * overlap(at, b.evidence) < Math.min(at[1] - at[0], b.evidence[1] - b.evidence[0])) return;
      const trial = new Cells();
      statementCells(trial, a, b, both);
      pairs.push({ worth: trial.right - 0.1 * trial.said, i, j });
    });
  });
  pairs.sort((x, y) => y.worth - x.worth || x.i - y.i || x.j - y.j);
  const [mate, taken] = [new Map<number, number>(), new Set<number>()];
  for (const { i, j } of pairs) {
    if (mate.has(i) || taken.has(j)) continue;
    mate.set(i, j);
    taken.add(j);
  }
  g.statements.forEach((a: any, i: number) => {
    const j = mate.get(i);
    statementCells(total, a, j === undefined ? null : r.statements[j], both);
    if (j === undefined) report.error(() => `${g.id}: missed ${a.kind} ${repr(cut(a.evidence))}`);
  });
  r.statements.forEach((b: any, j: number) => {
    if (taken.has(j)) return;
    statementCells(total, null, b, both);
    report.error(() => `${g.id}: extra ${b.kind} ${repr(cut(say(text, b.evidence)))}`);
  });
}

function cut(words: string): string {
  return Array.from(words).slice(0, 90).join("");
}

function goldSpan(text: Points, quoted: string): readonly [number, number] {
  const at = text.find(quoted);
  return at >= 0 ? [at, at + text.lengthOf(quoted)] : [0, 0];
}

function allSpans(text: Points, quoted: string): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  const length = text.lengthOf(quoted);
  for (let at = text.find(quoted); at >= 0; at = text.find(quoted, at + length)) spans.push([at, at + length]);
  return spans;
}

function statementCells(c: Cells, g: any, s: any, both: Both): void {
  const { kind } = g ?? s;
  c.cell(kind, g && kind, s && kind);
  voiceCells(c, kind, g, s, both);
  const part = [g && (g.part || "body"), s && (s.part || "body")];
  if (part.some((x) => x && x !== "body" && x !== "headline")) c.cell(`${kind}.part`, part[0], part[1]);
  if (kind === "toll") tollCells(c, g, s, both.text);
  if (kind === "toll" || kind === "label" || kind === "event") {
    const mentionsMeet = (a: any, b: any): boolean =>
      a.mentions.some((q: string) => allSpans(both.text, q).some((m) => b.mentions.some((n: number[]) => overlap(m, n) > 0)));
    c.cell(`${kind}.of`, g && both.goldEvents.get(g.event), s && both.events.get(s.event), mentionsMeet);
  }
  if (kind === "label") c.cell("label.label", g?.label, s?.label);
  if (kind === "figure") figureCells(c, g, s, both.text);
}

/** Sources link by link, and the innermost stance. */
function voiceCells(c: Cells, kind: string, g: any, s: any, both: Both): void {
  const links = s ? chain(s, both) : [];
  const said = links.filter((x) => x.words || x.name);
  const asked: readonly string[] = g ? g.source : [];
  for (let k = 0; k < Math.max(asked.length, said.length); k++) {
    c.cell(`${kind}.source`, asked[k], said[k], (a: string, b: Link) => same(a, b.words) || same(a, b.name));
  }
  c.cell(`${kind}.stance`, g?.stance, links[0]?.stance);
}

interface Link {
  readonly words: string;
  readonly name: string;
  readonly stance: string;
}

function chain(statement: any, { r, text }: Both): readonly Link[] {
  const by = new Map<string, any>(r.attributions.map((a: any) => [a.id, a]));
  const names = new Map<string, string>(r.actors.map((a: any) => [a.id, a.name || ""]));
  return statement.attribution.flatMap((id: string) => {
    const a = by.get(id);
    return a ? [{ words: say(text, a.sourceSpan), name: names.get(a.source) ?? "", stance: a.stance }] : [];
  });
}

function tollCells(c: Cells, g: any, s: any, text: Points): void {
  const count = s?.count ?? {};
  c.cell("toll.effect", g?.effect, s?.effect);
  c.cell("toll.count", g && [g.low, g.high], s && [count.low, count.high]);
  c.cell("toll.was", g?.was, count.was);
  c.cell("toll.who", g?.who, s?.who ? say(text, s.who) : null, same);
}

function figureCells(c: Cells, g: any, s: any, text: Points): void {
  const count = s?.count ?? {};
  c.cell("figure.count", g && [g.low, g.high], s && [count.low, count.high]);
  c.cell("figure.unit", g?.unit, s ? count.unit : null);
  c.cell(
    "figure.measure",
    g?.measure,
    s?.measure ? say(text, s.measure) : null,
    (a: string, b: string) => same(a, b) || b.includes(a) || a.includes(b),
  );
}

/** Events one to one by mentions that overlap, in the order of gold. */
function matchEvents(g: any, both: Both, total: Cells): void {
  const { goldEvents, events, text } = both;
  const matched = new Map<string, string>();
  for (const [id, a] of goldEvents) {
    const spans = a.mentions.flatMap((q: string) => allSpans(text, q));
    const taken = new Set(matched.values());
    let best: { readonly worth: number; readonly k: string } | null = null;
    for (const [k, e] of events) {
      const shared = spans.reduce((n: number, m: number[]) => n + e.mentions.filter((x: number[]) => overlap(m, x) > 0).length, 0);
      if (taken.has(k) || shared === 0) continue;
      const worth = shared + (a.type === e.type ? 0.5 : 0);
      if (best === null || worth > best.worth || (worth === best.worth && k > best.k)) best = { worth, k };
    }
    if (best) matched.set(id, best.k);
  }
  for (const [id, a] of goldEvents) eventCells(total, a, events.get(matched.get(id) ?? ""), both);
  const taken = new Set(matched.values());
  for (const [k, e] of events) if (!taken.has(k)) eventCells(total, null, e, both);
  total.cell("lead", g.lead, both.r.lead, (a: string, b: string) => matched.get(a) === b);
}

function eventCells(c: Cells, g: any, e: any, { r, text }: Both): void {
  const place = e && r.places.find((p: any) => p.id === e.where);
  c.cell("event.type", g?.type, e?.type);
  c.cell("event.status", g?.status, e?.status);
  c.cell("event.where", g?.where, place, (a: string, b: any) => same(a, say(text, b.span)) || same(a, b.name || ""));
  c.cell("event.country", g?.country, e?.country);
  const when = (x: any): unknown => (x && (x.earliest || x.latest) ? [x.earliest, x.latest] : null);
  c.cell("event.when", when(g), when(e));
  const left: { role: string; words: string }[] = e
    ? e.roles.filter((x: any) => x.span).map((x: any) => ({ role: x.role, words: say(text, x.span) }))
    : [];
  for (const filler of g ? g.roles : []) {
    const k = left.findIndex((x) => x.role === filler.role && same(filler.text, x.words));
    c.cell("event.role", filler.text, k >= 0 ? filler.text : null);
    if (k >= 0) left.splice(k, 1);
  }
  for (const _ of left) c.cell("event.role", null, "extra");
}
