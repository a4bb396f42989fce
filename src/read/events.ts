import { P, R } from "../language/tags.js";
import { vocabulary } from "../language/vocabulary.js";
import { eventOf } from "./events/build.js";
import { asCaptives } from "./events/captives.js";
import { C } from "./events/classes.js";
import { type Cluster, cluster } from "./events/cluster.js";
import { type Context, contextOf, type Needs } from "./events/context.js";
import { isGrievance } from "./events/grievance.js";
import { withHeadline } from "./events/headline.js";
import { withConvicted, withImplied, withKeepers } from "./events/implied.js";
import { dated, linked, ruled, settled } from "./events/links.js";
import { type Mention, mentionsOf } from "./events/mention.js";
import { related } from "./events/relations.js";
import { causeInSentence, causeNearby, isAfterTaking, isDeed, kindOfHarm, standsAlone } from "./events/results.js";
import { withRiotControl } from "./events/riot-control.js";
import { afterBefore, lagBefore } from "./events/sequence.js";
import { triggersOf } from "./events/triggers.js";
import { caseOf } from "./events/voice.js";
import { wordsOf } from "./events/words.js";
import type { EventFinding } from "./findings.js";
import { stage } from "./stage.js";

/**
 * Events of the report: what is said to have happened, be happening, be planned, each once with all its mentions. Not whether it
 * did, and not who says so: that is attribution.
 */
export const events = stage({
  name: "events",
  needs: ["doc", "report", "partOf", "names", "times", "quantities", "places", "actors", "actorMentions", "attributions"],
  gives: ["events"],
  run(found) {
    return { events: eventsOf(found) };
  },
});

/** Mentions of a report's events before they are put together: acts, and what acts did with the mention that did it where the sentence says. */
export function actsOf(ctx: Context): {
  readonly acts: readonly Mention[];
  readonly owned: readonly (readonly [Mention, Mention])[];
  readonly floating: readonly Mention[];
} {
  const told = mentionsOf(ctx, triggersOf(ctx)).filter((m) => ctx.partOf[m.sentence] !== "furniture");
  const beside = bySentence(told);
  const mentions = told.filter((m) => !isOffenceOnly(ctx, m, beside.get(m.sentence) ?? []) && !isInstrument(ctx, m));
  const acts: Mention[] = [...asCaptives(mentions.filter((m) => m.trigger.row.kind !== "result"))];
  const actsBeside = bySentence(acts);
  const owned: [Mention, Mention][] = [];
  const floating: Mention[] = [];
  for (const m of mentions) {
    if (m.trigger.row.kind !== "result") continue;
    const after = lagBefore(ctx.doc, ctx.times, m.trigger.token);
    const here = actsBeside.get(m.sentence) ?? [];
    const opened = afterBefore(ctx.doc, m.trigger.token);
    const near = here.filter((a) => a.trigger.token > after && (a.trigger.token > opened || !isDeed(a)));
    const cause = isGrievance(ctx.doc, m.trigger.token) ? null : causeInSentence(ctx, m, near);
    if (cause) owned.push([m, cause]);
    else if (standsAlone(m) || isAfterTaking(ctx.doc, m, here) || ((after >= 0 || near.length < here.length) && m.type !== null)) {
      acts.push(m);
      actsBeside.set(m.sentence, [...here, m]);
    } else floating.push(m);
  }
  acts.sort((a, b) => a.trigger.token - b.trigger.token);
  // whom a result harmed tells one attack from another
  for (const [result, cause] of owned) cause.harmed.push(...result.fillers);
  return { acts, owned, floating };
}

function bySentence(mentions: readonly Mention[]): Map<number, readonly Mention[]> {
  const groups = new Map<number, Mention[]>();
  for (const m of mentions) {
    const group = groups.get(m.sentence);
    if (group) group.push(m);
    else groups.set(m.sentence, [m]);
  }
  return groups;
}

/**
 * "one count of aggravated assault": a crime by its name in a charge or plea, with nobody in it, is the offence and no event; so is
 * what somebody is sentenced for who wanted to join fighters. `beside` are the mentions of its sentence.
 */
function isOffenceOnly(ctx: Context, m: Mention, beside: readonly Mention[]): boolean {
  if (isOfRuling(ctx, m, beside)) return true;
  const joining = m.verbal && m.type === "security.travel" && m.times.length === 0;
  if (joining) return isInOffence(ctx, m, beside);
  if (isOnlyForbidden(ctx, m, beside)) return true;
  if (m.verbal || m.definite === "same" || m.fillers.some((f) => f.role === "victim" || f.role === "target")) return false;
  if (NO_CRIME.has(m.type ?? "") || tellsWhatCame(ctx, m)) return false;
  return isInOffence(ctx, m, beside);
}

/**
 * "10 months' home detention", "sentenced to death": the words of a penalty tell of no act; nor does a crime that somebody denies or admits by
 * its bare name ("denied murder but admitted manslaughter"), or that counts are of ("dropped two counts of assault").
 */
