/**
 * Learns how many people a report's chief event killed and injured, from reports of which only the two numbers are known: a softmax
 * over the pairs of numbers that the report may be read as telling, what the report's words at large say of them, and trees that add to
 * its log-odds. Writes `models/tolls.tsv`, `models/tolls-words.bin`, `models/tolls-persons.bin`, `models/tolls-persons.json` and
 * `models/tolls.json`.
 *
 *     npm run train:tolls -- FOLDER [CHOSEN]     (the folder holds stories.train.jsonl and incidents.train.jsonl)
 *
 * Into the file CHOSEN go the numbers chosen for each report by what had not seen its incident, for what is learned from readings.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Forest } from "../../base/forest.js";
import { sourceOfLine } from "../../intake/index.js";
import { reportOf } from "../../pipeline/report.js";
import { boostChoice } from "../../resolve/train/boost.js";
import type { Findings } from "../findings.js";
import { findAll } from "../index.js";
import { Census, type Counted, countedFrom, type Gathering, gatheringOf, packSigns } from "../tolls/census.js";
import { clueFeatures } from "../tolls/clue-features.js";
import { DENSE, denseRows, type Row, type Scores } from "../tolls/dense.js";
import { chiefAccount, likeliest } from "../tolls/reckon.js";
import { saidOf } from "../tolls/said.js";
import { type Sheet, sheetOf } from "../tolls/sheet.js";
import { contrasts, kindFeatures, pairFeatures, signsOf, valueFeatures } from "../tolls/weigh.js";
import { likelihoods, packWording, wordsOf } from "../tolls/wording.js";
import { toldOf } from "../tolls.js";
import { commonSigns, crossedOdds, growPersons, learnSigns } from "./census.js";
import { seeded } from "./random.js";
import { commonWords, learnWording } from "./wording.js";

const SETTINGS = { epochs: 12, rate: 0.05, decay: 1e-2, damping: 1, seed: 1 };
/** Weights smaller than this are left out. */
const LEAST = 0.02;
const FOLDS = 4;
const GROWN = { trees: 90, rate: 0.05, leaves: 12, fewest: 30, l2: 10 };

export interface Gold {
  readonly killed: number;
  readonly injured: number;
}

/** A report's pairs of numbers, the right one among them where `right` is not -1. */
export interface Case {
  readonly killed: readonly (readonly number[])[];
  readonly injured: readonly (readonly number[])[];
  readonly pairs: readonly (readonly number[])[];
  readonly numbers: readonly (readonly [killed: number, injured: number])[];
  readonly sheet: Sheet;
  readonly words: readonly number[];
  readonly gathering: Gathering;
  readonly gold: Gold;
  readonly right: number;
  /** Reports of one incident are of one fold. */
  fold: number;
  /** Id of the report. */
  report: string;
}

/** Names of features and their numbers. */
export class Names {
  readonly all: string[] = [];
  private readonly ids = new Map<string, number>();

  id = (name: string): number => {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    this.ids.set(name, this.all.length);
    return this.all.push(name) - 1;
  };
}

/** The choice that a report poses; null where it poses none, or where more than its chief event is counted in `gold` and cannot be taken off. */
export function caseOf(found: Findings, counted: Gold, whole: boolean, names: Names): Case | null {
  const told = toldOf(found);
  const account = chiefAccount(found, told);
  if (!account) return null;
  const others = (effect: "killed" | "injured"): number =>
    found.events
      .filter((e) => e.id !== found.lead && !e.background && (e.status === "occurred" || e.status === "ongoing"))
      .reduce((n, e) => n + (saidOf(found, told.statements, e.id, effect) ?? 0), 0);
  const gold = whole ? { killed: counted.killed - others("killed"), injured: counted.injured - others("injured") } : counted;
  if (gold.killed < 0 || gold.injured < 0) return null;
  const signs = signsOf(found);
  const contrast = contrasts(account);
  const { killed, injured } = account.values;
  const pairs = killed.flatMap((k) => injured.map((i) => [k, i] as const));
  return {
    killed: killed.map((v) => valueFeatures(signs, account, "killed", v).map(names.id)),
    injured: injured.map((v) => valueFeatures(signs, account, "injured", v).map(names.id)),
    pairs: pairs.map(([k, i]) =>
      [
        ...kindFeatures(signs, account, Math.min(2, k.v), Math.min(2, i.v), contrast),
        ...pairFeatures(account, k, i),
        ...clueFeatures(signs.clues, k.v, i.v),
      ].map(names.id),
    ),
    numbers: pairs.map(([k, i]) => [k.v, i.v] as const),
    sheet: sheetOf(signs, account),
    words: [...wordsOf(found.doc, found.partOf)],
    gathering: gatheringOf(signs, account),
    gold,
    fold: 0,
    report: found.report.id,
    right: pairs.findIndex(([k, i]) => k.v === gold.killed && i.v === gold.injured),
  };
}

