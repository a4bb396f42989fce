import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { nounOf } from "./noun.js";
import { adjacent, overHyphen, type SaidNumber } from "./number.js";
import { numberWord, times } from "./numeral.js";
import { phraseAfter } from "./qualifier.js";
import { rateOf } from "./share.js";
import { type Unit, words } from "./words.js";

export interface FoundUnit {
  readonly unit: string | null;
  readonly kind: string | null;
  readonly id: string | null;
  /** Token of the unit's word, or null where a sign or suffix gives it. */
  readonly noun: number | null;
  /** Token of a currency sign before the number, or null. */
  readonly first: number | null;
}

const NO_UNIT: FoundUnit = { unit: null, kind: null, id: null, noun: null, first: null };

function found(unit: Unit, noun: number | null, first: number | null): FoundUnit {
  return { unit: unit.unit, kind: unit.kind, id: unit.id, noun, first };
}

/** The unit of a number: written into it, a currency sign before it, or the words behind it ("percent", "square miles", "40-foot"). */
export function unitOf(doc: Document, n: SaidNumber): FoundUnit {
  if (n.unit) return found(n.unit, null, n.unit.kind === "money" ? n.first : null);
  const { first, end } = n;
  const sign = first > 0 ? signBefore(doc, first - 1) : null;
  if (sign) return found(sign, null, first - 1);
  const rate = rateOf(doc, end);
  if (rate) return { ...NO_UNIT, unit: rate.unit, kind: "rate", id: "units.rate" };
  const scale = magnitudeBefore(doc, first);
  if (scale !== null) return { ...found({ id: "units.magnitude", unit: "magnitude", kind: "magnitude" }, scale, null) };
  const of = n.order && end < doc.length && words().glue.of.has(doc.norm[end]);
  const at = of ? end + 1 : overHyphen(doc, end);
  const phrase = at < doc.length && doc.sentence[at] === doc.sentence[first] ? phraseAfter(doc, words().unitPhrases, at) : null;
  if (!phrase) return nationalMoney(doc, first, at);
  const last = at + phrase.ids.length - 1;
  if (doc.end[at] - doc.start[at] <= 2 && !isShortUnit(doc, at)) return NO_UNIT;
  return found({ id: `units.${phrase.row.id}`, unit: phrase.row.unit, kind: phrase.row.kind }, last, null);
}

/** "30,000 Egyptian pounds": an adjective before a unit of money. */
function nationalMoney(doc: Document, first: number, at: number): FoundUnit {
  const between =
    at + 1 < doc.length && doc.sentence[at + 1] === doc.sentence[first] && (doc.upos[at] === U.ADJ || doc.upos[at] === U.PROPN);
  const phrase = between ? phraseAfter(doc, words().unitPhrases, at + 1) : null;
  if (phrase?.row.kind !== "money" && phrase?.row.unit !== "pound") return NO_UNIT;
  return found({ id: `units.${phrase.row.id}`, unit: phrase.row.unit, kind: "money" }, at + 1, null);
}

/** "magnitude 6.1", "a magnitude of 6.1": the token of the unit that stands before its number. */
function magnitudeBefore(doc: Document, first: number): number | null {
  const { glue, unitPhrases } = words();
  for (let i = first - 1; i >= Math.max(doc.sentenceStart[doc.sentence[first]], first - 3); i--) {
    if (unitPhrases.get(doc.norm[i])?.some((p) => p.row.kind === "magnitude" && p.ids.length === 1)) return i;
    if (!glue.of.has(doc.norm[i]) && !glue.article.has(doc.norm[i])) return null;
  }
  return null;
}

/** "$", "US$", "Rs" straight before the number. */
function signBefore(doc: Document, i: number): Unit | null {
  const unit = doc.end[i] - doc.start[i] <= 4 ? words().units.get(doc.text.slice(doc.start[i], doc.end[i]).toLowerCase()) : undefined;
  return unit?.kind === "money" && (doc.upos[i] === U.SYM || adjacent(doc, i) || !numberWord(doc.norm[i])) ? unit : null;
}

/** "58 km", "40 m", "5 %": two letters or less stand for a unit only right behind digits. */
function isShortUnit(doc: Document, at: number): boolean {
  const before = doc.text.charCodeAt(doc.end[at - 1] - 1);
  return before >= 48 && before <= 57;
}

/** "40m" is forty metres before a thing's name, forty million before money and people. */
export function settleMillions(doc: Document, n: SaidNumber): SaidNumber {
  if (n.kind !== "suffix") return n;
  const metre = words().units.get("m");
  const sign = n.first > 0 ? signBefore(doc, n.first - 1) : null;
  const phrase = n.end < doc.length ? phraseAfter(doc, words().unitPhrases, n.end) : null;
  const noun = nounOf(doc, n.first, n.end);
  const plural = noun !== null && doc.norm[noun] !== doc.lemma[noun];
  const million = sign || phrase?.row.kind === "money" || phrase?.row.kind === "mass" || plural || !Number.isInteger(n.value);
  if (million || !metre) return { ...n, kind: "numeral", value: times(n.value, 1e6), scale: 1e6 };
  return { ...n, kind: "numeral", unit: metre };
}
