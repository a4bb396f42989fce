import type { Span } from "../base/span.js";
import { lookup } from "../gazetteer/index.js";
import { calendarDate, hasDay } from "../lexicon/dates.js";
import { loadTable } from "../lexicon/table.js";

export interface Dateline {
  /** Up to and with the dash, and what wire services put behind it ("[TEXT]"). */
  readonly span: Span;
  /** Place, date and agency without the dash. */
  readonly words: string;
  /** ISO date, where the dateline says a whole one. */
  readonly date: string | null;
}

/** A place in capitals or with its region, perhaps with a date. */
const PLACE = String.raw`(?:\p{Lu}[\p{L}.'’-]*(?:[ /]+\p{L}[\p{L}.'’-]*){0,4})(?:, *[\p{L}][\p{L}. ]{1,40}){0,2}(?: *\([\p{Lu}][\p{L}. ]{1,30}\)(?=,))?`;
const DATE = String.raw`(?:, *(?:NO DATE|\d{1,2} +\p{L}{3,9}\.?(?:,? +\d{2,4})?|\p{L}{3,9}\.? +\d{1,2}(?:, *\d{4})?))?`;
const AGENCY = String.raw`(?: *\([^()\n]{2,60}\))`;
const DASH = " *(?:--+|—|–|-(?= )|_(?= ))";
const MARKS = String.raw`(?: *\[\p{Lu}[\p{Lu} ]{2,30}\])*`;
const WITH_DASH = new RegExp(`^(${PLACE}${DATE}${AGENCY}?)${DASH}${MARKS} *`, "u");
const WITH_AGENCY = new RegExp(`^(${PLACE}${DATE}${AGENCY})${MARKS} +(?=[\\p{Lu}"“'‘])`, "u");
const AGENCY_FIRST = new RegExp(`^(\\((?:\\p{Lu}{2,8}|\\p{Lu}[\\p{L} /-]{1,40})\\))(?:${DASH})? +(?=[\\p{Lu}"“'‘])`, "u");

/** "new delhi: ", "Varkala/Mumbai: ", "Lindhaven, March 3: ": the place of the house style that ends in a colon. */
const WITH_COLON = new RegExp(`^((\\p{L}[\\p{L}.'’-]*(?:[ /]\\p{L}[\\p{L}.'’-]*){0,3})${DATE}${AGENCY}?): +(?=[\\p{L}\\p{N}"“'‘])`, "u");
/** Letters of the shortest line that a dateline with a colon opens: a headline is shorter ("Lagos: two held"). */
const STORY = 120;
/** Inhabitants of the smallest town that news is filed from in that style. */
const TOWN = 50_000;

/**
 * The dateline that a line begins with: "SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- [TEXT]", "BEIRUT (Reuters) -", "BERLIN —",
 * "(CNN)". Null where the line is a sentence that happens to hold a dash: without an agency the place stands in capitals or a
 * day behind it, or it is a town with a story behind it.
 */
export function datelineOf(line: string): Dateline | null {
  const head = line.slice(0, 160);
  const found = WITH_DASH.exec(head) ?? WITH_AGENCY.exec(head) ?? AGENCY_FIRST.exec(head);
  if (!found) return colonDatelineOf(line, head);
  const words = found[1].trim();
  const agency = words.lastIndexOf("(");
  const place = (agency >= 0 ? words.slice(0, agency) : words).split(",")[0].trim();
  if (agency < 0 && !isCapitals(place) && !hasDay(words.slice(place.length)) && !opensStory(line, found[0].length, words)) return null;
  if (agency > 0 && !isCapitals(place) && place.split(" ").length > 4) return null;
  return { span: [0, found[0].length], words, date: dateIn(words) };
}

/** "Gusau — Two men were shot", "Kaduna, Nigeria – Armed men": a town before the dash, and a story that begins behind it; "Paris — always late — was" goes on. */
function opensStory(line: string, end: number, words: string): boolean {
  return line.length >= STORY && /^[\p{Lu}\p{N}"“'‘]/u.test(line.slice(end, end + 1)) && words.split("/").every(isTownInLand);
}

/** "Kaduna", "Kaduna, Nigeria". */
function isTownInLand(words: string): boolean {
  const [town, ...lands] = words.split(",").map((w) => w.trim());
  return isTown(town) && lands.every((land) => lookup(land).some((m) => m.entry.kind === "country" || m.entry.kind === "region"));
}

/** A dateline that ends in a colon: where every place before it is a town, and a story follows; in capitals a village will do. */
function colonDatelineOf(line: string, head: string): Dateline | null {
  const found = WITH_COLON.exec(head);
  if (found === null) return null;
  const isStory = line.length >= STORY && found[2].split("/").every(isTown);
  if (!isStory && !isVillageStory(line, found[0].length, found[2])) return null;
  return { span: [0, found[0].length], words: found[1], date: dateIn(found[1]) };
}

/** "BHARULI: Two persons were stabbed on Sunday." Not "UPDATE: the road is open." and no headline, which ends in no full stop. */
function isVillageStory(line: string, end: number, place: string): boolean {
  if (!isCapitals(place) || !CLOSED.test(line) || !/^[\p{Lu}\p{N}"“'‘]/u.test(line.slice(end, end + 1))) return false;
  const words = place.split(/[ /]/);
  if (line.length - end < PARAGRAPH || words.length > MOST_WORDS) return false;
  return !kickers().has(words[0].toLowerCase()) && !lookup(place).some((m) => m.entry.kind === "country");
}

/** Letters of the shortest paragraph behind a village, and the most words of its name. */
const PARAGRAPH = 40;
const MOST_WORDS = 3;
const CLOSED = /[.!?]["”'’)]?$/u;

let kickerWords: ReadonlySet<string> | null = null;

/** Words that open a line in capitals with a colon behind them and name no place. */
function kickers(): ReadonlySet<string> {
  kickerWords ??= new Set(loadTable("kickers").rows.map((row) => row.word));
  return kickerWords;
}

function isTown(name: string): boolean {
  const matches = lookup(name);
  return matches.some((m) => m.entry.kind === "town" && m.entry.population >= TOWN) && !matches.some((m) => m.entry.kind === "country");
}

function isCapitals(words: string): boolean {
  const letters = words.replace(/[^\p{L}]/gu, "");
  return letters.length >= 3 && letters === letters.toUpperCase();
}

function dateIn(words: string): string | null {
  const found = /\d{1,2} +\p{L}{3,9}\.?,? +\d{2,4}|\p{L}{3,9}\.? +\d{1,2}, *\d{4}/u.exec(words);
  return found ? calendarDate(found[0]) : null;
}
