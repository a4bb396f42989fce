import { type Span, wordsAt } from "../base/span.js";
import { type Document, tokensIn } from "../language/document.js";
import { Ids } from "../language/ids.js";
import { P, R, U } from "../language/tags.js";
import type { Statement } from "../model/reading.js";
import type { Part } from "../model/report.js";
import { disowns } from "./attributions/deeds.js";
import { bearsOut, cueKindOf, isNegation } from "./attributions/lexicon.js";
import { UNSAID } from "./attributions/unsaid.js";
import { clauseSpan, trimmed } from "./clause.js";
import { blamedFor } from "./events/blame.js";
import { wordsOf } from "./events/words.js";
import type { AttributionFinding, EventFinding, Findings } from "./findings.js";
import { statementId } from "./ids.js";
import { allegationNouns, DENIAL, lookingBack } from "./looking-back.js";
import { mainOf } from "./remarks/pieces.js";
import { stage } from "./stage.js";
import { chainAt, chainOf, evidenceAt, innermost, isInfinitive } from "./voice.js";

type Needs = Pick<Findings, "doc" | "report" | "partOf" | "attributions" | "actors" | "events" | "lead">;

/**
 * Statements of kind `event`: one for each voice that says of an event that it took place, is planned, was foiled. A passing
 * mention ("the attack") in somebody's words adds no voice: what they say of it is a remark.
 */
export const assertions = stage({
  name: "assertions",
  needs: ["doc", "report", "partOf", "attributions", "actors", "events", "lead"],
  gives: ["assertions"],
  run(found) {
    const said = found.events.flatMap((event) => assertionsOf(found, event));
    return { assertions: [...said, ...lookingBack(found, said)] };
  },
});

function assertionsOf(found: Needs, event: EventFinding): readonly Statement[] {
  const { doc, report, partOf } = found;
  const made = new Map<string, Statement>();
  const first = new Map<string, number>();
  event.triggers.forEach((trigger) => {
    const part = partOf[doc.sentence[trigger]] ?? "body";
    const attribution = proposedBy(found, event, trigger) ?? (isDeniedCharge(found, event, trigger) ? [] : chainAt(found, trigger));
    const voice = voiceKey(found, attribution, part);
    const before = made.get(voice);
    // the words that say it as news are the evidence, not a mention in passing before them
    const yields = before?.part === "headline" && part === "body";
    if (before ? !yields && !isNewer(doc, trigger, first.get(voice) as number) : made.size > 0 && !isSaid(found, trigger)) return;
    first.set(voice, trigger);
    const evidence = evidenceOf(found, trigger, attribution);
    made.set(voice, {
      id: statementId(report, "event", [evidence, [doc.start[trigger], doc.end[trigger]]], [event.type, event.status, voice]),
      kind: "event",
      event: event.id,
      attribution,
      evidence,
      part,
      rules: [isDisowned(doc, innermost(found, trigger)) ? DENIAL : "assertion:clause", ...event.rules],
    });
  });
  return [...made.values()];
}

/** The words that say it; with the word of blame where somebody is blamed for it. */
function evidenceOf(found: Needs, trigger: number, attribution: readonly string[]): Span {
  const { doc, attributions } = found;
  const cue = blamedFor(doc, trigger) >= 0 ? (attributions.find((a) => a.id === attribution[0])?.cueToken ?? null) : null;
  if (cue !== null) return clauseSpan(doc, cue);
  return isInPassing(doc, trigger) ? phraseAt(doc, trigger) : evidenceAt(found, trigger);
}

const PROPOSING = wordsOf("proposing");
const OPEN: ReadonlySet<string> = new Set(["planned", "possible", "threatened"]);

/**
 * "The minister suggested that citizenship be stripped", "protesters demanded her release": the proposal, and the act that is asked for,
 * are the word of who asks. Null for other acts, also for those that are mentioned beside what is asked for ("an inquiry into the killing").
 */
function proposedBy({ doc, attributions }: Needs, event: EventFinding, trigger: number): readonly string[] | null {
  const isProposal = event.type === "policy.proposal" && PROPOSING.has(doc.lemma[trigger]);
  if (!isProposal && !OPEN.has(event.status)) return null;
  const asked = askedFor(doc, trigger);
  const said = attributions.find(
    (a) =>
      a.sourceSpan !== null &&
      a.stance === "proposes" &&
      (isProposal
        ? a.cueToken === trigger
        : !a.vouches &&
          a.content.some(
            (c) =>
              !isInfinitive(doc, c) &&
              (asked.has(mainOf(doc, tokensIn(doc, c))) || [...asked].some((v) => v !== trigger && doc.head[v] === a.cueToken)),
          )),
  );
  return said ? chainOf({ attributions }, said) : null;
}

/** An act, and the verbs of which it is the object: "urged the authorities to allow an inquiry". */
function askedFor(doc: Document, trigger: number): ReadonlySet<number> {
  const verbs = new Set([trigger]);
  for (let at = trigger, step = 0; step < 2 && doc.head[at] >= 0 && OBJECTS.has(doc.relation[at]); step++) {
    at = doc.head[at];
    verbs.add(at);
  }
  return verbs;
}

