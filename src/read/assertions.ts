import { wordsAt } from "../base/span.js";
import type { Document } from "../language/document.js";
import { P, R, U } from "../language/tags.js";
import type { Statement } from "../model/reading.js";
import type { Part } from "../model/report.js";
import type { EventFinding, Findings } from "./findings.js";
import { statementId } from "./ids.js";
import { stage } from "./stage.js";
import { chainAt, evidenceAt } from "./voice.js";

type Needs = Pick<Findings, "doc" | "report" | "partOf" | "attributions" | "actors" | "events">;

/**
 * Statements of kind `event`: one for each voice that says of an event that it took place, is planned, was foiled. A passing
 * mention ("the attack") in somebody's words adds no voice: what they say of it is a remark.
 */
export const assertions = stage({
  name: "assertions",
  needs: ["doc", "report", "partOf", "attributions", "actors", "events"],
  gives: ["assertions"],
  run(found) {
    return { assertions: found.events.flatMap((event) => assertionsOf(found, event)) };
  },
});

function assertionsOf(found: Needs, event: EventFinding): readonly Statement[] {
  const { doc, report, partOf } = found;
  const made = new Map<string, Statement>();
  event.triggers.forEach((trigger) => {
    const part = partOf[doc.sentence[trigger]] ?? "body";
    const attribution = chainAt(found, trigger);
    const voice = voiceKey(found, attribution, part);
    if (made.has(voice) || (made.size > 0 && !saysSo(doc, trigger))) return;
    const evidence = evidenceAt(found, trigger);
    made.set(voice, {
      id: statementId(report, "event", [evidence, [doc.start[trigger], doc.end[trigger]]], [event.type, event.status, voice]),
      kind: "event",
      event: event.id,
      attribution,
      evidence,
      part,
      rules: ["assertion:clause", ...event.rules],
    });
  });
  return [...made.values()];
}

/** Same speakers with the same stances in the same kind of part: one voice. */
function voiceKey(found: Needs, chain: readonly string[], part: Part): string {
  const speakers = chain.map((id) => {
    const a = found.attributions.find((x) => x.id === id);
    const who = a?.source ?? (a?.sourceSpan ? wordsAt(found.report.text, a.sourceSpan).toLowerCase() : "");
    return `${who}:${a?.stance}`;
  });
  return [part === "headline" ? "headline" : part === "teaser" ? "teaser" : "body", ...speakers].join("|");
}

/** Whether the mention itself says that it happened: a predicate, or a noun brought up as new ("an attack killed ..."). */
function saysSo(doc: Document, trigger: number): boolean {
  if (doc.upos[trigger] === U.VERB) return !isModifier(doc, trigger);
  for (let c = doc.firstChild[trigger]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] !== R.det) continue;
    return doc.text.slice(doc.start[c], doc.end[c]).toLowerCase().startsWith("a");
  }
  return false;
}

/** "the wounded man": a participle before its noun says nothing new. */
function isModifier(doc: Document, i: number): boolean {
  return doc.relation[i] === R.amod || (doc.xpos[i] === P.VBN && doc.relation[i] === R.compound);
}
