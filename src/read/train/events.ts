import { readFileSync, writeFileSync } from "node:fs";
import { overlaps, type Span } from "../../base/span.js";
import { plainReport, type Report } from "../../model/report.js";
import { affinityFeatures } from "../events/affinity.js";
import type { Cluster } from "../events/cluster.js";
import { type Context, contextOf } from "../events/context.js";
import type { Mention } from "../events/mention.js";
import { actsOf } from "../events.js";
import { findAll } from "../index.js";
import { seeded } from "./random.js";

/** One decision: does the mention tell of the cluster's event? */
interface Decision {
  readonly features: readonly string[];
  readonly yes: boolean;
  readonly weight: number;
}

/** A line of a corpus: a report with ECB+ mentions, or one read by hand with its events. */
interface Line {
  readonly id: string;
  readonly text: string;
  readonly published?: string | null;
  readonly outlet?: string | null;
  readonly title?: string | null;
  readonly mentions?: readonly { readonly start: number; readonly end: number; readonly chain: string | null }[];
  readonly events?: readonly { readonly id: string; readonly mentions: readonly string[] }[];
}

interface Marked {
  readonly span: Span;
  readonly event: string;
}

/** Mentions with their event as the corpora mark them: ECB+ chains, and the hand-made readings' events. */
function marksOf(line: Line): readonly Marked[] {
  if (line.mentions) {
    return line.mentions.map((m, k) => ({ span: [m.start, m.end] as Span, event: m.chain ?? `alone ${k}` }));
  }
  return (line.events ?? []).flatMap((e) =>
    e.mentions.flatMap((quoted) => spansOf(line.text, quoted).map((span) => ({ span, event: e.id }))),
  );
}

function spansOf(text: string, quoted: string): Span[] {
  const all: Span[] = [];
  for (let at = text.indexOf(quoted); at >= 0; at = text.indexOf(quoted, at + 1)) all.push([at, at + quoted.length]);
  return all;
}

function reportOf(line: Line): Report {
  const { id, text, published = null, outlet = null, title = null } = line;
  return plainReport(text, { id, published, outlet, title });
}

/** Decisions of a report, the clusters before each mention being the true ones. */
function decisionsOf(line: Line, weight: number): Decision[] {
  const ctx = contextOf(findAll(reportOf(line), "attributions"));
  const marks = marksOf(line);
  const truth = new Map<string, Cluster>();
  const decisions: Decision[] = [];
  for (const mention of actsOf(ctx).acts) {
    const event = eventOf(ctx, mention, marks);
    if (event === null) continue;
    const clusters = [...truth.values()];
    for (const [id, c] of truth) {
      const features = affinityFeatures(ctx, mention, c, clusters);
      if (features) decisions.push({ features, yes: id === event, weight });
    }
    const home = truth.get(event);
    if (home) home.mentions.push(mention);
    else if (mention.type !== null) truth.set(event, { mentions: [mention], results: [] });
  }
  return decisions;
}

function eventOf(ctx: Context, mention: Mention, marks: readonly Marked[]): string | null {
  const at: Span = [ctx.doc.start[mention.trigger.first], ctx.doc.end[mention.trigger.last]];
  const over = marks.filter((m) => overlaps(m.span, at)).sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
  return over[0]?.event ?? null;
}

/** Logistic regression by AdaGrad with a little L2; plain and small, so that its weights can be read. */
function learn(decisions: readonly Decision[], epochs = 30, rate = 0.1, decay = 0.1): Map<string, number> {
  const w = new Map<string, number>();
  const g2 = new Map<string, number>();
  const order = decisions.map((_, i) => i);
  const next = seeded(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const k of order) {
      const d = decisions[k];
      const slope = (1 / (1 + Math.exp(-scoreOf(w, d.features))) - (d.yes ? 1 : 0)) * d.weight;
      for (const f of d.features) {
        const g = slope + decay * (w.get(f) ?? 0);
        g2.set(f, (g2.get(f) ?? 1e-6) + g * g);
        w.set(f, (w.get(f) ?? 0) - (rate * g) / Math.sqrt(g2.get(f) as number));
      }
    }
  }
  return w;
}

function scoreOf(w: ReadonlyMap<string, number>, features: readonly string[]): number {
  let sum = 0;
  for (const f of features) sum += w.get(f) ?? 0;
  return sum;
}

/** Quality over all decisions, those of each fifth of the reports decided by what the others teach. */
function crossed(all: readonly (readonly Decision[])[], bias: number): string {
  let [right, said, asked, loss, n] = [0, 0, 0, 0, 0];
  for (let fold = 0; fold < 5; fold++) {
    const w = learn(all.filter((_, k) => k % 5 !== fold).flat());
    for (const d of all.filter((_, k) => k % 5 === fold).flat()) {
      const z = scoreOf(w, d.features) + bias;
      const yes = z > 0;
      if (yes) said++;
      if (d.yes) asked++;
      if (yes && d.yes) right++;
      loss += Math.log(1 + Math.exp(d.yes ? -z : z));
      n++;
    }
  }
  const [p, r] = [right / Math.max(1, said), right / Math.max(1, asked)];
  return `P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)} F ${((200 * p * r) / (p + r)).toFixed(1)} (${right} of ${asked}, ${n}), loss ${(loss / n).toFixed(4)}`;
}

const [bench, bias = "0.25"] = process.argv.slice(2);
const lines = (name: string): Line[] =>
  readFileSync(`${bench}/${name}`, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((l) => JSON.parse(l) as Line);
const all = [
  ...lines("mentions.train.jsonl").map((l) => decisionsOf(l, 1)),
  ...lines("reading.train.jsonl").map((l) => decisionsOf(l, 1.5)),
];
for (const b of [-0.5, 0, 0.25, 0.5]) console.log(`5-fold, bias ${b}: ${crossed(all, b)}`);
const w = learn(all.flat());
w.set("bias", (w.get("bias") ?? 0) + Number(bias));
const rows = [...w].filter(([, x]) => Math.abs(x) >= 0.01).sort(([a], [b]) => (a < b ? -1 : 1));
const head = "# Weights of the features by which mentions are put together to events (log-odds); made by npm run train:events.\n";
writeFileSync(
  new URL("../../../models/event-merging.tsv", import.meta.url),
  head + rows.map(([f, x]) => `${f}\t${x.toFixed(3)}\n`).join(""),
);
console.log(`${all.flat().length} decisions, ${rows.length} weights`);
