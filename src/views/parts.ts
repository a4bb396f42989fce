import { contains, type Span } from "../base/span.js";
import { loadTable } from "../lexicon/table.js";
import type { RoleFiller } from "../model/reading.js";
import { ROLES } from "../model/vocabulary.js";
import { actorOf } from "./about.js";
import type { Group, Member } from "./groups.js";
import type { State } from "./state.js";
import type { Part, Voice, Words } from "./types.js";
import { voiceFor, voiceOf, wordsOf } from "./voices.js";

interface Open {
  readonly role: Part["role"];
  readonly names: string[];
  readonly keys: Set<string>;
  count: Part["count"];
  readonly evidence: Words[];
  readonly voices: Voice[];
}

/**
 * Who and what had which part, as said, and by whom: fillers of one role that share a name or an actor's mention are one part. The
 * order is that of the vocabulary, then of the reports.
 */
export function partsOf(state: State, group: Group): readonly Part[] {
  const open: Open[] = [];
  for (const member of group.members) {
    for (const filler of member.event.roles) add(open, member, filler, voicesOf(state, member, filler.span));
  }
  return ROLES.flatMap((role) => open.filter((o) => o.role === role)).map(({ role, names, count, evidence, voices }) => {
    const name = [...names].sort((a, b) => b.length - a.length)[0];
    const variants = names.filter((n, i) => plain(n) !== plain(name) && names.findIndex((o) => plain(o) === plain(n)) === i);
    return { role, name, variants, count, evidence, voices };
  });
}

/**
 * Who says that the event took place, in one report.
 *
 * @param span who says what stands here, where some statement of the event holds it: "the province blamed agents" is no word of the
 *   ministry that gave the toll
 */
export function voicesOf(state: State, member: Member, span: Span | null = null): readonly Voice[] {
  const all = member.reading.statements.filter((s) => s.kind === "event" && s.event === member.event.id);
  const holding = span ? all.filter((s) => contains(s.evidence, span)) : all;
  const statements = holding.length ? holding : all;
  return statements.length ? statements.map((s) => voiceOf(state, member.reading, s)) : [voiceFor(state, member.reading, [])];
}

function add(open: Open[], member: Member, filler: RoleFiller, voices: readonly Voice[]): void {
  const { reading } = member;
  const actor = actorOf(reading, filler);
  const words = wordsOf(reading, filler.span);
  const named =
    actor && (actor.kind === "person" || actor.kind === "organisation" || actor.kind === "armed-group" || actor.kind === "government");
  const name = named && isName(actor.name) ? actor.name : isName(words.words) ? bare(words.words) : words.words;
  const keys = [
    plain(name),
    plain(words.words),
    ...(actor && named ? [plain(actor.name), surname(actor.kind === "person" ? actor.name : "")] : []),
  ].filter(Boolean);
  const known = open.find((o) => o.role === filler.role && keys.some((k) => o.keys.has(k)));
  if (!known) {
    open.push({ role: filler.role, names: [name], keys: new Set(keys), count: filler.count, evidence: [words], voices: [...voices] });
    return;
  }
  known.names.push(name);
  known.count ??= filler.count;
  known.evidence.push(words);
  for (const k of keys) known.keys.add(k);
  for (const v of voices) if (!known.voices.some((w) => w.text === v.text && w.report === v.report)) known.voices.push(v);
}

/** Whether a name is one: its last word has a capital. "A second man" and "One of them" only begin with one. */
export function isName(name: string): boolean {
  return /\p{Lu}\S*$/u.test(name.trim());
}

/** "the Dawn Front" is called Dawn Front, as whoever stands as its actor is; "the Gate Road station" keeps its article. */
function bare(name: string): string {
  const rest = name.replace(/^the\s+/iu, "");
  return rest.split(/\s+/u).every((w) => /^\p{Lu}/u.test(w)) ? rest : name;
}

/** A name as it is compared: lower case, without article and possessive. */
export function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:an?|the)\s+/u, "")
    .replace(/['’]s?$/u, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The last word of a name of two or more. Empty for one word: a bare surname is its own name. */
export function surname(name: string): string {
  if (isWhere(name)) return "";
  const words = plain(name).split(" ");
  return words.length > 1 && isName(name) ? words[words.length - 1] : "";
}

let prepositions: ReadonlySet<string> | null = null;

/** "in Puri district": who some were, told by where, is nobody's name. */
function isWhere(who: string): boolean {
  prepositions ??= new Set(loadTable("event-words").rows.flatMap((r) => (r.kind === "share-at" ? [r.word] : [])));
  return prepositions.has(who.slice(0, Math.max(0, who.indexOf(" "))));
}
