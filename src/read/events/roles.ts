import type { Span } from "../../base/span.js";
import { childWith, type Document, dominates } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Count, RoleFiller } from "../../model/reading.js";
import type { Role } from "../../model/vocabulary.js";
import { withAccused } from "./accused.js";
import type { Argument } from "./arguments.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import { isBound } from "./denied.js";
import { withLegal } from "./legal.js";
import { fits, type RoleChoice } from "./lexicon.js";
import { nounAfter } from "./nearby.js";
import { withOffences } from "./offences.js";
import { coordinated, meant, ofPhrases, phraseSpan, phraseTokens, wholeSpan } from "./phrase.js";
import { rosterOf } from "./rosters.js";
import { ownerOf, withCharge, withRuler } from "./rulers.js";
import type { Trigger } from "./triggers.js";
import { isPassive, isVerbal } from "./voice.js";
import { wordsOf } from "./words.js";

/** A role filler with the token that heads it. */
export interface Filler extends RoleFiller {
  readonly token: number;
  readonly via: Argument["via"];
}

const NO = vocabulary.id("no");
const NOT = vocabulary.id("not");
const THE = vocabulary.id("the");
/** "bringing the number of dead to 12": how many, and nobody. */
const COUNTED_BY = wordsOf("counted-by");
const NOBODY = vocabulary.id("nobody");
const NO_ONE = vocabulary.id("none");

/** Roles whose fillers are clauses or whole phrases rather than parties. */
const WHOLE = new Set<Role>(["offence", "penalty", "measure"]);

/** Role fillers of one trigger, as its frame maps its dependents. */
export function rolesOf(ctx: Context, trigger: Trigger, isTrigger: (token: number) => boolean): readonly Filler[] {
  const fillers: Filler[] = [];
  for (const argument of [...argumentsOf(ctx, trigger), ...ofLastVerb(ctx, trigger)]) {
    const inside = isOfTrigger(ctx, trigger, argument.token);
    if (argument.slot === "agent" && isCounted(ctx, trigger.token)) continue;
    const { slots } = trigger.row.frame;
    const choices = slots.get(argument.slot);
    const instead = mayBeDoer(ctx, trigger, argument) ? slots.get("agent") : undefined;
    if (!choices && !instead) continue;
    for (const token of partiesOf(ctx, trigger, argument)) {
      const said =
        (choices && roleFor(ctx, choices, argument.slot, token, isTrigger)) ??
        (instead && roleFor(ctx, instead, "agent", token, isTrigger)) ??
        null;
      const role = said === "authority" && NEVER_ARRESTS.has(ctx.doc.lemma[token]) ? arrested(trigger, argument) : said;
      if (
        role &&
        !isManner(ctx, token) &&
        (!inside || role === "weapon" || (role === "authority" && argument.slot === "compound")) &&
        !denied(ctx, token) &&
        !ITSELF.has(ctx.doc.norm[token])
      )
        fillers.push(behindTrigger(ctx.doc, trigger, fillerOf(ctx, role, token, argument.via)));
    }
  }
  const make = (role: Role, token: number): Filler => fillerOf(ctx, role, token, "own");
  const ruled = withAccused(ctx, trigger, withLegal(ctx, trigger, fillers, make), make);
  const offences = withOffences(ctx, trigger, withCharge(ctx, trigger, ruled, make), make);
  return withRuler(ctx, trigger, offences, make).filter((f) => f.role !== "perpetrator" || !isBench(ctx, f));
}

/** "murdering teacher Ana Roe", read as a teacher who murders: whom the verb is done to stands behind it. */
function behindTrigger(doc: Document, { token, last, row }: Trigger, f: Filler): Filler {
  const isInside = row.pos === "VERB" && doc.xpos[token] === P.VBG && f.token > last && f.span[0] === doc.start[token];
  return isInside ? { ...f, span: [doc.start[last + 1], f.span[1]] } : f;
}

/** "The court upheld his conviction for murdering a nurse": a court does no violence. */
function isBench({ doc, classes }: Context, { token }: Filler): boolean {
  return (classes[token] & C.court) !== 0 && (classes[token] & C.person) === 0 && doc.upos[token] !== U.PRON;
}

/** "A guard died, bringing the number of people killed to nine": a participle behind those counted, whatever subject the tree finds for it. */
function isCounted({ doc }: Context, t: number): boolean {
  let k = t - 1;
  while (k > 0 && doc.upos[k] === U.NOUN) k--;
  return k > 0 && k < t - 1 && doc.upos[k] === U.ADP && COUNTED_BY.has(doc.lemma[k - 1]) && doc.upos[t] === U.VERB;
}

