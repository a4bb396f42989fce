import type { Document } from "../../language/document.js";
import { vocabulary } from "../../language/vocabulary.js";
import { blamedFor } from "./blame.js";
import { C } from "./classes.js";
import type { Cluster } from "./cluster.js";
import type { Context } from "./context.js";
import { isGrievance } from "./grievance.js";
import { type Hands, handsIn, isWithRiotTool } from "./hands.js";
import type { Mention } from "./mention.js";
import type { Filler } from "./roles.js";
import { wordsOf } from "./words.js";

const SIDES = [
  side("harmed", ["victim", "target"]),
  side("doer", ["perpetrator", "organisation", "participant"]),
  side("accused", ["defendant"]),
  side("authority", ["authority"]),
  side("penalty", ["penalty", "measure"]),
  side("offence", ["offence"]),
];

interface Side {
  readonly roles: ReadonlySet<string>;
  readonly isNew: string;
  readonly isSame: string;
  readonly otherName: string;
  readonly otherCount: string;
  readonly isOther: string;
}

function side(name: string, roles: readonly Filler["role"][]): Side {
  return {
    roles: new Set<string>(roles),
    isNew: `${name}=new`,
    isSame: `${name}=same`,
    otherName: `${name}=other name`,
    otherCount: `${name}=other count`,
    isOther: `${name}=other`,
  };
}

const sided = new WeakMap<Mention, readonly (readonly Filler[])[]>();

/** Who a mention names on each side, those harmed with it too; found once a mention. */
function sidesOf(m: Mention): readonly (readonly Filler[])[] {
  const known = sided.get(m);
  if (known) return known;
  const all = m.harmed.length === 0 ? m.fillers : [...m.fillers, ...m.harmed];
  const made = SIDES.map(({ roles }) => all.filter((f) => roles.has(f.role)));
  sided.set(m, made);
  return made;
}

/** How the parties that a mention names compare with those of a cluster, side by side: "harmed=same", "doer=other name". */
export function partyFits(ctx: Context, m: Mention, c: Cluster): string[] {
  const features: string[] = [];
  if (m.fillers.length === 0 && m.harmed.length === 0) return features;
  const own = sidesOf(m);
  for (let k = 0; k < SIDES.length; k++) if (own[k].length > 0) features.push(sideFit(ctx, own[k], c, k));
  return features;
}

function sideFit(ctx: Context, mine: readonly Filler[], c: Cluster, k: number): string {
  let someone = false;
  let named = false;
  let counted = false;
  for (const mention of c.mentions) {
    for (const other of sidesOf(mention)[k]) {
      someone = true;
      named ||= isNamed(ctx, other);
      for (const f of mine) {
        if (sameParty(ctx, f, other)) return SIDES[k].isSame;
        if (f.count && other.count && f.count.low !== other.count.low) counted = true;
      }
    }
  }
  if (!someone) return SIDES[k].isNew;
  if (named && mine.some((f) => isNamed(ctx, f))) return SIDES[k].otherName;
  return counted ? SIDES[k].otherCount : SIDES[k].isOther;
}

/** "45,000 people", and in another year "3 million people": those harmed are told by the same noun, and no number is told twice. */
export function isOtherNumber(m: Mention, c: Cluster): boolean {
  const numbers = (of: Mention) => sidesOf(of)[HARMED].flatMap((f) => f.count?.low ?? []);
  const mine = new Set(numbers(m));
  const theirs = mine.size === 0 ? [] : c.mentions.flatMap(numbers);
  return theirs.length > 0 && theirs.every((n) => !mine.has(n));
}

const HARMED = 0;

function sameParty(ctx: Context, a: Filler, b: Filler): boolean {
  if (a.actor !== null && a.actor === b.actor) return true;
  return ctx.doc.lemma[a.token] === ctx.doc.lemma[b.token] && vocabulary.of(ctx.doc.lemma[a.token]).length > 2;
}

function isNamed(ctx: Context, f: Filler): boolean {
  return (ctx.classes[f.token] & C.name) !== 0;
}

const hands = new WeakMap<Mention, Hands>();

/** What a mention says of who did its act; found once a mention. */
function handsOf(ctx: Context, m: Mention): Hands {
  const known = hands.get(m);
  if (known !== undefined) return known;
  const parties = [...m.fillers, ...m.harmed].map((f) => ({ role: f.role, token: f.token, bits: ctx.classes[f.token] }));
  const found = handsIn(ctx.doc, [m.trigger.token], parties);
  hands.set(m, found);
  return found;
}

/** "Police burst tear gas" and "the massacre", "police fired" and "a clash between two groups": what police did is not what those did whom they faced. */
export function areApart(ctx: Context, m: Mention, c: Cluster): boolean {
  if (isToolBesideKilling(ctx, m, c) || isOutbreak(ctx, m, c) || isOfGrievance(ctx.doc, m, c)) return true;
  // "He blamed the police for the deaths": those that were told of, whoever else is said to have done them
  if (m.definite === "same" && blamedFor(ctx.doc, m.trigger.token) >= 0) return false;
  const mine = handsOf(ctx, m);
  if (mine === null) return false;
  for (const o of c.mentions) {
    const theirs = handsOf(ctx, o);
    if (theirs !== null && theirs !== mine) return true;
  }
  return false;
}

/** "opened fire at a rally against the killing of two": what people protest against is none of what the sentence tells of. */
function isOfGrievance(doc: Document, m: Mention, { mentions }: Cluster): boolean {
  return mentions.some((o) => o.sentence === m.sentence && isGrievance(doc, o.trigger.token) !== isGrievance(doc, m.trigger.token));
}

/** "Police shot dead three men", and elsewhere in the report "fired tear gas": what kills nobody is not what killed. */
function isToolBesideKilling({ doc }: Context, m: Mention, c: Cluster): boolean {
  const [first] = c.mentions;
  if (m.sentence === c.mentions[c.mentions.length - 1].sentence) return false;
  if (isWithRiotTool(doc, m.fillers) !== isWithRiotTool(doc, first.fillers) && isArmed(m) && isArmed(first)) return true;
  if (first.type === "violence.killing") return m.type !== "violence.killing" && isWithRiotTool(doc, m.fillers);
  return m.type === "violence.killing" && c.mentions.every((o) => isWithRiotTool(doc, o.fillers));
}

function isArmed(m: Mention): boolean {
  return m.fillers.some((f) => f.role === "weapon");
}

/** "Fresh violence erupted", behind a headline on those whom police shot: what breaks out is more than what police did about it. */
function isOutbreak(ctx: Context, m: Mention, { mentions }: Cluster): boolean {
  if (m.verbal || m.definite === "same" || m.fillers.length > 0 || !OUTBREAKS.has(ctx.doc.lemma[m.trigger.token])) return false;
  return mentions.every((o) => o.type !== "violence.clash" && handsOf(ctx, o) === "police");
}

const OUTBREAKS = wordsOf("outbreak");
