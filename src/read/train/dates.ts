import { readFileSync, writeFileSync } from "node:fs";
import { overlaps, type Span } from "../../base/span.js";
import { plainReport } from "../../model/report.js";
import { walkEvents } from "../dates.js";
import { FEATURES, Values, valuesOf } from "../events/date-features.js";
import { type Candidate, type Dates, datingOf } from "../events/dating.js";
import type { EventFinding, Findings } from "../findings.js";
import { findAll } from "../index.js";
import { seeded } from "./random.js";

/** One decision: the features of every candidate, and which of them are right. */
interface Decision {
  readonly candidates: readonly { readonly index: Int16Array; readonly value: Float64Array; readonly right: boolean }[];
  readonly weight: number;
}

interface GoldEvent {
  readonly id: string;
  readonly type: string;
  readonly mentions: readonly string[];
  readonly earliest?: string | null;
  readonly latest?: string | null;
}

interface Line {
  readonly id: string;
  readonly text: string;
  readonly published?: string | null;
  readonly title?: string | null;
  readonly outlet?: string | null;
  readonly gold?: { readonly date?: string };
  readonly templates?: readonly { readonly date: readonly string[] }[];
  readonly events?: readonly GoldEvent[];
}

/** What is known of one event's dates: which candidates are right, and its dates where the corpus gives them whole. */
interface Judge {
  right(c: Candidate): boolean;
  readonly dates: Dates | null;
  readonly weight: number;
}

type Judging = (found: Findings) => (e: EventFinding) => Judge | null;

function decisionsOf(line: Line, judging: Judging): Decision[] {
  const { id, published = null, title = null, outlet = null } = line;
  const found = findAll(plainReport(line.text, { id, published, title, outlet }), "story");
  const judgeOf = judging(found);
  const made: Decision[] = [];
  const values = new Values();
  walkEvents(datingOf(found), (d, e, all, known) => {
    const judge = judgeOf(e);
    if (judge) {
      const candidates = all.map((c) => {
        valuesOf(d, e, c, all, known, values);
        return { index: values.index.slice(0, values.count), value: values.value.slice(0, values.count), right: judge.right(c) };
      });
      if (candidates.some((c) => c.right) && candidates.some((c) => !c.right)) made.push({ candidates, weight: judge.weight });
    }
    return judge?.dates ?? { when: e.when, earliest: e.earliest, latest: e.latest };
  });
  return made;
}

/** The widest stretch of days that still says when. */
const WIDEST = 3;

/** A registry's day of the lead event: stretches of a few days around it are right, and where none is, to say nothing is a little. */
function leadOn(first: string, last: string, weight: number): Judging {
  return (found) => (e) => {
    if (e.id !== found.lead) return null;
    const around = (c: Dates): boolean => {
      if (!c.earliest || !c.latest || c.earliest > last || c.latest < first) return false;
      return (
        (Date.parse(c.latest) - Date.parse(c.earliest)) / 86_400_000 <=
        Math.max(WIDEST, (Date.parse(last) - Date.parse(first)) / 86_400_000)
      );
    };
    const told = found.times.some((t) => around({ when: t.id, earliest: t.earliest, latest: t.latest }));
    return { right: (c) => (told ? around(c) : c.from === "none"), dates: null, weight: told ? weight : weight * UNTOLD };
  };
}

const UNTOLD = 0.2;

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** "12 JAN 90" or "12 JAN 90 - 14 JAN 90"; null for "- 12 JAN 90", which only says no later. */
function templateDays(date: string): readonly [string, string] | null {
  const days = [...date.matchAll(/(\d{2}) ([A-Z]{3}) (\d{2})/g)].map(
    ([, day, month, year]) => `19${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${day}`,
  );
  return days.length === 0 || date.trim().startsWith("-") ? null : [days[0], days[days.length - 1]];
}

/** Events read by hand, matched by their mentions as the scorer of readings does it. */
function readByHand(line: Line): Judging {
  return (found) => {
    const mates = new Map<string, GoldEvent>();
    for (const gold of line.events ?? []) {
      const spans = gold.mentions.flatMap((quoted) => spansOf(line.text, quoted));
      let best: EventFinding | null = null;
      let top = 0;
      for (const e of found.events) {
        const shared = spans.reduce((n, m) => n + e.mentions.filter((x) => overlaps(m, x)).length, 0);
        const worth = shared === 0 || mates.has(e.id) ? 0 : shared + (gold.type === e.type ? 0.5 : 0);
        if (worth > top) [best, top] = [e, worth];
      }
      if (best) mates.set(best.id, gold);
    }
    return (e) => {
      const gold = mates.get(e.id);
      if (!gold) return null;
      const dates = { when: null, earliest: gold.earliest ?? null, latest: gold.latest ?? null };
      return { right: (c) => c.earliest === dates.earliest && c.latest === dates.latest, dates, weight: BY_HAND };
    };
  };
}

