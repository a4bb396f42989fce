import { ById } from "../../language/by-id.js";
import { type Document, lemmaOf } from "../../language/document.js";
import { P } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Part } from "../../model/report.js";
import type { Findings } from "../findings.js";
import { isSelf } from "./beyond.js";
import { type Clues, cluesOf } from "./clues.js";
import { contrastOf, describedBy, isApart } from "./contrast.js";
import type { Entry } from "./entry.js";
import { type Account, isNear, type Kind, numberOf, type Value } from "./hypotheses.js";
import { apartFeatures, ordinalFeatures, partedFeatures } from "./parted.js";
import { groupOf, isGeneric } from "./people.js";
import { isAnaphoric, isFurther, isOnePerson } from "./persons.js";

/** Named features of how many an event killed or injured: of one number, and of two that are to hold together. */

const KINDS: readonly Kind[] = [
  "now",
  "none",
  "told",
  "parts",
  "sentence",
  "further",
  "apart",
  "few",
  "many",
  "all",
  "named",
  "apart-persons",
  "rest",
  "joined",
  "split",
  "hinted",
  "some",
  "ordinal",
  "added",
];

/** Sources of which no combination is asked. */
const GATHERED = new Set<Kind>(["joined", "split", "hinted", "some", "ordinal", "added"]);

/** What a report says at large of death and survival, besides its tolls. */
export interface Signs {
  readonly doc: Document;
  readonly partOf: readonly Part[];
  /** Cues by kind, and where the first stands: 2 headline, 1 first sentences, 0 later. */
  readonly cues: ReadonlyMap<string, number>;
  readonly clues: Clues;
}

let table: ById<string> | null = null;

function cueWords(): ById<string> {
  table ??= new ById(loadTable("toll-cues").rows.map((row) => [vocabulary.id(row.lemma), row.kind] as const));
  return table;
}

/** How many sentences after the headline a report's first news stands in. */
const FIRST = 4;

export function signsOf({ doc, partOf, quantities }: Pick<Findings, "doc" | "partOf" | "quantities">): Signs {
  const cues = new Map<string, number>();
  const words = cueWords();
  for (let i = 0; i < doc.length; i++) {
    const told = words.get(doc.lemma[i]);
    if (told === undefined || (told === "acts" && doc.xpos[i] !== P.NNS)) continue;
    const kind = told === "victim" && doc.xpos[i] === P.NNS ? "victims" : told;
    const place = placeOf(doc, partOf, i);
    if ((cues.get(kind) ?? -1) < place) cues.set(kind, place);
  }
  return { doc, partOf, cues, clues: cluesOf({ doc, quantities }) };
}

export function placeOf(doc: Document, partOf: readonly Part[], i: number): number {
  const s = doc.sentence[i];
  return partOf[s] === "headline" ? 2 : s < FIRST ? 1 : 0;
}

const bucket = (n: number): string => (n >= 4 ? "4+" : String(n));
const order = (a: number, b: number): string => (a < b ? "<" : a > b ? ">" : "=");

/** What speaks for and against `value` being the number. */
export function valueFeatures(signs: Signs, account: Account, effect: "killed" | "injured", value: Value): readonly string[] {
  const x = effect === "killed" ? "K" : "I";
  const entries = account[effect];
  const kinds = KINDS.filter((k) => value.by.has(k));
  const v = value.v >= 3 ? "3+" : String(value.v);
  const features = [
    `${x}=${v}`,
    ...kinds.map((k) => `${x}:${k}`),
    ...kinds.map((k) => `${x}:${k}=${v}`),
    `${x}:${kinds.filter((k) => !GATHERED.has(k)).join("+")}`,
  ];
  const strong = entries.filter((e) => e.c.word.mark === null && e.event?.id === account.lead.id && !e.ofPeriod);
  const weak = entries.filter((e) => e.c.word.mark === "weak" && e.event?.id === account.lead.id);
  const hints = entries.filter((e) => e.c.word.mark === "hint");
  if (value.v <= 1) {
    features.push(
      `${x}=${v}&strong=${bucket(strong.length)}`,
      `${x}=${v}&weak=${bucket(weak.length)}`,
      `${x}=${v}&hints=${bucket(hints.length)}`,
    );
    for (const e of entries.slice(0, 12)) features.push(`${x}=${v}&${wordOf(e)}${placeOf(signs.doc, signs.partOf, e.c.token)}`);
  }
  if (value.v <= 1 || value.by.has("now"))
    for (const [kind, place] of signs.cues) features.push(`${x}=${v}${value.by.has("now") ? "now" : ""}&${kind}${place}`);
  for (const kind of ["few", "many", "all", "named", "apart-persons", "joined", "split", "hinted"] as const) {
    const persons = countOf(account, effect, kind);
    if (persons !== null && !value.by.has(kind)) features.push(`${x}${order(value.v, persons)}${kind}`);
  }
  toldFeatures(signs, account, x, entries, value, features);
  features.push(...apartFeatures(account, x, entries, value));
  return features;
}

