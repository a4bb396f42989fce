import { childWith, type Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import { isDenied, isNone } from "./denied.js";
import type { Condition, TriggerRow } from "./lexicon.js";
import { isHyphen, meant } from "./phrase.js";
import { courtroomBehind } from "./pleas.js";
import { crimeBehind } from "./suspected.js";
import { termObject } from "./terms.js";
import { caseOf, isPassive, isVerbal, markOf } from "./voice.js";
import { wordsOf } from "./words.js";

/** Whether all conditions of a row hold at a token. */
export function holds(ctx: Context, row: TriggerRow, t: number): boolean {
  const verbal = row.pos === "VERB";
  return row.conditions.every((condition) => meets(ctx, condition, t, verbal) !== condition.denied);
}

function meets(ctx: Context, condition: Condition, t: number, verbal: boolean): boolean {
  const fillers = fillersOf(ctx, condition.slot, t, verbal);
  if (condition.slot === "voice") return isVerbal(ctx.doc, t) && isPassive(ctx.doc, t);
  // "A gunman fired inside a church", read as a participle on who fired: nobody is fired at
  if (condition.denied && condition.any && condition.slot === "obj" && ctx.doc.relation[t] === R.acl) return fillers.some((f) => f > t);
  return fillers.some((f) => suits(ctx, condition, f));
}

function suits(ctx: Context, condition: Condition, f: number): boolean {
  // "fired on Wednesday" is not fired on anybody
  if (condition.any) return condition.slot !== "on" || (ctx.classes[f] & C.time) === 0;
  if (condition.lemmas.has(ctx.doc.lemma[f]) || condition.lemmas.has(ctx.doc.norm[f])) return true;
  if (condition.lemmas.has(NO_ONE) && isNoOne(ctx.doc, f)) return true;
  if (condition.result) return (ctx.lexicon.rows.get(ctx.doc.lemma[f]) ?? []).some((row) => row.kind === "result");
  // a pronoun may stand for anybody, a bare number for people: "five held"; "seized INR 35,000" is an amount of something
  // what a row denies is not denied by a name that nothing is known of: "police recovered 20 bags of Amatol"
  const isOpen = ctx.doc.upos[f] === U.NUM ? !ctx.lookups.isMeasured(f) : ctx.doc.upos[f] === U.PROPN && !condition.denied;
  const unknown = C.pronoun | (isOpen ? C.other : 0);
  const bits = ctx.classes[f] & unknown && condition.mask & C.person ? C.person : ctx.classes[f] | serviceOf(ctx, f);
  return (bits & condition.mask) !== 0;
}

const NO_ONE = vocabulary.id("no-one");
const NO = vocabulary.id("no");
const ONE = vocabulary.id("one");

/** "No one came": two words for nobody. Not "the next one came". */
function isNoOne(doc: Document, f: number): boolean {
  return doc.norm[f] === ONE && f > 0 && doc.norm[f - 1] === NO;
}

/** "PAC men", "a police van", "Palamu Police": people and cars whose service the word before them says, a body's name that ends in its service. */
function serviceOf({ doc, classes }: Context, f: number): number {
  let bits = 0;
  for (let c = doc.firstChild[f]; c >= 0; c = doc.nextSibling[c]) if (doc.relation[c] === R.flat && c > f) bits |= classes[c];
  // "the men in khaki"
  for (let c = doc.firstChild[f]; c >= 0; c = doc.nextSibling[c])
    if (c > f && doc.relation[c] === R.nmod) {
      if (IN_UNIFORM.has(doc.norm[c])) return C.police;
      // "operatives of the anti-robbery squad", "a posse of police"
      if (IN_SERVICE.has(doc.lemma[f]) && caseOf(doc, c) === OF) bits |= classes[c];
      // "the in-charge of the town police station"
      if (OVER_A_POST.has(doc.lemma[f]) && caseOf(doc, c) === OF && POSTS.has(doc.lemma[c]) && doc.head[c - 1] === c)
        bits |= classes[c - 1];
    }
  const isServed = (classes[f] & (C.person | C["plural-person"] | C.vehicle | C.building | C.other)) !== 0 && (classes[f] & C.name) === 0;
  if (isServed && f > 0 && doc.head[f - 1] === f && doc.relation[f - 1] === R.compound) bits |= classes[f - 1];
  return bits & (C.police | C.security);
}

function ownerOf(doc: Document, t: number): number[] {
  const owner = childWith(doc, t, R["nmod:poss"]);
  return owner < 0 ? [] : [owner];
}

const IN_UNIFORM = wordsOf("in-uniform");
const IN_SERVICE = wordsOf("in-service");
const OVER_A_POST = wordsOf("over-a-post");
const POSTS = wordsOf("post-of-police");
const OF = vocabulary.id("of");

function fillersOf(ctx: Context, slot: string, t: number, verbal: boolean): readonly number[] {
  const { doc } = ctx;
  switch (slot) {
    case "mod":
      return modifiers(doc, t);
    case "poss":
      // "over Sunday's sinking", read as a verb's form: whose it is is no argument of a verb
      return slotted(ctx, t, "possessor", verbal).concat(verbal ? ownerOf(doc, t) : []);
    case "obj":
      return withConjuncts(doc, slotted(ctx, t, "patient", verbal).concat(slotted(ctx, t, "object", verbal)));
    case "subj":
    case "agent":
      return withConjuncts(doc, doers(ctx, t, slot, verbal));
    // who is named to do it by the verb itself: no pronoun, and nobody whose own verb only governs it ("were told to stay away")
    case "doer":
      return withConjuncts(doc, ownDoers(ctx, t, verbal));
    case "head":
      return doc.head[t] >= 0 ? [doc.head[t]] : [];
    case "adv":
      return [...children(doc, t, R.advmod), ...children(doc, t, R.xcomp), ...deniedSubject(ctx, t, verbal)];
    // "had refused to lodge a report", whatever the tree takes the infinitive right behind it for
    case "clause":
      return slotted(ctx, t, slot, verbal).concat(verbal ? infinitiveBehind(doc, t) : []);
    case "negated":
      return isDenied(doc, t) ? [t] : [];
    case "prev":
      return before(doc, t);
    case "nextto":
      return t + 1 < doc.length ? [t + 1] : [];
    case "subjof":
      return governor(doc, t, [R.nsubj, R["nsubj:pass"]]);
    case "objof":
      return governor(doc, t, [R.obj, R["nsubj:pass"]]);
    // what somebody voted to do, however far behind
    case "aim":
      return children(doc, t, R.advcl).filter((c) => c > t && doc.xpos[c] === P.VB);
    // "cleared of belonging to a gang", "cleared two nurses of helping it"
    case "of-doing":
      return [t, ...slotted(ctx, t, "patient", verbal)]
        .flatMap((on) => [...children(doc, on, R.advcl), ...children(doc, on, R.acl)])
        .filter((c) => c > t && doc.xpos[c] === P.VBG && markOf(doc, c) === OF);
    case "modal":
      return children(doc, t, R.aux).filter((c) => doc.xpos[c] === P.MD);
    case "det":
      return children(doc, t, R.det);
    // how long a court sends somebody down for
    case "term":
      return termObject(doc, t);
    // what for, by the words behind: "booked eight men for murder"
    case "crime":
      return crimeBehind(ctx, t);
    case "courtroom":
      return courtroomBehind(doc, t, t);
    default:
      return verbal ? slotted(ctx, t, slot, verbal) : [...slotted(ctx, t, slot, verbal), ...ofPatient(ctx, t, slot)];
  }
}

/** "the death of a youth in custody": what the tree hangs on whom a noun's "of" names. */
function ofPatient(ctx: Context, t: number, slot: string): number[] {
  return slotted(ctx, t, "of", false).flatMap((of) =>
    children(ctx.doc, of, R.nmod).filter((c) => c > of && caseOf(ctx.doc, c) === vocabulary.id(slot)),
  );
}

/** Doers; of a participle on a noun, which may be a past tense misread ("Police stood by"), that noun too. */
function doers(ctx: Context, t: number, slot: string, verbal: boolean): number[] {
  const found = slotted(ctx, t, slot === "agent" || verbal ? "agent" : slot, verbal);
  const misread = found.length === 0 && verbal && ctx.doc.relation[t] === R.acl && ctx.doc.xpos[t] !== P.VBG;
  return misread ? slotted(ctx, t, "patient", verbal).filter((f) => f < t) : found;
}

function ownDoers(ctx: Context, t: number, verbal: boolean): readonly number[] {
  const { doc } = ctx;
  const isGoverned = (f: number): boolean =>
    ctx.argumentsAt(t, verbal).some((a) => a.token === f && a.slot === "agent" && a.via === "control");
  return doers(ctx, t, "agent", verbal).filter((f) => doc.upos[f] !== U.PRON && !isGoverned(f));
}

function slotted(ctx: Context, t: number, slot: string, verbal: boolean): number[] {
  return ctx
    .argumentsAt(t, verbal)
    .filter((a) => a.slot === slot)
    .map((a) => a.token);
}

function withConjuncts(doc: Document, tokens: readonly number[]): number[] {
  return tokens.flatMap((t) => [t, meant(doc, t), ...children(doc, t, R.conj), ...children(doc, t, R.appos)]);
}

function children(doc: Document, t: number, relation: number): number[] {
  const all: number[] = [];
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) if (doc.relation[c] === relation) all.push(c);
  return all;
}