const OBJECTS: ReadonlySet<number> = new Ids([R.obj, R["nsubj:pass"], R.xcomp]);

/** "He denied the charges", "the court rejected his appeal": that he was charged, or has appealed, nobody denies. */
function isDeniedCharge(found: Needs, event: EventFinding, trigger: number): boolean {
  const stands = event.type === "justice.appeal" || allegationNouns().has(found.doc.lemma[trigger]);
  return stands && innermost(found, trigger)?.stance === "denies";
}

/** Same speakers with the same stances: one voice, which a headline shares with the body below it and a teaser does not. */
function voiceKey(found: Needs, chain: readonly string[], part: Part): string {
  const speakers = chain.map((id) => {
    const a = found.attributions.find((x) => x.id === id);
    const who = a?.source ?? (a?.sourceSpan ? wordsAt(found.report.text, a.sourceSpan).toLowerCase() : "");
    return `${who}:${a?.stance}`;
  });
  return [part === "teaser" ? "teaser" : "body", ...speakers].join("|");
}

/** Whether the mention says something of the act: that it happened, that somebody claims or denies it. Not what was left unsaid. */
function isSaid(found: Needs, trigger: number): boolean {
  const by = innermost(found, trigger);
  if (by && (by.stance === "claims" || by.rules.some((r) => cueKindOf(r) === "deny"))) return true;
  // "said it had no hand in the blast", "confirmed the attack"
  if (isDisowned(found.doc, by)) return true;
  if (by && by.cueToken !== null && isConfirmed(found.doc, trigger, by)) return true;
  // "blamed the rebels for the raid": who did it is said of it
  if (by && by.stance === "alleges" && blamedFor(found.doc, trigger) >= 0) return true;
  const at = found.doc.start[trigger];
  const isUnsaid = found.attributions.some((a) => a.rules.includes(UNSAID) && a.content.some((c) => c[0] <= at && at < c[1]));
  return !isUnsaid && saysSo(found.doc, trigger);
}

function isDisowned(doc: Document, by: AttributionFinding | null): boolean {
  return by?.stance === "denies" && by.content.some((c) => disowns(doc, c));
}

/** "The army confirmed the attack": that it took place is what is confirmed. */
function isConfirmed(doc: Document, trigger: number, { cueToken, stance, rules }: AttributionFinding): boolean {
  return stance === "asserts" && doc.relation[trigger] === R.obj && doc.head[trigger] === cueToken && rules.some(bearsOut);
}

/** Whether the mention itself says that it happened: a predicate, or a noun brought up as new ("an attack killed ..."). */
function saysSo(doc: Document, trigger: number): boolean {
  if (doc.upos[trigger] === U.VERB) return !isModifier(doc, trigger);
  for (let c = doc.firstChild[trigger]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] !== R.det) continue;
    // "settled on an attack": new, but nothing is told of it
    if (doc.text.slice(doc.start[c], doc.end[c]).toLowerCase().startsWith("a")) return doc.relation[trigger] !== R.obl;
  }
  return isToldOf(doc, trigger);
}

/** "The blast destroyed a bus", "the fire began in the roof": the noun is what a verb tells of. Not what is compared or denied. */
export function isToldOf(doc: Document, noun: number): boolean {
  const verb = doc.head[noun];
  const relation = doc.relation[noun];
  if (verb < 0 || (relation !== R.nsubj && relation !== R["nsubj:pass"]) || doc.upos[verb] !== U.VERB) return false;
  for (let c = doc.firstChild[verb]; c >= 0 && c < verb; c = doc.nextSibling[c])
    if (doc.relation[c] === R.advmod && isNegation(doc, c)) return false;
  return true;
}

const ASIDE: ReadonlySet<number> = new Ids([R.obl, R.nmod, R["nmod:poss"], R.compound]);

/** "amid threats of war", "hours after the blast": a noun that no verb tells of. */
function isInPassing(doc: Document, trigger: number): boolean {
  return doc.upos[trigger] === U.NOUN && ASIDE.has(doc.relation[trigger]);
}

/** The words of a noun and what hangs on it. */
function phraseAt(doc: Document, noun: number): Span {
  return trimmed(doc, [doc.start[doc.left[noun]], doc.end[doc.right[noun]]]);
}

/** Whether a later mention tells the act by a verb where the one before it is a noun that looks back on it. */
function isNewer(doc: Document, later: number, earlier: number): boolean {
  if (doc.upos[earlier] === U.VERB || saysSo(doc, earlier)) return false;
  // "the cause of the blast is not known": as long as nothing was told of it but in passing
  if (isInPassing(doc, earlier) && isToldOf(doc, later)) return true;
  return (
    doc.upos[later] === U.VERB && !isModifier(doc, later) && (isInPassing(doc, earlier) || doc.sentence[later] - doc.sentence[earlier] <= 1)
  );
}

/** "the wounded man", "girls abducted in May": a participle on its noun says nothing new. */
function isModifier(doc: Document, i: number): boolean {
  return doc.relation[i] === R.amod || doc.relation[i] === R.acl || (doc.xpos[i] === P.VBN && doc.relation[i] === R.compound);
}
