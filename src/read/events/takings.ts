import { childWith, type Document } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import type { Place } from "../../model/reading.js";
import type { Role } from "../../model/vocabulary.js";
import type { NameMention } from "../findings.js";
import { distance } from "../places/distance.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import { isFurther, setsApart } from "./further.js";
import type { Mention } from "./mention.js";
import type { Filler } from "./roles.js";
import { wordsOf } from "./words.js";

/** Roles of whom an act of one type takes, or of who gives himself up. */
const TAKING: ReadonlyMap<string, Role> = new Map([
  ["security.arrest", "defendant"],
  ["security.surrender", "defendant"],
  ["violence.abduction", "victim"],
  ["justice.release", "victim"],
  ["violence.killing", "victim"],
]);
/** Sentences within which people taken are looked back at. */
export const LOOKED_BACK = 4;

/** "Two cadres were arrested. The duo were nabbed near the bridge": the same people taken in the same way are taken once. */
export function areOneTaking(ctx: Context, a: Mention, b: Mention): boolean {
  const role = a.type === b.type && a.type !== null ? TAKING.get(a.type) : undefined;
  if (role === undefined || a.status !== b.status || a.status !== "occurred" || a === b) return false;
  if (b.sentence - a.sentence > LOOKED_BACK || standsApart(ctx.doc, b, role)) return false;
  const before = a.fillers.filter((f) => f.role === role);
  const after = b.fillers.filter((f) => f.role === role);
  // one dies once; the number of those killed, and "the men", may be others
  if (a.type === "violence.killing")
    return after.some((f) => isNamedBeside(ctx, a.sentence, f) || before.some((o) => isOnePerson(ctx, o, f)));
  if (before.length === 1 && after.length > 0 && after.every((f) => isNamedLater(ctx, a, b, before[0], f))) return true;
  return after.some((f) => isNamedBeside(ctx, a.sentence, f) || before.some((o) => areSamePeople(ctx.doc, o, f)));
}

function areSamePeople(doc: Document, before: Filler, after: Filler): boolean {
  const isOther = doc.sentence[before.token] !== doc.sentence[after.token];
  const [first, then] = [before.count?.low ?? null, after.count?.low ?? null];
  // "Four cadres were arrested ... the three others were held": of those told of
  if (isOther && isDefinite(doc, after.token) && doc.upos[after.token] !== U.PROPN) return first === null || then === null || then <= first;
  if (isFurther(doc, after.token) || (first !== null && then !== null && first !== then)) return false;
  if (before.actor !== null && before.actor === after.actor) return true;
  return isOther && first !== null && first === then && first >= 2;
}

/**
 * "A commander was arrested. ... Sudhir Yadav was nabbed by a team", "Three men were held. ... Amit was caught at Nandpur, Sunil at
 * Devgaon": who was told of first without a name, then by it.
 */
function isNamedLater(ctx: Context, a: Mention, b: Mention, before: Filler, after: Filler): boolean {
  const { classes, doc } = ctx;
  const several = (before.count?.low ?? 0) >= 2;
  if (b.sentence - a.sentence > (several ? LOOKED_BACK : NAMED_WITHIN) || b.sentence === a.sentence) return false;
  if (!several && before.count?.low !== 1 && !isIndefinite(doc, before.token)) return false;
  if (classes[before.token] & C.name || !isPersonName(ctx, after)) return false;
  return !isBackThen(doc, b) && isThere(a, b);
}

/** The name of a person, as far as the names stage or the words beside it tell. */
function isPersonName({ classes, doc, names }: Context, f: Filler): boolean {
  if ((classes[f.token] & (C.name | C.person)) === (C.name | C.person)) return true;
  return doc.upos[f.token] === U.PROPN && names.some((n) => n.type === "person" && n.tokens[0] <= f.token && f.token < n.tokens[1]);
}

function isIndefinite(doc: Document, t: number): boolean {
  const det = childWith(doc, t, R.det);
  return det >= 0 && ONE.has(doc.norm[det]) && doc.xpos[t] !== P.NNS && doc.xpos[t] !== P.NNPS;
}

/** "Police had arrested him last year", "was arrested earlier": a taking before the one that is the news. */
function isBackThen(doc: Document, { trigger }: Mention): boolean {
  for (let c = doc.firstChild[trigger.token]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] === R.aux && doc.xpos[c] === P.VBD) return true;
    if (BEFORE.has(doc.norm[c])) return true;
  }
  return false;
}

/** Kilometres between a place and another told for one taking: a district and a village of it. */
const REACH = 60;

/** Whether the second taking gives no place, or one that may be the first's or lie in it. */
function isThere(a: Mention, b: Mention): boolean {
  const near = (m: Mention): readonly Place[] => m.places.filter((p) => p.tier <= 1).map((p) => p.place);
  const [there, here] = [near(a), near(b)];
  return here.length === 0 || here.some((p) => there.some((q) => p.name === q.name || isClose(p, q)));
}

function isClose(p: Place, q: Place): boolean {
  if (p.lat === null || p.lon === null || q.lat === null || q.lon === null || p.precision === "country" || q.precision === "country")
    return false;
  return distance({ lat: p.lat, lon: p.lon }, { lat: q.lat, lon: q.lon }) <= REACH;
}

const ONE = wordsOf("one-article");
const BEFORE = wordsOf("before-now");

function isOnePerson({ actors }: Context, before: Filler, after: Filler): boolean {
  if (before.actor === null || before.actor !== after.actor) return false;
  return actors.some((o) => o.id === before.actor && o.kind === "person");
}

const NAMED_WITHIN = 2;

/** "arrested a rebel, identified as Gobind Rai ... Rai was arrested from a forest": a name that the sentence before gave to whom it told of. */
function isNamedBeside({ doc, names }: Context, sentence: number, f: Filler): boolean {
  if (doc.upos[f.token] !== U.PROPN || doc.sentence[f.token] === sentence) return false;
  const isHere = (n: NameMention): boolean => n.type === "person" && doc.sentence[n.tokens[0]] === sentence;
  return names.some((n) => isHere(n) && doc.norm.subarray(n.tokens[0], n.tokens[1]).includes(doc.norm[f.token]));
}

const THE = wordsOf("definite");

function isDefinite(doc: Document, t: number): boolean {
  const det = childWith(doc, t, R.det);
  return det >= 0 && THE.has(doc.norm[det]);
}

/** "In a separate incident, two men were arrested": a word before the verb that sets what it tells apart. */
function standsApart(doc: Document, { trigger, sentence, fillers }: Mention, role: Role): boolean {
  // "the three others arrested"
  const others = fillers.find((f) => f.role === role && isDefinite(doc, f.token))?.token;
  for (let i = doc.sentenceStart[sentence]; i < trigger.token; i++) if (i !== others && setsApart(doc, i)) return true;
  return false;
}

/** "stepped on a mine planted by rebels", "... stepped on the mine": acts done with one bomb are one bombing. */
export function areOneBomb({ doc }: Context, a: Mention, b: Mention): boolean {
  if (a.type !== "violence.bombing" || b.type !== a.type || a.status !== b.status) return false;
  const bombs = a.fillers.filter((f) => f.role === "weapon");
  const isSame = (o: Filler, f: Filler): boolean =>
    o.token === f.token || (doc.lemma[o.token] === doc.lemma[f.token] && isDefinite(doc, f.token) && doc.upos[f.token] === U.NOUN);
  return b.fillers.some((f) => f.role === "weapon" && bombs.some((o) => isSame(o, f)));
}
