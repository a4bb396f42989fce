import { type Document, spanOf } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import { isHyphen } from "./phrase.js";
import type { Tell } from "./tell.js";
import { TOPICS, topicsOf } from "./topics.js";
import type { Trigger } from "./triggers.js";
import { caseOf, isPassive, isVerbal } from "./voice.js";

/** What is looked at once a report: topics of its tokens, how much of each it has (-1 where it is too short to say), and which tokens name officials. */
export interface Setting {
  readonly topics: Int32Array;
  /** How much of the report is about each topic, in steps from 0 to 4; -1 where it is too short to say. */
  readonly shares: readonly number[];
  readonly officials: ReadonlySet<number>;
}

export function settingOf({ doc, actors, actorMentions }: Context): Setting {
  const topics = topicsOf(doc);
  const counts = new Array<number>(TOPICS.length).fill(0);
  for (const bits of topics) for (let k = 0, b = bits; b !== 0; k++, b >>= 1) counts[k] += b & 1;
  const titled = new Set(actors.filter((a) => a.standing === "official").map((a) => a.id));
  return {
    topics,
    shares: counts.map((n) => (n === 0 && isShort(doc) ? UNSAID : step((1000 * n) / Math.max(100, doc.length)))),
    officials: new Set(actorMentions.filter((m) => titled.has(m.actor)).map((m) => m.head)),
  };
}

/** Tokens from which on it says something of a report that it has no word of a topic. */
const LONG = 120;
const UNSAID = -1;

/** Whether a report is too short to tell what it is about by what it leaves unsaid. */
export function isShort(doc: Document): boolean {
  return doc.length < LONG;
}

/** Words of a topic in a thousand, from which on the next step begins. */
const STEPS = [2, 6, 14, 30];

function step(perThousand: number): number {
  return STEPS.filter((s) => perThousand >= s).length;
}

/** Classes that tell most of a word, the first that it has. */
const KINDS: readonly (readonly [bit: number, name: string])[] = [
  [C.time, "time"],
  [C.money, "money"],
  [C.militant, "militant"],
  [C.police, "police"],
  [C.security, "security"],
  [C.bomb | C.weapon, "weapon"],
  [C.court, "court"],
  [C.government, "government"],
  [C.vehicle, "vehicle"],
  [C.building, "building"],
  [C.infrastructure, "infrastructure"],
  [C.place, "place"],
  [C.crime, "crime"],
  [C.disease, "disease"],
  [C.abstract, "abstract"],
  [C.thing, "thing"],
  [C.pronoun, "pronoun"],
];

function kindOf(ctx: Context, setting: Setting, t: number): string {
  const { doc, classes } = ctx;
  if (setting.officials.has(t)) return "official";
  if (doc.upos[t] === U.NUM) return "number";
  if (isVerbal(doc, t)) return "verb";
  const bits = classes[t];
  const named = (bits & C.name) !== 0;
  for (const [bit, name] of KINDS) if ((bits & bit) !== 0) return name;
  if ((bits & C.person) !== 0) return named ? "person by name" : "person";
  if ((bits & C.organisation) !== 0) return named ? "organisation by name" : "organisation";
  return "other";
}

const SLOTS = new Set([
  "agent",
  "patient",
  "possessor",
  "compound",
  "against",
  "on",
  "over",
  "for",
  "of",
  "in",
  "at",
  "with",
  "by",
  "from",
  "to",
  "between",
  "as",
  "about",
  "into",
  "clause",
  "toward",
  "among",
]);

/** Features of whether a trigger is meant as its row says. Not its status: a threatened attack is meant as an attack. */
export function tellLiteral(ctx: Context, setting: Setting, trigger: Trigger, tell: Tell): void {
  const { doc } = ctx;
  const word = wordOf(trigger);
  const type = trigger.row.type ?? "-";
  tell("word={}", word);
  tell("type={}", type);
  tellForm(doc, trigger, word, tell);
  tellArguments(ctx, setting, trigger, word, type, tell);
  tellNeighbours(ctx, setting, trigger, word, tell);
  tellAround(ctx, setting, trigger, word, tell);
}

const words = new WeakMap<Trigger["row"], string>();