/** All parties that an argument tells of: those beside it, those of its list, those along with it. */
function partiesOf(ctx: Context, trigger: Trigger, argument: Argument): ReadonlySet<number> {
  const token = argument.slot === "possessor" ? ownerOf(ctx, trigger, argument.token) : argument.token;
  const listed = coordinated(ctx.doc, token);
  // "burning 22 houses, local officials and a priest said": the tree may take the speakers for more of the list
  return new Set([...(holdsSpeaker(ctx, listed) ? [token] : listed), ...rosterOf(ctx, token), ...alongWith(ctx, trigger, argument)]);
}

/** Whether a list goes on into those who say what stands before them. */
function holdsSpeaker({ doc, attributions }: Context, [, ...further]: readonly number[]): boolean {
  if (further.length === 0) return false;
  return attributions.some(({ sourceSpan: who, content }) => {
    const isBehind = who !== null && content.some((c) => c[0] < who[0]);
    return isBehind && further.some((t) => who[0] <= doc.start[t] && doc.start[t] < who[1]);
  });
}

/** Whether a token is one of the trigger's own words; "found him guilty" has others between them. */
function isOfTrigger({ doc }: Context, { first, last, row }: Trigger, token: number): boolean {
  if (token < first || token > last) return false;
  return row.pos !== "VERB" || row.words.includes(doc.lemma[token]) || row.words.includes(doc.norm[token]);
}

/** "The pair, held since Monday", "possession of a weapon by a felon": who is arrested arrests nobody. */
function arrested(trigger: Trigger, argument: Argument): Role | null {
  if (trigger.row.type !== "security.arrest") return "authority";
  return argument.slot === "agent" && argument.token < trigger.first ? "defendant" : null;
}

/** "take power by force": how, not by whom. */
function isManner({ doc }: Context, token: number): boolean {
  return BY_MANNER.has(doc.lemma[token]) && token > 0 && doc.norm[token - 1] === BY;
}

const BY_MANNER = wordsOf("by-manner");
const BY = vocabulary.id("by");
/** "blew himself up": who did it, once more. */
const ITSELF = wordsOf("reflexive");
const NEVER_ARRESTS = wordsOf("never-arrests");

/** "jailed the mayor along with 19 others", "attacked a bank as well as two shops": whoever comes with those whom it was done to. */
function alongWith({ doc }: Context, trigger: Trigger, argument: Argument): readonly number[] {
  if (argument.slot !== "patient") return [];
  for (let i = Math.max(argument.token, trigger.last) + 1; i + 2 < doc.length && doc.sentence[i] === doc.sentence[trigger.token]; i++) {
    if (doc.xpos[i] === P.VBD || doc.text[doc.start[i]] === ";") return [];
    const from = TOGETHER.has(doc.norm[i]) && doc.norm[i + 1] === WITH ? i + 2 : isAsWellAs(doc, i) ? i + 3 : -1;
    if (from < 0) continue;
    const tied = doc.head[i];
    const isNoun = tied >= from && doc.relation[i] === R.cc && (doc.upos[tied] === U.NOUN || doc.upos[tied] === U.PROPN);
    const other = isNoun ? tied : nounAfter(doc, doc.norm[from] === AT && doc.norm[from + 1] === LEAST ? from + 2 : from);
    return other < 0 ? [] : [other, ...coordinated(doc, other), ...siblings(doc, other)].filter((t, k, all) => all.indexOf(t) === k);
  }
  return [];
}

function isAsWellAs(doc: Document, i: number): boolean {
  return i > 0 && doc.norm[i] === AS && doc.norm[i + 1] === WELL && doc.norm[i + 2] === AS;
}

/** "as well as three banks, several shops and an office": of a list that hangs on one noun all that stands behind its first. */
function siblings(doc: Document, t: number): readonly number[] {
  if (doc.relation[t] !== R.conj) return [];
  const all: number[] = [];
  for (let c = doc.firstChild[doc.head[t]]; c >= 0; c = doc.nextSibling[c])
    if (c > t && doc.relation[c] === R.conj && doc.upos[c] === U.NOUN) all.push(c);
  return all;
}

const AS = vocabulary.id("as");
const WELL = vocabulary.id("well");
const AT = vocabulary.id("at");
const LEAST = vocabulary.id("least");
const TOGETHER = wordsOf("together");
const WITH = vocabulary.id("with");

/** "Workers protested", "policemen fired in the air", read as participles: who cannot have undergone it did it. */
function mayBeDoer(ctx: Context, trigger: Trigger, argument: Argument): boolean {
  return argument.slot === "patient" && argument.token < trigger.first && ctx.doc.relation[argument.token] !== R["nsubj:pass"];
}

