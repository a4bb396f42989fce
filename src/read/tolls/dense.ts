import { CENSUS, type Census } from "./census.js";
import type { Clues } from "./clues.js";
import type { Kind } from "./hypotheses.js";
import type { Figure, Sheet, Told } from "./sheet.js";
import { saidOfPair } from "./wording.js";

/** What the trees may ask of a pair of numbers: plain figures, gathered once for a report. */

/** Log-odds of the linear scorer: by each number of killed, of injured, and by each pair. */
export interface Scores {
  readonly killed: ArrayLike<number>;
  readonly injured: ArrayLike<number>;
  /** By number killed, then injured, in one row. */
  readonly pairs: ArrayLike<number>;
}

const CUES = ["acts", "period", "victim", "victims", "both", "else", "triple", "kin", "accident", "crowd", "alive", "condition"] as const;

/** What is asked of one number of an effect. */
const OF_ONE = [
  "number",
  "score behind",
  "rank",
  "sources",
  "told",
  "sentences",
  "place",
  "plain",
  "further",
  "aside",
  "now",
  "behind most",
  "behind first",
  "behind last",
  "behind headline",
  "over few",
  "over many",
  "over all",
  "over named",
  "over apart",
  "over joined",
  "over split",
  "over hinted",
  "over now",
  "plain over",
  "plain kept from",
  "plain under",
  "singles plain",
  "singles weak",
  "singles hinted",
  "parts",
  "few",
  "many",
  "all",
  "named",
  "apart",
  "rest",
  "further sum",
  "sentence sum",
] as const; // prettier-ignore
const OF_PAIR = [
  "score behind",
  "rank",
  "alone",
  "total",
  "total told plain",
  "total told weak",
  "total behind most",
  "besides plain",
  "besides weak",
  "besides open",
  "sentences of report",
  "cue death",
  "cue hurt",
  "cue self",
  "cue more",
  ...CUES.map((kind) => `cue ${kind}` as const),
  "difference",
  "over now both",
  "together apart",
  "together whole",
  "together first",
  "total behind acts",
  "killed behind deaths",
  "total behind deaths",
  "total behind ordinal",
  "total behind victims",
  "killed behind dead told back",
  "total behind dead told back",
  "injured behind hurt told back",
  "total behind hurt told back",
  "total behind told back",
  "killed behind murders",
  "total behind murders",
  "injured behind attempts",
  "total behind attempts",
  "gathered dead",
  "gathered dead again",
  "gathered dead in headline",
  "gathered hurt in headline",
  "gathered apart hint",
  "gathered apart weak",
  "gathered apart plain",
  "gathered open hint",
  "gathered open weak",
  "gathered open plain",
  "words pair",
  "words killed",
  "words injured",
] as const; // prettier-ignore
export const DENSE: readonly string[] = [
  ...OF_ONE.map((name) => `killed ${name}`),
  ...OF_ONE.map((name) => `injured ${name}`),
  ...OF_PAIR,
  ...CENSUS,
];

const BOTH = CENSUS.indexOf("census pair");

/** How many pairs, the likeliest first, the trees are asked of. */
const ASKED = 12;

/** What the linear scorer, the words and the persons counted one by one count for in the log-odds that the trees add to. */
export const SHARES = { linear: 0.56, words: 0.3, persons: 0.3 };

/** A pair by its place in the scores, with what the trees may ask of it. */
export interface Row {
  readonly pair: number;
  readonly score: number;
  readonly x: Float64Array;
}

const most = (xs: ArrayLike<number>): number => {
  let top = -99;
  for (let i = 0; i < xs.length; i++) if (xs[i] > top) top = xs[i];
  return top;
};
const rankOf = (xs: ArrayLike<number>, s: number): number => {
  let n = 0;
  for (let i = 0; i < xs.length; i++) if (xs[i] > s) n++;
  return n;
};

/** The likeliest pairs, each with what the trees may ask; `words` how likely each kind of pair is by the report's words alone, `census` by the persons told of. */
export function denseRows(sheet: Sheet, scores: Scores, words: ArrayLike<number>, census: Census): readonly Row[] {
  const { killed, injured } = sheet.figures;
  const dead = killed.map((f, a) => ofOne(sheet.killed, killed, f, scores.killed, a));
  const hurt = injured.map((f, b) => ofOne(sheet.injured, injured, f, scores.injured, b));
  const order = Array.from(scores.pairs, (_, j) => j).sort((p, q) => scores.pairs[q] - scores.pairs[p] || p - q);
  const top = scores.pairs[order[0]];
  const second = scores.pairs[order[1] ?? order[0]];
  return order.slice(0, ASKED).map((pair, rank) => {
    const a = Math.floor(pair / injured.length);
    const b = pair % injured.length;
    const score = scores.pairs[pair];
    const gap = rank === 0 ? second - score : top - score;
    const counted = census.of(killed[a].v, injured[b].v);
    const said = saidOfPair(words, killed[a].v, injured[b].v);
    const x = inOneRow([dead[a], hurt[b], [gap, rank], ofPair(sheet, killed[a], injured[b]), said, counted]);
    return { pair, score: SHARES.linear * score + SHARES.words * said[0] + SHARES.persons * counted[BOTH], x };
  });
}

