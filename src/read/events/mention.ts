import { childWith, type Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Time } from "../../model/reading.js";
import type { EventType, Status } from "../../model/vocabulary.js";
import { words } from "../quantities/words.js";
import type { Context } from "./context.js";
import { isRecord } from "./record.js";
import { type Filler, rolesOf } from "./roles.js";
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
  /** Whether it only modifies another noun ("crash site"): it may join an event and makes none. */
  readonly modifier: boolean;
}

let loaded: Map<number, "same" | "new" | "apart"> | null = null;

function apartWords(): Map<number, "same" | "new" | "apart"> {
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
  const places = placesBySentence(ctx);
  const times = timesBySentence(ctx);
  return triggers.map((trigger) => {
    const { doc } = ctx;
    const t = trigger.token;
    const verbal = isVerbal(doc, t);
    return {
      trigger,
      type: trigger.row.type,
      status: statusOf(doc, trigger),
      general:
        (isAny(doc, t) && statusOf(doc, trigger) !== "not-occurred") ||
        (verbal && isOverLong(ctx, trigger, times)) ||
        (verbal
          ? isHabit(doc, t) || (trigger.row.type !== "policy.proposal" && isAim(doc, t))
          : isStatistic(ctx, t) || isTrend(doc, t) || isRecord(doc, t)),
      fillers: rolesOf(ctx, trigger, (token) => tokens.has(token)),
      harmed: [],
      places: placeOptions(ctx, trigger, places),
      times: timeOptions(ctx, trigger, times),
      sentence: doc.sentence[t],
      verbal,
      plural: doc.xpos[t] === P.NNS || doc.xpos[t] === P.NNPS,
      definite: verbal ? "bare" : definiteness(doc, trigger),
      modifier: isModifier(ctx, trigger, verbal),
    };
  });
}

/** "crash site", "the stolen car"; not a predicate that was tagged as an adjective ("a court sentenced 12 men"). */
function isModifier(ctx: Context, trigger: Trigger, verbal: boolean): boolean {
  const { doc } = ctx;
  const t = trigger.token;
  if (verbal || (doc.relation[t] !== R.compound && doc.relation[t] !== R.amod) || doc.head[t] < t) return false;
  if (ctx.lexicon.forms.has(doc.norm[doc.head[t]])) return false;
  const before = t > 0 && doc.sentence[t - 1] === doc.sentence[t] ? doc.upos[t - 1] : U.PUNCT;
  const predicate = before === U.NOUN || before === U.PROPN || before === U.PRON || before === U.AUX || before === U.ADV;
  return !(trigger.row.pos === "VERB" && predicate);
}

/** "any attempt to take power by force": no act of anybody's. */
function isAny(doc: Document, t: number): boolean {
  const noun = isVerbal(doc, t) && doc.relation[t] === R.acl ? doc.head[t] : t;
  for (let c = doc.firstChild[noun]; c >= 0 && c < noun; c = doc.nextSibling[c]) if (ANY.has(doc.norm[c])) return true;
  return false;
}

const ANY = wordsOf("any");
const TO = vocabulary.id("to");
const NOT_YET = wordsOf("not-yet");
/** "caused a plane to crash": no aim, but what came of it. */
const BROUGHT_ABOUT = wordsOf("bringing-about");

/** "in order to fight": an aim that another act had. */
function isAim(doc: Document, t: number): boolean {
  const h = doc.head[t];
  if (doc.relation[t] !== R.advcl || NOT_YET.has(doc.norm[h]) || BROUGHT_ABOUT.has(doc.lemma[h])) return false;
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c])
    if (doc.relation[c] === R.mark && doc.norm[c] === TO) return true;
  return false;
}

/** "refugees who commit crimes": a clause in the present tense on a bare plural. */
function isHabit(doc: Document, t: number): boolean {
  if (doc.relation[t] !== R["acl:relcl"]) return false;
  const noun = doc.head[t];
  if (doc.xpos[noun] !== P.NNS || childWith(doc, noun, R.det, R.nummod, R["nmod:poss"]) >= 0) return false;
  const tense = childWith(doc, t, R["aux:pass"], R.aux);
  const finite = tense >= 0 ? doc.xpos[tense] : doc.xpos[t];
  return (finite === P.VBP || finite === P.VBZ) && (tense < 0 || vocabulary.of(doc.lemma[tense]) === "be");
}

/** Counts of acts from here up are figures of a period, not one event. */
const MANY = 20;

/** "More than 1,000 pupils have been abducted since December": acts counted over months are a figure; those of an authority are an act too. */
function isOverLong(
  ctx: Context,
  trigger: Trigger,
  times: ReadonlyMap<number, readonly { readonly time: Time; readonly head: number }[]>,
): boolean {
  const { doc } = ctx;
  const t = trigger.token;
  if (!(trigger.row.type ?? "").startsWith("violence.") || childWith(doc, t, R.aux) < 0) return false;
  const subject = childWith(doc, t, R["nsubj:pass"]);
  if (subject < 0 || !ctx.quantities.some((q) => q.noun === subject && (q.count.low ?? 0) >= MANY)) return false;
  return (times.get(doc.sentence[t]) ?? []).some(({ time, head }) => doc.head[head] === t && isLong(time, ctx));
}

/** Days from which on a stretch is a period that acts are counted over. */
const LONG = 60;

function isLong(time: Time, { report }: Context): boolean {
  const end = time.latest ?? report.published.value?.slice(0, 10) ?? null;
  const said = report.published.value?.slice(0, 10) ?? null;
  if (time.earliest === null || end === null || said === null) return false;
  return (
    (Date.parse(said) - Date.parse(time.earliest)) / 86_400_000 >= LONG && (Date.parse(end) - Date.parse(time.earliest)) / 86_400_000 >= 27
  );
}

/** "112 accidents between March and March", and what it includes. */
function isStatistic(ctx: Context, t: number): boolean {
  const { doc } = ctx;
  for (let at = t, step = 0; at >= 0 && step < 3; at = doc.head[at], step++) {
    if (ctx.quantities.some((q) => q.noun === at && (q.count.low ?? 0) >= MANY)) return true;
    if (doc.relation[at] !== R.nmod && doc.relation[at] !== R.conj) return false;
  }
  return false;
}

/** "Burglaries went up from 75 to 90", "the number of murders fell to its lowest": how many there were over a period, not any of them. */
function isTrend(doc: Document, t: number): boolean {
  const { moves, glue } = words();
  if (doc.xpos[t] !== P.NNS || childWith(doc, t, R.det, R.nummod) >= 0) return false;
  const subject = doc.relation[t] === R.nmod ? doc.head[t] : t;
  const verb = doc.head[subject];
  if (verb < t || (doc.relation[subject] !== R.nsubj && doc.relation[subject] !== R["nsubj:pass"]) || !moves.has(doc.lemma[verb]))
    return false;
  for (let c = doc.firstChild[verb]; c >= 0; c = doc.nextSibling[c]) {
    if (c < verb || doc.relation[c] !== R.obl) continue;
    const first = doc.left[c];
    if (glue.to.has(doc.norm[first]) || doc.upos[c] === U.NUM) return true;
  }
  return false;
}

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
