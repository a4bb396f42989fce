import { countryOf, isPlaceWord, lookupAfterComma, lookupKey, type Match, nameKey, placeStrength } from "../../gazetteer/index.js";
import type { Document } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { NameMention } from "../findings.js";
import type { Surroundings } from "../names/features.js";
import { CASE, SHAPE } from "../names/shapes.js";
import { isOtherName } from "./other-names.js";
import { isDivisionNoun, isKind, S, senseOf } from "./words.js";

/** Words that may be a place's name, with the places of that name. Not yet a place: a person or a paper may bear the name. */
export interface Spot {
  /** First token and one past the last. */
  readonly first: number;
  readonly end: number;
  /** One past the last token of the name itself, without a kind noun that stands behind it. */
  readonly nameEnd: number;
  readonly key: string;
  readonly matches: readonly Match[];
  /** 0 to 5, as `placeStrength` gives it. */
  readonly strength: number;
  /** Whether it was read as a short form behind a comma. */
  readonly afterComma: boolean;
  /** The name of the names stage that it is, or null. */
  readonly name: NameMention | null;
}

const LONGEST = 7;
const COMMA = vocabulary.id(",");
const POSSESSIVE = vocabulary.id("'s");
const OF = vocabulary.id("of");
const BLOCKS = new Ids(["block", "blocks"].map((w) => vocabulary.id(w)));

/** How the tokens of a report look to this stage, worked out once. */
export interface View {
  readonly doc: Document;
  readonly around: Surroundings;
  /** Number of the name in `names` that holds the token, plus 1; 0 where none does. */
  readonly nameAt: Int32Array;
  readonly names: readonly NameMention[];
  /** Vocabulary id of the noun that closes the list a token stands in ("Becker, Clay and Grant counties"), as a singular; -1 elsewhere. */
  readonly listed: Int32Array;
  /** Words of the names of persons that are more than one word long: "Georgia" beside "Georgia Stevens". */
  readonly personWords: ReadonlySet<number>;
}

export function viewOf(doc: Document, around: Surroundings, names: readonly NameMention[]): View {
  const nameAt = new Int32Array(doc.length);
  names.forEach((name, k) => {
    nameAt.fill(k + 1, name.tokens[0], name.tokens[1]);
  });
  const personWords = new Set<number>();
  for (const { type, tokens } of names) {
    if (type === "person" && tokens[1] - tokens[0] > 1) for (let i = tokens[0]; i < tokens[1]; i++) personWords.add(doc.norm[i]);
  }
  return { doc, around, nameAt, names, listed: listedTokens(doc), personWords };
}

/** Nouns that close a list of divisions, with their singular. */
const LIST_NOUNS: ReadonlyMap<number, number> = new Map(
  loadTable("place-plurals").rows.map((row) => [vocabulary.id(row.id), vocabulary.id(row.singular)]),
);
const LONGEST_LIST = 60;

function listedTokens(doc: Document): Int32Array {
  const listed = new Int32Array(doc.length).fill(-1);
  for (let i = 0; i < doc.length; i++) {
    const noun = LIST_NOUNS.get(doc.norm[i]);
    if (noun === undefined) continue;
    const from = Math.max(doc.sentenceStart[doc.sentence[i]], i - LONGEST_LIST);
    for (let k = i - 1; k >= from && (isCapital(doc, k) || isListGlue(doc, k)); k--) listed[k] = noun;
  }
  return listed;
}

function isCapital(doc: Document, i: number): boolean {
  const code = doc.text.charCodeAt(doc.start[i]);
  return code >= 65 && code <= 90;
}

function isListGlue(doc: Document, i: number): boolean {
  const word = vocabulary.of(doc.norm[i]);
  return word === "," || word === "and" || word === "/" || word === "&" || word === "or";
}

/** Whether the token can be (the first or last) part of a name. */
export function isNameLike({ doc, around }: View, i: number): boolean {
  const shape = around.shape[i];
  const mode = around.mode[doc.sentence[i]];
  if (shape === SHAPE.lower) return mode === CASE.none && isNominal(doc.upos[i]);
  if (shape === SHAPE.mark || shape === SHAPE.digits || shape === SHAPE.digitsAndLetters) return false;
  if (shape === SHAPE.hyphenated)
    return doc.text.charCodeAt(doc.start[i]) < 97 || doc.text.charCodeAt(doc.start[i]) > 0x7f || mode === CASE.none;
  return mode !== CASE.capitals || isNominal(doc.upos[i]);
}

function isNominal(upos: number): boolean {
  return upos === U.PROPN || upos === U.NOUN || upos === U.X || upos === U.ADJ;
}