function wordOf(e: Entry): string {
  return e.c.word.id.slice("toll-words:".length);
}

function countOf(account: Account, effect: "killed" | "injured", kind: Kind): number | null {
  return account.values[effect].find((o) => o.by.has(kind))?.v ?? null;
}

function toldFeatures(signs: Signs, account: Account, x: string, entries: readonly Entry[], value: Value, features: string[]): void {
  const { doc, partOf } = signs;
  const told = value.by.get("told") ?? [];
  const stated = entries.filter((e) => numberOf(e) >= 2);
  if (stated.length > 0) {
    const most = Math.max(...stated.map(numberOf));
    features.push(`${x}${order(value.v, most)}most`, `${x}${order(value.v, numberOf(stated[0]))}first`);
    const several = Math.max(signs.cues.get("acts") ?? -1, signs.cues.get("more") ?? -1);
    if (several >= 0) features.push(`${x}${order(value.v, most)}most&acts${several}`);
    const plain = stated.filter((e) => e.c.word.mark === null && e.event?.id === account.lead.id && !e.ofPeriod);
    if (plain.length > 0) {
      features.push(`${x}${order(value.v, Math.max(...plain.map(numberOf)))}most plain`);
      features.push(`${x}${order(value.v, numberOf(plain[plain.length - 1]))}last plain`);
    }
  }
  if (told.length === 0) return;
  const place = Math.max(...told.map((e) => placeOf(doc, partOf, e.c.token)));
  const sentences = new Set(told.map((e) => doc.sentence[e.c.token])).size;
  features.push(
    `${x}:told at ${place}`,
    `${x}:told ${Math.min(3, sentences)} times`,
    `${x}:told at ${place} ${Math.min(3, sentences)} times`,
  );
  const every = (name: string, test: (e: Entry) => boolean): void => {
    const n = told.filter(test).length;
    if (n > 0) features.push(`${x}:${n === told.length ? "only" : "also"} ${name}`);
  };
  every("further", (e) => isFurther(doc, e.c.head));
  every("anaphoric", (e) => isAnaphoric(doc, e.c.head));
  every("period", (e) => e.ofPeriod);
  every("part", (e) => e.c.partOf !== null);
  every("weak", (e) => e.c.word.mark === "weak");
  every("hint", (e) => e.c.word.mark === "hint");
  every("lead", (e) => e.event?.id === account.lead.id);
  every("background", (e) => e.event?.background === true);
  every("other event", (e) => e.event !== null && e.event.id !== account.lead.id && !e.event.background);
  every("silent", (e) => e.told === null);
  every("at least", (e) => e.c.count.qualifier !== "exact");
  every("generic", (e) => isGeneric(doc, e.c.head));
  every("attackers", (e) => groupOf(doc, e.c.head) === "attackers");
  every("officers", (e) => groupOf(doc, e.c.head) === "security-forces");
  for (const w of new Set(told.map(wordOf))) features.push(`${x}:by ${w}`);
  for (const w of new Set(told.map((e) => lemmaOf(doc, e.c.head)))) if (NOUN.test(w)) features.push(`${x}:of ${w}`);
}

const NOUN = /^[a-z-]{3,12}$/;

/**
 * How those injured stand to those killed, by the strength of the word: what speaks for somebody injured beside them. The same for
 * every pair of numbers of a report.
 */
export function contrasts(account: Account): readonly string[] {
  const { doc, actors } = account;
  const single = (e: Entry): boolean => isOnePerson(doc, e.c) && e.c.word.mark !== "zero";
  const dead = account.killed
    .filter((e) => single(e) && isNear(e, account.lead) && e.c.word.mark !== "hint")
    .map((e) => describedBy(doc, actors, e.c));
  const names = new Set<string>();
  for (const e of account.injured) {
    if (!single(e) || !isNear(e, account.lead)) continue;
    const d = describedBy(doc, actors, e.c);
    const all = dead.map((o) => contrastOf(doc, o, d));
    const contrast = all.length === 0 ? "alone" : (all.find((x) => x === "same") ?? all.find((x) => !isApart(x)) ?? all[0]);
    const strength = e.c.word.mark ?? "plain";
    names.add(`${strength} ${contrast}`);
    if (contrast !== "same" && e.event?.id === account.lead.id) names.add(`${strength} ${contrast} lead`);
  }
  return [...names];
}

