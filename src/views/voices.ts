import { join, overlaps, type Span } from "../base/span.js";
import { loadTable } from "../lexicon/table.js";
import type { Attribution, Reading, Statement } from "../model/reading.js";
import { speakerName } from "../model/speaker-name.js";
import { type Origins, origins, passagesIn } from "../resolve/index.js";
import { creditOf } from "./credits.js";
import type { State } from "./state.js";
import type { Speaker, Voice, Words } from "./types.js";

/** Exact words at a span of a report. */
export function wordsOf(reading: Reading, span: Span): Words {
  return { report: reading.report.id, span, words: reading.report.text.slice(span[0], span[1]) };
}

/** How far from what is said its speaker may stand and still be shown with it. */
const BESIDE = 160;

/**
 * The words of a statement with those that say who says it: "The Front claimed responsibility for the blast", not "for the blast". The
 * statement's own where the speaker stands in another paragraph, or far off.
 */
export function wordsWithSpeaker(reading: Reading, statement: Statement): Words {
  const told = reading.attributions.find((a) => a.id === statement.attribution[0]);
  let span: Span = statement.evidence;
  for (const part of [told?.cue, told?.sourceSpan]) {
    if (!part || part[1] < span[0] - BESIDE || part[0] > span[1] + BESIDE) continue;
    const whole = join(span, part);
    if (!reading.report.text.slice(whole[0], whole[1]).includes("\n")) span = whole;
  }
  return wordsOf(reading, span);
}

/** Who says a statement, in whose report. */
export function voiceOf(state: State, reading: Reading, statement: Statement): Voice {
  return voiceFor(state, reading, statement.attribution, statement.evidence);
}

/** The same for a chain; `evidence` are the words that say it, which another report may have said first. */
export function voiceFor(state: State, reading: Reading, chain: readonly string[], evidence: Span | null = null): Voice {
  const attributions = chain.flatMap((id) => reading.attributions.find((a) => a.id === id) ?? []);
  const speakers = attributions.map((a) => speaker(reading, a));
  const { id, published } = reading.report;
  const outlet = reading.report.outlet ?? creditOf(reading.report);
  return {
    chain: speakers,
    outlet,
    report: id,
    published: published.value,
    origin: originFor(state, reading, attributions, evidence),
    text: called(reading, attributions, speakers, outlet),
  };
}

/** "Kasymov, in Alatau Courier"; "unnamed, according to Kasymov, in Alatau Courier"; "prosecutors, in Horn News Agency, in Coast Herald". */
function called(reading: Reading, chain: readonly Attribution[], speakers: readonly Speaker[], outlet: string | null): string {
  const isOutlet = (a: Attribution): boolean => reading.actors.some((x) => x.id === a.source && x.kind === "outlet");
  const links = speakers.map(({ name }, i) => (i === 0 ? "" : isOutlet(chain[i]) ? ", in " : ", according to ") + (name ?? "unnamed"));
  if (outlet === null) return links.join("") || "an unnamed outlet";
  return links.length > 0 ? `${links.join("")}, in ${outlet}` : outlet;
}

function speaker(reading: Reading, a: Attribution): Speaker {
  const actor = reading.actors.find((x) => x.id === a.source);
  const words = a.sourceSpan ? wordsOf(reading, a.sourceSpan) : null;
  return { name: namedOf(speakerName(reading, a)), title: actor?.title ?? null, stance: a.stance, quoted: a.quoted, words };
}

/** "it said", "both said", with no telling who: a pronoun names nobody. */
function namedOf(name: string | null): string | null {
  pronouns ??= new Set(loadTable("pronouns").rows.map((r) => r.word));
  return name !== null && pronouns.has(name.toLowerCase()) ? null : name;
}

let pronouns: ReadonlySet<string> | null = null;

/** The outermost agency or outlet that is cited; else the report that the words were taken from; else where its own text comes from. */
function originFor(state: State, reading: Reading, chain: readonly Attribution[], evidence: Span | null): string {
  for (const a of [...chain].reverse()) {
    const actor = reading.actors.find((x) => x.id === a.source);
    if (actor?.kind === "outlet") return plain(actor.name);
  }
  const quoted = chain.some((a) => a.quoted === "direct"); // who hears one speech writes down one sentence
  const from =
    evidence && !quoted
      ? originsOf(state)
          .taken.get(reading.report.id)
          ?.find((t) => overlaps(t.span, evidence))
      : undefined;
  return originOf(state, from?.from ?? reading.report.id);
}

const made = new WeakMap<State, Origins>();

function originsOf(state: State): Origins {
  const known = made.get(state);
  if (known) return known;
  const copies = [...state.reports.values()].map((r) => ({
    id: r.id,
    published: r.published.value,
    own: r.outlet !== null && plain(creditOf(r) ?? "") === plain(r.outlet),
    passages: passagesIn(r.text),
  }));
  const found = origins(copies);
  made.set(state, found);
  return found;
}

/** Where a report's words come from: the agency it credits, or the outlet of the first report with the same text. */
export function originOf(state: State, report: string): string {
  const source = state.reports.get(originsOf(state).of.get(report) ?? report);
  if (!source) return report;
  const own = state.reports.get(report);
  return plain((own && creditOf(own)) ?? creditOf(source) ?? source.outlet ?? source.id);
}

/** Names of outlets compared: lower case, without "the" or an internet address's dress. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:the|www\.)\s*/u, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Different voices by what they stand for: innermost speaker, else the outlet. */
export function speakerKey(voice: Voice): string {
  return plain(voice.chain[0]?.name ?? voice.outlet ?? voice.report);
}

/**
 * Whether two voices are one speaker's: of one name, or one called shortly what the other is called in full ("Abad" is Rafael Abad, "the
 * Coast Guard" the Philippine Coast Guard). Not "the ministry" and "the Interior Ministry": a word without a capital names nobody.
 */
export function isOneSpeaker(a: Voice, b: Voice): boolean {
  const [x, y] = [speakerKey(a), speakerKey(b)];
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [a, y] : [b, x];
  const name = short.chain[0]?.name ?? null;
  if (name === null || a.chain.length === 0 || b.chain.length === 0 || !CAPITAL.test(name)) return false;
  return long.endsWith(` ${speakerKey(short)}`);
}

/** A name whose last word has a capital. */
const CAPITAL = /(?:^|\s)\p{Lu}[^\s]*$/u;

/** How many stand behind what these voices say. */
export function standBehind(voices: readonly Voice[]): { reports: number; outlets: number; independent: number } {
  return {
    reports: new Set(voices.map((v) => v.report)).size,
    outlets: new Set(voices.map((v) => v.outlet ?? v.report)).size,
    independent: new Set(voices.map((v) => v.origin)).size,
  };
}
