import { type Document, lemmaOf, tokenAt } from "../language/document.js";
import { U } from "../language/tags.js";
import type { Count, FigureStatement, Statement } from "../model/reading.js";
import { C, classesOf } from "./events/classes.js";
import { wordsOf } from "./events/words.js";
import { bareFigure, putFigure, subjectFigure } from "./figures/bare.js";
import { elliptical, type Figure } from "./figures/ellipsis.js";
import { measureOf } from "./figures/measure.js";
import { casesOf, movedBy, movedTo } from "./figures/moved.js";
import { ordinalFigures } from "./figures/ordinals.js";
import { Periods } from "./figures/period.js";
import { type Grounds, partyCounts, seizedCounts, TIMES, tollCounts, whyFigure } from "./figures/select.js";
import { Whereabouts } from "./figures/whereabouts.js";
import { figureWords } from "./figures/words.js";
import type { Findings, Quantity } from "./findings.js";
import { statementId } from "./ids.js";
import { words } from "./quantities/words.js";
import { stage } from "./stage.js";
import { statisticsOf } from "./statistics.js";
import { chainAt, evidenceAt } from "./voice.js";

type Needs = Pick<
  Findings,
  "report" | "doc" | "partOf" | "names" | "quantities" | "times" | "places" | "attributions" | "events" | "tolls"
>;

/**
 * Statements of kind `figure`: measured quantities (sums, shares, lengths, magnitudes), counts over a period, and counts of things
 * that no toll and no event's party holds. Not ages, penalties' years or the size of a crowd.
 */
export const figures = stage({
  name: "figures",
  needs: ["report", "doc", "partOf", "names", "quantities", "times", "places", "attributions", "events", "tolls"],
  gives: ["figures"],
  run(found) {
    return { figures: figuresOf(found) };
  },
});

const SHARE = "percent";

type Draft = Figure;

function figuresOf(found: Needs): readonly Statement[] {
  const { doc, quantities, tolls, events, times } = found;
  if (quantities.length === 0 && doc.length === 0) return [];
  const classes = classesOf(doc, found.names);
  const periods = new Periods(doc, times);
  const statistics = statisticsOf(found);
  const measures = events.flatMap((e) => e.roles.flatMap((r) => (r.role === "measure" ? [r.span] : [])));
  const triggers = new Set(events.flatMap((e) => e.triggers));
  const grounds: Grounds = {
    doc,
    classes,
    tolls: tollCounts(tolls),
    parties: partyCounts(events),
    seized: seizedCounts(events),
    triggers,
    unitOf: (noun) => lemmaUnit(found, classes, noun),
    isStatistic: (token) => statistics.gradeAt(doc, token) !== "none",
    isProposed: (token) => measures.some((m) => m[0] <= doc.start[token] && doc.start[token] < m[1]),
    hasPeriod: (token) => periods.inClause(token),
  };
  const drafts: Draft[] = [];
  let last: Draft | null = null;
  /** The last that is no share: "48,716 offences, down 4 percent from 50,833". */
  let number: Draft | null = null;
  /** The last that is neither a share nor one that another is compared with: what a list goes on from. */
  let main: Draft | null = null;
  const whereabouts = new Whereabouts(doc, found.places, quantities);
  quantities.forEach((q, k) => {
    const why = whyFigure(q, quantities[k - 1] ?? null, grounds);
    const said: Draft | null = why
      ? besideOf(doc, shareOf(doc, draftOf(found, classes, q, why, grounds), number, last, q), last, q)
      : (draftOfMoved(found, classes, q, grounds) ??
        (grounds.isStatistic(q.tokens[0]) ? subjectFigure(doc, q, number, grounds) : null) ??
        (last && elliptical(doc, q, comparedWith(doc, q, drafts, last.count.unit === SHARE ? (number ?? last) : last), grounds)) ??
        (grounds.isStatistic(q.tokens[0]) ? bareFigure(doc, q, number, grounds) : null) ??
        putFigure(doc, q, number, grounds));
    if (!said) return;
    const draft: Draft = { ...said, number: q.tokens[0], like: main && goesOn(said) ? main : null };
    drafts.push(draft);
    last = draft;
    if (draft.count.unit === SHARE) return;
    number = draft;
    if (!draft.rules.includes(COMPARED)) main = draft;
  });
  for (const o of ordinalFigures(doc)) {
    const count: Count = {
      low: o.value,
      high: o.value,
      was: null,
      unit: lemmaUnit(found, classes, o.noun),
      qualifier: "exact",
      span: o.span,
    };
    drafts.push({ token: o.noun, count, measure: o.measure, rules: ["figure.ordinal"] });
  }
  return drafts.map((d) => stated(found, periods, whereabouts, d));
}

