import { ById } from "../../language/by-id.js";
import type { Document } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Event } from "../../model/reading.js";
import type { EventFinding } from "../findings.js";

type Link = Event["links"][number];
type Relation = Link["relation"] | "followed-by";

interface Cue {
  readonly id: string;
  readonly words: readonly number[];
  readonly relation: Relation;
}

/** A trigger of an event in the order of the text. */
interface Told {
  readonly token: number;
  readonly event: EventFinding;
}

/** How far from its cue the event may stand that the cue points at, in tokens. */
const REACH = 12;

let loaded: ById<readonly Cue[]> | null = null;

/** Cues by their first word, longer ones first. */
function cues(): ById<readonly Cue[]> {
  if (loaded) return loaded;
  const made = new Map<number, Cue[]>();
  for (const row of loadTable("link-cues").rows) {
    const words = row.words.split(" ").map((w) => vocabulary.id(w));
    made.set(words[0], [...(made.get(words[0]) ?? []), { id: row.id, words, relation: row.relation as Relation }]);
  }
  for (const list of made.values()) list.sort((a, b) => b.words.length - a.words.length);
  loaded = new ById(made);
  return loaded;
}

/**
 * Events with the links that words between them say: what took revenge for what, what came after what, what was part of what. Not
 * the order that dates alone give, and not what a follow-up of the law is about.
 */
export function related(doc: Document, events: readonly EventFinding[]): readonly EventFinding[] {
  const told = events.flatMap((event) => event.triggers.map((token): Told => ({ token, event }))).sort((a, b) => a.token - b.token);
  const found = new Map<string, Link[]>();
  const rules = new Map<string, string>();
  for (let i = 0; i < doc.length; i++) {
    const cue = cueAt(doc, i);
    if (!cue) continue;
    const tie = tiedBy(doc, told, i, cue);
    i += cue.words.length - 1;
    if (!tie) continue;
    const [from, { to, relation }] = tie;
    const known = found.get(from.id) ?? from.links;
    if (known.some((l) => l.to === to)) continue;
    found.set(from.id, [...known, { to, relation }]);
    rules.set(from.id, `link-cues:${cue.id}`);
  }
  return events.map((e) => {
    const links = found.get(e.id);
    return links ? { ...e, links, rules: [...e.rules, rules.get(e.id) as string] } : e;
  });
}

/** "In revenge for the bombing, gunmen attacked": whether words of revenge stand between two acts, or open the sentence before both. */
export function isRevenge(doc: Document, a: number, b: number): boolean {
  if (doc.sentence[a] !== doc.sentence[b]) return false;
  const [first, last] = a < b ? [a, b] : [b, a];
  const start = doc.sentenceStart[doc.sentence[a]];
  if (isRevengeCue(doc, start) && !hasStop(doc, start, first) && hasStop(doc, first, last)) return true;
  for (let i = first + 1; i < last; i++) if (isRevengeCue(doc, i)) return true;
  return false;
}

function isRevengeCue(doc: Document, at: number): boolean {
  const cue = cueAt(doc, at);
  return cue !== undefined && cue.relation === "revenge-for";
}

function cueAt(doc: Document, at: number): Cue | undefined {
  const rows = cues().get(doc.norm[at]);
  return rows?.find((c) => c.words.every((w, k) => doc.norm[at + k] === w));
}

function hasStop(doc: Document, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (doc.upos[k] === U.PUNCT && doc.text[doc.start[k]] === ",") return true;
  return false;
}

function tiedBy(doc: Document, told: readonly Told[], at: number, { words, relation }: Cue): readonly [EventFinding, Link] | null {
  const end = at + words.length;
  const here = told.filter((x) => doc.sentence[x.token] === doc.sentence[at]);
  const after = here.find((x) => x.token >= end && x.token - end < REACH && !isBroken(doc, end, x.token));
  if (!after) return null;
  const before = here.filter((x) => x.token < at && x.event !== after.event);
  // "In retaliation for the bombing, militants attacked ...": the clause comes after
  const opens = at === doc.sentenceStart[doc.sentence[at]];
  const other = opens ? here.find((x) => x.token > after.token && x.event !== after.event) : governing(doc, before, at);
  if (!other) return null;
  if (relation === "followed-by") return [after.event, { to: other.event.id, relation: "follows" }];
  if (relation === "part-of" && !mayHold(after.event, other.event)) return null;
  return [other.event, { to: after.event.id, relation }];
}

/** Of what was told before a cue, that which the cue hangs on; else what was told last. */
function governing(doc: Document, before: readonly Told[], at: number): Told | undefined {
  for (let t = doc.head[at], step = 0; t >= 0 && step < 5; t = doc.head[t], step++) {
    const own = before.find((x) => x.token === t);
    if (own) return own;
  }
  return before[before.length - 1];
}

/** Whether a clause with a verb of its own ends between the cue and the event: "after talks ended, gunmen attacked". */
function isBroken(doc: Document, from: number, to: number): boolean {
  let verb = false;
  for (let k = from; k < to; k++) {
    if (doc.upos[k] === U.VERB && doc.relation[k] !== R.amod) verb = true;
    else if (verb && doc.upos[k] === U.PUNCT) return true;
  }
  return false;
}

const LASTING = /^(violence\.(clash|riot|coup|attack)|unrest|security\.(raid|deployment)|hazard)/;

/** What can be a part of a disaster: another, and the flight from it. Who is arrested, robbed or killed during a flood is not. */
const OF_A_HAZARD = /^(hazard|movement)\./;

/** Whether one event can be a part of another: of a campaign, a riot, a clash; of a disaster only what it did. */
function mayHold(e: EventFinding, part: EventFinding): boolean {
  return LASTING.test(e.type) && (!e.type.startsWith("hazard.") || OF_A_HAZARD.test(part.type));
}