/** The spot that starts at a token, before `limit`, or null: the longest name of the gazetteer, or what the names stage calls a place. */
export function spotAt(view: View, i: number, limit: number): Spot | null {
  if (!isNameLike(view, i)) return null;
  const { doc } = view;
  const name = view.nameAt[i] > 0 ? view.names[view.nameAt[i] - 1] : null;
  if (name !== null && isWordOfOrigin(doc, name)) return null;
  const own = name !== null && name.type === "place" && name.tokens[0] === i ? name : null;
  const found = afterComma(view, i, limit) ?? inList(view, i, limit) ?? longestName(view, i, limit);
  if (found !== null && (own === null || found.end >= own.tokens[1]))
    return { ...found, name: own !== null && own.tokens[1] === found.end ? own : null };
  if (own === null && found === null && view.nameAt[i] === 0) return unknownName(view, i, limit);
  if (own === null || countryOf(doc.text.slice(own.span[0], own.span[1])) !== null) return found;
  const end = Math.min(limit, own.tokens[1]);
  if (end > i + 1 && senseOf(doc.norm[end - 1]) === S.street) return unlocated(doc, i, end, own);
  const land = landBehind(view, i, found?.end ?? i + 1, end);
  if (land !== null) return { ...land, first: i, name: own };
  if (found !== null && found.strength >= 3 && !isKind(senseOf(doc.norm[i])) && senseOf(doc.norm[end - 1]) !== S.area)
    return { ...found, end, name: own };
  const side = found === null && i + 1 < end && senseOf(doc.norm[i]) === S.bearing ? longestName(view, i + 1, end) : null;
  if (side !== null && (side.end === end || isOnlyKind(doc, side.end, end))) return { ...side, first: i, name: own };
  const noun = kindNounIn(doc, i + 1, end);
  if (found !== null && isStation(doc, found.end, end)) return { ...found, end, name: own };
  if (found !== null && (found.end === noun || isOnlyKind(doc, found.end, end)))
    return { ...found, end: found.end === noun ? noun + 1 : end, name: own };
  const bare = noun === end && end > i + 1 && senseOf(doc.norm[end - 1]) === S.town ? end - 1 : noun;
  return { ...unlocated(doc, i, bare, own), end: noun < end ? noun + 1 : end };
}

/** "Costa Rican", "Sri Lankan": no town of Costa, no Sri; what is longer was misread. */
function isWordOfOrigin({ text }: Document, { type, tokens, span }: NameMention): boolean {
  return type === "nationality" && tokens[1] - tokens[0] > 1 && countryOf(text.slice(...span)) !== null;
}

/** "Bisra Police Station", "Bisra Police station" are in Bisra: the tokens `[from, to)` only name a body and its house, which may stand behind the name. */
function isStation(doc: Document, from: number, to: number): boolean {
  const house = senseOf(doc.norm[to - 1]) === S.site ? to - 1 : to;
  if (house <= from || house >= doc.length || senseOf(doc.norm[house]) !== S.site) return false;
  for (let i = from; i < house; i++) if (senseOf(doc.norm[i]) !== S.organisation) return false;
  return true;
}

/** A name that nothing is filed under. A street is one, whatever town it is called after: "Aswan Drive". */
function unlocated(doc: Document, first: number, end: number, name: NameMention | null): Spot {
  const key = nameKey(doc.text.slice(doc.start[first], doc.end[end - 1]));
  return { first, end, nameEnd: end, key, matches: [], strength: 0, afterComma: false, name };
}

function afterComma({ doc, around }: View, i: number, limit: number): Spot | null {
  if (i < 2 || doc.norm[i - 1] !== COMMA || around.mode[doc.sentence[i]] === CASE.none) return null;
  for (let end = Math.min(limit, i + 2); end > i; end--) {
    const matches = lookupAfterComma(doc.text.slice(doc.start[i], doc.end[end - 1]));
    if (matches.length === 0) continue;
    return { first: i, end, nameEnd: end, key: matches[0].entry.name.toLowerCase(), matches, strength: 4, afterComma: true, name: null };
  }
  return null;
}

/** A division in a list that its kind closes: "Clay" is Clay County in "Becker, Clay and Grant counties". */
function inList(view: View, i: number, limit: number): Spot | null {
  const { doc, listed } = view;
  if (listed[i] < 0 || !isCapital(doc, i)) return null;
  const noun = vocabulary.of(listed[i]);
  for (let end = Math.min(limit, i + 3); end > i; end--) {
    if (listed[end - 1] !== listed[i] || !isCapital(doc, end - 1)) continue;
    const name = nameKey(doc.text.slice(doc.start[i], doc.end[end - 1]));
    const matches = lookupKey(`${name} ${noun}`);
    if (matches.length === 0) continue;
    return {
      first: i,
      end,
      nameEnd: end,
      key: `${name} ${noun}`,
      matches,
      strength: placeStrength(matches),
      afterComma: false,
      name: null,
    };
  }
  return null;
}