/** What speaks for and against two numbers holding together, beyond what speaks for all pairs of their kind. */
export function pairFeatures(account: Account, killed: Value, injured: Value): readonly string[] {
  const k = killed.v;
  const i = injured.v;
  const features: string[] = [];
  for (const kind of ["now", "joined", "split", "hinted"] as const)
    if (killed.by.has(kind) && injured.by.has(kind)) features.push(`both ${kind}`, `both ${kind} ${Math.min(2, k)},${Math.min(3, i)}`);
  const whole = account.injured.filter((e) => numberOf(e) === k + i && numberOf(e) >= 2);
  if (whole.length > 0) {
    features.push("sum told", `sum told ${k > 0 ? "with" : "without"} dead`);
    if (whole.some((e) => e.c.word.mark === null)) features.push(`sum told plainly ${k > 0 ? "with" : "without"} dead`);
    if (whole.some((e) => e.c.word.mark === "weak")) features.push(`sum told weakly ${k > 0 ? "with" : "without"} dead`);
  }
  const rest = injured.by.get("rest")?.filter((e) => numberOf(e) === k + i) ?? [];
  if (rest.length > 0 && k > 0) features.push(rest.some((e) => e.c.word.mark === null) ? "rest of plain" : "rest of weak");
  togetherFeatures(account, k, i, features);
  features.push(...partedFeatures(account, k, i), ...ordinalFeatures(account, k, i));
  return features;
}

/** What speaks for and against all pairs of one kind: nobody, one, two or more killed beside nobody, one, two or more injured. */
export function kindFeatures(signs: Signs, account: Account, k: number, i: number, contrast: readonly string[]): readonly string[] {
  const features = [`pair=${k},${i}`];
  if (k === 0 && i === 0) features.push("nobody");
  for (const [kind, place] of signs.cues) if (OF_PAIRS.has(kind)) features.push(`pair=${k},${i}&${kind}${place}`);
  if (i < 2) for (const name of contrast) features.push(`pair=${Math.min(1, k)},${i}&${name}`);
  if (k === 1 && i <= 1) {
    const singles = account.injured.filter((e) => numberOf(e) === 1 && e.event?.id === account.lead.id);
    if (singles.length > 0) features.push(`pair=1,${i}&plain=${singles.some((e) => e.c.word.mark === null)}`);
  }
  if (harmsSelf(account)) features.push(`pair=${k},${i}&self`);
  return features;
}

/** The kind of a pair, by number killed, then injured, in one row. */
export function pairKindOf(killed: number, injured: number): number {
  return Math.min(2, killed) * 3 + Math.min(2, injured);
}

/** "One killed, two hurt"; "four shot, one dead": both numbers, or one and their sum, in one sentence. */
function togetherFeatures(account: Account, k: number, i: number, features: string[]): void {
  const { doc } = account;
  if (k === 0 || i === 0) return;
  const seen = new Set<string>();
  const times = { apart: 0, whole: 0 };
  let last = -1;
  for (const a of account.killed) {
    if (numberOf(a) !== k) continue;
    const s = doc.sentence[a.c.token];
    for (const b of account.injured) {
      if (doc.sentence[b.c.token] !== s || b.c.head === a.c.head) continue;
      const way = numberOf(b) === i ? "apart" : numberOf(b) === k + i ? "whole" : null;
      if (way === null) continue;
      const strength = b.c.word.mark ?? "plain";
      if (s !== last) times[way]++;
      last = s;
      seen.add(`together ${way} ${strength}`);
      seen.add(`together ${way} ${Math.min(2, k)},${Math.min(2, i)}`);
      if (s < 3) seen.add(`together ${way} first`);
    }
  }
  for (const way of ["apart", "whole"] as const) if (times[way] > 1) seen.add(`together ${way} again`);
  features.push(...seen);
}

/** Cues that say how many are told of together. */
const OF_PAIRS = new Set([
  "victim",
  "victims",
  "both",
  "else",
  "double",
  "triple",
  "kin",
  "accident",
  "stray",
  "crowd",
  "robbery",
  "gunman",
  "condition",
  "self",
  "standoff",
  "alive",
  "mourn",
]);

/** Whether somebody of an account killed himself. */
function harmsSelf(account: Account): boolean {
  return account.killed.some((e) => isSelf(account.doc, e));
}
