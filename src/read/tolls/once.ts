import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import type { Statement, TollStatement } from "../../model/reading.js";
import type { Part } from "../../model/report.js";
import { chainAt, evidenceAt } from "../voice.js";
import type { Candidate } from "./candidate.js";
import type { Entry } from "./entry.js";
import { partitive } from "./of-them.js";
import { isGeneric, saysMore, whoSpan } from "./people.js";
import { isAnaphoric } from "./persons.js";
import { saidOf } from "./said.js";
import type { Teller } from "./teller.js";

type Told = Pick<Teller, "found" | "entries" | "again" | "voiceAt" | "candidateOf">;

/** Effects without harm: who alone is arrested, beside what the report is about, is the arrest's defendant and no number. */
const OF_ROLES = new Set<TollStatement["effect"]>(["arrested", "released"]);

/**
 * Tolls as they stand in the end: what one voice says again in other words is said once, in the story's words before those of its
 * headline, with the people counted as the words call them. No number changes here.
 */
export function toldOnce(told: Told, statements: readonly Statement[]): readonly Statement[] {
  let tolls: readonly TollStatement[] = (statements as readonly TollStatement[]).filter((s) => !isLoneArrest(told, s));
  for (const s of tolls) if (isEcho(told, s, tolls)) tolls = changed(told, tolls, s, null);
  for (const s of tolls) tolls = changed(told, tolls, s, inStory(told, s, tolls));
  for (const s of tolls) tolls = changed(told, tolls, s, called(told, s));
  return tolls;
}

/** The tolls with one of them changed or left out, as long as they tell the same number of its event. */
function changed({ found }: Told, all: readonly TollStatement[], s: TollStatement, to: TollStatement | null): readonly TollStatement[] {
  if (to === s) return all;
  const next = all.flatMap((o) => (o !== s ? [o] : to ? [to] : []));
  const number = (tolls: readonly TollStatement[]): number => saidOf(found, tolls, s.event ?? "", s.effect) ?? 0;
  return number(all) === number(next) ? next : all;
}

function isLoneArrest({ candidateOf, found }: Told, s: TollStatement): boolean {
  if (!OF_ROLES.has(s.effect) || s.partOf !== null || s.event === found.lead || s.count.low !== 1 || s.count.high !== 1) return false;
  const c = candidateOf(s.id);
  // "one of the students": one of many is a number
  return c === null || found.doc.upos[c.head] !== U.NUM;
}

/** "One dead ... Officers found John Doe dead": the one person, by the same voice. */
function isEcho({ again }: Told, s: TollStatement, all: readonly TollStatement[]): boolean {
  const first = all.find((o) => o.id === again.get(s.id));
  return first !== undefined && first.event === s.event && first.effect === s.effect && first.count.low === 1 && first.count.high === 1;
}

const OUTSIDE = new Set<Part>(["headline", "caption"]);

/** The toll in the words of the story where only the headline's stood for it; null where the story's stands beside it. */
function inStory(told: Told, s: TollStatement, all: readonly TollStatement[]): TollStatement | null {
  if (!OUTSIDE.has(s.part)) return s;
  const { doc, partOf } = told.found;
  const own = told.candidateOf(s.id);
  const fits = ({ c, event }: Entry): boolean =>
    event?.id === s.event &&
    c.word.effect === s.effect &&
    c.word.mark !== "hint" &&
    c.count.low === s.count.low &&
    c.count.high === s.count.high &&
    partOf[doc.sentence[c.token]] === "body" &&
    !isAnaphoric(doc, c.head) &&
    own !== null &&
    told.voiceAt(c) === told.voiceAt(own);
  const entry = told.entries.find(fits);
  if (!entry) return s;
  if (entry.told !== s.id && all.some((o) => o.id === entry.told)) return null;
  const { c } = entry;
  const evidence = evidenceAt(told.found, c.token);
  const who = s.who && !isGeneric(doc, c.head) ? c.phrase : null;
  return { ...s, part: "body", evidence, attribution: chainAt(told.found, c.token), count: { ...c.count, unit: null }, who };
}

/** Whom the words call more than people: "21 of the schoolgirls", "a five-year-old boy". */
function called({ candidateOf, found }: Told, s: TollStatement): TollStatement {
  const c = s.who === null && !s.rules.includes("toll:rest") ? candidateOf(s.id) : null;
  const who = c && whoOf(found.doc, c);
  return who ? { ...s, who } : s;
}

function whoOf(doc: Document, c: Candidate): TollStatement["who"] {
  if (doc.upos[c.head] === U.NOUN && saysMore(doc, c.head) && c.head !== c.token) return c.phrase;
  if (c.head === c.token && c.word.counted.includes("tally")) return null; // "the toll of last week's protest"
  const kind = partitive(doc, c.head);
  return kind >= 0 && kind !== c.token && !isGeneric(doc, kind) ? whoSpan(doc, kind, null) : null;
}
