import { Ids } from "./ids.js";
import type { TagColumns } from "./tag-pairs.js";
import { P, R, U } from "./tags.js";
import { vocabulary } from "./vocabulary.js";
import { PAD, type Workspace } from "./workspace.js";

const OF = vocabulary.id("of");
const COMMA = vocabulary.id(",");
const [NO, WHO] = [vocabulary.id("no"), vocabulary.id("who")];
const FINITE = new Ids([P.VBD, P.VBZ, P.VBP, P.MD]);
const SUBJECT = new Ids([R.nsubj, R["nsubj:pass"]]);
const NOMINAL = new Ids([R.obj, R.obl, R.nmod, R.iobj]);
const ABOVE = new Ids([...NOMINAL, R.conj]);
/** What a stray phrase may be to the full stop, and a word to the head of its phrase. */
const STRAY = new Ids([R.nsubj, R["nsubj:pass"], R.compound]);
const WITHIN = new Ids([R.flat, R.compound, R.fixed, R["nmod:desc"]]);
/** How far above a participle the verb of its clause may be. */
const CLIMB = 5;

/**
 * Words that the parser hung on what stands beside them instead of on what they belong to: a name behind its noun, a participle behind a
 * comma, a noun behind "and" or "or". Changes heads and labels in place.
 */
export function mendAttachments(work: Workspace, tags: TagColumns): void {
  const end = PAD + work.length;
  for (let c = PAD + 2; c < end; c++) {
    const upos = tags.upos[work.tag[c]];
    if (upos === U.NUM && work.norm[c - 1] === OF) partOfNumber(work, tags, c);
    if (upos === U.NOUN && work.norm[c - 1] === OF) reproach(work, tags, c);
    if (work.norm[c] === OF) ofBehindComma(work, tags, c);
    if (work.norm[c] === WHO) ofNobody(work, c);
    if ((upos === U.PROPN || upos === U.NOUN) && hangsOnStop(work, tags, c)) endOfList(work, tags, c);
    else if (upos === U.PROPN && !beforePreposition(work, c)) nameBehindNoun(work, tags, c);
    else if (upos === U.VERB && tags.xpos[work.tag[c]] === P.VBG) participleBehindComma(work, tags, c);
    else if (upos === U.NOUN && work.label[c] === R.conj && !isTwoOfOne(work, tags, c)) nounBehindAnd(work, tags, c);
  }
}

/** "convicted former president Ali Bello and nine others of graft, sentencing them": the name is of the noun before it, and so are the others. */
function nameBehindNoun(work: Workspace, tags: TagColumns, c: number): void {
  const [noun, governor] = [c - 1, work.head[c]];
  if (tags.upos[work.tag[noun]] !== U.NOUN || governor <= c || governor >= PAD + work.length || !SUBJECT.has(work.label[c])) return;
  if (work.head[noun] < PAD || work.head[noun] >= noun || isClause(work, tags, governor)) return;
  work.head[c] = noun;
  work.label[c] = R.flat;
  for (let k = c + 1; k < governor; k++) if (work.head[k] === c && work.label[k] === R.conj) work.head[k] = noun;
}

/** "accused the police of inaction": what somebody is accused of hangs on the verb. Not "accused members of the board". */
function reproach(work: Workspace, tags: TagColumns, c: number): void {
  const whom = work.head[c];
  if (work.label[c] !== R.nmod || whom !== c - 2 || tags.xpos[work.tag[c]] !== P.NN || work.label[whom] !== R.obj) return;
  const verb = work.head[whom];
  if (verb < PAD || verb >= whom || !ACCUSING.has(work.norm[verb])) return;
  hangOnVerb(work, c, verb);
}

/** "no sign of her brother, [who] is missing": what follows a comma is said of somebody, and so not of what there was none of. */
function ofNobody(work: Workspace, who: number): void {
  const verb = work.head[who];
  const none = verb > who && work.norm[who - 1] === COMMA && work.label[verb] === R["acl:relcl"] ? work.head[verb] : -1;
  if (none <= PAD || none >= who || work.norm[none - 1] !== NO) return;
  for (let c = who - 2; c > none; c--)
    if (work.head[c] === none && work.label[c] === R.nmod) {
      work.head[verb] = c;
      return;
    }
}

