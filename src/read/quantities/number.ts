import type { Document } from "../../language/document.js";
import { numberWord, times } from "./numeral.js";
import { isBareShare, partOfWhole, thirds } from "./share.js";
import { type NumberWord, type Unit, words } from "./words.js";

/** A number as its words say it, before any qualifier. Not yet a count: a year or a flight's number is one too. */
export interface SaidNumber {
  readonly value: number;
  /** Upper end where the token itself is a range ("30-40"). */
  readonly high: number | null;
  /** Tokens `[first, end)`. */
  readonly first: number;
  readonly end: number;
  /** An order of magnitude ("dozens", "several hundred"): `value` is the least that is meant. */
  readonly order: boolean;
  /** Written with digits and neither comma, point nor scale: might be a year. */
  readonly bare: boolean;
  /** A scale word or suffix multiplies it. */
  readonly scale: number;
  readonly unit: Unit | null;
  readonly fraction: boolean;
  readonly kind: NumberWord["kind"];
  readonly rules: readonly string[];
}

/** Whether token `i + 1` follows `i` with nothing between. */
export function adjacent(doc: Document, i: number): boolean {
  return i + 1 < doc.length && doc.end[i] === doc.start[i + 1];
}

/** One past a hyphen at `i` that ties its neighbours ("twenty - one" as three tokens), else `i`. */
export function overHyphen(doc: Document, i: number): number {
  return i > 0 && i + 1 < doc.length && words().glue.hyphen.has(doc.norm[i]) && adjacent(doc, i - 1) && adjacent(doc, i) ? i + 1 : i;
}

export function wordAt(doc: Document, i: number): NumberWord | null {
  return i < doc.length ? numberWord(doc.norm[i]) : null;
}

/** The number that begins at token `i`, or null. */
export function readNumber(doc: Document, i: number): SaidNumber | null {
  const w = wordAt(doc, i);
  if (!w) return null;
  switch (w.kind) {
    case "numeral":
      return fromNumeral(doc, i, w);
    case "digit":
    case "teen":
    case "ten":
      return fromWords(doc, i, 0);
    case "article":
      return fromArticle(doc, i);
    case "vague":
      return fromVague(doc, i, i, w);
    case "many":
      return fromMany(doc, i, w);
    case "fraction":
      return fromFraction(doc, i, w);
    default:
      return null;
  }
}

export function said(first: number, end: number, value: number, more: Partial<SaidNumber>): SaidNumber {
  return {
    value,
    first,
    end,
    high: null,
    order: false,
    bare: false,
    scale: 1,
    unit: null,
    fraction: false,
    kind: "numeral",
    rules: [],
    ...more,
  };
}

/** "5,000", "1.5 million", "$2 bn", "2 1/2", "40m". */
function fromNumeral(doc: Document, i: number, w: NumberWord): SaidNumber | null {
  let end = i + 1;
  let value = w.value;
  let scale = 1;
  const rules = [w.row];
  const half = wordAt(doc, end);
  if (half?.kind === "fraction" && half.row === "quantity.numeral" && Number.isInteger(value)) {
    value += half.value;
    end++;
  }
  for (let at = overHyphen(doc, end), s = wordAt(doc, at); s && isScale(doc, at, s); at = overHyphen(doc, end), s = wordAt(doc, at)) {
    scale *= s.kind === "many" ? manyScale(s.value) : s.value;
    rules.push(s.row);
    end = at + 1;
  }
  const ambiguous = scale === 1 && w.unit === null && wordAt(doc, end)?.kind === "suffix" && adjacent(doc, end - 1);
  if (ambiguous) end++;
  const bare =
    scale === 1 && w.unit === null && w.high === null && doc.end[i] - doc.start[i] <= 4 && Number.isInteger(w.value) && end === i + 1;
  const high = w.high === null ? null : times(w.high, scale);
  return said(i, end, times(value, scale), {
    high,
    scale,
    unit: w.unit,
    bare,
    kind: ambiguous || w.millionOrMetre ? "suffix" : "numeral",
    rules,
  });
}