function wordOf({ row }: Trigger): string {
  const known = words.get(row);
  if (known !== undefined) return known;
  const made = `${row.words.map((w) => vocabulary.of(w)).join(" ")}.${row.pos.toLowerCase()}`;
  words.set(row, made);
  return made;
}

function tellForm(doc: Document, { token: t, first }: Trigger, word: string, tell: Tell): void {
  const tag = doc.upos[t];
  const form =
    tag === U.PROPN ? "name" : doc.xpos[t] === P.NNS ? "plural" : isVerbal(doc, t) ? (isPassive(doc, t) ? "passive" : "active") : "plain";
  tell("form={}", form);
  tell("word={}&form={}", word, form);
  const capital = isCapital(doc, t) && t > doc.sentenceStart[doc.sentence[t]];
  if (capital) tell("word={}&capital", word);
  let determiner = "none";
  for (let c = doc.firstChild[t]; c >= 0 && c < t; c = doc.nextSibling[c]) {
    if (doc.relation[c] === R.det) determiner = vocabulary.of(doc.norm[c]);
    if (doc.relation[c] === R.nummod) tell("counted");
    if (doc.relation[c] === R.aux) tell("auxiliary={}", vocabulary.of(doc.norm[c]));
    if (doc.relation[c] === R.mark) tell("mark={}", vocabulary.of(doc.norm[c]));
  }
  if (!isVerbal(doc, t)) tell("determiner={}", determiner);
  if (isQuoted(doc, first)) tell("quoted");
  if ((t > 0 && isHyphen(doc, t - 1)) || (t + 1 < doc.length && isHyphen(doc, t + 1))) tell("word={}&hyphen", word);
}

function isCapital(doc: Document, t: number): boolean {
  const c = doc.text.charCodeAt(doc.start[t]);
  const next = doc.text.charCodeAt(doc.start[t] + 1);
  return c >= 65 && c <= 90 && next >= 97;
}

const QUOTES = new Set(['"', "“", "‘", "'", "''", "``"]);

function isQuoted(doc: Document, first: number): boolean {
  return first > 0 && QUOTES.has(doc.text.slice(doc.start[first - 1], doc.end[first - 1]));
}

function tellArguments(ctx: Context, setting: Setting, trigger: Trigger, word: string, type: string, tell: Tell): void {
  const { doc } = ctx;
  const filled = new Map<string, string>();
  for (const { slot, token } of ctx.argumentsAt(trigger.token, trigger.row.pos === "VERB")) {
    if (!SLOTS.has(slot) || (token >= trigger.first && token <= trigger.last)) continue;
    const kind = kindOf(ctx, setting, token);
    if (!filled.has(slot)) filled.set(slot, kind);
    tell("{}={}", slot, kind);
    tell("type={}&{}={}", type, slot, kind);
    tell("word={}&{}={}", word, slot, kind);
    const lemma = vocabulary.of(doc.lemma[token]);
    if (doc.upos[token] !== U.PROPN) tell("{}:{}", slot, lemma);
    for (let k = 0, b = setting.topics[token]; b !== 0; k++, b >>= 1) if (b & 1) tell("{}~{}", slot, TOPICS[k]);
  }
  if (!isVerbal(doc, trigger.token)) return;
  for (const slot of ["agent", "patient"]) if (!filled.has(slot)) tell("word={}&no {}", word, slot);
  tell("agent={}&patient={}", filled.get("agent") ?? "-", filled.get("patient") ?? "-");
}

