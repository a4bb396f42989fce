import { type Document, normOf } from "../../language/document.js";
import { P, U } from "../../language/tags.js";
import type { NameMention } from "../findings.js";
import { CLASS, classFlags } from "../names/classes.js";
import { unitAt } from "./duration.js";
import type { Expression } from "./expression.js";
import { at, has, isCapital } from "./look.js";
import { is } from "./words.js";

/** Words of time that tell of none where they stand: titles, names, the same clock time in another zone, a time of no moment. `before` is the expression found last. */
export function isUntimely(doc: Document, e: Expression, before: Expression | undefined): boolean {
  return (
    isTitle(doc, e) ||
    isName(doc, e) ||
    isPartOfName(doc, e) ||
    isLoose(doc, e) ||
    isSameClock(doc, e, before) ||
    isNoMoment(doc, e) ||
    isSoonAfter(doc, e)
  );
}

/** "on the network's \"This Week\"", "\"60 Minutes\"": a unit with a capital in quotation marks that no comma leads into. */
function isTitle(doc: Document, e: Expression): boolean {
  const quote = e.first - 1;
  if (quote < 1 || doc.sentence[quote - 1] !== doc.sentence[e.first] || doc.upos[quote] !== U.PUNCT || !isQuote(doc, quote)) return false;
  let before = quote - 1;
  while (before > 0 && isQuote(doc, before)) before--;
  const closed = e.end < doc.length && (doc.upos[e.end] === U.PUNCT || isCapital(doc, e.end));
  // NBC's "Today", "This Morning,"
  if (has(doc, e.end - 1, "day") || has(doc, e.end - 1, "part"))
    return isCapital(doc, e.end - 1) && doc.upos[before] !== U.PUNCT && e.end < doc.length && isQuoted(doc, e.end);
  return closed && doc.upos[before] !== U.PUNCT && unitAt(doc, e.end - 1) !== null && isCapital(doc, e.end - 1);
}

/** A closing quotation mark at token `i`, or behind one comma or full stop. */
function isQuoted(doc: Document, i: number): boolean {
  return isQuote(doc, i) || (doc.upos[i] === U.PUNCT && i + 1 < doc.length && isQuote(doc, i + 1));
}

function isQuote(doc: Document, i: number): boolean {
  return QUOTES.has(doc.text.charCodeAt(doc.start[i]));
}

const QUOTES = new Set([34, 39, 96, 0x2018, 0x2019, 0x201c, 0x201d]);

/** "Harbour News Today": a name's last word. A headline that writes all with capitals is not meant. */
function isName(doc: Document, e: Expression): boolean {
  const i = e.first;
  if (e.end !== i + 1 || !has(doc, i, "day") || i === 0 || doc.sentence[i - 1] !== doc.sentence[i] || doc.upos[i - 1] !== U.PROPN)
    return false;
  if (isInCapitals(doc, i)) return isInCapitals(doc, i - 1) && !isInCapitals(doc, doc.sentenceStart[doc.sentence[i]]);
  return isWrittenAsName(doc, i) && !isHeadline(doc, doc.sentence[i]);
}

/** "TODAY". */
function isInCapitals(doc: Document, i: number): boolean {
  return isCapital(doc, i) && doc.text.charCodeAt(doc.end[i] - 1) < 97 && doc.end[i] - doc.start[i] > 1;
}

/** "the Dawn Front", "Dawn Front gunmen": a part of the day with a capital, before another word of the name. */
function isPartOfName(doc: Document, e: Expression): boolean {
  const i = e.end - 1;
  const dated = e.first < i - 1 || (e.first === i - 1 && doc.upos[e.first] !== U.DET && doc.upos[e.first] !== U.SCONJ);
  if (dated || !has(doc, i, "part") || e.end >= doc.length || doc.sentence[e.end] !== doc.sentence[i]) return false;
  return isWrittenAsName(doc, i) && isWrittenAsName(doc, e.end) && doc.upos[e.end] === U.PROPN && !isHeadline(doc, doc.sentence[i]);
}

/** "the Harbour Daily News", "Liberty Now": inside the name of somebody. A day or month that ends one ("World Court Friday") is none of it. */
export function isInName(doc: Document, e: Expression, names: readonly NameMention[]): boolean {
  if (!isCapital(doc, e.first)) return false;
  if (isFirstName(doc, e, names) || isTitled(doc, e)) return true;
  return names.some(({ type, tokens: [first, end] }) => {
    if ((type !== "person" && type !== "organisation") || e.first < first || e.end > end || end - first < 2) return false;
    return e.end < end || (!has(doc, e.end - 1, "weekday") && !has(doc, e.end - 1, "month") && e.meaning.kind !== "calendar");
  });
}

/** "Inspector Sunday Oke", "Mr Friday Eze": between a title and another word of a name. */
function isTitled(doc: Document, e: Expression): boolean {
  const before = e.first - 1;
  if (e.meaning.kind !== "weekday" || e.end !== e.first + 1 || before < 0 || !isCapital(doc, before) || !isWrittenAsName(doc, e.first))
    return false;
  if (e.end >= doc.length || doc.sentence[e.end] !== doc.sentence[before] || doc.upos[e.end] !== U.PROPN) return false;
  return ((classFlags().get(normOf(doc, before)) ?? 0) & CLASS.title) !== 0 && isWrittenAsName(doc, e.end);
}

