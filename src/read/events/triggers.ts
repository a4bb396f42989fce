import { type Document, tokensIn } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { holds } from "./conditions.js";
import type { Context } from "./context.js";
import type { TriggerRow } from "./lexicon.js";
import { literalOnly } from "./literal.js";
import { nounAfter } from "./nearby.js";
import { wordsOf } from "./words.js";

/** A word or phrase that tells of an event, in the sense that its row gives. Not yet an event: mentions of one event merge. */
export interface Trigger {
  /** The word that dependents hang on. */
  readonly token: number;
  readonly first: number;
  readonly last: number;
  readonly row: TriggerRow;
}

/** Furthest that a verb's further words may stand from it. */
const REACH = 5;
/** "took 15 of her 23 crew hostage": behind the phrase of those who are taken. */
const REACH_TAKEN = 10;
const TAKEN_AS = wordsOf("taken-as");

/** Triggers of a report that are meant as their rows say, in order of the text, at most one a token. */
export function triggersOf(ctx: Context): readonly Trigger[] {
  const hidden = hiddenTokens(ctx);
  const found = literalOnly(ctx, foundIn(ctx, hidden));
  if (found.some((f) => isHarm(ctx.doc, f))) return withoutNested(found);
  const all = withSole(ctx, found, hidden);
  return withoutNested(all === found ? found : literalOnly(ctx, all));
}

/** Triggers by their words alone, figures of speech among them. */
export function allTriggersOf(ctx: Context): readonly Trigger[] {
  const hidden = hiddenTokens(ctx);
  const found = foundIn(ctx, hidden);
  return withoutNested(found.some((f) => isHarm(ctx.doc, f)) ? found : withSole(ctx, found, hidden));
}

function foundIn(ctx: Context, hidden: Uint8Array): readonly Trigger[] {
  const found: Trigger[] = [];
  for (let t = 0; t < ctx.doc.length; t++) {
    if (hidden[t] || isHyphened(ctx.doc, t)) continue;
    const rows = ctx.lexicon.rows.get(ctx.doc.lemma[t]);
    const known = rows !== undefined && (ctx.doc.upos[t] === U.VERB || rows.some((row) => row.pos !== "VERB"));
    const trigger = formFit(ctx, t, known) ?? (rows ? firstFit(ctx, rows, t) : null);
    if (trigger) found.push(inSenseBefore(ctx, found, underName(ctx.doc, trigger)));
  }
  return found;
}

/** "Cyclone Maya killed 11": what hangs on a storm that bears a name hangs on the name. */
function underName(doc: Document, trigger: Trigger): Trigger {
  const { token: t, row } = trigger;
  const name = t + 1;
  const isNamed = row.pos === "NOUN" && t === trigger.last && BEARS_NAME.has(doc.lemma[t]) && name < doc.length && doc.head[t] === name;
  if (!isNamed || doc.upos[name] !== U.PROPN || doc.relation[t] !== R.compound) return trigger;
  return { ...trigger, token: name, last: name };
}

/** "A drone strike ... retaliation for the strike": a bare noun with "the" in the sense that the same noun had when it was told last. */
function inSenseBefore({ doc }: Context, before: readonly Trigger[], trigger: Trigger): Trigger {
  const t = trigger.token;
  if (trigger.row.pos !== "NOUN" || trigger.last > trigger.first || trigger.row.kind !== "act" || !isBareWithArticle(doc, t))
    return trigger;
  for (let k = before.length - 1; k >= 0; k--) {
    const { row, token } = before[k];
    if (doc.lemma[token] !== doc.lemma[t] || row.pos !== "NOUN") continue;
    return row.kind === "act" && row.type !== trigger.row.type ? { ...trigger, row } : trigger;
  }
  return trigger;
}

function isBareWithArticle(doc: Document, t: number): boolean {
  let article = false;
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) {
    if (c < t && doc.relation[c] === R.det) article = doc.norm[c] === THE;
    else if (doc.relation[c] !== R.case && doc.relation[c] !== R.punct) return false;
  }
  return article;
}

const THE = vocabulary.id("the");

const HARM = /^(violence|hazard)\./;

/** An act that harms, or a word that stands for one; the "gunshot" of a wound is neither. */
function isHarm(doc: Document, { row, token }: Trigger): boolean {
  return row.kind !== "result" && row.type !== null && HARM.test(row.type) && doc.relation[token] !== R.compound;
}

/** "A man was found with a gunshot wound": what tells of an act by itself where the report tells of no other. */
function withSole(ctx: Context, found: readonly Trigger[], hidden: Uint8Array): readonly Trigger[] {
  const sole: Trigger[] = [];
  for (let t = 0; t < ctx.doc.length; t++) {
    const rows = hidden[t] ? undefined : ctx.lexicon.sole.get(ctx.doc.lemma[t]);
    const trigger = rows ? firstFit(ctx, rows, t) : null;
    if (trigger) sole.push(trigger);
  }
  if (sole.length === 0) return found;
  const told = new Set(sole.map((s) => s.token));
  return [...found.filter((f) => !told.has(f.token)), ...sole].sort((a, b) => a.token - b.token);
}