function isOfRuling({ doc, classes }: Context, m: Mention, beside: readonly Mention[]): boolean {
  const t = m.trigger.token;
  const at = doc.start[t];
  if (!(m.type ?? "").startsWith("justice.") && !m.verbal)
    if (beside.some((o) => o !== m && o.fillers.some((f) => f.role === "penalty" && f.span[0] <= at && at < f.span[1]))) return true;
  if (m.verbal || (classes[t] & C.crime) === 0 || m.definite !== "bare" || doc.head[t] < 0) return false;
  const h = doc.lemma[doc.head[t]];
  if (doc.relation[t] === R.nmod) return COUNTED.has(h) && caseOf(doc, t) === OF;
  return doc.relation[t] === R.obj && PLEADING.has(h) && doc.left[t] === t && doc.right[t] === t;
}

const OF = vocabulary.id("of");
const COUNTED = wordsOf("charge-count");
const PLEADING = wordsOf("answering-charge");

/** Acts whose words name no crime of the statute book: "25 years for a failed coup" tells of the coup. */
const NO_CRIME: ReadonlySet<string> = new Set(["violence.coup", "violence.bombing"]);

/** "convicted of an attack in which 11 people died": a clause that hangs on the word tells of that one act. */
function tellsWhatCame({ doc, actTokens }: Context, m: Mention): boolean {
  const t = m.trigger.token;
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c])
    if (doc.relation[c] === R["acl:relcl"] && c > t && actTokens.has(c)) return true;
  return false;
}

/** "attacked the station with petrol bombs": what an act was done with is its weapon, and no act of its own. */
function isInstrument({ doc, actTokens }: Context, m: Mention): boolean {
  const t = m.trigger.token;
  // "sentenced to death by hanging"
  if (m.type === "justice.execution") return t > 1 && doc.norm[t - 1] === BY && doc.norm[t - 2] === DEATH;
  if (m.verbal || m.type !== "violence.bombing" || caseOf(doc, t) !== WITH) return false;
  return doc.relation[t] === R.obl && actTokens.has(doc.head[t]);
}

const WITH = vocabulary.id("with");
const BY = vocabulary.id("by");
const DEATH = vocabulary.id("death");

/** "banned all demonstrations": what is forbidden is nobody's act. */
function isOnlyForbidden({ doc }: Context, m: Mention, beside: readonly Mention[]): boolean {
  const t = m.trigger.token;
  // "a law to bar protests", read as a kind of protest
  if (t > 1 && FORBIDDING.has(doc.lemma[t - 1]) && doc.xpos[t - 2] === P.TO) return true;
  if (m.verbal || m.definite !== "bare" || doc.relation[t] !== R.obj) return false;
  if (FORBIDDING.has(doc.lemma[doc.head[t]]) && doc.xpos[doc.head[t]] === P.VB) return true;
  return beside.some((o) => o.verbal && o.trigger.token === doc.head[t] && o.type === "policy.ban");
}

function isInOffence(ctx: Context, m: Mention, beside: readonly Mention[]): boolean {
  const at = ctx.doc.start[m.trigger.token];
  return beside.some((o) => o !== m && o.fillers.some((f) => f.role === "offence" && f.span[0] <= at && at < f.span[1]));
}

const FORBIDDING = wordsOf("forbidding");
const BODY = vocabulary.id("body");

/** "The body of a fifth was found near the river on Friday": where and when, of the finding and not of the act told in another sentence. */
function isFind({ trigger }: Mention): boolean {
  return trigger.row.words.includes(BODY);
}

/** "a bounty for every drug lord whom the police would kill": whom somebody may kill, and who may, are none of the act told before it. */
function isOpen({ status }: Mention): boolean {
  return status === "planned" || status === "possible" || status === "threatened";
}

/** Whether nothing in the sentence of a result tells of an event. */
function isToldApart(c: Cluster, result: Mention): boolean {
  return c.mentions.every((m) => m.sentence !== result.sentence);
}

function eventsOf(needs: Needs): readonly EventFinding[] {
  const ctx = contextOf(needs);
  const { acts, owned, floating } = actsOf(ctx);
  const clusters = withHeadline(ctx, cluster(ctx, acts));
  const home = new Map(clusters.flatMap((c) => c.mentions.map((m) => [m, c] as const)));
  for (const [result, cause] of owned) home.get(cause)?.results.push(result);
  for (const result of floating) {
    const grievance = isGrievance(ctx.doc, result.trigger.token);
    const cause = causeNearby(ctx, result, grievance ? clusters.filter((c) => isToldApart(c, result)) : clusters);
    if (cause)
      cause.results.push(isFind(result) ? { ...result, places: [], times: [] } : isOpen(result) ? { ...result, fillers: [] } : result);
    else {
      const type = grievance ? (result.type ?? "violence.killing") : kindOfHarm(result, clusters);
      if (type) clusters.push({ mentions: [{ ...result, type }], results: [] });
    }
  }
  clusters.sort((a, b) => a.mentions[0].trigger.token - b.mentions[0].trigger.token);
  const told = clusters.map((c, k) => eventOf(ctx, c, `e${k + 1}`));
  const found = withConvicted(
    ctx,
    withKeepers(ctx, withImplied(ctx, withRiotControl(ctx, dated(linked(ctx, ruled(ctx, settled(ctx, told))))))),
  );
  return related(ctx.doc, found);
}
