import { SpanIndex } from "../../base/span.js";
import type { Document } from "../../language/document.js";
import { childWith, dominates, tokensIn } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Place } from "../../model/reading.js";
import { S, senseOf } from "../places/words.js";
import { isOfAnother } from "./arguments.js";
import { nounBefore } from "./behind.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import { homesOf } from "./homes.js";
import { isCourts, isPassing } from "./passing.js";
import { inSequence } from "./sequence.js";
import { speakersPlaces } from "./speaker-places.js";
import type { Trigger } from "./triggers.js";
import { caseOf, isPassive, isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

/** A place that one mention of an event may have happened at. The lower the tier the closer it stands to the trigger. */
export interface PlaceOption {
  readonly place: Place;
  readonly tier: number;
  readonly outer: boolean;
  /** Whether it only says whose the doer is: "the Karak police". */
  readonly ofDoer: boolean;
  /** Whether it stands behind the noun of the act that another act's verb leads up to. */
  readonly sure: boolean;
}

const SEQUENCE = wordsOf("sequence");
const LOCATIVE = wordsOf("locative");
const FROM = vocabulary.id("from");
const WHERE = vocabulary.id("where");
const PRECISION: Readonly<Record<Place["precision"], number>> = { site: 0, town: 1, district: 2, region: 3, country: 5, area: 4 };

interface PlaceToken {
  /** Whether it only says where somebody lives. */
  readonly home: boolean;
  /** Whether the report names a place inside this one: the London of "Croydon, London". */
  readonly outer: boolean;
  readonly place: Place;
  readonly head: number;
}

/** Heads of the places of a report, by sentence. */
export function placesBySentence(ctx: Context): ReadonlyMap<number, readonly PlaceToken[]> {
  const found = new Map<number, PlaceToken[]>();
  const outers = outerNames(ctx);
  const nationalities = new SpanIndex(ctx.names.filter(isShortNationality).map((n) => n.span));
  const eponyms = eponymsOf(ctx.doc, ctx.places);
  const homes = homesOf(ctx.doc, ctx.places, (t) => ctx.lookups.nameAt(t)?.type === "person");
  const isSpeakers = speakersPlaces(ctx.doc, ctx.attributions, ctx.actTokens);
  for (const place of ctx.places) {
    const [first, end] = tokensIn(ctx.doc, place.span);
    if (first >= end) continue;
    const head = headOf(ctx.doc, first, end);
    if (
      isStreet(ctx.doc, end) ||
      (eponyms.has(place.name) && isOfSite(ctx.doc, end)) ||
      isSpeakers(head) ||
      nationalities.contains(place.span)
    )
      continue;
    const s = ctx.doc.sentence[head];
    const told = { place, head, outer: outers.has(place.name), home: homes.has(first) };
    const here = found.get(s);
    if (here) here.push(told);
    else found.set(s, [told]);
  }
  return found;
}

/** "South African"; what is longer was misread: "M. Ravi at Karlo". */
function isShortNationality({ type, tokens }: Context["names"][number]): boolean {
  return type === "nationality" && tokens[1] - tokens[0] <= 3;
}

/** A street says where in a town, not where. */
export function isStreet(doc: Document, end: number): boolean {
  return senseOf(doc.norm[end - 1]) === S.street;
}

/**
 * Names that a market or a station bears which the report puts elsewhere: the Gamboru of "Gamboru market in Maiduguri", or beside "a market
 * in Maiduguri", is no town there.
 */
export function eponymsOf(doc: Document, places: readonly Place[]): ReadonlySet<string> {
  const found = new Set<string>();
  const sites = new Map<number, Set<string>>();
  for (const { name, span, precision } of places) {
    const first = tokensIn(doc, span)[0];
    if (precision !== "town" || first < 2 || !LOCATIVE.has(doc.norm[first - 1]) || senseOf(doc.norm[first - 2]) !== S.site) continue;
    sites.set(doc.norm[first - 2], (sites.get(doc.norm[first - 2]) ?? new Set<string>()).add(name));
  }
  if (sites.size === 0) return found;
  for (const { name, span, precision } of places) {
    const end = tokensIn(doc, span)[1];
    const around = precision === "town" && isOfSite(doc, end) ? sites.get(doc.norm[end]) : undefined;
    if (around !== undefined && !around.has(name)) found.add(name);
  }
  return found;
}

/** Whether the word behind a place's name is that of a site: "Gamboru market". */
export function isOfSite(doc: Document, end: number): boolean {
  return end + 2 < doc.length && senseOf(doc.norm[end]) === S.site;
}

/** Names of places that follow another after a comma: what stands before is inside them. */
function outerNames({ doc: { text }, places }: Context): ReadonlySet<string> {
  const outers = new Set<string>();
  const names = new Set(places.map((p) => p.name));
  const startingAt = new Map<number, Place[]>();
  for (const p of places) startingAt.set(p.span[0], [...(startingAt.get(p.span[0]) ?? []), p]);
  for (const inner of places) {
    for (let gap = 1; gap <= 2; gap++) {
      const at = inner.span[1] + gap;
      for (const outer of startingAt.get(at) ?? [])
        if (outer.name !== inner.name && text.slice(inner.span[1], at).trim() === ",") outers.add(outer.name);
    }
    const words = text.slice(inner.span[0], inner.span[1]);
    for (let comma = words.indexOf(", "); comma >= 0; comma = words.indexOf(", ", comma + 1)) {
      const name = words.slice(comma + 2);
      if (name !== inner.name && names.has(name)) outers.add(name);
    }
  }
  return outers;
}

function headOf(doc: Document, first: number, end: number): number {
  for (let i = first; i < end; i++) if (doc.head[i] < first || doc.head[i] >= end) return i;
  return first;
}

/** Places that a mention's own words give, its dependents first, then its clause, then its sentence. */
export function placeOptions(
  ctx: Context,
  trigger: Trigger,
  bySentence: ReadonlyMap<number, readonly PlaceToken[]>,
): readonly PlaceOption[] {
  const { doc } = ctx;
  const here = bySentence.get(doc.sentence[trigger.token]) ?? [];
  const options = here.flatMap(({ place, head, outer, home }): PlaceOption[] => {
    if (home && OF_LAW.test(trigger.row.type ?? "")) return [];
    const tier = tierOf(ctx, trigger, head);
    // "jailed in Mombasa for the killing in Kilifi": nothing finer of the other act's comes before it
    const sure = tier === 0 && nounBefore(doc, ctx.actTokens, head) === trigger.token;
    return tier < 0 ? [] : [{ place, tier, outer, ofDoer: isOfDoer(ctx, head), sure }];
  });
  if (options.length < 2) return options;
  // "a U.S. drone strike in southern Yemen": whose it was, where another place is put behind a preposition
  const sender = here.find(({ place, head }) => place.precision === "country" && isSender(doc, trigger, head));
  const isPut = ({ place, head }: PlaceToken): boolean =>
    LOCATIVE.has(caseOf(doc, head)) && options.some((o) => o.place === place && o.tier <= 1);
  return sender && here.some((o) => o !== sender && isPut(o)) ? options.filter((o) => o.place !== sender.place) : options;
}

/** A place without a preposition right before the words of an act. */
function isSender(doc: Document, { first, token }: Trigger, place: number): boolean {
  return (
    place < first && doc.relation[place] === R.compound && doc.head[place] >= first && doc.head[place] <= token && caseOf(doc, place) < 0
  );
}

const DOER = C.police | C.security | C.court | C.government | C.militant;

/** "the Karak police", "Karak Zone commander", "Karak Superintendent of Police": what names a body or an office is where it sits, not where it acts. */
function isOfDoer({ doc, classes }: Context, place: number): boolean {
  if (caseOf(doc, place) >= 0) return false;
  let at = place;
  for (let step = 0; step < 3 && (doc.relation[at] === R.compound || doc.relation[at] === R.flat || doc.relation[at] === R.amod); step++) {
    at = doc.head[at];
    if (caseOf(doc, at) >= 0 && LOCATIVE.has(caseOf(doc, at))) return false;
    if ((classes[at] & DOER) !== 0) return true;
  }
  return false;
}

/** 0: within the trigger's phrase; 1: its verb's; 2: elsewhere in the sentence, where a preposition puts things; -1: no place of it. */
function tierOf(ctx: Context, trigger: Trigger, place: number): number {
  const { doc } = ctx;
  const t = trigger.token;
  if (isWhereOf(doc, t, place)) return 0;
  if (trigger.row.type === "violence.threat" && isInClauseOf(doc, t, place)) return -1;
  if (isInSequel(ctx, t, place)) return -1;
  // "a barrage from Lebanon": where it came from is not where it struck
  if (trigger.row.type === "violence.shelling" && caseOf(doc, phraseTop(doc, place)) === FROM) return -1;
  const led = nounBefore(doc, ctx.actTokens, place);
  if (led >= 0) return led === t ? 0 : -1;
  // "Delmark attacked Astovia with drones": who did it
  if (doc.relation[place] === R.nsubj && doc.head[place] === t && isVerbal(doc, t) && !isPassive(doc, t)) return -1;
  const top = phraseTop(doc, place);
  const word = caseOf(doc, top);
  const r = doc.relation[top];
  if (word >= 0 && !LOCATIVE.has(word)) return -1;
  if (isPassing(doc, place) || (isCourts(doc, place) && !OF_LAW.test(trigger.row.type ?? ""))) return -1;
  if (word === FROM && isVerbal(doc, doc.head[top] < 0 ? top : doc.head[top]) && !dominates(doc, t, place)) return -1;
  if (isOfAnother(doc, ctx.actTokens, place, t)) return 3;
  if (dominates(doc, t, place)) return 0;
  const clause = isVerbal(doc, t) ? t : predicateOf(doc, t);
  if (clause >= 0 && (doc.head[top] === clause || dominates(doc, clause, place))) return word >= 0 ? 1 : 3;
  const said = predicateOf(doc, top);
  if (said >= 0 && said !== clause && ctx.attributions.some((a) => a.cueToken === said)) return -1;
  return word >= 0 && r !== R["nmod:poss"] ? 2 : 3;
}

const OF_LAW = /^(justice|security|policy)\./;

/** "threatened to bomb a hotel in Lagos": where what is threatened would be. */
function isInClauseOf(doc: Document, t: number, place: number): boolean {
  for (let at = place, step = 0; at >= 0 && at !== t && step < 12; at = doc.head[at], step++)
    if (doc.head[at] === t) return isVerbal(doc, at) || doc.relation[at] === R.xcomp || doc.relation[at] === R.ccomp;
  return false;
}

/** "The raid came a month after gunmen attacked a shop in Aktobe": where what came before or after it happened. */
function isInSequel({ doc, actTokens, times }: Context, t: number, place: number): boolean {
  if (inSequence(doc, times, t, place)) return true;
  for (let at = place; at >= 0 && !dominates(doc, at, t); at = doc.head[at]) {
    if (!SEQUENCE.has(openerOf(doc, at))) continue;
    for (let i = doc.left[at]; i <= doc.right[at]; i++) if (actTokens.has(i)) return true;
  }
  return false;
}

/** The word that opens a clause or a phrase, by its head; -1 where none does. */
function openerOf(doc: Document, head: number): number {
  const opener = childWith(doc, head, R.mark, R.case);
  return opener >= 0 && opener < head ? doc.norm[opener] : -1;
}

/** "in Kenya, where a court sentenced 12 men": the place that a clause with "where" hangs behind. */
function isWhereOf(doc: Document, t: number, place: number): boolean {
  if (t < place) return false;
  const w = place + 1 < doc.length && doc.upos[place + 1] === U.PUNCT ? place + 2 : place + 1;
  if (w >= t || doc.norm[w] !== WHERE || doc.sentence[w] !== doc.sentence[t]) return false;
  const clause = isVerbal(doc, t) ? t : predicateOf(doc, t);
  return clause >= 0 && (doc.head[w] === clause || doc.head[w] === doc.head[clause]);
}

/** "in the city of Kayseri": up to the noun that carries the preposition. */
function phraseTop(doc: Document, t: number): number {
  let at = t;
  for (let step = 0; step < 4 && doc.head[at] >= 0; step++) {
    const r = doc.relation[at];
    if (
      r === R.appos ||
      r === R.flat ||
      r === R.compound ||
      r === R.conj ||
      (r === R.nmod && doc.head[at] < at && !isVerbal(doc, doc.head[at]))
    )
      at = doc.head[at];
    else break;
    if (caseOf(doc, at) >= 0 && r !== R.appos) break;
  }
  return caseOf(doc, at) >= 0 ? at : t;
}

function predicateOf(doc: Document, t: number): number {
  let at = t;
  while (doc.head[at] >= 0 && !isVerbal(doc, at)) at = doc.head[at];
  return isVerbal(doc, at) ? at : -1;
}

/**
 * The most specific of the closest places: a town within a country's tier or farther wins over the country alone; what it is merely
 * near yields to what it is in.
 */
export function bestPlace(all: readonly PlaceOption[]): Place | null {
  // "Karak police arrested him near Zurq": where the police sit says less than what it was near
  const own = all.filter((o) => !o.ofDoer);
  const said = own.some((o) => !COARSE.has(o.place.precision)) ? own : all;
  const at = said.filter((o) => o.place.relation === "at");
  const options = at.length > 0 ? at : said;
  let best: PlaceOption | null = null;
  for (const option of options) if (!best || rank(option) < rank(best)) best = option;
  if (!best) return null;
  const { place } = best;
  if (best.sure) return place;
  if (!best.outer && !COARSE.has(place.precision)) return place;
  const finer = options.filter(
    (o) =>
      o.tier <= (best as PlaceOption).tier + 1 &&
      rank({ ...o, tier: 0 }) < rank({ ...(best as PlaceOption), tier: 0 }) &&
      (place.country === null || o.place.country === place.country),
  );
  finer.sort((a, b) => rank(a) - rank(b));
  return finer[0]?.place ?? place;
}

const COARSE = new Set<Place["precision"]>(["country", "region", "area"]);

function rank(option: PlaceOption): number {
  const { tier, place, outer } = option;
  return tier * 10 + PRECISION[place.precision] + (place.lat === null ? 4 : 0) + (outer ? 3 : 0);
}