/** Words that make a verb of their own with the one behind their hyphen: "lathi-charged". */
const HYPHENED = wordsOf("hyphened");

/** "life-threatening", "officer-involved": a participle behind a hyphen tells of no event of its own. */
function isHyphened(doc: Document, t: number): boolean {
  if (doc.xpos[t] !== P.VBG && doc.xpos[t] !== P.VBN && doc.upos[t] !== U.ADJ) return false;
  if (t > 1 && HYPHENED.has(doc.norm[t - 2])) return false;
  return doc.start[t] > 0 && doc.text[doc.start[t] - 1] === "-" && doc.start[t] > 1 && doc.text[doc.start[t] - 2] !== " ";
}

/** Tokens inside names and times: the "March" of "in March", the "Strike" of a person's name. */
function hiddenTokens(ctx: Context): Uint8Array {
  const hidden = new Uint8Array(ctx.doc.length);
  for (const name of ctx.names) {
    if (name.type === "nationality") continue;
    const [first, end] = name.tokens;
    const headline = name.type !== "person" && ctx.partOf[ctx.doc.sentence[first]] === "headline";
    for (let t = first; t < end; t++) if (!(headline && tellsInHeadline(ctx, t, first)) && !bearsName(ctx.doc, t, end)) hidden[t] = 1;
  }
  for (const time of ctx.times) {
    if (time.anchor.startsWith("e")) continue;
    const [first, end] = tokensIn(ctx.doc, time.span);
    // "the eighth day of protests": a noun of its own within a time is an event all the same
    for (let t = first; t < end; t++) if (ctx.doc.upos[t] === U.PROPN || end - first === 1) hidden[t] = 1;
  }
  return hidden;
}

const BEARS_NAME = wordsOf("bears-name");

/** "Cyclone Maya", "Tropical Storm Iota": a storm with a name is the storm. Not "Cyclone Energy Limited", nor who is called Storm. */
function bearsName(doc: Document, t: number, end: number): boolean {
  return t + 2 === end && BEARS_NAME.has(doc.lemma[t]) && doc.upos[t + 1] === U.PROPN;
}

/** "Elmdale Shooting", "Gunman Convicted Of ...": in a headline's capitals a noun or a verb's form may have been taken into a name. */
function tellsInHeadline({ doc, lexicon }: Context, t: number, first: number): boolean {
  return t > first && (doc.upos[t] === U.NOUN || doc.upos[t] === U.VERB || lexicon.forms.has(doc.norm[t]));
}

/** A verb's form that was tagged as a noun or an adjective is looked up by its verb; only in phrases where the form is a word of its own ("shot dead"). */
function formFit(ctx: Context, t: number, known: boolean): Trigger | null {
  const { doc } = ctx;
  const tag = doc.upos[t];
  if (tag !== U.ADJ && tag !== U.NOUN && tag !== U.PROPN && (known || tag !== U.VERB)) return null;
  const rows = ctx.lexicon.forms.get(doc.norm[t]);
  if (!rows) return null;
  if (tag === U.NOUN && isVerbBetween(doc, t)) return firstFit(ctx, rows, t, true);
  if (tag !== U.PROPN && known && !rows.some((row) => row.words.length > 1)) return null;
  const isPast = tag === U.PROPN || !vocabulary.of(doc.norm[t]).endsWith("s") || isTitleCased(doc, t);
  return isPast ? firstFit(ctx, known ? rows.filter((row) => row.words.length > 1) : rows, t) : null;
}

/** "Rebels kills four villagers" with the verb tagged as a noun: a noun before it, a number or article right behind. */
function isVerbBetween(doc: Document, t: number): boolean {
  if (t === 0 || t + 1 >= doc.length || doc.sentence[t - 1] !== doc.sentence[t + 1]) return false;
  const before = doc.upos[t - 1];
  const after = doc.upos[t + 1];
  return (before === U.NOUN || before === U.PROPN) && (after === U.NUM || after === U.DET) && doc.relation[t] === R.root;
}

/** "Gunman Kills Two": a capital inside the sentence. */
function isTitleCased(doc: Document, t: number): boolean {
  const first = doc.text.charCodeAt(doc.start[t]);
  return doc.sentenceStart[doc.sentence[t]] < t && first >= 65 && first <= 90;
}

function firstFit(ctx: Context, rows: readonly TriggerRow[], t: number, isVerb = false): Trigger | null {
  for (const row of rows) {
    if (!(isVerb && row.pos === "VERB") && !tagFits(ctx.doc, row, t)) continue;
    const span = match(ctx.doc, row, t);
    if (span && holds(ctx, row, t)) return { token: t, first: span[0], last: span[1], row };
  }
  return null;
}

