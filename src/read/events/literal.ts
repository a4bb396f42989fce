import { readFileSync } from "node:fs";
import { spanOf } from "../../language/document.js";
import { heaviest, isExplaining, keep, type Spoken } from "../journal.js";
import type { Context } from "./context.js";
import { isShort, settingOf, tellLiteral } from "./literal-features.js";
import { nameOf, Summed } from "./tell.js";
import type { Trigger } from "./triggers.js";

/** Types whose words are used in figures of speech: "attacked his record", "a flood of complaints", "would beat her in the polls". */
const FIGURED =
  /^(violence|hazard|unrest|movement)\.|^security\.(escape|surrender|raid|seizure|deployment|recruitment)$|^justice\.release$/;

/** Log-odds from which on a trigger is believed to be meant as its row says; in a report too short to say what it is about, from less. */
const LEAST = 0;
const LEAST_SHORT = -1.5;

/** What the same word elsewhere in the report, and other triggers close by, add to a trigger's score: so much of their mean. */
const SAME_WORD = 0.2;
const CLOSE_BY = 0.2;
/** Sentences within which triggers are close, and the most that one may say. */
const CLOSE = 2;
const MOST = 3;
/** How many triggers before and behind are looked at: more than any report of ten thousand words has. */
const MOST_OTHERS = 1000;

let loaded: { readonly weights: ReadonlyMap<string, number>; readonly summed: Summed } | null = null;

function model(): NonNullable<typeof loaded> {
  if (loaded) return loaded;
  const lines = readFileSync(new URL("../../../models/literal.tsv", import.meta.url), "utf8").split("\n");
  const weights = new Map(lines.filter((l) => l && !l.startsWith("#")).map((l) => [l.split("\t")[0], Number(l.split("\t")[1])]));
  loaded = { weights, summed: new Summed(weights) };
  return loaded;
}

/** Frames of rows that say by themselves that police are meant: "mute spectators", "nobody came", "a lathi charge". */
const OF_POLICE = new Set(["inaction", "awaited", "force"]);

/** Whether a trigger is one of those that the scorer decides. */
export function isFigured({ row }: Trigger): boolean {
  return row.type !== null && row.kind !== "generic" && FIGURED.test(row.type) && !OF_POLICE.has(row.frame.id);
}

/** Triggers without those that are figures of speech or another sense of the word. They open no event; what is said stays said. */
export function literalOnly(ctx: Context, triggers: readonly Trigger[]): readonly Trigger[] {
  const figured = triggers.filter(isFigured);
  if (figured.length === 0) return triggers;
  const setting = settingOf(ctx);
  const { weights, summed } = model();
  const bias = weights.get("bias") ?? 0;
  const own = figured.map((trigger) => {
    summed.sum = bias;
    tellLiteral(ctx, setting, trigger, summed.tell);
    return summed.sum;
  });
  const stands = figured.map((trigger) => standOf(ctx, trigger));
  const least = isShort(ctx.doc) ? LEAST_SHORT : LEAST;
  const figures = new Set<Trigger>();
  figured.forEach((trigger, k) => {
    const others = amongOthers(stands, own, k);
    const score = own[k] + others.reduce((sum, o) => sum + o.weight, 0);
    if (score < least) figures.add(trigger);
    if (isExplaining()) keepLiteral(ctx, trigger, [...spokenOf(ctx, trigger), ...others], score, least);
  });
  return figures.size === 0 ? triggers : triggers.filter((t) => !figures.has(t));
}

/** Where a trigger stands in its report, and its word. */
export interface Stand {
  readonly lemma: number;
  readonly sentence: number;
}

export function standOf({ doc }: Context, { token }: Trigger): Stand {
  return { lemma: doc.lemma[token], sentence: doc.sentence[token] };
}

/** What the scores of other triggers say of one: reports use a word in one sense, and tell of acts together. */
export function amongOthers(all: readonly Stand[], own: readonly number[], k: number): readonly Spoken[] {
  const { lemma, sentence } = all[k];
  let [same, sames, close, closes] = [0, 0, 0, 0];
  for (let i = Math.max(0, k - MOST_OTHERS); i < all.length && i <= k + MOST_OTHERS; i++) {
    const o = all[i];
    const isSame = o.lemma === lemma;
    const isClose = Math.abs(o.sentence - sentence) <= CLOSE;
    if (i === k || !(isSame || isClose)) continue;
    const says = Math.max(-MOST, Math.min(MOST, own[i]));
    if (isSame) {
      same += says;
      sames++;
    }
    if (isClose) {
      close += says;
      closes++;
    }
  }
  return [
    { name: "the same word elsewhere", weight: sames === 0 ? 0 : (SAME_WORD * same) / sames },
    { name: "others close by", weight: closes === 0 ? 0 : (CLOSE_BY * close) / closes },
  ];
}

function spokenOf(ctx: Context, trigger: Trigger): readonly Spoken[] {
  const { weights } = model();
  const spoken: Spoken[] = [];
  tellLiteral(ctx, settingOf(ctx), trigger, (form, x, y, z) => {
    const name = nameOf(form, x, y, z);
    spoken.push({ name, weight: weights.get(name) ?? 0 });
  });
  return spoken;
}

/** Keeps why a trigger was taken for an act, or for a figure of speech. */
function keepLiteral({ doc }: Context, { row, first, last }: Trigger, spoken: readonly Spoken[], score: number, least: number): void {
  keep({
    what: score >= least ? `meant as ${row.type}` : `a figure of speech, no ${row.type}`,
    model: "literal",
    span: spanOf(doc, first, last),
    of: null,
    score,
    least,
    instead: null,
    features: heaviest(spoken),
  });
}
