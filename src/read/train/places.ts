/**
 * Trains the places stage: which words are places (logistic regression over hashed features) and which place of a name is meant (a
 * softmax over its candidates, in two passes). Writes `models/places.bin`, `places.json` and prints figures on a held-out tenth.
 *
 *     npx tsx src/read/train/places.ts FOLDER      (holds places-trnews.train.jsonl, places-lgl.train.jsonl, places-gwn.train.jsonl)
 */
import { writeFileSync } from "node:fs";
import { overlap, type Span } from "../../base/span.js";
import { type Entry, nameKey } from "../../gazetteer/index.js";
import { packLinear, unpackLinear } from "../linear.js";
import { distance } from "../places/distance.js";
import { type Group, groupsOf, type Setting, settingOf } from "../places/evidence.js";
import { BITS, recognise, walk } from "../places/recognise.js";
import { beliefs, best, FEATURES, featuresOf, softmax } from "../places/resolve.js";
import type { Spot } from "../places/spots.js";
import { type Example, learn, SETTINGS } from "./logistic.js";
import { type GoldReport, readGold, readWeak, recased, type Toponym, type WeakReport } from "./places-data.js";

const CORPORA = ["places-trnews", "places-lgl", "places-gwn"] as const;
/** Weight of a report in capitals or without any, beside one as it was printed. */
const RECASED = 0.5;
const TENTH = 10;
/** Weight of a name of which only the place of the report's event is known. */
const WEAK = 0.5;
/** Log-odds above which a spot is a place. */
const THRESHOLD = -0.2;

interface Solved {
  readonly setting: Setting;
  readonly groups: readonly Group[];
  /** For each group the right candidates; empty where none is. */
  readonly right: readonly (readonly number[])[];
  readonly weight: number;
}

const folder = process.argv[2];
const all = CORPORA.map((name) => readGold(`${folder}/${name}.train.jsonl`));
const held = all.map((reports) => reports.filter((_, i) => i % TENTH === TENTH - 1));
const kept = all.map((reports) => reports.filter((_, i) => i % TENTH !== TENTH - 1));
const weakReports = [...readWeak(`${folder}/stories.train.jsonl`, 4), ...readWeak(`${folder}/incidents.train.jsonl`, 2)];
const cased = CORPORA.flatMap((name) => (["upper", "lower"] as const).map((how) => recased(`${folder}/${name}.train.jsonl`, how)));

/** Corpora of few reports count as much as those of many. */
function weightOf(reports: readonly GoldReport[], least: number): number {
  return Math.sqrt(least / Math.max(1, reports.length)) * 1.2;
}

function spotExamples(reports: readonly GoldReport[], weight: number, into: Example[]): Spot[][] {
  return reports.map(({ view, toponyms }) => {
    const { doc } = view;
    return walk(view, (spot, features) => {
      const span: Span = [doc.start[spot.first], doc.end[spot.end - 1]];
      const hits = toponyms.filter((t) => overlap(span, [t.start, t.end]) > 0);
      if (hits.length === 0) {
        into.push({ features: features.taken(), yes: false, weight });
        return "no";
      }
      if (hits.every((t) => t.ignore)) return "pass";
      if (!hits.some((t) => !t.ignore && t.start >= span[0])) return "pass";
      into.push({ features: features.taken(), yes: true, weight });
      return "yes";
    });
  });
}

function train(
  corpora: readonly (readonly GoldReport[])[],
  recasedToo: readonly (readonly GoldReport[])[],
): { recogniser: Float64Array; first: number[]; again: number[] } {
  const least = Math.max(...corpora.map((c) => c.length));
  const examples: Example[] = [];
  const spots = corpora.map((reports) => spotExamples(reports, weightOf(reports, least), examples));
  for (const reports of recasedToo) spotExamples(reports, RECASED, examples);
  const recogniser = learn(examples, { ...SETTINGS, bits: BITS, epochs: 12, decay: 1e-5 });
  const [linear] = unpackLinear(packLinear([recogniser]), BITS);
  const weak = weakReports.map((w) => solveWeak(w, recognise(w.view, linear, THRESHOLD)));
  const solved: Solved[] = corpora.flatMap((reports, c) => reports.map((gold, i) => solve(gold, spots[c][i])));
  solved.push(...weak);
  const first = learnChoice(
    solved.flatMap((s) =>
      s.groups.map((g, k) => ({ rows: featuresOf(g, s.groups, s.setting, null), right: s.right[k], weight: s.weight })),
    ),
  );
  const zero = first.map(() => 0);
  let again = zero;
  for (let round = 0; round < 2; round++) {
    const rows = solved.flatMap((s) => {
      const before =
        round === 0
          ? s.groups.map((g) => softmax(featuresOf(g, s.groups, s.setting, null), first))
          : beliefs(s.groups, s.setting, { first, again });
      return s.groups.map((g, k) => ({ rows: featuresOf(g, s.groups, s.setting, before), right: s.right[k], weight: s.weight }));
    });
    again = learnChoice(rows);
  }
  return { recogniser, first, again };
}

function solve(gold: GoldReport, spots: readonly Spot[]): Solved {
  const groups = groupsOf(gold.view, spots, gold.report.title);
  return { groups, weight: 1, setting: settingOf(gold.view, spots, gold.report), right: groups.map((g) => rightOf(gold, g)) };
}