function isScale(doc: Document, at: number, w: NumberWord): boolean {
  if (w.kind === "scale" || w.kind === "hundred" || w.kind === "group") return true;
  // "2 lakhs", "5 crores"
  if (w.kind === "many") return w.value > 2000;
  // "10.21 mn" is a scale wherever it stands; "40 m", "5 k" only where nothing parts them from their number.
  return (
    w.kind === "suffix" &&
    (doc.end[at] - doc.start[at] > 1 ||
      (adjacent(doc, at - 1) && !words().units.has(doc.text.slice(doc.start[at], doc.end[at]).toLowerCase())))
  );
}

interface Sum {
  total: number;
  current: number;
  last: NumberWord["kind"] | null;
}

/** Adds a word to a running sum; false where it cannot follow ("nineteen ninety" is a year, not a sum). */
function add(sum: Sum, w: NumberWord): boolean {
  const small = sum.last === null || sum.last === "hundred" || sum.last === "scale";
  switch (w.kind) {
    case "digit":
      if (!(small || sum.last === "ten") || w.value === 0) return false;
      sum.current += w.value;
      break;
    case "teen":
    case "ten":
      if (!small) return false;
      sum.current += w.value;
      break;
    case "hundred":
    case "group":
      if (sum.current === 0 || sum.current >= 100) return false;
      sum.current = times(sum.current, w.value);
      break;
    case "scale":
      if (sum.current === 0) return false;
      sum.total += times(sum.current, w.value);
      sum.current = 0;
      break;
    default:
      return false;
  }
  sum.last = w.kind;
  return true;
}

/** "twenty-one", "three hundred and fifty", "two dozen". `start` is what an article or a vague word before it counts. */
function fromWords(doc: Document, i: number, start: number, rule: readonly string[] = []): SaidNumber | null {
  const sum: Sum = { total: 0, current: start, last: start ? "digit" : null };
  const rules = [...rule];
  let end = i;
  let scale = 1;
  for (let at = i; ; ) {
    const w = wordAt(doc, at);
    if (!w) break;
    const before = sum.last;
    if (!add(sum, w)) {
      if ((w.kind === "teen" || w.kind === "ten") && (before === "teen" || before === "ten") && at > i) return null;
      break;
    }
    if (w.kind !== "digit" && w.kind !== "teen" && w.kind !== "ten") scale *= w.value;
    rules.push(w.row);
    end = at + 1;
    at = nextWord(doc, end, sum.last);
  }
  const part = start === 0 && end === i + 1 ? thirds(doc, i, rules) : null;
  if (part) return part;
  if (end === i) return wordAt(doc, i)?.value === 0 ? said(i, i + 1, 0, { kind: "digit", rules: ["numbers.zero"] }) : null;
  const value = sum.total + sum.current;
  return halves(doc, said(i, end, value, { scale, rules, kind: "digit" }));
}

/** Where the next word of a sum may stand: over a hyphen ("twenty - one"), over "and" behind hundreds. */
function nextWord(doc: Document, end: number, last: NumberWord["kind"] | null): number {
  const at = overHyphen(doc, end);
  if (at !== end || end >= doc.length || !words().glue.and.has(doc.norm[end]) || (last !== "hundred" && last !== "scale")) return at;
  const w = wordAt(doc, end + 1);
  return w && (w.kind === "digit" || w.kind === "teen" || w.kind === "ten") ? end + 1 : at;
}

/** "two and a half": half of the last scale more. */
function halves(doc: Document, n: SaidNumber): SaidNumber {
  const { glue } = words();
  if (
    n.end + 2 >= doc.length ||
    !glue.and.has(doc.norm[n.end]) ||
    !glue.article.has(doc.norm[n.end + 1]) ||
    !glue.half.has(doc.norm[n.end + 2])
  )
    return n;
  return fromWordsScale(doc, n);
}

/** "two and a half million" as well as "a million and a half". */
function fromWordsScale(doc: Document, n: SaidNumber): SaidNumber {
  const end = n.end + 3;
  const after = wordAt(doc, end);
  if (n.scale === 1 && after && (after.kind === "scale" || after.kind === "hundred")) {
    return { ...n, value: times(n.value + 0.5, after.value), scale: after.value, end: end + 1 };
  }
  return { ...n, value: n.value + n.scale / 2, end };
}