function partsOf(c: Case, w: Float64Array): Scores {
  const sum = (features: readonly number[]): number => features.reduce((s, f) => s + (w[f] ?? 0), 0);
  const killed = c.killed.map(sum);
  const injured = c.injured.map(sum);
  const pairs = Float64Array.from(c.pairs, (pair, j) => killed[Math.floor(j / injured.length)] + injured[j % injured.length] + sum(pair));
  return { killed, injured, pairs };
}

/** Softmax regression by AdaGrad, weights averaged over the epochs of the last half. */
export function learn(cases: readonly Case[], size: number): Float64Array {
  const w = new Float64Array(size);
  const g2 = new Float64Array(size).fill(SETTINGS.damping);
  const mean = new Float64Array(size);
  const posed = cases.filter((c) => c.right >= 0);
  const next = seeded(SETTINGS.seed);
  for (let epoch = 0; epoch < SETTINGS.epochs; epoch++) {
    for (let i = posed.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [posed[i], posed[j]] = [posed[j], posed[i]];
    }
    for (const c of posed) step(c, w, g2);
    if (epoch >= SETTINGS.epochs / 2) for (let i = 0; i < size; i++) mean[i] += w[i] / (SETTINGS.epochs / 2);
  }
  return mean;
}

function step(c: Case, w: Float64Array, g2: Float64Array): void {
  const p = Float64Array.from(partsOf(c, w).pairs);
  const top = p.reduce((a, b) => Math.max(a, b));
  const whole = p.reduce((s, x) => s + Math.exp(x - top), 0);
  const killed = new Float64Array(c.killed.length);
  const injured = new Float64Array(c.injured.length);
  const move = (features: readonly number[], slope: number): void => {
    if (Math.abs(slope) < 1e-4) return;
    for (const f of features) {
      const g = slope + SETTINGS.decay * w[f];
      g2[f] += g * g;
      w[f] -= (SETTINGS.rate * g) / Math.sqrt(g2[f]);
    }
  };
  p.forEach((x, j) => {
    const slope = Math.exp(x - top) / whole - (j === c.right ? 1 : 0);
    killed[Math.floor(j / injured.length)] += slope;
    injured[j % injured.length] += slope;
    move(c.pairs[j], slope);
  });
  c.killed.forEach((features, k) => void move(features, killed[k]));
  c.injured.forEach((features, k) => void move(features, injured[k]));
}

interface Line {
  readonly id: string;
  readonly incident?: string;
  readonly gold: Gold;
}

function casesOf(file: string, whole: boolean, names: Names): Case[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((l) => JSON.parse(l) as Line);
  const incidents = new Map<string, number>();
  return lines.flatMap((line) => {
    const { gold, ...open } = line;
    const { report } = reportOf(sourceOfLine(line.id, Buffer.from(JSON.stringify(open)), {}));
    const c = caseOf(findAll(report, "assertions"), gold, whole, names);
    if (!c) return [];
    const incident = line.incident ?? line.id;
    if (!incidents.has(incident)) incidents.set(incident, incidents.size);
    c.fold = (incidents.get(incident) ?? 0) % FOLDS;
    return c;
  });
}

/** What the trees are asked of each case, by weights and trees that have not seen its incident. */
export function crossed(cases: readonly Case[], size: number): readonly (readonly Row[])[] {
  const common = commonWords(cases);
  const folds = Array.from({ length: FOLDS }, (_, f) => {
    const others = cases.filter((c) => c.fold !== f);
    return { weights: learn(others, size), words: learnWording(others, common) };
  });
  const counted = crossedPersons(cases);
  return cases.map((c, n) => {
    const { weights, words } = folds[c.fold];
    return denseRows(c.sheet, partsOf(c, weights), likelihoods(c.words, words), new Census(counted[n]));
  });
}

