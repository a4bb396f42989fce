import type { Span } from "../base/span.js";
import { overlaps } from "../base/span.js";
import { childWith, spanOf } from "../language/document.js";
import { R, U } from "../language/tags.js";
import type { Statement } from "../model/reading.js";
import type { EventFinding, Findings } from "./findings.js";
import { statementId } from "./ids.js";
import { isOpenNaming, isUnnamed, type LabelName, type Naming, namedBy, nameEndingAt, takes, WHAT } from "./labels/naming.js";
import { stage } from "./stage.js";
import { chainAt, chainOf, evidenceAt, innermost } from "./voice.js";

type Needs = Pick<Findings, "doc" | "report" | "partOf" | "attributions" | "events" | "lead">;

/**
 * Statements of kind `label`: what somebody calls an event, or doubts that it is. Needs an act of naming ("declared it", "appears
 * to be", "acted in self-defence"); a mention in passing ("the accident") names nothing.
 */
export const labels = stage({
  name: "labels",
  needs: ["doc", "report", "partOf", "attributions", "events", "lead"],
  gives: ["labels"],
  run(found) {
    const { doc } = found;
    const made = new Map<string, Statement>();
    for (let i = 0; i < doc.length; i++) {
      const name = nameEndingAt(doc, i);
      if (!name) continue;
      const named = namedBy(doc, i, name);
      if (!named) continue;
      const statement = statementOf(found, i, name, named);
      if (statement && !made.has(statement.id)) made.set(statement.id, statement);
    }
    return { labels: withoutVague([...made.values()]) };
  },
});

/** "a cowardly act of terrorism": what has a name of its own is not called by the word around it too. */
function withoutVague(labels: readonly Statement[]): readonly Statement[] {
  return labels.filter(
    (l) =>
      l.kind !== "label" ||
      l.label !== "other" ||
      !labels.some((o) => o !== l && o.kind === "label" && o.label !== "other" && o.event === l.event && near(o.span, l.span)),
  );
}

/** Whether two names stand side by side or over one another. */
function near(a: Span, b: Span): boolean {
  return a[0] - b[1] <= BESIDE && b[0] - a[1] <= BESIDE;
}

/** Most characters between the words of one name. */
const BESIDE = 4;

function statementOf(found: Needs, i: number, name: LabelName, named: Naming): Statement | null {
  const { doc, report, partOf } = found;
  const event = eventNamed(found, named);
  if (!event) return null;
  // without a voice of its own the naming is the outlet's telling: an event, not a label
  if (named.rule === "label:is" && !innermost(found, i)) return null;
  const span: Span = spanOf(doc, name.first, i);
  // who declares, calls, treats as, names: the act's own attribution, where it has one
  const act = actOf(found, named.verb);
  const attribution = act ? chainOf(found, act) : chainAt(found, i);
  if (isOpenNaming(doc, named) && !found.attributions.some((a) => a.id === attribution[0] && a.stance === "doubts")) return null;
  // "It is not being treated as terrorism": nobody calls it so, and who says that denies it
  if (isUnnamed(doc, named) && !found.attributions.some((a) => a.id === attribution[0] && a.stance === "denies")) return null;
  const evidence = evidenceAt(found, named.verb);
  return {
    id: statementId(report, "label", [evidence, span], [name.label, ...attribution]),
    kind: "label",
    event: event.id,
    attribution,
    evidence,
    part: partOf[doc.sentence[i]] ?? "body",
    rules: [named.rule, name.id],
    label: name.label,
    span,
  };
}

/** The attribution of the verb that names; of one without a speaker of its own ("condemned the blast and termed it terrorism") that of the verb before it. */
function actOf({ doc, attributions }: Needs, verb: number): Needs["attributions"][number] | null {
  for (let at = verb; at >= 0; at = doc.relation[at] === R.conj && childWith(doc, at, R.nsubj, R["nsubj:pass"]) < 0 ? doc.head[at] : -1) {
    const act = attributions.find((a) => a.cueToken === at && a.sourceSpan !== null);
    if (act) return act;
  }
  return null;
}

/** The event that is named: the one mentioned there; for "it", "the incident" and the speaker's own act the lead, else the last mentioned. */
function eventNamed({ doc, events, lead }: Needs, named: Naming): EventFinding | null {
  const at = named.of < 0 ? named.verb : named.of;
  const here = events.find((e) => e.triggers.includes(at)) ?? events.find((e) => e.mentions.some((m) => overlaps(m, spanOf(doc, at, at))));
  if (here) return here;
  if (named.rule === WHAT) {
    const from = doc.sentenceStart[doc.sentence[at]];
    const told = events.filter((e) => e.triggers.some((t) => t >= from && t < at)).sort((a, b) => lastBefore(b, at) - lastBefore(a, at));
    if (told.length > 0) return told[0];
  }
  const points = named.rule === "label:defence" || named.of < 0 || doc.upos[at] === U.PRON || takes(doc, at, "thing");
  if (!points) return null;
  let last: EventFinding | null = null;
  for (const e of events) if (e.triggers.some((t) => t < at) && (!last || lastBefore(e, at) > lastBefore(last, at))) last = e;
  return events.find((e) => e.id === lead) ?? last;
}

function lastBefore(e: EventFinding, token: number): number {
  return Math.max(-1, ...e.triggers.filter((t) => t < token));
}