function tagFits(doc: Document, row: TriggerRow, t: number): boolean {
  const tag = doc.upos[t];
  switch (row.pos) {
    case "VERB":
      return (
        tag === U.VERB ||
        (tag === U.AUX && row.words.length > 1) ||
        doc.lemma[t] !== row.words[0] ||
        doc.xpos[t] === P.VBN ||
        isMisread(doc, row, t)
      );
    case "NOUN":
      // "under the Public Safety Act": the last word of a name stands for nothing
      return (
        tag === U.NOUN || (tag === U.PROPN && !(row.kind === "generic" && t > 0 && isTitleCased(doc, t) && doc.upos[t - 1] === U.PROPN))
      );
    case "ADJ":
      return tag === U.ADJ || tag === U.ADV || tag === U.NOUN || tag === U.PROPN || row.words.length > 1 || tag === U.VERB;
  }
}

/** "Rebels, in the guise of villagers, set ablaze a bus": a verb like its noun, with the adverb that makes the phrase right behind it and an object. */
function isMisread(doc: Document, row: TriggerRow, t: number): boolean {
  if (row.words.length !== 2 || doc.upos[t] !== U.NOUN || t + 2 >= doc.length || doc.lemma[t + 1] !== row.words[1]) return false;
  const isAdverb = doc.upos[t + 1] === U.ADV || doc.upos[t + 1] === U.ADJ;
  return isAdverb && nounAfter(doc, t + 2) >= 0 && doc.relation[t] !== R.compound;
}

/** Tokens that the row's words stand on, or null. */
function match(doc: Document, row: TriggerRow, t: number): readonly [number, number] | null {
  const { words } = row;
  if (words.length === 1) return [t, t];
  return row.pos === "VERB" ? matchAfter(doc, words, t) : matchBefore(doc, words, t);
}

function matchAfter(doc: Document, words: readonly number[], t: number): readonly [number, number] | null {
  let at = t;
  for (let k = 1; k < words.length; k++) {
    let end = Math.min(doc.length, at + (TAKEN_AS.has(words[k]) ? REACH_TAKEN : REACH) + 1);
    let next = at + 1;
    while (next < end && !isWord(doc, next, words[k])) {
      const behind = asideEnd(doc, next);
      if (behind > next) {
        end += behind - next;
        next = behind;
        continue;
      }
      if (doc.sentence[next] !== doc.sentence[t] || crosses(doc, next)) return null;
      next++;
    }
    if (next >= end || doc.sentence[next] !== doc.sentence[t]) return null;
    at = next;
  }
  return [t, at];
}

/** Whether a word of a phrase stands at a token; "later" is not "late". */
function isWord(doc: Document, i: number, word: number): boolean {
  return doc.norm[i] === word || (doc.lemma[i] === word && doc.xpos[i] !== P.RBR);
}

/** "found Joseph Cole, 41, guilty", "ordered six of them, including the mayor, to pay": the token behind what stands between commas; `i` where none is. */
function asideEnd(doc: Document, i: number): number {
  const isComma = (k: number): boolean => k < doc.length && doc.upos[k] === U.PUNCT && doc.text[doc.start[k]] === ",";
  if (!isComma(i)) return i;
  if (isComma(i + 2) && doc.upos[i + 1] === U.NUM) return i + 3;
  if (i + 1 < doc.length && doc.norm[i + 1] === INCLUDING)
    for (let k = i + 2; k <= i + REACH_LIST && k < doc.length && doc.sentence[k] === doc.sentence[i]; k++) if (isComma(k)) return k + 1;
  return i;
}

const INCLUDING = vocabulary.id("including");
const REACH_LIST = 14;

/** Another verb or a clause border between a verb and its further words: they are not one phrase. */
function crosses(doc: Document, t: number): boolean {
  const tag = doc.upos[t];
  return tag === U.PUNCT || tag === U.SCONJ || (tag === U.VERB && doc.xpos[t] !== P.VBN) || doc.relation[t] === R.nsubj;
}

function matchBefore(doc: Document, words: readonly number[], t: number): readonly [number, number] | null {
  let at = t;
  for (let k = words.length - 2; k >= 0; k--) {
    at--;
    if (at >= 0 && doc.upos[at] === U.PUNCT && at - 1 >= 0 && doc.text[doc.start[at]] === "-") at--;
    if (at < 0 || doc.sentence[at] !== doc.sentence[t] || (doc.lemma[at] !== words[k] && doc.norm[at] !== words[k])) return null;
  }
  return [at, t];
}

/**
 * A phrase swallows the triggers inside it: in "bomb attack" only "attack" speaks, in "opened fire" only "opened"; of two rows that
 * read the same words, the verb "set fire" and the noun "setting fire", the first speaks.
 */
function withoutNested(found: readonly Trigger[]): readonly Trigger[] {
  const long = found.filter((a) => a.last > a.first);
  const swallows = (b: Trigger, a: Trigger): boolean =>
    b.first <= a.first && a.last <= b.last && (b.last - b.first > a.last - a.first || b.token < a.token);
  return found.filter((a) => !long.some((b) => b !== a && swallows(b, a)));
}
