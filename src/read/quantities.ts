import { overlaps, type Span } from "../base/span.js";
import type { Document } from "../language/document.js";
import { P, U } from "../language/tags.js";
import type { Time } from "../model/reading.js";
import type { Quantity } from "./findings.js";
import { otherwise } from "./quantities/context.js";
import { nounOf } from "./quantities/noun.js";
import { readNumber, type SaidNumber } from "./quantities/number.js";
import { numberWord } from "./quantities/numeral.js";
import { boundsOf, isContinuous, qualify } from "./quantities/qualifier.js";
import { rangeFrom } from "./quantities/range.js";
import { reviseQuantities } from "./quantities/revision.js";
import { PART, shareOf } from "./quantities/share.js";
import { readWordless } from "./quantities/special.js";
import { settleMillions, unitOf } from "./quantities/unit.js";
import { words } from "./quantities/words.js";
import { stage } from "./stage.js";

/**
 * Counts as they are said, by the table of READING.md: number words and digits, their qualifiers, ranges, revised counts, units, and
 * the noun counted. Rule `quantity.article` marks a bare "a policeman", `quantity.none` "no one". Not dates, ages, clock times,
 * addresses, road and model numbers, ordinals, scores.
 */
export const quantities = stage({
  name: "quantities",
  needs: ["doc", "times"],
  gives: ["quantities"],
  run({ doc, times }) {
    return { quantities: readQuantities(doc, times) };
  },
});

/** Spans of dates and clock times, in order: a number in one of them counts nothing. */
function dated(times: readonly Time[]): readonly Span[] {
  return times.filter((t) => t.type === "date" || t.type === "time").map((t) => t.span);
}

function readQuantities(doc: Document, times: readonly Time[]): readonly Quantity[] {
  const found: Quantity[] = [];
  const dates = dated(times);
  let age = -1;
  let d = 0;
  for (let i = 0; i < doc.length; ) {
    const w = numberWord(doc.norm[i]);
    if (w === null) {
      i++;
      continue;
    }
    while (d < dates.length && dates[d][1] <= doc.start[i]) d++;
    const raw = readNumber(doc, i);
    const n = raw && shareOf(doc, settleMillions(doc, raw));
    if (!n || vagueInVain(doc, n)) {
      const special = readWordless(doc, i, w);
      if (special && !overlapsDate(dates, d, special.count.span)) found.push(special);
      i++;
      continue;
    }
    const range = rangeFrom(doc, n);
    const why = otherwise(doc, n) ?? (range.second ? otherwise(doc, range.second) : null) ?? (followsAge(doc, age, n) ? "age" : null);
    if (why === "age") age = range.number.end;
    const made = why === null ? quantityOf(doc, range.number, range.rule) : null;
    if (made && !overlapsDate(dates, d, [doc.start[n.first], doc.end[range.number.end - 1]])) found.push(made);
    i = Math.max(i + 1, range.number.end);
  }
  return reviseQuantities(doc, found);
}

function overlapsDate(dates: readonly Span[], from: number, span: Span): boolean {
  for (let d = from; d < dates.length && dates[d][0] < span[1]; d++) if (overlaps(dates[d], span)) return true;
  return false;
}

/** "few survived", "some said": an order of magnitude only with an article, "of" or a noun behind it. */
function vagueInVain(doc: Document, n: SaidNumber): boolean {
  if (n.kind !== "vague" || n.end !== n.first + 1) return false;
  const { glue } = words();
  const w = numberWord(doc.norm[n.first]);
  if (w?.row === "numbers.few" || w?.row === "numbers.couple" || w?.row === "numbers.handful") return true;
  if (n.end < doc.length && glue.of.has(doc.norm[n.end])) return false;
  // "some 60 men": a qualifier of the number behind it.
  if (n.end < doc.length && readNumber(doc, n.end) !== null) return true;
  const noun = nounOf(doc, n.first, n.end);
  if (noun === null) return w?.row !== "numbers.several" || doc.upos[n.first] === U.DET;
  return glue.some.has(doc.norm[n.first]) && !isPlural(doc, noun);
}

function isPlural(doc: Document, i: number): boolean {
  return doc.norm[i] !== doc.lemma[i];
}

/** "ages 5, 7 and 9": a number tied to an age is an age. */
function followsAge(doc: Document, age: number, n: SaidNumber): boolean {
  if (age < 0 || n.first - age > 2 || n.first <= age || n.value > 115) return false;
  const { glue } = words();
  for (let i = age; i < n.first; i++) {
    const tie = doc.norm[i];
    if (!glue.comma.has(tie) && !glue.and.has(tie) && !glue.or.has(tie) && !glue.to.has(tie)) return false;
  }
  return n.end >= doc.length || doc.xpos[n.end] !== P.NNS;
}

function quantityOf(doc: Document, n: SaidNumber, rule: string | null): Quantity | null {
  const unit = unitOf(doc, n);
  const first = Math.min(n.first, unit.first ?? n.first);
  const q = qualify(doc, betweenAt(doc, first, n), n.end);
  const noun = unit.noun ?? (unit.first === null && !isLoosePart(doc, n) ? nounOf(doc, n.first, Math.max(n.end, q.end)) : null);
  const gives = meant(doc, q.gives, q.first, unit.kind, noun, n);
  if (gives === null) return null;
  const bounds = boundsOf(n, gives, isContinuous(unit.kind));
  const rules = [...n.rules, ...(rule ? [rule] : []), ...q.rules, ...(unit.id ? [unit.id] : [])];
  return {
    count: { ...bounds, was: null, unit: unit.unit, span: [doc.start[q.first], doc.end[q.end - 1]] },
    tokens: [n.first, n.end],
    noun,
    rules,
  };
}

/** "by a fifth last year", "a third fewer than": a part of what stands elsewhere. */
function isLoosePart(doc: Document, n: SaidNumber): boolean {
  return n.rules.includes(PART) && !(n.end < doc.length && words().glue.of.has(doc.norm[n.end]));
}

/** First token of a range with its "between". */
function betweenAt(doc: Document, first: number, n: SaidNumber): number {
  return n.high !== null && first > 0 && words().glue.between.has(doc.norm[first - 1]) ? first - 1 : first;
}

/** What qualifiers mean here: "over two days" is a stretch of time, "under 18" an age (null: no quantity at all). */
function meant(
  doc: Document,
  gives: readonly string[],
  first: number,
  kind: string | null,
  noun: number | null,
  n: SaidNumber,
): readonly string[] | null {
  const { glue } = words();
  const lasts = first > 0 && glue.lasting.has(doc.norm[first - 1]);
  if (kind === "time" && !lasts && glue.over.has(doc.norm[first])) return gives.filter((g) => g !== "more-than" && g !== "fewer-than");
  if (noun === null && kind === null && glue.under.has(doc.norm[first]) && n.value <= 25 && n.kind === "numeral") return null;
  return gives;
}
