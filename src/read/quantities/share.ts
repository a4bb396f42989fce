import type { Document } from "../../language/document.js";
import { P, U } from "../../language/tags.js";
import { is, timeWord } from "../times/words.js";
import { overHyphen, readNumber, type SaidNumber, said, wordAt } from "./number.js";
import { type NumberWord, words } from "./words.js";

/** The greatest number that one is said to be "in", but for hundred and thousand. */
const WHOLE = 20;

/** "four out of five victims", "one in ten cases", in percent; else the number itself. Not "two in 2023", "one in three days". */
export function shareOf(doc: Document, n: SaidNumber): SaidNumber {
  const { glue, units } = words();
  if (n.unit || n.order || n.fraction || n.high !== null || n.value < 1 || !Number.isInteger(n.value) || n.end + 1 >= doc.length) return n;
  const out = glue.out.has(doc.norm[n.end]) && glue.of.has(doc.norm[n.end + 1]);
  const every = glue.in.has(doc.norm[n.end]) && glue.every.has(doc.norm[n.end + 1]) && !out;
  if (!out && !glue.in.has(doc.norm[n.end])) return n;
  const at = n.end + (out || every ? 2 : 1);
  const whole = at < doc.length && doc.sentence[at] === doc.sentence[n.first] ? readNumber(doc, at) : null;
  if (!whole || whole.unit || whole.order || whole.value <= n.value || !Number.isInteger(whole.value)) return n;
  if (whole.value > WHOLE && (!out || whole.value > 1000) && !ROUND.has(whole.value)) return n;
  const next = whole.end;
  // "one in three days", "two in five separate attacks"
  if (next < doc.length && (is(timeWord(doc.norm[next]), "unit") !== null || (!out && isApart(doc, next)))) return n;
  const value = Number(((n.value * 100) / whole.value).toFixed(1));
  return {
    ...n,
    value,
    end: next,
    unit: units.get("percent") ?? null,
    fraction: true,
    kind: "fraction",
    bare: false,
    rules: [...n.rules, SHARE],
  };
}

/** The rule of a share that is said by two numbers. */
export const SHARE = "quantity.share";
/** The rule of a share that a word of its part says. */
export const PART = "quantity.part";
const ROUND: ReadonlySet<number> = new Set([50, 100, 1000]);

/** An adjective that parts them from each other. */
function isApart(doc: Document, i: number): boolean {
  return words().glue.separate.has(doc.norm[i]) && i + 1 < doc.length && doc.upos[i + 1] === U.NOUN;
}

/** "rose by a fifth", "a third fewer than", "motorcyclists more than a quarter.": whether a part stands for a share without saying of what. */
export function isBareShare(doc: Document, first: number, i: number): boolean {
  const { glue } = words();
  const next = i + 1 < doc.length && doc.sentence[i + 1] === doc.sentence[i] ? i + 1 : -1;
  if (next >= 0 && (doc.xpos[next] === P.JJR || doc.xpos[next] === P.RBR)) return true;
  if (
    next >= 0 &&
    !glue.pointing.has(doc.norm[next]) &&
    (doc.upos[next] === U.NOUN || doc.upos[next] === U.ADJ || doc.upos[next] === U.PROPN)
  )
    return false;
  let before = first - 1;
  while (before >= 0 && doc.sentence[before] === doc.sentence[i] && glue.nearly.has(doc.norm[before])) before--;
  if (before < 0) return false;
  return glue.by.has(doc.norm[before]) || (before < first - 1 && (next < 0 || doc.upos[next] === U.PUNCT));
}

/** "a third of the guards", "by a fifth": an article with a part. Not "a third man". */
export function partOfWhole(doc: Document, first: number, w: NumberWord): SaidNumber | null {
  const share = partValue(w);
  const i = first + 1;
  if (share === null || words().glue.half.has(doc.norm[i])) return null;
  const of = i + 1 < doc.length && words().glue.of.has(doc.norm[i + 1]);
  return of || isBareShare(doc, first, i) ? percent(first, i + 1, share, [w.row]) : null;
}

/** "two - thirds" in three tokens, "two thirds", "one third of". */
export function thirds(doc: Document, i: number, rules: readonly string[]): SaidNumber | null {
  const at = overHyphen(doc, i + 1);
  const part = wordAt(doc, at);
  const one = part ? partValue(part) : null;
  if (!part || one === null || doc.sentence[at] !== doc.sentence[i]) return null;
  const many = wordAt(doc, i)?.value ?? 0;
  const next = at + 1 < doc.length ? doc.upos[at + 1] : U.PUNCT;
  if (part.kind === "ordinal" && (many !== 1 || next === U.NOUN || next === U.ADJ || next === U.PROPN)) return null;
  const share = many * one;
  return share <= 0 || share >= 1 ? null : percent(i, at + 1, share, [...rules, part.row]);
}

/** What part of a whole a word names: a "third", a "quarter"; null where it names none. */
function partValue(w: NumberWord): number | null {
  if (w.kind === "fraction" && w.row !== "quantity.numeral") return w.value;
  return w.kind === "ordinal" && w.value >= 3 && w.value <= 10 ? 1 / w.value : null;
}

function percent(first: number, end: number, share: number, rules: readonly string[]): SaidNumber {
  const unit = words().units.get("percent") ?? null;
  const value = Number((share * 100).toFixed(1));
  return said(first, end, value, { unit, fraction: true, kind: "fraction", rules: [...rules, PART] });
}

/** "41 per 100,000 inhabitants": what a rate is per, as its unit, or null. */
export function rateOf(doc: Document, end: number): { readonly unit: string; readonly end: number } | null {
  const { glue } = words();
  if (end + 1 >= doc.length || doc.sentence[end] !== doc.sentence[end - 1] || !glue.per.has(doc.norm[end])) return null;
  const whole = readNumber(doc, end + 1) ?? scaleAt(doc, end + 1);
  if (!whole || whole.value < 100) return null;
  return { unit: `per ${whole.value.toLocaleString("en-US")}`, end: whole.end };
}

/** "per million people". */
function scaleAt(doc: Document, i: number): { readonly value: number; readonly end: number } | null {
  const w = words().numbers.get(doc.text.slice(doc.start[i], doc.end[i]).toLowerCase());
  return w?.kind === "scale" || w?.kind === "hundred" ? { value: w.value, end: i + 1 } : null;
}