const BY_HAND = 3;

function spansOf(text: string, quoted: string): Span[] {
  const all: Span[] = [];
  for (let at = text.indexOf(quoted); at >= 0; at = text.indexOf(quoted, at + 1)) all.push([at, at + quoted.length]);
  return all;
}

const RATE = 0.05;
const EPOCHS = 20;

/** A softmax over the candidates of each decision, all right ones together; AdaGrad with a little L2, weights averaged over the epochs of the last half. */
function learn(decisions: readonly Decision[], decay: number): Float64Array {
  const w = new Float64Array(FEATURES.length);
  const g2 = new Float64Array(FEATURES.length).fill(1e-6);
  const order = decisions.map((_, i) => i);
  const next = seeded(1);
  const sum = new Float64Array(FEATURES.length);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const k of order) step(w, g2, decisions[k], decay);
    if (epoch >= EPOCHS / 2) w.forEach((x, i) => (sum[i] += x));
  }
  return sum.map((x) => x / (EPOCHS / 2));
}

function scoreOf(w: Float64Array, c: Decision["candidates"][number]): number {
  let sum = 0;
  for (let i = 0; i < c.index.length; i++) sum += w[c.index[i]] * c.value[i];
  return sum;
}

function step(w: Float64Array, g2: Float64Array, { candidates, weight }: Decision, decay: number): void {
  const scores = candidates.map((c) => scoreOf(w, c));
  const top = Math.max(...scores);
  const odds = scores.map((s) => Math.exp(s - top));
  const all = odds.reduce((a, b) => a + b, 0);
  const right = odds.reduce((a, b, k) => a + (candidates[k].right ? b : 0), 0);
  const gradient = new Map<number, number>();
  candidates.forEach((c, k) => {
    const slope = weight * (odds[k] / all - (c.right ? odds[k] / Math.max(right, 1e-12) : 0));
    for (let i = 0; i < c.index.length; i++) gradient.set(c.index[i], (gradient.get(c.index[i]) ?? 0) + slope * c.value[i]);
  });
  for (const [i, slope] of gradient) {
    const g = slope + decay * w[i];
    g2[i] += g * g;
    w[i] -= (RATE * g) / Math.sqrt(g2[i]);
  }
}

function rightOf(w: Float64Array, decisions: readonly Decision[]): number {
  return decisions.filter(({ candidates }) => {
    const scores = candidates.map((c) => scoreOf(w, c));
    return candidates[scores.indexOf(Math.max(...scores))].right;
  }).length;
}

const FOLDS = 5;

const [bench, every = "1", decay = "0.03"] = process.argv.slice(2);
const lines = (name: string): Line[] =>
  readFileSync(`${bench}/${name}`, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((l) => JSON.parse(l) as Line);
const sets: readonly Decision[][][] = [
  lines("stories.train.jsonl")
    .filter((_, k) => k % Number(every) === 0)
    .map((l) => (l.gold?.date ? decisionsOf(l, leadOn(l.gold.date, l.gold.date, 1)) : [])),
  lines("muc4.train.jsonl").flatMap((l) => {
    const days = l.templates?.length === 1 ? templateDays(l.templates[0].date[0] ?? "") : null;
    return days ? [decisionsOf(l, leadOn(...days, 1))] : [];
  }),
  lines("reading.train.jsonl").map((l) => decisionsOf(l, readByHand(l))),
];
const right = sets.map(() => [0, 0]);
for (let fold = 0; fold < FOLDS; fold++) {
  const w = learn(
    sets.flatMap((set) => set.filter((_, k) => k % FOLDS !== fold).flat()),
    Number(decay),
  );
  sets.forEach((set, s) => {
    const held = set.filter((_, k) => k % FOLDS === fold).flat();
    right[s][0] += rightOf(w, held);
    right[s][1] += held.length;
  });
}
console.log(`held out: ${right.map(([n, of]) => `${((100 * n) / of).toFixed(1)}% of ${of}`).join(", ")}`);
const w = learn(sets.flat(2), Number(decay));
const head = "# Weights of the features by which the days of an event are chosen (log-odds); made by npm run train:dates.\n";
const rows = FEATURES.flatMap((name, k) => (Math.abs(w[k]) < 0.005 ? [] : [`${name}\t${w[k].toFixed(3)}\n`]));
writeFileSync(new URL("../../../models/event-dates.tsv", import.meta.url), head + rows.join(""));