/** Words beside it and the word it hangs on. */
function tellNeighbours({ doc, classes }: Context, setting: Setting, trigger: Trigger, word: string, tell: Tell): void {
  const { token: t, first, last } = trigger;
  const s = doc.sentence[t];
  const norm = (i: number): string => (i >= 0 && i < doc.length && doc.sentence[i] === s ? plain(doc, i) : "-");
  tell("before:{}", norm(first - 1));
  tell("after:{}", norm(last + 1));
  tell("word={}&before:{}", word, norm(first - 1));
  tell("word={}&after:{}", word, norm(last + 1));
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) {
    const r = doc.relation[c];
    if (r !== R.amod && r !== R.compound && r !== R["nmod:desc"]) continue;
    if (doc.upos[c] !== U.PROPN) tell("modifier:{}", vocabulary.of(doc.lemma[c]));
    for (let k = 0, b = setting.topics[c]; b !== 0; k++, b >>= 1) if (b & 1) tell("modifier~{}", TOPICS[k]);
    if (classes[c] & C.place) tell("modifier=place");
  }
  const h = doc.head[t];
  if (h < 0) return;
  const how = HANGS.get(doc.relation[t]) ?? "other";
  const preposition = how === "oblique" || how === "noun" ? caseOf(doc, t) : -1;
  if (preposition >= 0) tell("word={}&behind {}", word, vocabulary.of(preposition));
  tell("hangs as {}", how);
  tell("hangs as {} on:{}", how, plainLemma(doc, h));
  tell("word={}&hangs as {}", word, how);
  for (let k = 0, b = setting.topics[h]; b !== 0; k++, b >>= 1) if (b & 1) tell("hangs as {} on~{}", how, TOPICS[k]);
}

/** A word as it may stand in a feature: names of people and places are none that a scorer should know. */
function plain(doc: Document, i: number): string {
  if (doc.upos[i] === U.PROPN) return "NAME";
  if (doc.upos[i] === U.NUM) return "NUMBER";
  return vocabulary.of(doc.norm[i]);
}

function plainLemma(doc: Document, i: number): string {
  return doc.upos[i] === U.PROPN ? "NAME" : vocabulary.of(doc.lemma[i]);
}

const HANGS = new Map<number, string>([
  [R.obj, "object"],
  [R.nsubj, "subject"],
  [R["nsubj:pass"], "passive subject"],
  [R.obl, "oblique"],
  [R.nmod, "noun"],
  [R.compound, "compound"],
  [R["nmod:poss"], "possessor"],
  [R.amod, "modifier"],
  [R.conj, "conjunct"],
  [R.xcomp, "complement"],
  [R.ccomp, "clause"],
  [R.advcl, "adverbial"],
  [R.acl, "participle"],
  [R["acl:relcl"], "relative"],
  [R.root, "root"],
  [R.parataxis, "loose"],
]);

/** Furthest that a word near the trigger stands from it. */
const NEAR = 6;

/** What its sentence and its report are about, and what stands in them. */
function tellAround(ctx: Context, setting: Setting, trigger: Trigger, word: string, tell: Tell): void {
  const type = trigger.row.type ?? "-";
  const { doc, classes } = ctx;
  const t = trigger.token;
  const s = doc.sentence[t];
  let near = 0;
  let here = 0;
  let kinds = 0;
  let percent = false;
  for (let i = doc.sentenceStart[s]; i < doc.sentenceStart[s + 1]; i++) {
    if (i >= trigger.first && i <= trigger.last) continue;
    here |= setting.topics[i];
    kinds |= classes[i];
    if (Math.abs(i - t) <= NEAR) near |= setting.topics[i];
    if (PERCENT.has(doc.norm[i])) percent = true;
  }
  TOPICS.forEach((topic, k) => {
    if ((near >> k) & 1) tell("near~{}", topic);
    else if ((here >> k) & 1) tell("sentence~{}", topic);
    if ((near >> k) & 1) tell("type={}&near~{}", type, topic);
    if ((near >> k) & 1) tell("word={}&near~{}", word, topic);
    if (setting.shares[k] === UNSAID) return;
    tell("report~{}={}", topic, setting.shares[k]);
    tell("type={}&report~{}={}", type, topic, setting.shares[k]);
  });
  for (const [bit, name] of SEEN) if (kinds & bit) tell("sentence has {}", name);
  if (percent) tell("word={}&sentence has percent", word);
  const span = spanOf(doc, doc.sentenceStart[s], doc.sentenceStart[s + 1] - 1);
  if (ctx.times.some((time) => time.span[0] >= span[0] && time.span[1] <= span[1])) tell("sentence has time");
}

const PERCENT = new Ids(["percent", "%", "pct", "per"].map((w) => vocabulary.id(w)));

const SEEN: readonly (readonly [number, string])[] = [
  [C.militant, "militant"],
  [C.police, "police"],
  [C.security, "security"],
  [C.weapon | C.bomb, "weapon"],
  [C.vehicle, "vehicle"],
  [C.building, "building"],
  [C.place, "place"],
  [C.organisation, "organisation"],
];