const COMPARED = "figure.compared";

/** Whether a number stands without what it counts, and counts what the figure before it did over the same time. */
function goesOn({ rules }: Draft): boolean {
  return rules.includes("figure.listed") || rules.includes("figure.said-of");
}

/** "Rs 306 crore in 2021-22, against Rs 341 crore": what a sum is set beside is of the same. */
function besideOf(doc: Document, d: Draft, last: Draft | null, q: Quantity): Draft {
  if (!last || d.count.unit === null || d.count.unit === SHARE || d.count.unit !== last.count.unit) return d;
  if (doc.sentence[last.token] !== doc.sentence[d.token] || d.rules.includes("figure.counted")) return d;
  let first = q.tokens[0];
  while (first > 0 && doc.start[first - 1] >= q.count.span[0]) first--;
  const before = first - 1;
  return before > 0 && SET_BESIDE.has(doc.norm[before]) ? { ...d, measure: last.measure, rules: [...d.rules, COMPARED] } : d;
}

const SET_BESIDE = wordsOf("set-beside");

/** Of the figures of one sentence the one that a bare number is compared with: nearest to it in size ("44 people in 296 shootings, against 53"). */
function comparedWith(doc: Document, q: Quantity, drafts: readonly Draft[], last: Draft): Draft {
  const n = q.count.low ?? q.count.high ?? 0;
  const far = (d: Draft): number => Math.abs(Math.log(Math.max(1, d.count.low ?? d.count.high ?? 0) / Math.max(1, n)));
  let best = last;
  for (let k = drafts.length - 1; k >= 0 && doc.sentence[drafts[k].token] === doc.sentence[q.tokens[0]]; k--)
    if (drafts[k].count.unit !== SHARE && far(drafts[k]) < far(best)) best = drafts[k];
  return best;
}

function draftOf(found: Needs, classes: Int32Array, q: Quantity, why: readonly string[], grounds: Grounds): Draft {
  const { doc } = found;
  const unit = why.includes(TIMES) ? "time" : (q.count.unit ?? (q.noun === null ? null : lemmaUnit(found, classes, q.noun)));
  const moved = unit === SHARE ? movedBy(doc, q) : null;
  return {
    token: q.noun ?? q.tokens[1] - 1,
    count: { ...q.count, unit },
    measure: moved ?? casesOf(doc, q, grounds) ?? measureOf(doc, q, classes),
    rules: [...why, ...q.rules, ...(moved ? [directionOf(doc, q)] : [])],
  };
}

/**
 * "14,577 knife offences, an increase of 22 percent", "48,716 offences, down 4 percent", "a 19 percent jump", "18 percent fewer than in
 * 2023": a share by which the number before it moved measures what that does.
 */
function shareOf(doc: Document, d: Draft, number: Draft | null, last: Draft | null, q: Quantity): Draft {
  if (isFurtherShare(doc, d, last, q)) return { ...d, measure: last?.measure ?? null };
  if (d.count.unit !== SHARE || !number || doc.sentence[number.token] !== doc.sentence[d.token]) return d;
  // "almost half of them"
  const pronoun = d.measure !== null && doc.upos[tokenAt(doc, d.measure[0])] === U.PRON;
  if (pronoun || (q.noun !== null && doc.upos[q.noun] === U.PRON)) return { ...d, measure: number.measure };
  return movedBy(doc, q) === null && isChange(doc, d)
    ? { ...d, measure: number.measure, over: number.over ?? number.token, rules: [...d.rules, directionOf(doc, q)] }
    : d;
}

/** "38 percent of the murders were linked to disputes and 12 percent to land", "and women 14 percent": of the same as the share before. */
function isFurtherShare(doc: Document, d: Draft, last: Draft | null, q: Quantity): boolean {
  if (d.count.unit !== SHARE || last?.count.unit !== SHARE) return false;
  if (doc.sentence[last.token] !== doc.sentence[d.token] || hasOf(doc, q.tokens[1])) return false;
  for (let k = q.tokens[0] - 1; k > last.token && k >= q.tokens[0] - JOINED; k--) {
    if (doc.upos[k] === U.CCONJ) return true;
    if (doc.upos[k] === U.VERB || doc.upos[k] === U.AUX || doc.upos[k] === U.PUNCT) return false;
  }
  return false;
}