function infinitiveBehind(doc: Document, t: number): number[] {
  return children(doc, t, R.advcl).filter((c) => c === t + 2 && doc.xpos[c] === P.VB);
}

/** "No police van came", "not one team was sent": the word that denies the subject, which denies the deed. */
function deniedSubject(ctx: Context, t: number, verbal: boolean): number[] {
  return [...slotted(ctx, t, "agent", verbal), ...(verbal ? slotted(ctx, t, "patient", verbal) : [])]
    .filter((f) => f < t && isNone(ctx.doc, f))
    .map((f) => ctx.doc.left[f]);
}

/** The word before, across a hyphen: "lathi" in "lathi-charged". */
function before(doc: Document, t: number): number[] {
  const at = t > 1 && isHyphen(doc, t - 1) ? t - 2 : t - 1;
  return at >= 0 && doc.sentence[at] === doc.sentence[t] ? [at] : [];
}

/** Words that modify a noun from before it, and the word just before it, which a wrong tree may have hung elsewhere. */
function modifiers(doc: Document, t: number): number[] {
  const all: number[] = [];
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (r === R.compound || r === R.amod || r === R["nmod:poss"] || r === R.nmod) all.push(c);
  }
  for (const b of before(doc, t)) if (!all.includes(b)) all.push(b);
  return all;
}

/** What a noun, or the noun it is coordinated with, hangs on: "recovered guns and bombs". */
function governor(doc: Document, t: number, relations: readonly number[]): number[] {
  let at = t;
  while (doc.relation[at] === R.conj && doc.head[at] >= 0) at = doc.head[at];
  return relations.includes(doc.relation[at]) && doc.head[at] >= 0 ? [doc.head[at]] : [];
}