/** Doubles, whatever the figures are: the trees are asked of one kind of list. */
function inOneRow(pieces: readonly (readonly number[])[]): Float64Array {
  const x = new Float64Array(DENSE.length);
  let at = 0;
  for (const piece of pieces) {
    x.set(piece, at);
    at += piece.length;
  }
  return x;
}

function ofOne(all: readonly Told[], figures: readonly Figure[], f: Figure, scores: ArrayLike<number>, at: number): readonly number[] {
  const { v, told } = f;
  const by = (kind: Kind): number => figures.find((o) => o.by.includes(kind))?.v ?? 0;
  const has = (kind: Kind): number => Number(f.by.includes(kind));
  const stated = all.filter((t) => t.n >= 2 && t.strength > 0);
  const plain = stated.filter((t) => t.near === 2 && !t.aside);
  const head = all.filter((t) => t.place === 2 && t.strength > 0);
  const singles = (strength: number): number => all.filter((t) => t.n === 1 && t.strength === strength && t.near > 0).length;
  const behind = (ts: readonly Told[], pick: (ns: readonly number[]) => number): number =>
    ts.length === 0 ? -9 : v - pick(ts.map((t) => t.n));
  return [
    Math.min(v, 30),
    most(scores) - scores[at],
    rankOf(scores, scores[at]),
    f.by.length,
    told.length,
    new Set(told.map((t) => t.sentence)).size,
    told.reduce((p, t) => Math.max(p, t.place), -1),
    told.filter((t) => t.strength === 2 && t.near === 2 && !t.aside && !t.further).length,
    told.filter((t) => t.further).length,
    told.filter((t) => t.aside).length,
    has("now"),
    behind(stated, (ns) => Math.max(...ns)),
    behind(stated, (ns) => ns[0]),
    behind(plain, (ns) => ns[ns.length - 1]),
    behind(head, (ns) => Math.max(...ns)),
    v - by("few"),
    v - by("many"),
    v - by("all"),
    v - by("named"),
    v - by("apart-persons"),
    v - by("joined"),
    v - by("split"),
    v - by("hinted"),
    v - by("now"),
    plain.filter((t) => t.n > v).length,
    plain.filter((t) => t.n === v).length,
    plain.filter((t) => t.n < v).length,
    singles(2),
    singles(1),
    singles(0),
    has("parts"),
    has("few"),
    has("many"),
    has("all"),
    has("named"),
    has("apart-persons"),
    has("rest"),
    has("further"),
    has("sentence"),
  ];
}

function ofPair(sheet: Sheet, k: Figure, i: Figure): readonly number[] {
  const total = k.v + i.v;
  const stated = sheet.injured.filter((t) => t.n >= 2 && t.near > 0);
  const cue = (kind: string): number => sheet.cues[kind] ?? -1;
  return [
    Number(k.v + i.v === 0),
    Math.min(total, 30),
    stated.filter((t) => t.n === total && t.strength === 2).length,
    stated.filter((t) => t.n === total && t.strength === 1).length,
    stated.length === 0 ? -9 : total - Math.max(...stated.map((t) => t.n)),
    ...sheet.besides,
    sheet.sentences,
    cue("death"),
    cue("hurt"),
    cue("self"),
    cue("more"),
    ...CUES.map(cue),
    i.v - k.v,
    Number(k.by.includes("now")) + Number(i.by.includes("now")),
    ...together(sheet, k.v, i.v),
    ...givenAway(sheet.clues, k.v, i.v),
    sheet.gathered.dead,
    sheet.gathered.deadAgain,
    sheet.gathered.deadInHeadline,
    sheet.gathered.hurtInHeadline,
    ...sheet.gathered.apart,
    ...sheet.gathered.open,
  ];
}

/** How the numbers stand to those that the report gives away: how far behind them, or nothing where it gives none. */
function givenAway(c: Clues, k: number, i: number): readonly number[] {
  const behind = (v: number, n: number): number => (n === 0 ? -9 : Math.max(-8, Math.min(8, v - n)));
  const total = k + i;
  return [
    behind(total, c.acts),
    behind(k, c.deaths),
    behind(total, c.deaths),
    behind(total, c.ordinal),
    behind(total, c.victims),
    behind(k, c.backDead),
    behind(total, c.backDead),
    behind(i, c.backHurt),
    behind(total, c.backHurt),
    behind(total, c.back),
    behind(k, c.murders),
    behind(total, c.murders),
    behind(i, c.attempts),
    behind(total, c.attempts),
  ];
}

/** In how many sentences both numbers stand, or one and their sum; the first of these. */
function together(sheet: Sheet, k: number, i: number): readonly [apart: number, whole: number, first: number] {
  const [apart, whole] = [new Set<number>(), new Set<number>()];
  if (k > 0 && i > 0)
    for (const a of sheet.killed) {
      if (a.n !== k || a.near === 0) continue;
      for (const b of sheet.injured) {
        if (b.sentence !== a.sentence || b.strength === 0) continue;
        if (b.n === i) apart.add(b.sentence);
        else if (b.n === k + i) whole.add(b.sentence);
      }
    }
  return [apart.size, whole.size, Math.min(99, ...apart, ...whole)];
}
