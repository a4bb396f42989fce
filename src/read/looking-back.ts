import { tokenAt, tokensIn } from "../language/document.js";
import { U } from "../language/tags.js";
import { vocabulary } from "../language/vocabulary.js";
import { loadTable } from "../lexicon/table.js";
import type { Statement } from "../model/reading.js";
import { disowns } from "./attributions/deeds.js";
import { cueKindOf } from "./attributions/lexicon.js";
import { UNSAID } from "./attributions/unsaid.js";
import { clauseSpan } from "./clause.js";
import { wordsOf } from "./events/words.js";
import type { AttributionFinding, EventFinding, Findings } from "./findings.js";
import { statementId } from "./ids.js";
import { mainOf } from "./remarks/pieces.js";
import { chainOf } from "./voice.js";

type Needs = Pick<Findings, "doc" | "report" | "partOf" | "attributions" | "actors" | "events" | "lead">;

let nouns: ReadonlySet<number> | null = null;

/** Lemmas that stand for what somebody was said to have done ("the accusations"). */
export function allegationNouns(): ReadonlySet<number> {
  nouns ??= new Set(loadTable("allegation-nouns").rows.map((row) => vocabulary.id(row.lemma)));
  return nouns;
}

/** Rule of a statement that denies what somebody alleged. */
export const DENIAL = "assertion:denial";

/** How many sentences a denial may look back. */
const LOOK_BACK = 3;

/**
 * Claims and denials of an act that their own words do not name: "The suspect has denied the accusations", "The Taliban denied involvement",
 * "the bombing in Gombe, which was claimed by the group". `said` are the statements of what is named.
 */
export function lookingBack(found: Needs, said: readonly Statement[]): readonly Statement[] {
  const told = new Set(said.map((s) => s.attribution[0]));
  return found.attributions.flatMap((a) => {
    if (a.cueToken === null || a.rules.includes(UNSAID)) return [];
    const isDenial = a.stance === "denies";
    if (isDenial && deniesAllegation(found, a)) {
      const alleged = lastAlleged(found, said, a.cueToken);
      const event = found.events.find((e) => e.id === alleged?.event);
      if (event) return [denial(found, a, event)];
    }
    if (told.has(a.id) || !(isDenial ? deniesPart(found, a) : a.stance === "claims")) return [];
    const event = lastAct(found, a);
    return event ? [denial(found, a, event)] : [];
  });
}

const [PART_IN, DEED_VERBS] = [wordsOf("part-in"), wordsOf("deed-verb")];

/** "denied involvement", "denied any role", "denied striking civilians": a part in an act that is not named. */
function deniesPart({ doc }: Needs, a: AttributionFinding): boolean {
  if (!a.rules.some((r) => cueKindOf(r) === "deny")) return a.content.some((c) => disowns(doc, c));
  return a.content.some((c) => {
    const main = mainOf(doc, tokensIn(doc, c));
    return main >= 0 && (PART_IN.has(doc.lemma[main]) || (doc.upos[main] === U.VERB && DEED_VERBS.has(doc.lemma[main])));
  });
}

const REAL: ReadonlySet<string> = new Set(["occurred", "ongoing", "attempted", "foiled"]);

/** The act of violence that a claim or denial looks back at: one told before it in its sentence, else the chief one told just before, else the last. */
function lastAct({ doc, events, lead }: Needs, a: AttributionFinding): EventFinding | null {
  const cue = a.cueToken as number;
  let best: EventFinding | null = null;
  let top = Number.NEGATIVE_INFINITY;
  for (const e of events) {
    if (!e.type.startsWith("violence.") || !REAL.has(e.status)) continue;
    for (const t of e.triggers) {
      const away = doc.sentence[cue] - doc.sentence[t];
      if (t > cue || away > LOOK_BACK) continue;
      const score = away === 0 ? doc.length + t : t + (e.id === lead ? doc.length : 0);
      if (score > top) [best, top] = [e, score];
    }
  }
  return best;
}

function deniesAllegation({ doc }: Needs, a: AttributionFinding): boolean {
  const end = doc.sentenceStart[doc.sentence[a.cueToken as number] + 1];
  for (let i = (a.cueToken as number) + 1; i < Math.min(end, (a.cueToken as number) + 6); i++)
    if (allegationNouns().has(doc.lemma[i])) return true;
  return false;
}

/** What "the accusations" and "the claim" look back at. */
const DENIABLE: ReadonlySet<string> = new Set(["alleges", "claims"]);

function lastAlleged({ doc, attributions }: Needs, said: readonly Statement[], before: number): Statement | null {
  const alleges = (s: Statement): boolean => attributions.some((a) => a.id === s.attribution[0] && DENIABLE.has(a.stance));
  const near = said.filter((s) => {
    const sentence = doc.sentence[Math.min(doc.length - 1, tokenAt(doc, s.evidence[0]))];
    return s.evidence[0] < doc.start[before] && doc.sentence[before] - sentence <= LOOK_BACK && alleges(s);
  });
  return near.sort((a, b) => b.evidence[0] - a.evidence[0])[0] ?? null;
}

function denial(found: Needs, a: AttributionFinding, event: EventFinding): Statement {
  const { doc, report, partOf, attributions } = found;
  const cue = a.cueToken as number;
  const attribution = chainOf({ attributions }, a);
  const evidence = clauseSpan(doc, cue);
  return {
    id: statementId(report, "event", [evidence, [doc.start[cue], doc.end[cue]]], [event.type, "denial", ...attribution]),
    kind: "event",
    event: event.id,
    attribution,
    evidence,
    part: partOf[doc.sentence[cue]] ?? "body",
    rules: [DENIAL, ...a.rules],
  };
}
