import { type Document, spanOf, tokenAt } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import { eventLexicon } from "./lexicon.js";
import type { Filler } from "./roles.js";
import type { Trigger } from "./triggers.js";

type Make = (role: Filler["role"], token: number) => Filler;

const OF_LAW = /^(justice\.|security\.arrest)/;
const [OF, BEING] = [vocabulary.id("of"), vocabulary.id("being")];

/**
 * Everything that somebody is charged with, tried or ruled on for: "supplying drugs and possessing firearms" is two, "cleared him of
 * insulting two ministers" is no minister. Not the counts of a charge, which are told with their number.
 */
export function withOffences(ctx: Context, trigger: Trigger, found: readonly Filler[], make: Make): readonly Filler[] {
  if (!OF_LAW.test(trigger.row.type ?? "") || trigger.row.pos !== "VERB") return found;
  const { doc } = ctx;
  const told = found
    .filter((f) => f.role !== "offence" || doc.norm[f.token] !== BEING)
    .map((f) => (f.role === "defendant" && isDoingOf(doc, trigger, f) ? doing(doc, f, make) : f));
  const offences = told.filter((f) => f.role === "offence");
  const last = offences[offences.length - 1];
  if (!last || last.token < trigger.last) return told;
  const further = furtherBehind(ctx, last, make).filter((f) => !told.some((o) => o.span[0] < f.span[1] && f.span[0] < o.span[1]));
  return further.length === 0 ? told : [...told, ...further];
}

/** "acquitted her of insulting two ministers": read as a phrase about ministers. */
function isDoingOf(doc: Document, { last }: Trigger, f: Filler): boolean {
  const first = tokenAt(doc, f.span[0]);
  if (first > last + 1 && doc.norm[first - 1] === OF) return isGerund(doc, first);
  // "accused of being the gunman"
  return first > last + 2 && doc.norm[first - 1] === BEING && doc.norm[first - 2] === OF;
}

function isGerund(doc: Document, t: number): boolean {
  return doc.xpos[t] === P.VBG || (doc.upos[t] === U.ADJ && vocabulary.of(doc.norm[t]).endsWith("ing"));
}

function doing(doc: Document, f: Filler, make: Make): Filler {
  const made = make("offence", f.token);
  const start = tokenAt(doc, f.span[0]);
  const first = doc.norm[start - 1] === BEING ? start - 1 : start;
  return { ...made, span: [doc.start[first], Math.max(made.span[1], f.span[1])] };
}

/** "manslaughter, arson and aggravated assault": what the list goes on with, by its own words. */
function furtherBehind({ doc, classes }: Context, last: Filler, make: Make): readonly Filler[] {
  const end = doc.sentenceStart[doc.sentence[last.token] + 1];
  const gerund = doc.xpos[last.token] === P.VBG;
  const found: Filler[] = [];
  let i = tokenAt(doc, last.span[1] - 1) + 1;
  for (let steps = 0; steps < MOST && i < end; steps++) {
    const from = behindLink(doc, i, end);
    if (from < 0) break;
    const head = gerund && doc.xpos[from] === P.VBG ? from : crimeFrom(doc, classes, from, end);
    if (head < 0 || isOfLaw(doc, head) || SUBJECT.has(doc.relation[head])) break;
    const to = lastOf(doc, head, end);
    found.push({ ...make("offence", head), span: spanOf(doc, from, to) });
    i = to + 1;
  }
  // "of robbery, police said": a list ends with "and"
  return found;
}

const MOST = 6;

/** "for joining them, and a planned attack was foiled": what does or suffers something of its own goes on with no list. */
const SUBJECT = new Ids([R.nsubj, R["nsubj:pass"]]);

/** "convicted him of fraud, sentencing him to six years": what a court does is no offence. */
function isOfLaw(doc: Document, t: number): boolean {
  return doc.upos[t] === U.VERB && (eventLexicon().rows.get(doc.lemma[t]) ?? []).some((row) => OF_LAW.test(row.type ?? ""));
}

/** The token behind ", ", " and ", ", and "; -1 where the list does not go on. */
function behindLink(doc: Document, i: number, end: number): number {
  const isComma = doc.upos[i] === U.PUNCT && doc.text[doc.start[i]] === ",";
  const and = isComma ? i + 1 : i;
  if (and < end && doc.upos[and] === U.CCONJ) return and + 1 < end ? and + 1 : -1;
  return isComma && and < end ? and : -1;
}

/** The head of "aggravated assault", "a rape": a crime within a few words, whatever its attributes were read as; -1 where none is. */
function crimeFrom(doc: Document, classes: Context["classes"], from: number, end: number): number {
  for (let k = from; k < end && k <= from + 3; k++) {
    const tag = doc.upos[k];
    // "murder and rioting"
    if (doc.xpos[k] === P.VBG && (classes[k] & C.crime) !== 0) return k;
    if (tag === U.NOUN && (classes[k] & C.crime) !== 0) return doc.upos[k + 1] === U.NOUN && (classes[k + 1] & C.crime) !== 0 ? k + 1 : k;
    if (tag !== U.ADJ && tag !== U.NOUN && tag !== U.DET && tag !== U.NUM && doc.xpos[k] !== P.VBD && doc.xpos[k] !== P.VBN) return -1;
  }
  return -1;
}

/** The last token of an offence: on to what hangs on it, up to a stop, a link or a finite verb. */
function lastOf(doc: Document, head: number, end: number): number {
  let last = head;
  while (last + 1 < end && last + 1 <= Math.max(doc.right[head], head)) {
    const t = last + 1;
    if (doc.upos[t] === U.PUNCT || doc.upos[t] === U.CCONJ || doc.upos[t] === U.AUX || doc.xpos[t] === P.VBD) break;
    last = t;
  }
  return last;
}