/** "a dozen", "a hundred", "a few", "a couple of", "a number of". Not "a policeman": that is an article count. */
function fromArticle(doc: Document, i: number): SaidNumber | null {
  const w = wordAt(doc, i + 1);
  if (!w) return null;
  if (w.kind === "hundred" || w.kind === "scale" || w.kind === "group") {
    const n = fromWords(doc, i + 1, 1);
    return n && { ...n, first: i };
  }
  if (w.kind === "vague") return fromVague(doc, i, i + 1, w);
  const part = partOfWhole(doc, i, w);
  if (part) return part;
  const of = i + 2 < doc.length && words().glue.of.has(doc.norm[i + 2]);
  if (w.kind === "vague-of" && of) return said(i, i + 2, w.value, { order: true, kind: "vague", rules: [w.row] });
  if (w.kind === "pair" && of) return said(i, i + 2, w.value, { kind: "pair", rules: [w.row] });
  if (w.kind === "fraction" && (of || words().glue.half.has(doc.norm[i + 1]))) return fromFraction(doc, i + 1, w, i);
  return null;
}

/** "several", "a few", "several dozen", "a couple of hundred". */
function fromVague(doc: Document, first: number, i: number, w: NumberWord): SaidNumber | null {
  const { glue } = words();
  const next = i + 1 < doc.length && glue.of.has(doc.norm[i + 1]) ? i + 2 : i + 1;
  const scale = wordAt(doc, next);
  if (scale && (scale.kind === "hundred" || scale.kind === "scale" || scale.kind === "group")) {
    const n = fromWords(doc, next, w.value, [w.row]);
    if (n) return { ...n, first, order: true, kind: "vague" };
  }
  return said(first, i + 1, w.value, { order: true, kind: "vague", rules: [w.row] });
}

/** "dozens", "hundreds of thousands", "tens of millions". */
function fromMany(doc: Document, i: number, w: NumberWord): SaidNumber | null {
  let end = i + 1;
  let value = w.value;
  const rules = [w.row];
  for (;;) {
    const next = end + 1 < doc.length && words().glue.of.has(doc.norm[end]) ? wordAt(doc, end + 1) : null;
    if (next?.kind !== "many") break;
    value = times(value, manyScale(next.value));
    rules.push(next.row);
    end += 2;
  }
  if (end === i + 1 && w.row === "numbers.tens") return null;
  return said(i, end, value, { order: true, kind: "many", rules });
}

/** "thousands" alone is two thousand at least; behind another it multiplies by a thousand. */
function manyScale(least: number): number {
  return least === 24 ? 12 : least === 40 ? 20 : least / 2;
}

/** "half of the homes", "two-thirds of", "half a million", "half a dozen". A share is given in percent. */
function fromFraction(doc: Document, i: number, w: NumberWord, first = i): SaidNumber | null {
  const { glue } = words();
  const half = glue.half.has(doc.norm[i]);
  if (half && i + 1 < doc.length) {
    const at = glue.article.has(doc.norm[i + 1]) ? i + 2 : i + 1;
    const scale = wordAt(doc, at);
    if (scale && (scale.kind === "scale" || scale.kind === "group" || scale.kind === "hundred")) {
      return said(first, at + 1, scale.value / 2, { scale: scale.value, rules: [w.row, scale.row], kind: "digit" });
    }
  }
  const of =
    i + 1 < doc.length &&
    (glue.of.has(doc.norm[i + 1]) || (half && (glue.determiner.has(doc.norm[i + 1]) || glue.and.has(doc.norm[i + 1]))));
  const whole = w.row === "quantity.numeral" || first < i || half || w.value * 3 > 1.9;
  if (!((of && whole) || isBareShare(doc, first, i))) return null;
  const percent = words().units.get("percent") ?? null;
  return said(first, i + 1, Number((w.value * 100).toFixed(1)), { unit: percent, fraction: true, kind: "fraction", rules: [w.row] });
}