/** "percent of": of what a share is, right behind it. */
function hasOf(doc: Document, end: number): boolean {
  for (let k = end; k < Math.min(doc.length, end + 3); k++) if (words().glue.of.has(doc.norm[k])) return true;
  return false;
}

/** How far before a share the "and" may stand that joins it to another, in tokens. */
const JOINED = 4;
const BEFORE = 6;
const BEHIND = 3;

/** The rule of a share by which something moved, by the words around it: "down 4 percent", "a drop of 19 percent", "18 percent fewer". */
function directionOf(doc: Document, q: Quantity): string {
  const start = Math.max(doc.sentenceStart[doc.sentence[q.tokens[0]]], q.tokens[0] - BEFORE);
  const end = Math.min(doc.sentenceStart[doc.sentence[q.tokens[0]] + 1], q.tokens[1] + BEHIND);
  let down = false;
  for (let i = start; i < end; i++) {
    if (i < q.tokens[0] && doc.upos[i] === U.PUNCT) down = false;
    else if (i >= q.tokens[1] && doc.upos[i] === U.PUNCT) break;
    if (DOWN.has(doc.lemma[i]) || DOWN.has(doc.norm[i])) down = true;
  }
  return down ? "figure.down" : "figure.up";
}

const DOWN = wordsOf("downward");

/** Whether a share is one by which something moved. */
function isChange(doc: Document, d: Draft): boolean {
  const first = tokenAt(doc, d.count.span[0]);
  const { moves, particles } = words();
  if (first > 0 && particles.has(doc.norm[first - 1])) return true;
  if (first > 1 && doc.upos[first - 2] === U.NOUN && doc.upos[first - 1] === U.ADP && moves.has(doc.lemma[first - 2])) return true;
  for (let i = d.token + 1; i < Math.min(doc.length, d.token + 4) && doc.sentence[i] === doc.sentence[d.token]; i++) {
    if (MORE.has(doc.norm[i])) return true;
    if (doc.upos[i] === U.NOUN) return moves.has(doc.lemma[i]);
  }
  return moves.has(doc.lemma[d.token]) && doc.upos[d.token] === U.NOUN;
}

const MORE = wordsOf("more-than");

function draftOfMoved(found: Needs, classes: Int32Array, q: Quantity, grounds: Grounds): Draft | null {
  const to = movedTo(found.doc, q, grounds);
  if (!to) return null;
  const count = { ...q.count, unit: lemmaUnit(found, classes, to.noun) };
  return { token: q.tokens[1] - 1, count, measure: to.measure, rules: ["figure.moved", ...q.rules] };
}

/** Unit of things counted: "person" for people, else the noun in the singular. */
function lemmaUnit({ doc }: Needs, classes: Int32Array, noun: number): string {
  const words = figureWords();
  const times = words.times.get(doc.lemma[noun]);
  if (times) return times;
  const own = words.counted.get(doc.lemma[noun]);
  if (own) return own.unit ?? lemmaOf(doc, noun);
  const person = (classes[noun] & (C.person | C.police | C.security | C.militant)) !== 0 || words.people.has(doc.lemma[noun]);
  return person || doc.upos[noun] === U.PROPN ? "person" : lemmaOf(doc, noun);
}

/** How many sentences behind the figure that a list goes on from it keeps that one's period. */
const HOLDS = 3;

/** The period of a figure: its own, else, of a number in a list, that of the figure it goes on from. */
function periodOf(doc: Document, periods: Periods, d: Draft): string | null {
  const own = periods.of(d.over ?? d.token);
  if (own !== null || !d.like) return own;
  return doc.sentence[d.token] - doc.sentence[d.like.token] <= HOLDS ? periodOf(doc, periods, d.like) : null;
}

function stated(found: Needs, periods: Periods, whereabouts: Whereabouts, d: Draft): FigureStatement {
  const { doc, report, partOf } = found;
  const evidence = evidenceAt(found, d.token);
  const { low, high, was, unit } = d.count;
  return {
    id: statementId(report, "figure", [evidence, d.count.span, d.measure], [low, high, was, unit]),
    kind: "figure",
    event: null,
    attribution: chainAt(found, d.token),
    evidence,
    part: partOf[doc.sentence[d.token]] ?? "body",
    rules: d.rules,
    measure: d.measure,
    count: d.count,
    period: periodOf(doc, periods, d),
    where: whereabouts.of(d.token, d.number ?? d.token),
  };
}
