import type { Document } from "../../language/document.js";
import { adjacent, overHyphen, readNumber, type SaidNumber } from "./number.js";
import { times } from "./numeral.js";
import { words } from "./words.js";

export interface Range {
  /** The whole range as one number, or the number itself where there is none. */
  readonly number: SaidNumber;
  readonly second: SaidNumber | null;
  readonly rule: string | null;
}

/** Joins "30 to 40", "30 or 40", "30 - 40", "between 30 and 40" to one number with both ends. Not "from five to six", which may be a revision. */
export function rangeFrom(doc: Document, n: SaidNumber): Range {
  const none: Range = { number: n, second: null, rule: null };
  if (n.high !== null || n.order || n.end >= doc.length || doc.sentence[n.end] !== doc.sentence[n.first]) return none;
  const at = secondAt(doc, n);
  if (at < 0) return none;
  const b = readNumber(doc, at);
  if (!b || b.order || b.high !== null || b.fraction !== n.fraction) return none;
  const shared = n.scale === 1 && b.scale > 1 && n.value < 1000 && times(n.value, b.scale) < b.value ? b.scale : 1;
  const low = times(n.value, shared);
  if (b.value <= low || b.value > low * 1000) return none;
  const unit = b.unit ?? n.unit;
  return {
    number: { ...n, value: low, high: b.value, end: b.end, unit, scale: b.scale, bare: false, rules: [...n.rules, ...b.rules] },
    second: b,
    rule: "quantity.range",
  };
}

/** First token of the number that a range ends with, or -1. */
function secondAt(doc: Document, n: SaidNumber): number {
  const { glue, units } = words();
  const tie = doc.norm[n.end];
  const hyphen = overHyphen(doc, n.end);
  let at = n.end + 1;
  if (hyphen > n.end) at = hyphen;
  else if (glue.and.has(tie)) {
    if (!behindBetween(doc, n.first)) return -1;
  } else if (glue.to.has(tie)) {
    if (n.first > 0 && glue.from.has(doc.norm[n.first - 1])) return -1;
  } else if (!glue.or.has(tie) && !(glue.hyphen.has(tie) && !adjacent(doc, n.end - 1))) return -1;
  if (at >= doc.length) return -1;
  const sign = units.get(doc.text.slice(doc.start[at], doc.end[at]).toLowerCase());
  return sign?.kind === "money" ? at + 1 : at;
}

/** "between 30", "between about 30", "between $30". */
function behindBetween(doc: Document, first: number): boolean {
  const { glue } = words();
  for (let i = first - 1; i >= Math.max(0, first - 3); i--) if (glue.between.has(doc.norm[i])) return true;
  return false;
}
