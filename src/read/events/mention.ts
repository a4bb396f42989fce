import type { Span } from "../../base/span.js";
import { childWith, type Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { EventType, Status } from "../../model/vocabulary.js";
import { disowns } from "../attributions/deeds.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import { isCarriedOut, isCounting, isGeneral } from "./general.js";
import { isStillProposed, isWithinMeasure, measuresOf, rejectedStatus } from "./proposed.js";
import { asRaided } from "./raiders.js";
import { type Filler, rolesOf } from "./roles.js";
import { withoutSelf } from "./self-harm.js";
import { isInStatistics } from "./statistic.js";
import { statusOf } from "./status.js";
import type { Trigger } from "./triggers.js";
import { isVerbal } from "./voice.js";
import { type TimeOption, timeOptions, timesBySentence } from "./when.js";
import { type PlaceOption, placeOptions, placesBySentence } from "./where.js";
import { wordsOf } from "./words.js";

/** A trigger with all that its own words say of the event. */
export interface Mention {
  readonly trigger: Trigger;
  readonly type: EventType | null;
  readonly status: Status;
  readonly fillers: readonly Filler[];
  /** Fillers of what it did, as the same sentence tells: "an attack that killed 12". */
  readonly harmed: Filler[];
  readonly places: readonly PlaceOption[];
  readonly times: readonly TimeOption[];
  readonly sentence: number;
  readonly verbal: boolean;
  readonly plural: boolean;
  /** `same` for "the", "this"; `new` for "a", "several"; `apart` for "another", "earlier"; `bare` for none. */
  readonly definite: "same" | "new" | "apart" | "bare";
  /** Whether it tells of no one event: "people who are found guilty", "measures to prevent attacks". */
  readonly general: boolean;
  /** Whether a verb that says no more than that it was done governs it: "made 30 arrests", "orders were issued". */
  readonly carriedOut: boolean;
  /** The taking whose captives it tells of: "The pupils are still being held". */
  readonly keeps?: Mention;
  /** Whether it only modifies another noun ("crash site"): it may join an event and makes none. */
  readonly modifier: boolean;
}

/** Acts that somebody may do to himself. */
const HARM = /^violence\.(attack|killing|assault)$/;

let loaded: Map<number, "same" | "new" | "apart"> | null = null;

/** What a word before an event's noun says of it: the same as before, a new one, or one apart. */
export function apartWords(): ReadonlyMap<number, "same" | "new" | "apart"> {
  loaded ??= new Map(
    loadTable("apart-words")
      .rows.filter((r) => r.says !== "sequence")
      .map((r) => [vocabulary.id(r.words), r.says as "same" | "new" | "apart"]),
  );
  return loaded;
}

export function mentionsOf(ctx: Context, triggers: readonly Trigger[]): readonly Mention[] {
  for (const t of triggers) if (t.row.kind === "act") ctx.actTokens.add(t.token);
  const tokens = new Set(triggers.filter((t) => t.row.kind !== "result").map((t) => t.token));
  const proposing = new Set(triggers.filter((t) => t.row.type === "policy.proposal").map((t) => t.token));
  const isProposing = (token: number): boolean => proposing.has(token);
  const measures = triggers.flatMap((t) => (t.row.type === "policy.proposal" ? measuresOf(ctx.doc, t).map((f) => f.span) : []));
  const undoing = new Set(triggers.filter((t) => t.row.type === "justice.acquittal" && t.row.pos === "VERB").map((t) => t.token));
  const ruled = new Set(triggers.filter((t) => RULED.test(t.row.type ?? "")).map((t) => t.token));
  const places = placesBySentence(ctx);
  const times = timesBySentence(ctx);
  return triggers
    .filter(
      (t) =>
        !isCounting(ctx, t, times) && !isInStatistics(ctx, t) && !isWithinMeasure(ctx.doc, t, measures) && !isMembership(ctx.doc, t, ruled),
    )
    .map((trigger) => {
      const { doc } = ctx;
      const t = trigger.token;
      const verbal = isVerbal(doc, t);
      const carriedOut = !verbal && isCarriedOut(ctx, t);
      const status = rejectedStatus(doc, trigger) ?? (isStillProposed(doc, trigger, isProposing) ? "planned" : statusOf(doc, trigger));
      // "We did not plant the bomb": somebody did
      const disowned = status === "not-occurred" && isDisowned(ctx, t);
      const all = rolesOf(ctx, trigger, (token) => tokens.has(token));
      const raided = asRaided(ctx, trigger, verbal && HARM.test(trigger.row.type ?? "") ? withoutSelf(doc, t, all) : all);
      const { type } = raided;
      const proposed = measuresOf(doc, trigger);
      const fillers = proposed.length > 0 ? [...raided.fillers.filter((f) => f.role !== "measure"), ...proposed] : raided.fillers;
      return {
        trigger,
        type,
        status: disowned ? "occurred" : status,
        general: isGeneral(ctx, trigger),
        fillers: disowned ? fillers.filter((f) => f.role !== "perpetrator") : fillers,
        harmed: [],
        places: placeOptions(ctx, trigger, places).filter((o) => !isOfOffence(type, fillers, o.place.span)),
        times: isState(trigger) ? [] : timeOptions(ctx, trigger, times).filter((o) => o.tier < 1 || !isUndone(doc, trigger, undoing)),
        sentence: doc.sentence[t],
        verbal,
        plural: doc.xpos[t] === P.NNS || doc.xpos[t] === P.NNPS,
        definite: verbal ? "bare" : definiteness(doc, trigger),
        carriedOut,
        modifier: isModifier(ctx, trigger, verbal),
      };
    });
}

/** "convicted of murdering a teacher in Kilifi": where what a court rules on was, and not the court. */
function isOfOffence(type: Mention["type"], fillers: readonly Filler[], [from, to]: Span): boolean {
  return RULED.test(type ?? "") && fillers.some((f) => f.role === "offence" && f.span[0] <= from && to <= f.span[1]);
}

/** "jailed for joining the militants": what the ruling is for, and nothing more that happened. */
function isMembership(doc: Document, { token, row }: Trigger, ruled: ReadonlySet<number>): boolean {
  return row.type === "security.travel" && doc.xpos[token] === P.VBG && ruled.has(doc.head[token]);
}

const RULED = /^justice\.(charge|trial|conviction|acquittal|sentence|appeal)$/;

/** "Charges against the deckhand were stayed in May": the day is that of the staying. */
function isUndone(doc: Document, { token, row }: Trigger, undoing: ReadonlySet<number>): boolean {
  return row.pos === "NOUN" && UNDONE.test(row.type ?? "") && undoing.has(doc.head[token]);
}

const UNDONE = /^justice\.(charge|conviction)$/;

/** Whether an act by its definite object is told in the words of who denies it. */
function isDisowned({ doc, attributions }: Context, t: number): boolean {
  const object = childWith(doc, t, R.obj);
  if (object < 0 || !DEFINITE.has(doc.norm[doc.left[object]])) return false;
  const at = doc.start[t];
  return attributions.some((a) => a.stance === "denies" && a.content.some((c) => c[0] <= at && at < c[1] && disowns(doc, c)));
}

const DEFINITE = wordsOf("definite");

/** "after five weeks in captivity": the days told beside it are those of the way home, not of the taking. */
export function isState({ row }: Trigger): boolean {
  return row.type === "violence.abduction" && row.kind === "generic";
}

/** "crash site", "the stolen car"; not a predicate that was tagged as an adjective ("a court sentenced 12 men"). */
function isModifier(ctx: Context, trigger: Trigger, verbal: boolean): boolean {
  const { doc } = ctx;
  const t = trigger.token;
  if (verbal || (doc.relation[t] !== R.compound && doc.relation[t] !== R.amod) || doc.head[t] < t) return false;
  if (ctx.lexicon.forms.has(doc.norm[doc.head[t]])) return false;
  // "the outlawed Workers Party": a body that somebody has banned
  if (trigger.row.type === "policy.ban" && isBody(ctx, doc.head[t])) return false;
  const before = t > 0 && doc.sentence[t - 1] === doc.sentence[t] ? doc.upos[t - 1] : U.PUNCT;
  const predicate = before === U.NOUN || before === U.PROPN || before === U.PRON || before === U.AUX || before === U.ADV;
  return !(trigger.row.pos === "VERB" && predicate);
}

/** A body by its class or name, "the Workers Party group". */
function isBody({ doc, classes }: Context, noun: number): boolean {
  if ((classes[noun] & BODY) !== 0) return true;
  for (let c = doc.firstChild[noun]; c >= 0 && c < noun; c = doc.nextSibling[c])
    if (doc.relation[c] === R.compound && (classes[c] & C.name) !== 0) return true;
  return false;
}

const BODY = C.organisation | C.militant | C.name;

function definiteness(doc: Document, trigger: Trigger): Mention["definite"] {
  const words = apartWords();
  let found: Mention["definite"] = "bare";
  const t = trigger.token;
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c]) {
    const says = words.get(doc.norm[c]);
    if (doc.xpos[c] === P.JJS) return "new";
    if (says === "apart") return "apart";
    if (says) found = says;
    else if (doc.relation[c] === R["nmod:poss"] && found === "bare") found = "same";
  }
  return found;
}