/** "cleared a fifth man, Ian Roe, of all charges": behind what is set off by commas, what it is of hangs on the verb. */
function ofBehindComma(work: Workspace, tags: TagColumns, of: number): void {
  if (work.norm[of - 1] !== COMMA || work.label[of] !== R.case) return;
  const c = work.head[of];
  if (c <= of || c >= PAD + work.length || work.label[c] !== R.nmod) return;
  let whom = work.head[c];
  if (work.label[whom] === R.appos && work.head[whom] < whom) whom = work.head[whom];
  const verb = work.head[whom];
  if (work.label[whom] !== R.obj || verb < PAD || verb >= whom || tags.upos[work.tag[verb]] !== U.VERB) return;
  hangOnVerb(work, c, verb);
}

function hangOnVerb(work: Workspace, c: number, verb: number): void {
  work.head[c] = verb;
  work.label[c] = R.obl;
}

const ACCUSING = new Ids(["accuse", "accuses", "accused", "accusing"].map((w) => vocabulary.id(w)));

/** "and Arun Yadav of Kone village": what stands before the preposition of a noun is what the noun tells of, and not its modifier. Says whether it does. */
function beforePreposition(work: Workspace, c: number): boolean {
  const noun = work.head[c];
  if (noun <= c || noun >= PAD + work.length || !STRAY.has(work.label[c]) || !ABOVE.has(work.label[noun])) return false;
  let of = -1;
  for (let k = c + 1; k < noun; k++) if (work.head[k] === noun && work.label[k] === R.case) of = k;
  if (of < 0) return false;
  for (let k = PAD; k < of; k++) if (work.head[k] === noun && k !== c) work.head[k] = c;
  work.head[c] = work.head[noun];
  // "removed Oban Mbeki from office": the phrase is the verb's, and the name its object
  const isOfVerb = work.label[noun] === R.obl;
  work.label[c] = isOfVerb ? R.obj : work.label[noun];
  if (isOfVerb) return true;
  work.head[noun] = c;
  work.label[noun] = R.nmod;
  return true;
}

/** "Bandits release 12 of 30 hostages": twelve are what they release, and the thirty are whom they are of. */
function partOfNumber(work: Workspace, tags: TagColumns, c: number): void {
  const [number, whole] = [c - 2, work.head[c]];
  if (number < PAD || tags.upos[work.tag[number]] !== U.NUM || work.label[c] !== R.nummod || whole <= c) return;
  const verb = work.head[number];
  if (verb === whole && work.label[number] === R.nummod) {
    work.head[number] = work.head[whole];
    work.label[number] = work.label[whole];
    for (let k = PAD; k < number; k++) if (work.head[k] === whole) work.head[k] = number;
    work.head[whole] = number;
    work.label[whole] = R.nmod;
  } else if (work.label[number] === R.parataxis && verb === number - 1 && tags.upos[work.tag[verb]] === U.VERB) work.label[number] = R.obj;
}

/** "murder and money laundering": two nouns side by side that the parser joined to one are one. Says whether they are. */
function isTwoOfOne(work: Workspace, tags: TagColumns, c: number): boolean {
  const first = c - 1;
  if (tags.upos[work.tag[first]] !== U.NOUN || work.label[first] !== R.conj || work.head[first] !== work.head[c]) return false;
  for (let k = PAD; k < c; k++) if (work.head[k] === first) work.head[k] = c;
  work.head[first] = c;
  work.label[first] = R.compound;
  return true;
}

function hangsOnStop(work: Workspace, tags: TagColumns, c: number): boolean {
  const h = work.head[c];
  return h > c && h < PAD + work.length && tags.upos[work.tag[h]] === U.PUNCT && STRAY.has(work.label[c]);
}

/** "one count of fraud, two counts of theft and one of arson.", "mayor Lee and nine others of graft.": the end of a list that found no place but the full stop. */
function endOfList(work: Workspace, tags: TagColumns, c: number): void {
  const stop = work.head[c];
  let first = c;
  while (first - 1 > PAD && isUnder(work, first - 1, c)) first--;
  const and = tags.upos[work.tag[first]] === U.PUNCT ? first : first - 1;
  const joined = tags.upos[work.tag[and]] === U.CCONJ && work.head[and] === stop;
  const listed = joined || (tags.upos[work.tag[and]] === U.PUNCT && hasChild(work, c, R.conj));
  let before = listed ? and - 1 : -1;
  if (joined && before > PAD && tags.upos[work.tag[before]] === U.PUNCT) before--;
  if (before <= PAD || !isNominal(tags, work, before)) return;
  before = topOf(work, tags, before, first, hasChild(work, c, R.nummod));
  for (let k = before + 1; k < c; k++) if (work.head[k] === stop) work.head[k] = c;
  work.head[c] = before;
  work.label[c] = R.conj;
}

