import type { Span } from "../base/span.js";
import { type Document, lemmaOf, tokenAt } from "../language/document.js";
import { U } from "../language/tags.js";
import type { Count, FigureStatement, Statement } from "../model/reading.js";
import { C, classesOf } from "./events/classes.js";
import { elliptical } from "./figures/ellipsis.js";
import { measureOf } from "./figures/measure.js";
import { movedBy, movedTo } from "./figures/moved.js";
import { ordinalFigures } from "./figures/ordinals.js";
import { Periods, placeOf } from "./figures/period.js";
import { type Grounds, partyCounts, seizedCounts, tollCounts, whyFigure } from "./figures/select.js";
import { figureWords } from "./figures/words.js";
import type { Findings, Quantity } from "./findings.js";
import { statementId } from "./ids.js";
import { words } from "./quantities/words.js";
import { stage } from "./stage.js";
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

/** What one figure says before it has its voice and its id. */
interface Draft {
  readonly token: number;
  readonly count: Count;
  readonly measure: Span | null;
  readonly rules: readonly string[];
}

function figuresOf(found: Needs): readonly Statement[] {
  const { doc, quantities, tolls, events, times } = found;
  if (quantities.length === 0 && doc.length === 0) return [];
  const classes = classesOf(doc, found.names);
  const periods = new Periods(doc, times);
  const triggers = new Set(events.flatMap((e) => e.triggers));
  const grounds: Grounds = {
    doc,
    classes,
    tolls: tollCounts(tolls),
    parties: partyCounts(events),
    seized: seizedCounts(events),
    triggers,
    hasPeriod: (token) => periods.inClause(token),
  };
  const drafts: Draft[] = [];
  let last: Draft | null = null;
  /** The last that is no share: "48,716 offences, down 4 percent from 50,833". */
  let number: Draft | null = null;
  quantities.forEach((q, k) => {
    const why = whyFigure(q, quantities[k - 1] ?? null, grounds);
    const draft: Draft | null = why
      ? shareOf(doc, draftOf(found, classes, q, why), number)
      : (draftOfMoved(found, classes, q, grounds) ??
        (last && elliptical(doc, q, last.count.unit === SHARE ? (number ?? last) : last, grounds)));
    if (!draft) return;
    drafts.push(draft);
    last = draft;
    if (draft.count.unit !== SHARE) number = draft;
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
  return drafts.map((d) => stated(found, periods, d));
}

function draftOf(found: Needs, classes: Int32Array, q: Quantity, why: readonly string[]): Draft {
  const { doc } = found;
  const unit = q.count.unit ?? (q.noun === null ? null : lemmaUnit(found, classes, q.noun));
  return {
    token: q.noun ?? q.tokens[1] - 1,
    count: { ...q.count, unit },
    measure: (unit === SHARE ? movedBy(doc, q) : null) ?? measureOf(doc, q, classes),
    rules: [...why, ...q.rules],
  };
}

/** "14,577 knife offences, an increase of 22 percent", "48,716 offences, down 4 percent": a share by which the number before it moved measures what that does. */
function shareOf(doc: Document, d: Draft, number: Draft | null): Draft {
  if (d.count.unit !== SHARE || !number || doc.sentence[number.token] !== doc.sentence[d.token]) return d;
  const first = tokenAt(doc, d.count.span[0]);
  const { moves, particles } = words();
  const led = first > 0 && particles.has(doc.norm[first - 1]);
  const noun = first > 1 && doc.head[d.token] === first - 2 && moves.has(doc.lemma[first - 2]);
  return led || noun ? { ...d, measure: number.measure } : d;
}

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

function stated(found: Needs, periods: Periods, d: Draft): FigureStatement {
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
    period: periods.of(d.token),
    where: placeOf(doc, found.places, d.token),
  };
}