function solveWeak({ report, view, lat, lon, town }: WeakReport, spots: readonly Spot[]): Solved {
  const groups = groupsOf(view, spots, report.title);
  const right = groups.map((g) => {
    if (town !== null && !nameKey(town).startsWith(g.spots[0].key)) return [];
    return g.candidates.flatMap(({ entry }, c) =>
      entry.kind !== "region" && entry.kind !== "country" && distance(entry, { lat, lon }) < 60 ? [c] : [],
    );
  });
  return { groups, setting: settingOf(view, spots, report), right, weight: WEAK };
}

/** The candidates that are what the gold says: of the same id, else the near ones. */
function rightOf({ view: { doc }, toponyms }: GoldReport, group: Group): number[] {
  const counts = new Map<number, number>();
  for (const spot of group.spots) {
    const t = toponymOf(toponyms, [doc.start[spot.first], doc.end[spot.end - 1]]);
    if (!t || t.lat === null) continue;
    const same = group.candidates.flatMap(({ entry }, c) => (entry.geonames !== null && entry.geonames === t.geonames ? [c] : []));
    const good =
      same.length > 0
        ? same
        : group.candidates.flatMap(({ entry }, c) => (distance(entry, { lat: t.lat, lon: t.lon } as Entry) < 40 ? [c] : []));
    for (const c of good) counts.set(c, (counts.get(c) ?? 0) + 1);
  }
  const top = Math.max(0, ...counts.values());
  return [...counts].filter(([, n]) => n === top).map(([c]) => c);
}

function toponymOf(toponyms: readonly Toponym[], span: Span): Toponym | null {
  const hits = toponyms.filter((t) => !t.ignore && overlap(span, [t.start, t.end]) > 0);
  return hits.find((t) => t.start === span[0] && t.end === span[1]) ?? hits[0] ?? null;
}

interface Choice {
  readonly rows: readonly Float64Array[];
  readonly right: readonly number[];
  readonly weight: number;
}

/** Softmax over the candidates of a name, the likelihood of all right ones together; AdaGrad. */
function learnChoice(choices: readonly Choice[]): number[] {
  const w = new Array<number>(FEATURES.length).fill(0);
  const g2 = new Array<number>(FEATURES.length).fill(1e-4);
  const useful = choices.filter(({ rows, right }) => right.length > 0 && right.length < rows.length);
  for (let epoch = 0; epoch < 40; epoch++) {
    for (const { rows, right, weight } of useful) {
      const p = softmax(rows, w);
      const good = right.reduce((sum, c) => sum + p[c], 0) || 1e-12;
      for (let k = 0; k < w.length; k++) {
        let slope = 2e-5 * w[k];
        for (let c = 0; c < rows.length; c++) slope += p[c] * rows[c][k];
        for (const c of right) slope -= (p[c] / good) * rows[c][k];
        slope *= weight;
        g2[k] += slope * slope;
        w[k] -= (0.2 * slope) / Math.sqrt(g2[k]);
      }
    }
  }
  return w.map((x) => Math.round(x * 1000) / 1000);
}

/** Found, and found near, as the scorer counts them. */
function measure(reports: readonly GoldReport[], model: ReturnType<typeof train>, threshold: number): string {
  const [linear] = unpackLinear(packLinear([model.recogniser]), BITS);
  let said = 0;
  let asked = 0;
  let found = 0;
  let near = 0;
  for (const gold of reports) {
    const { view, toponyms } = gold;
    const spots = recognise(view, linear, threshold);
    const groups = groupsOf(view, spots, gold.report.title);
    const p = beliefs(groups, settingOf(view, spots, gold.report), model);
    const place = new Map(groups.flatMap((g, k) => g.spots.map((s) => [s, g.candidates[best(p[k])]?.entry ?? null] as const)));
    const free = new Set(spots);
    for (const t of [...toponyms].sort((a, b) => Number(a.ignore ?? false) - Number(b.ignore ?? false))) {
      if (!t.ignore) asked++;
      const hit = [...free].find((s) => overlap([view.doc.start[s.first], view.doc.end[s.end - 1]], [t.start, t.end]) > 0);
      if (!hit) continue;
      free.delete(hit);
      if (t.ignore) continue;
      said++;
      found++;
      const entry = place.get(hit);
      if (
        entry &&
        ((entry.geonames !== null && entry.geonames === t.geonames) || distance(entry, { lat: t.lat, lon: t.lon } as Entry) <= 161)
      )
        near++;
    }
    said += free.size;
  }
  const f = (right: number) => ((200 * right) / (said + asked)).toFixed(1);
  return `found F ${f(found)} (P ${((100 * found) / said).toFixed(1)} R ${((100 * found) / asked).toFixed(1)}), near F ${f(near)}, near of found ${((100 * near) / found).toFixed(1)}`;
}

const trial = train(kept, []);
for (const threshold of [-0.8, -0.4, 0, 0.4]) {
  console.error(`threshold ${threshold}`);
  for (const [c, reports] of held.entries())
    console.error(`  ${CORPORA[c]} held-out tenth (${reports.length} reports): ${measure(reports, trial, threshold)}`);
}
const model = train(all, cased);
const named = (w: readonly number[]) => Object.fromEntries(FEATURES.map((name, k) => [name, w[k]]));
const models = new URL("../../../models/", import.meta.url);
writeFileSync(new URL("places.bin", models), packLinear([model.recogniser]));
writeFileSync(
  new URL("places.json", models),
  `${JSON.stringify({ threshold: THRESHOLD, first: named(model.first), again: named(model.again) }, null, 1)}\n`,
);