/** The trigger's arguments; where a phrase ("beaten to death") stands between verb and object, the noun after the phrase. */
function argumentsOf(ctx: Context, trigger: Trigger): readonly Argument[] {
  const own = undergone(ctx, trigger, ctx.argumentsAt(trigger.token, trigger.row.pos === "VERB"));
  if (trigger.row.pos === "NOUN") return withOtherSide(ctx, trigger, [...own, ...ofPhraseHead(ctx, trigger)]);
  if (trigger.row.pos !== "VERB" || trigger.last === trigger.token) return own;
  const after = nounAfter(ctx.doc, trigger.last + 1);
  // "the second inmate put to death": a court's phrase is done to whom it stands behind
  const isDeed = ctx.doc.upos[trigger.last] === U.NOUN && trigger.row.type !== "justice.execution";
  const isActive = (after >= 0 || isDeed) && isBareParticiple(ctx, trigger.token);
  // "men set on fire a bus", "mobs opened fire", read as participles
  const turned = isActive ? own.map((a) => (a.slot === "patient" && a.token < trigger.first ? { ...a, slot: "agent" } : a)) : own;
  if (after < 0 || turned.some((a) => a.slot === "patient")) return turned;
  return [...turned, { slot: "patient", token: after, via: "own" }];
}

/** "Soldiers who tried to seize power arrested": a verb that needs somebody to do it to, without one, is a headline's passive. */
function undergone({ doc }: Context, trigger: Trigger, own: readonly Argument[]): readonly Argument[] {
  const t = trigger.token;
  if (trigger.row.type !== "security.arrest" || trigger.row.words.length > 1 || !isVerbal(doc, t)) return own;
  if (doc.xpos[t] !== P.VBD && doc.xpos[t] !== P.VBN) return own;
  if (own.some((a) => a.slot === "patient" || a.slot === "object") || childWith(doc, t, R.aux, R["aux:pass"]) >= 0) return own;
  const ends = t + 1 >= doc.length || doc.sentence[t + 1] !== doc.sentence[t] || doc.upos[t + 1] === U.PUNCT || doc.upos[t + 1] === U.ADP;
  return ends ? own.map((a) => (a.slot === "agent" && a.token < t && a.via === "own" ? { ...a, slot: "patient" } : a)) : own;
}

/** "an exchange of fire with rebels": the phrase hangs on its first noun, and so do the parties. */
function ofPhraseHead(ctx: Context, trigger: Trigger): readonly Argument[] {
  let head = trigger.token;
  while (ctx.doc.head[head] >= trigger.first && ctx.doc.head[head] < head) head = ctx.doc.head[head];
  if (head === trigger.token) return [];
  return ctx.argumentsAt(head).filter((a) => a.token < trigger.first || a.token > trigger.last);
}

/** "Police recovered a rifle after an exchange of fire with rebels": who fought them is the subject of the clause. */
function withOtherSide(ctx: Context, trigger: Trigger, found: readonly Argument[]): readonly Argument[] {
  const { doc } = ctx;
  if (trigger.row.type !== "violence.clash" || !found.some((a) => a.slot === "with")) return found;
  if (found.some((a) => a.slot === "agent" || a.slot === "possessor" || a.slot === "between")) return found;
  const verb = doc.head[doc.head[trigger.token] >= trigger.first ? doc.head[trigger.token] : trigger.token];
  if (verb < 0 || !isVerbal(doc, verb) || isPassive(doc, verb)) return found;
  const subject = ctx.argumentsAt(verb, true).find((a) => a.slot === "agent");
  return subject && (ctx.classes[subject.token] & FORCES) !== 0 ? [...found, { ...subject, via: "control" }] : found;
}

function isBareParticiple({ doc }: Context, t: number): boolean {
  return doc.relation[t] === R.acl && doc.xpos[t] !== P.VBG && childWith(doc, t, R["aux:pass"], R["nsubj:pass"], R["obl:agent"]) < 0;
}

/** "ordered to pay two million to the judge": what the phrase's last verb governs. */
function ofLastVerb(ctx: Context, trigger: Trigger): readonly Argument[] {
  const { doc } = ctx;
  if (trigger.row.pos !== "VERB" || trigger.last === trigger.token || doc.upos[trigger.last] !== U.VERB) return [];
  return ctx.argumentsAt(trigger.last, true).flatMap((a): Argument[] => {
    const slot = a.slot === "patient" ? "object" : a.slot === "to" ? "payee" : null;
    return slot ? [{ ...a, slot }] : [];
  });
}

function roleFor(
  ctx: Context,
  choices: readonly RoleChoice[],
  slot: string,
  token: number,
  isTrigger: (token: number) => boolean,
): Role | null {
  const bits = phraseBits(ctx, token);
  const clausal = slot === "clause" || (ctx.doc.upos[token] === U.VERB && slot !== "agent" && slot !== "patient");
  for (const choice of choices) {
    if (WHOLE.has(choice.role)) {
      if (fits(choice, bits)) return choice.role;
      continue;
    }
    if (clausal || isTrigger(token)) continue;
    // a body that bears a name harms, and is not harmed
    if (choice.role === "victim" && bits & C.name && bits & C.organisation && !(bits & C.person)) continue;
    if (slot === "compound" && ctx.doc.upos[token] === U.ADJ && (bits & (C.militant | C.police | C.security)) === 0) continue;
    if (fits(choice, bits)) return choice.role;
  }
  return null;
}