/** The head of a phrase that ends with a word; where a number is asked for, the nearest that one counts. */
function topOf(work: Workspace, tags: TagColumns, last: number, first: number, counted: boolean): number {
  const isAbove = (h: number): boolean => h >= PAD && h < first && isNominal(tags, work, h);
  let top = last;
  for (let n = 0; n < CLIMB && WITHIN.has(work.label[top]) && isAbove(work.head[top]); n++) top = work.head[top];
  if (!counted) return top;
  for (let at = top, n = 0; n < CLIMB; n++, at = work.head[at]) {
    if (hasChild(work, at, R.nummod)) return at;
    if (work.label[at] !== R.nmod || !isAbove(work.head[at])) break;
  }
  return top;
}

function isNominal(tags: TagColumns, work: Workspace, i: number): boolean {
  const upos = tags.upos[work.tag[i]];
  return upos === U.NOUN || upos === U.PROPN;
}

function hasChild(work: Workspace, i: number, relation: number): boolean {
  for (let k = PAD; k < PAD + work.length; k++) if (work.head[k] === i && work.label[k] === relation) return true;
  return false;
}

function isUnder(work: Workspace, k: number, top: number): boolean {
  for (let at = work.head[k], n = 0; at >= PAD && at < PAD + work.length && n < work.length; at = work.head[at], n++)
    if (at === top) return true;
  return false;
}

/** Whether a word is the predicate of a clause of its own, which may have a subject. */
function isClause(work: Workspace, tags: TagColumns, i: number): boolean {
  const xpos = tags.xpos[work.tag[i]];
  if (FINITE.has(xpos) || xpos === P.VBN || xpos === P.VB) return true;
  for (let k = PAD; k < i; k++) if (work.head[k] === i && (tags.upos[work.tag[k]] === U.AUX || work.label[k] === R.mark)) return true;
  return false;
}

/** "foiled an attack on ships crossing the bay, capturing nine men": who crosses the bay captures nobody. */
function participleBehindComma(work: Workspace, tags: TagColumns, c: number): void {
  const inner = work.head[c];
  if (inner >= c || inner < PAD || (work.label[c] !== R.advcl && work.label[c] !== R.acl)) return;
  if (work.label[inner] !== R.acl || tags.xpos[work.tag[inner]] !== P.VBG || !isBehindComma(work, tags, c)) return;
  let verb = work.head[inner];
  for (let n = 0; n < CLIMB && verb >= PAD && ABOVE.has(work.label[verb]); n++) verb = work.head[verb];
  if (verb < PAD || verb >= inner || tags.upos[work.tag[verb]] !== U.VERB) return;
  // the tree stays projective only where nothing behind the participle hangs between
  for (let k = c + 1; k < PAD + work.length; k++) if (work.head[k] > verb && work.head[k] < c) return;
  work.head[c] = verb;
  work.label[c] = R.advcl;
}

function isBehindComma(work: Workspace, tags: TagColumns, c: number): boolean {
  let first = c;
  for (let k = c - 1; k >= PAD && work.head[k] === c; k--) {
    if (tags.upos[work.tag[k]] === U.PUNCT) return true;
    first = k;
  }
  return tags.upos[work.tag[first - 1]] === U.PUNCT;
}

/** "face a fine or up to three years in jail": what the parser set beside the verb is the second of what stands right before it. */
function nounBehindAnd(work: Workspace, tags: TagColumns, c: number): void {
  const verb = work.head[c];
  if (verb >= c || verb < PAD || tags.upos[work.tag[verb]] !== U.VERB) return;
  let [first, joined] = [c, false];
  for (let k = PAD; k < PAD + work.length; k++) {
    if (work.head[k] !== c) continue;
    if (SUBJECT.has(work.label[k]) || work.label[k] === R.cop || work.label[k] === R.case) return;
    if (work.label[k] === R.cc) joined = true;
    if (k < first) first = k;
  }
  if (!joined) return;
  let before = first - 1;
  while (before > verb && work.head[before] > verb && work.head[before] < first) before = work.head[before];
  if (before <= verb || work.head[before] !== verb || !NOMINAL.has(work.label[before])) return;
  if (tags.upos[work.tag[before]] !== U.NOUN && tags.upos[work.tag[before]] !== U.PROPN) return;
  work.head[c] = before;
}
