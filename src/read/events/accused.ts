import { childWith, type Document, dominates, spanOf } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Context } from "./context.js";
import { nounAfter } from "./nearby.js";
import { coordinated } from "./phrase.js";
import type { Filler } from "./roles.js";
import type { Trigger } from "./triggers.js";
import { SUBJECTS } from "./voice.js";
import { wordsOf } from "./words.js";

const RULING = /^justice\.(conviction|sentence|acquittal)$/;
const ORDINALS = wordsOf("one-of-accused");
const THEM = wordsOf("those-accused");
const AND = vocabulary.id("and");

type Make = (role: Filler["role"], token: number) => Filler;

/**
 * Whom a court ruled on, where neither the frame nor the tree tells: "found Bello guilty of murder and Musa guilty of arson", "convicted
 * two men of a bombing that killed 27 people and sentenced them", "a third was acquitted". Not what for.
 */
export function withAccused(ctx: Context, trigger: Trigger, all: readonly Filler[], make: Make): readonly Filler[] {
  if (!RULING.test(trigger.row.type ?? "")) return all;
  if (trigger.row.pos !== "VERB") return withFound(ctx, trigger, all, make);
  let found = all;
  const told = foundGuilty(ctx.doc, trigger);
  if (told.length > 0) return [...withoutNext(ctx.doc, trigger, found), ...told.map((t) => named(ctx.doc, make("defendant", t)))];
  const before = convictedBefore(ctx, trigger);
  if (before >= 0) {
    const accused = coordinated(ctx.doc, before).map((t) => named(ctx.doc, make("defendant", t)));
    return [...found.filter((f) => f.role !== "defendant"), ...accused];
  }
  if (trigger.row.type === "justice.sentence" || trigger.row.type === "justice.conviction") {
    const whose = found.some((f) => f.role === "defendant" && !RULED.has(ctx.doc.lemma[f.token])) ? -1 : whoseRuling(ctx.doc, trigger);
    if (whose >= 0) return [...found.filter((f) => f.role !== "defendant"), make("defendant", whose)];
  }
  if (trigger.row.type === "justice.acquittal") {
    const whose = whoseRuling(ctx.doc, trigger);
    if (whose >= 0) return [...found.filter((f) => f.role !== "defendant"), make("defendant", whose)];
    found = found.filter((f) => f.role !== "defendant" || !RULED.has(ctx.doc.lemma[f.token]));
  }
  if (found.some((f) => f.role === "defendant")) return found;
  const ordinal = ordinalOf(ctx.doc, trigger);
  return ordinal >= 0 ? [...found, named(ctx.doc, make("defendant", ordinal))] : found;
}

/** "overturned the conviction of Ravi Gond", "quashed the term given to the mayor": whom the ruling undone was on; -1 where the words do not say. */
function whoseRuling(doc: Document, { last }: Trigger): number {
  const end = doc.sentenceStart[doc.sentence[last] + 1];
  let object = last + 1;
  while (object < end && !RULED.has(doc.lemma[object]) && doc.upos[object] !== U.VERB) object++;
  if (object >= end || !RULED.has(doc.lemma[object])) return -1;
  const whose = childWith(doc, object, R["nmod:poss"]);
  if (whose >= 0) return whose;
  const given = object + 2 < end && doc.upos[object + 1] === U.VERB && (doc.norm[object + 2] === TO || doc.norm[object + 2] === ON);
  if (!given && doc.norm[object + 1] !== OF) return -1;
  const who = nounAfter(doc, object + (given ? 3 : 2));
  return who >= 0 && doc.upos[who] !== U.NUM && !UNITS.has(doc.lemma[who]) ? who : -1;
}

const RULED = wordsOf("ruled-on");
const UNITS = wordsOf("term-unit");
const TO = vocabulary.id("to");
const ON = vocabulary.id("on");
const OF = vocabulary.id("of");

/** "found Oke, Bala and Idi guilty": where the verb stands too far off to be of the phrase. */
function withFound(ctx: Context, trigger: Trigger, all: readonly Filler[], make: Make): readonly Filler[] {
  const { doc } = ctx;
  if (trigger.row.pos !== "ADJ" || all.some((f) => f.role === "defendant")) return all;
  let verb = trigger.token - 1;
  while (verb > doc.sentenceStart[doc.sentence[trigger.token]] && doc.upos[verb] !== U.VERB && doc.upos[verb] !== U.AUX) verb--;
  if (doc.lemma[verb] !== FIND || doc.upos[verb + 1] === U.ADJ) return all;
  const told = foundGuilty(doc, { ...trigger, token: verb, first: verb });
  return [...all, ...told.map((t) => named(doc, make("defendant", t)))];
}

const FIND = vocabulary.id("find");