const FORCES = C.militant | C.police | C.security | C.court | C.government;
const TOTALS = wordsOf("total");
const BODIES = wordsOf("body");

/** Classes of a noun with what its modifiers say: a "rebel group" is of militants. */
function phraseBits(ctx: Context, token: number): number {
  const { doc, classes } = ctx;
  let bits = classes[token];
  const measured = meant(doc, token);
  if (measured !== token) bits = (bits & ~C.other) | classes[measured];
  for (let c = doc.firstChild[token]; c >= 0 && c < token; c = doc.nextSibling[c]) {
    if (doc.relation[c] === R.compound || doc.relation[c] === R.amod) bits |= classes[c] & FORCES;
  }
  // "two companies of the armed police": a body of people is what its people are
  if (BODIES.has(doc.lemma[token])) for (const c of ofPhrases(doc, token)) bits |= classes[c] & FORCES;
  return bits;
}

/** "No group has admitted it": nobody fills the role. Not "with no warning police fired", read as one phrase. */
function denied(ctx: Context, token: number): boolean {
  const { doc } = ctx;
  for (let c = doc.firstChild[token]; c >= 0 && c < token; c = doc.nextSibling[c])
    if (doc.norm[c] === THE && COUNTED_BY.has(doc.lemma[token])) return true;
    else if (doc.norm[c] === NO && !isBound(doc, c) && (c === 0 || doc.upos[c - 1] !== U.ADP)) return true;
  // "killed by rioters and not by the police"
  if (doc.relation[token] === R.conj && childWith(doc, token, R.cc) >= 0) {
    const not = childWith(doc, token, R.advmod);
    if (not >= 0 && not < token && doc.norm[not] === NOT) return true;
  }
  return ctx.doc.norm[token] === NOBODY || ctx.doc.norm[token] === NO_ONE;
}

/** "the militant group Boko Haram", "the preacher Wei Li": a name right behind a noun without a comma is of the phrase. */
function withName(ctx: Context, token: number, span: Span): Span {
  const { doc } = ctx;
  if (doc.upos[token] !== U.NOUN || span[1] !== doc.end[token]) return span;
  const next = token + 1;
  const name = ctx.lookups.nameAt(next);
  const isParty = name?.tokens[0] === next && (name.type === "person" || name.type === "organisation");
  const hangs = isParty && doc.sentence[next] === doc.sentence[token] && dominates(doc, token, next);
  return hangs ? [span[0], name.span[1]] : span;
}

/** "Alaa Abdel-Fattah": a name is told whole, also where the tree cuts it. */
function wholeName(ctx: Context, token: number, span: Span): Span {
  if ((ctx.classes[token] & C.name) === 0) return span;
  const name = ctx.lookups.nameAt(token);
  return name ? [Math.min(span[0], name.span[0]), Math.max(span[1], name.span[1])] : span;
}

function fillerOf(ctx: Context, role: Role, head: number, via: Argument["via"]): Filler {
  // "a total of 31 suspects": the suspects
  const token = TOTALS.has(ctx.doc.lemma[head]) && !WHOLE.has(role) ? meant(ctx.doc, head) : head;
  const span = WHOLE.has(role) ? wholeSpan(ctx.doc, token) : wholeName(ctx, token, withName(ctx, token, phraseSpan(ctx.doc, token)));
  return { role, token, via, span, actor: WHOLE.has(role) ? null : actorOf(ctx, token, span), count: countOf(ctx, token) };
}

/** The actor that a phrase denotes: the one whose mention has the same head, else the widest mention inside the phrase, or who is named beside it. */
function actorOf(ctx: Context, token: number, span: Span): string | null {
  const { doc, lookups } = ctx;
  const known = lookups.headedBy(token) ?? lookups.mentionWithin(span[0], span[1], doc.start[token], doc.end[token]);
  if (known) return known.actor;
  // "his accomplice, Mr Tunde Balogun,"
  const named = doc.upos[token] === U.NOUN ? childWith(doc, token, R.appos) : -1;
  return named > token && doc.upos[named] === U.PROPN ? (lookups.headedBy(named)?.actor ?? null) : null;
}

function countOf(ctx: Context, token: number): Count | null {
  const [first, last] = phraseTokens(ctx.doc, token);
  return ctx.lookups.countIn(token, first, last)?.count ?? null;
}