/** The first token in `[from, to)` that says that the name before it is a division's; `to` where none does. */
function kindNounIn(doc: Document, from: number, to: number): number {
  for (let i = from; i < to; i++) if (isDivisionNoun(senseOf(doc.norm[i]))) return i;
  return to;
}

const PREPOSITIONS = new Ids(["in", "at", "near", "from", "outside", "around", "to", "of"].map((w) => vocabulary.id(w)));

/** A name that neither the gazetteer nor the names stage knows, where words around it speak of a place: "in Zurqam", "Zurqam village". */
function unknownName(view: View, i: number, limit: number): Spot | null {
  const { doc, around } = view;
  if (
    around.mode[doc.sentence[i]] !== CASE.mixed ||
    doc.upos[i] !== U.PROPN ||
    (i > 0 && doc.sentence[i - 1] === doc.sentence[i] && isNameLike(view, i - 1))
  )
    return null;
  let end = i + 1;
  while (end < limit && end < i + 3 && isNameLike(view, end) && view.nameAt[end] === 0) end++;
  const next = end < limit ? senseOf(doc.norm[end]) : 0;
  const told = i > 0 && PREPOSITIONS.has(doc.norm[i - 1]);
  if (!told && next !== S.town && !isDivisionNoun(next)) return null;
  if (end < limit && isNameLike(view, end)) return null;
  return unlocated(doc, i, end, null);
}

/** "Republic of Armenia", "University of California", "Air Zimbabwe": a name that its country or region ends, none itself. */
function landBehind(view: View, first: number, from: number, end: number): Spot | null {
  const { doc } = view;
  const of = from < end && doc.norm[from] === OF;
  // "Bijapur District of Chhattisgarh" is the district
  if (from > first + 1 && (!of || senseOf(doc.norm[from - 1]) === S.district)) return null;
  for (let k = of ? from + 1 : from; k < end; k++) {
    if (!isNameLike(view, k)) continue;
    const land = longestName(view, k, end);
    if (land === null || land.end !== end) return null;
    const whole = land.matches.some((m) => !m.alternate && (m.entry.kind === "country" || (of && m.entry.kind === "region")));
    return whole ? land : null;
  }
  return null;
}

/** Whether the tokens `[from, to)` only say what kind of place it is. */
function isOnlyKind(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const sense = senseOf(doc.norm[i]);
    if (sense !== S.town && sense !== S.zone && !isDivisionNoun(sense)) return false;
  }
  return true;
}

function longestName(view: View, i: number, limit: number): Spot | null {
  const { doc } = view;
  if (!isPlaceWord(doc.norm[i]) || isInBlock(doc, i)) return null;
  let last = i;
  for (let k = i + 1; k < limit && k < i + LONGEST; k++) {
    if (isNameLike(view, k)) last = k;
    else if (senseOf(doc.norm[k]) !== S.inside && doc.norm[k] !== POSSESSIVE && !(doc.norm[k] === COMMA && k === i + 1)) break;
  }
  for (let end = last + 1; end > i; end--) {
    if (end > i + 1 && !isNameLike(view, end - 1)) continue;
    const key = nameKey(doc.text.slice(doc.start[i], doc.end[end - 1]));
    const matches = lookupKey(key);
    if (matches.length === 0 || (end === i + 1 && isOtherName(view, i, limit, key, matches))) continue;
    if (isStreetAhead(view, end, limit)) return null;
    const wide = widened(view, end, limit);
    return { first: i, end: wide, nameEnd: end, key, matches, strength: placeStrength(matches), afterComma: false, name: null };
  }
  return null;
}

/** "the 1900 block of Dover": a street, though no noun says so. Not "the Ramna block of Karak District". */
function isInBlock(doc: Document, i: number): boolean {
  if (i < 2 || doc.norm[i - 1] !== OF || !BLOCKS.has(doc.norm[i - 2])) return false;
  return i < 3 || doc.upos[i - 3] !== U.PROPN;
}

/** "Durango" of "Durango Drive". */
function isStreetAhead(view: View, end: number, limit: number): boolean {
  return end < limit && senseOf(view.doc.norm[end]) === S.street && isNameLike(view, end);
}

/** Takes a capitalised kind noun into the span: "Karak District". */
function widened(view: View, end: number, limit: number): number {
  return end < limit && isNameLike(view, end) && isDivisionNoun(senseOf(view.doc.norm[end])) ? end + 1 : end;
}
