import type { Span } from "../../base/span.js";
import { childWith, type Document, spanOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { wordsOf } from "../events/words.js";
import type { Quantity } from "../findings.js";
import { movedBy, numberBehind } from "../moved-number.js";
import { words } from "../quantities/words.js";
import type { Figure } from "./ellipsis.js";
import { phraseOf } from "./measure.js";
import type { Grounds } from "./select.js";

/** How far behind a figure, in tokens, one that says no more than its number may stand. */
const NEAR = 80;
/** How long what is said of a number may be, in tokens. */
const LONGEST = 12;

/**
 * A number of a statistic that stands without what it counts: "617 were aged under 18", "of these, 238 were from natural causes", "followed
 * by Kiambu with 441", "Baltimore's 201", "a record number of arrests, 3,420". It counts what the figure before it did, or the noun that
 * it stands behind.
 */
export function bareFigure(doc: Document, q: Quantity, last: Figure | null, g: Grounds): Figure | null {
  return isBare(q, g) ? (byName(doc, q, g) ?? after(doc, q, last)) : null;
}
/** Of a number that is the subject of its clause: "seven were homicides". Asked before what it might be compared with. */
export function subjectFigure(doc: Document, q: Quantity, last: Figure | null, g: Grounds): Figure | null {
  const token = q.tokens[1] - 1;
  if (!isBare(q, g) || !last || last.count.unit === null || token - last.token > NEAR || !alike(q, last) || isOwned(doc, q)) return null;
  const said = saidOf(doc, token);
  return said ? figure(q, token, last.count.unit, said, "figure.said-of") : null;
}

function isBare(q: Quantity, g: Grounds): boolean {
  if (q.noun !== null || q.count.unit !== null || q.count.qualifier === "order" || q.rules.includes("quantity.none")) return false;
  return (q.count.low ?? q.count.high ?? 0) >= 2 && !g.tolls.holds(q.count) && !g.parties.holds(q.count);
}

function byName(doc: Document, q: Quantity, g: Grounds): Figure | null {
  const named = behindNumberOf(doc, q);
  return named < 0 ? null : figure(q, q.tokens[1] - 1, g.unitOf(named), phraseOf(doc, named), "figure.apposed");
}

function after(doc: Document, q: Quantity, last: Figure | null): Figure | null {
  const token = q.tokens[1] - 1;
  if (!last || last.count.unit === null || token - last.token > NEAR || !alike(q, last)) return null;
  return isListed(doc, q) ? figure(q, token, last.count.unit, last.measure, "figure.listed") : null;
}

/** "20,000 took part, but police put the number at 8,000": of what was counted before, in a statistic or not. */
export function putFigure(doc: Document, q: Quantity, last: Figure | null, g: Grounds): Figure | null {
  const token = q.tokens[1] - 1;
  if (!last || last.count.unit === null || token - last.token > NEAR || !isBare(q, g) || !alike(q, last) || !isPutAt(doc, token))
    return null;
  if (doc.sentence[token] - doc.sentence[last.token] > 1) return null;
  return figure(q, token, last.count.unit, last.measure, "figure.listed");
}

function isPutAt(doc: Document, number: number): boolean {
  const start = doc.sentenceStart[doc.sentence[number]];
  for (let k = number - 1; k >= start && number - k < LONGEST; k--) {
    const what = doc.upos[k] === U.VERB ? movedBy(doc, k) : -1;
    // "the number of those taken" has a measure of its own
    if (what >= 0) return !words().glue.of.has(doc.norm[what + 1]) && numberBehind(doc, k, what) === number;
  }
  return false;
}

/** "Baltimore's 201 was its lowest". */
function isOwned(doc: Document, q: Quantity): boolean {
  return q.tokens[0] > 0 && doc.xpos[q.tokens[0] - 1] === P.POS;
}

function figure(q: Quantity, token: number, unit: string | null, measure: Span | null, rule: string): Figure {
  return { token, count: { ...q.count, unit }, measure, rules: [...q.rules, rule] };
}

/** No more than a hundred times what was counted before. */
function alike(q: Quantity, last: Figure): boolean {
  return (q.count.low ?? q.count.high ?? 0) <= 100 * (last.count.low ?? last.count.high ?? 0);
}

/** "a record number of arrests, 3,420, were made": the plural before the comma, of which a number is spoken; -1 where there is none. */
function behindNumberOf(doc: Document, q: Quantity): number {
  const comma = q.tokens[0] - 1;
  if (comma < 2 || !words().glue.comma.has(doc.norm[comma])) return -1;
  let noun = comma - 1;
  const start = doc.sentenceStart[doc.sentence[noun]];
  for (let at = noun; at > start && comma - at < LONGEST; at--) {
    if (doc.xpos[at] === P.NNS) noun = at;
    if (NUMBER.has(doc.lemma[at]) && words().glue.of.has(doc.norm[at + 1])) return doc.xpos[noun] === P.NNS ? noun : -1;
    if (doc.upos[at] === U.VERB || doc.upos[at] === U.PUNCT) return -1;
  }
  return -1;
}

/** "were aged under 18", "were from natural causes": what is said of a number that is the subject; null where it is none. */
function saidOf(doc: Document, token: number): Span | null {
  const r = doc.relation[token];
  const verb = doc.head[token];
  if (verb <= token || (r !== R.nsubj && r !== R["nsubj:pass"])) return null;
  const be = childWith(doc, verb, R.cop, R["aux:pass"], R.aux);
  const from = be > token ? be + 1 : verb;
  if (be < 0 && doc.upos[verb] !== U.VERB) return null;
  let end = verb;
  for (let c = doc.firstChild[verb]; c >= 0; c = doc.nextSibling[c]) {
    if (c <= verb) continue;
    if (doc.relation[c] === R.conj || doc.relation[c] === R.punct || doc.upos[doc.left[c]] === U.PUNCT || doc.upos[doc.left[c]] === U.CCONJ)
      break;
    end = doc.right[c];
  }
  return end - from < LONGEST ? spanOf(doc, from, end) : null;
}

/** "Kiambu with 441", "(18,449)", "Baltimore's 201": behind the name of a place or of whatever is counted apart. */
function isListed(doc: Document, q: Quantity): boolean {
  const { glue } = words();
  let first = q.tokens[0];
  while (first > 0 && doc.start[first - 1] >= q.count.span[0]) first--;
  const before = first - 1;
  if (before < 1 || doc.sentence[before] !== doc.sentence[first]) return false;
  if (doc.xpos[before] === P.POS) return true;
  const opened =
    glue.open.has(doc.norm[before]) || WITH.has(doc.norm[before]) || glue.comma.has(doc.norm[before]) || HAD.has(doc.norm[before]);
  const tag = doc.upos[before - 1];
  if ((opened && tag === U.PROPN) || (WITH.has(doc.norm[before]) && glue.comma.has(doc.norm[before - 1]))) return true;
  // "the most cases with 9,412, followed by", "recorded the lowest figures, at 402 and 377": nothing behind it that it could count
  const next = q.tokens[1];
  const ends = next >= doc.length || doc.upos[next] === U.PUNCT || doc.upos[next] === U.CCONJ;
  return (
    ends &&
    ((WITH.has(doc.norm[before]) && tag !== U.VERB) ||
      (AT.has(doc.norm[before]) && Number.isInteger(q.count.low) && glue.comma.has(doc.norm[before - 1])))
  );
}

const NUMBER = wordsOf("counted-by");
const AT = wordsOf("at-level");
const WITH = wordsOf("with-number");
const HAD = wordsOf("had-number");