/** Who stands between the verb and "guilty", and whoever is named before the next one. */
function foundGuilty(doc: Document, { first, last, token }: Trigger): readonly number[] {
  if (last <= first + 1 || token !== first) return [];
  const one = beforeAside(doc, first + 1, last);
  if (one < 0) return [];
  const all = [...(listedBetween(doc, first + 1, last) ?? [one])];
  for (let i = last + 1; i < doc.length && doc.sentence[i] === doc.sentence[first]; i++) {
    if (doc.norm[i] !== doc.norm[last]) continue;
    const name = doc.upos[i - 1] === U.PROPN && startOf(doc, i - 1) > 0 && doc.norm[startOf(doc, i - 1) - 1] === AND ? i - 1 : -1;
    if (name >= 0) all.push(name);
  }
  return all;
}

/** "found Oke, Bala and Idi guilty": each name of a list that ends with "and"; null where it is none. */
function listedBetween(doc: Document, from: number, to: number): readonly number[] | null {
  const heads: number[] = [];
  let joined = false;
  for (let i = from; i < to; i++) {
    if (doc.norm[i] === AND) joined = true;
    const ends = i + 1 === to || doc.upos[i + 1] === U.PUNCT || doc.norm[i + 1] === AND;
    if (!ends || doc.upos[i] === U.NUM || doc.upos[i] === U.PUNCT || doc.norm[i] === AND) continue;
    if (doc.upos[i] !== U.PROPN) return null;
    heads.push(i);
  }
  return joined && heads.length > 1 ? heads : null;
}

/** "found Sale Dogo, a farmer, guilty": who, and not what is said of him between commas. */
function beforeAside(doc: Document, from: number, to: number): number {
  const stop = doc.upos[to - 1] === U.PUNCT ? to - 1 : to;
  let end = stop;
  for (let i = from + 1; i < stop && stop < to; i++)
    if (doc.upos[i] === U.PUNCT && doc.upos[i - 1] === U.PROPN) {
      end = i;
      break;
    }
  return lastNominal(doc, from, end);
}

function lastNominal(doc: Document, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (doc.upos[i] === U.NOUN || doc.upos[i] === U.PROPN || doc.upos[i] === U.PRON) return i;
  return -1;
}

/** The first token of a run of names that ends at a token. */
function startOf(doc: Document, end: number): number {
  let first = end;
  while (first > 0 && doc.upos[first - 1] === U.PROPN) first--;
  return first;
}

/** A name or a phrase in full, wherever the tree hangs its parts, without what comes behind it: "two men" of "two men of fraud". */
function named(doc: Document, f: Filler): Filler {
  let first = f.token;
  while (first > doc.sentenceStart[doc.sentence[f.token]] && LEADING.has(doc.upos[first - 1])) first--;
  let last = f.token;
  while (last + 1 < doc.length && doc.relation[last + 1] === R.flat && dominates(doc, f.token, last + 1)) last++;
  return { ...f, span: spanOf(doc, first, last) };
}

const LEADING = new Ids([U.PROPN, U.DET, U.NUM, U.ADJ]);

/** Offences end before whoever is found guilty next. */
function withoutNext(doc: Document, { last }: Trigger, found: readonly Filler[]): readonly Filler[] {
  return found.map((f) => {
    if (f.role !== "offence") return f;
    for (let i = f.token + 1; i < doc.length && doc.start[i] < f.span[1]; i++) {
      if (doc.norm[i] !== doc.norm[last]) continue;
      const and = startOf(doc, i - 1) - 1;
      if (and > f.token && doc.norm[and] === AND) return { ...f, span: [f.span[0], doc.end[and - 1]] as const };
    }
    return f;
  });
}

/** "convicted two men of a bombing that killed 27 people and jailed them": the object of the ruling that stands before in the sentence; -1 where none is. */
function convictedBefore({ doc, lexicon }: Context, { token, last }: Trigger): number {
  const object = nounAfter(doc, last + 1);
  if (object < 0 || object > last + 2 || !THEM.has(doc.norm[object])) return -1;
  for (let i = token - 1; i >= doc.sentenceStart[doc.sentence[token]]; i--) {
    if (doc.upos[i] !== U.VERB || !(lexicon.rows.get(doc.lemma[i]) ?? []).some((row) => RULING.test(row.type ?? "") && row.pos === "VERB"))
      continue;
    const accused = childWith(doc, i, R.obj);
    return accused > i ? accused : nounAfter(doc, i + 1);
  }
  return -1;
}

/** "A third was acquitted", "third acquitted": one of those accused, told by a word that the frame takes for no person; -1 where none is. */
function ordinalOf(doc: Document, { token }: Trigger): number {
  const subject = childWith(doc, token, ...SUBJECTS);
  const at = subject >= 0 ? subject : token - 1;
  return at >= doc.sentenceStart[doc.sentence[token]] && at < token && ORDINALS.has(doc.norm[at]) ? at : -1;
}