/** "Emeka Nwosu, Sunday Briggs and Tamuno George": a day of the week in a list of persons, with a surname behind it. */
function isFirstName(doc: Document, e: Expression, names: readonly NameMention[]): boolean {
  if (e.meaning.kind !== "weekday" || e.end !== e.first + 1 || e.first < 2) return false;
  const isListed = doc.upos[e.first - 1] === U.CCONJ || doc.text[doc.start[e.first - 1]] === ",";
  if (!isListed || doc.sentence[e.end] !== doc.sentence[e.first] || doc.upos[e.end] !== U.PROPN) return false;
  const isPerson = (t: number, end: boolean): boolean =>
    names.some((n) => n.type === "person" && (end ? n.tokens[1] === t : n.tokens[0] === t));
  return isPerson(e.end, false) && isPerson(e.first - 1, true);
}

/** One capital, then small letters. */
function isWrittenAsName(doc: Document, i: number): boolean {
  return isCapital(doc, i) && doc.text.charCodeAt(doc.start[i] + 1) >= 97;
}

/** Whether a sentence writes a verb with a capital that does not begin it. */
function isHeadline(doc: Document, s: number): boolean {
  for (let i = doc.sentenceStart[s] + 1; i < doc.sentenceStart[s + 1]; i++)
    if ((doc.upos[i] === U.VERB || doc.upos[i] === U.ADP) && isCapital(doc, i)) return true;
  return false;
}

/** "minutes apart", "a matter of days": how near two things are, or how soon. */
function isLoose(doc: Document, e: Expression): boolean {
  const m = e.meaning;
  if ((m.kind !== "duration" || m.turn !== null) && (m.kind !== "away" || !m.bound)) return false;
  return has(doc, e.end, "apart") || (m.count === null && has(doc, e.first - 2, "matter") && is(at(doc, e.first - 1), "lead") === "of");
}

/** "10:35 a.m. (0735 GMT) Friday". */
function isSameClock(doc: Document, e: Expression, before: Expression | undefined): boolean {
  if (!e.borrows || !before?.clock || e.first - before.end !== 1 || doc.xpos[e.first - 1] !== P["-LRB-"]) return false;
  return e.end < doc.length && doc.xpos[e.end] === P["-RRB-"];
}

/** "the children of tomorrow", "today's youth", "more than a quarter of the market". */
function isNoMoment(doc: Document, e: Expression): boolean {
  const m = e.meaning;
  if (m.kind === "day" && m.shift === 0 && e.end + 1 < doc.length && doc.xpos[e.end] === P.POS) return has(doc, e.end + 1, "of-an-age");
  if (m.kind === "day" && m.shift === 1 && e.end === e.first + 1)
    return is(at(doc, e.first - 1), "lead") === "of" && doc.upos[e.first - 2] === U.NOUN;
  if (isFigurative(doc, e)) return true;
  // "three quarters of the troops", not "several quarters of losses"
  const part = m.kind === "duration" && m.unit === "Q" && m.turn === null && (m.count === 3 || has(doc, e.first, "article"));
  return part && !has(doc, e.first, "det") && is(at(doc, e.end), "of") !== null;
}

/** "the dawn of a movement", "issues of the day", "at the end of the day", "a Christmas tree", "the last year of his presidency". */
function isFigurative(doc: Document, e: Expression): boolean {
  const m = e.meaning;
  const of = is(at(doc, e.end), "lead") === "of";
  if (of && has(doc, e.end - 1, "figurative")) return true;
  if (m.kind === "calendar" && has(doc, e.end - 1, "holiday")) return has(doc, e.end, "festive");
  if (m.kind !== "unit") return false;
  if (m.unit === "D" && m.from === "told" && m.shift === 0 && has(doc, e.end - 2, "det"))
    return e.end - e.first === 2 ? is(at(doc, e.first - 1), "lead") === "of" : e.phase === "close" && has(doc, e.first - 1, "clock-at");
  return of && m.shift === -1 && is(at(doc, e.end - 2), "turn") === "-1" && has(doc, e.first, "det");
}

/** "killed soon after", "the strike soon became a riot": what followed soon, not what is soon to come. */
function isSoonAfter(doc: Document, e: Expression): boolean {
  if (e.meaning.kind !== "ref" || is(at(doc, e.first), "ref-news") === null) return false;
  if (has(doc, e.end, "binds") || has(doc, e.end, "as") || has(doc, e.first - 1, "too")) return true;
  const head = doc.head[e.first];
  if (head < 0 || (doc.xpos[head] !== P.VBD && doc.xpos[head] !== P.VBN)) return false;
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c])
    if (doc.xpos[c] === P.MD || doc.xpos[c] === P.TO || has(doc, c, "be")) return false;
  return true;
}
