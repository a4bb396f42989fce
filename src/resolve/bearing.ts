import { loadTable } from "../lexicon/table.js";
import type { Event, Reading } from "../model/reading.js";
import { familyOf } from "../model/vocabulary.js";
import type { EventSummary, ReportSummary } from "./summary.js";
import { hashTerm, mix, type Terms } from "./terms.js";

/** Types of acts that are known by the name of a storm, or of the ship that they befell. */
const SHIPS = /^(hazard\.(accident|fire|explosion)|violence\.(hijacking|abduction))$/;

let words: { readonly storms: ReadonlySet<string>; readonly ships: ReadonlySet<string> } | null = null;

function bearing(): NonNullable<typeof words> {
  if (words) return words;
  const of = (kind: string): ReadonlySet<string> =>
    new Set(loadTable("event-words").rows.flatMap((row) => (row.kind === kind ? [row.word] : [])));
  words = { storms: of("bears-name"), ships: of("ship-name") };
  return words;
}

/**
 * Hashes of the names that an event is known by: "Maya" of "Cyclone Maya", "Santa Lucia" of "the MV Santa Lucia". Not the names of places
 * or people.
 */
export function namesOf({ report, statements, lead }: Reading, event: Event): readonly number[] {
  if (event.type === "hazard.storm") return stormNames(report.text, event.mentions);
  if (!SHIPS.test(event.type)) return [];
  const told = statements.filter((s) => s.event === event.id).map((s) => s.evidence);
  const texts = event.id === lead ? [report.text] : told.map((span) => report.text.slice(span[0], span[1]));
  return [...new Set(texts.flatMap(shipNames))];
}

function stormNames(text: string, mentions: Event["mentions"]): readonly number[] {
  const found = mentions.flatMap(([start]) => {
    const [, kind, name] = /^(\p{L}+) (\p{Lu}[\p{L}'’-]+)/u.exec(text.slice(start, start + LONGEST)) ?? [];
    return kind && name && bearing().storms.has(kind.toLowerCase()) && !/s$/u.test(kind) ? [hashTerm(name)] : [];
  });
  return [...new Set(found)];
}

const LONGEST = 60;
const MOST = 4000;

function shipNames(text: string): readonly number[] {
  const found: number[] = [];
  for (const [, prefix, first, second] of text
    .slice(0, MOST)
    .matchAll(/(?<!\p{L})(\p{Lu}{2,3}) (\p{Lu}[\p{L}'’-]+)(?: (\p{Lu}[\p{L}'’-]+))?/gu))
    if (bearing().ships.has(prefix.toLowerCase())) found.push(second ? mix(hashTerm(first), hashTerm(second)) : hashTerm(first));
  return found;
}

/**
 * Reports whose events are also known by the names that other reports give events of their family, where they name them without saying
 * that they do: "the Santa Lucia", "after Maya struck". Not where a report's events of that family have names of their own.
 */
export function withNames(reports: readonly ReportSummary[]): readonly ReportSummary[] {
  const known = new Map<number, string>();
  for (const r of reports) for (const e of r.events) for (const n of e.named) known.set(n, familyOf(e.type));
  if (known.size === 0) return reports;
  return reports.map((r) => {
    const own = new Set(r.events.flatMap((e) => (e.named.length > 0 ? [familyOf(e.type)] : [])));
    const lent = [...known].filter(([n, family]) => !own.has(family as never) && (holds(r.wording.pairs, n) || holds(r.wording.names, n)));
    if (lent.length === 0) return r;
    return { ...r, events: r.events.map((e) => named(e, lent)) };
  });
}

function named(e: EventSummary, lent: readonly (readonly [number, string])[]): EventSummary {
  const names = lent.filter(([, family]) => family === familyOf(e.type)).map(([n]) => n);
  return names.length > 0 ? { ...e, named: names } : e;
}

function holds({ ids }: Terms, id: number): boolean {
  let [low, high] = [0, ids.length - 1];
  while (low <= high) {
    const mid = (low + high) >> 1;
    if (ids[mid] === id) return true;
    if (ids[mid] < id) low = mid + 1;
    else high = mid - 1;
  }
  return false;
}