/** The phrases of each case as they are counted by what has not seen its incident. */
function crossedPersons(cases: readonly Case[]): readonly (readonly Counted[])[] {
  const odds = crossedOdds(cases, FOLDS);
  const forests = Array.from({ length: FOLDS }, (_, f) => {
    const known = cases.flatMap((c, n) => (c.fold === f ? [] : [n]));
    return growPersons(
      known.map((n) => cases[n]),
      known.map((n) => odds[n]),
    );
  });
  return cases.map((c, n) => countedFrom(c.gathering, odds[n], forests[c.fold]));
}

/** Trees over the rows of cases whose right pair is among those asked of. */
export function grow(cases: readonly Case[], rows: readonly (readonly Row[])[]): Forest {
  const asked: Row[] = [];
  const groups: [number, number, number][] = [];
  cases.forEach((c, n) => {
    const at = rows[n].findIndex((row) => row.pair === c.right);
    if (at < 0 || rows[n].length < 2) return;
    groups.push([asked.length, asked.length + rows[n].length, asked.length + at]);
    asked.push(...rows[n]);
  });
  return boostChoice(
    DENSE,
    asked.map((row) => row.x),
    groups,
    asked.map((row) => row.score),
    GROWN,
  );
}

/** For each case the pair chosen by trees that have not seen its incident. */
function folds(cases: readonly Case[], rows: readonly (readonly Row[])[]): readonly number[] {
  const of = (f: number, seen: boolean): number[] => cases.flatMap((c, n) => ((c.fold !== f) === seen ? [n] : []));
  const chosen: number[] = [];
  for (let f = 0; f < FOLDS; f++) {
    const known = of(f, true);
    const forest = grow(
      known.map((n) => cases[n]),
      known.map((n) => rows[n]),
    );
    for (const n of of(f, false)) chosen[n] = likeliest(rows[n], forest);
  }
  return chosen;
}

/** The weights as rows of the model's file. */
export function rowsOf(w: Float64Array, names: Names): string {
  const rows = names.all.flatMap((name, i) => (Math.abs(w[i]) >= LEAST ? [`${name}\t${w[i].toFixed(3)}\n`] : [])).sort();
  return `# Weights of the features by which an event's numbers of killed and injured are chosen (log-odds); made by npm run train:tolls.\n${rows.join("")}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const folder = process.argv[2];
  const names = new Names();
  const stories = casesOf(`${folder}/stories.train.jsonl`, false, names);
  const incidents = casesOf(`${folder}/incidents.train.jsonl`, true, names);
  const all = [...stories, ...incidents];
  const size = names.all.length;
  const rows = crossed(all, size);
  const chosen = folds(all, rows);
  const tell = (name: string, cases: readonly Case[], first: number): void => {
    const possible = cases.filter((c) => c.right >= 0).length;
    const count = (of: (n: number) => boolean): number => cases.filter((_, n) => of(first + n)).length;
    const linear = count((n) => rows[n][0].pair === all[n].right);
    console.log(
      `${name}: ${cases.length} cases, right pair among them ${possible}, chosen in folds ${count((n) => chosen[n] === all[n].right)}, linear ${linear}`,
    );
  };
  tell("stories", stories, 0);
  tell("incidents", incidents, stories.length);
  const unseen = Object.fromEntries(all.map((c, n) => [c.report, c.numbers[chosen[n]]]));
  if (process.argv[3]) writeFileSync(process.argv[3], `${JSON.stringify(unseen)}\n`);
  writeFileSync(new URL("../../../models/tolls.tsv", import.meta.url), rowsOf(learn(all, size), names));
  writeFileSync(new URL("../../../models/tolls-words.bin", import.meta.url), packWording(learnWording(all, commonWords(all))));
  writeFileSync(new URL("../../../models/tolls-persons.bin", import.meta.url), packSigns(learnSigns(all, commonSigns(all))));
  const persons = growPersons(all, crossedOdds(all, FOLDS));
  writeFileSync(new URL("../../../models/tolls-persons.json", import.meta.url), `${JSON.stringify(persons)}\n`);
  writeFileSync(new URL("../../../models/tolls.json", import.meta.url), `${JSON.stringify(grow(all, rows))}\n`);
}
