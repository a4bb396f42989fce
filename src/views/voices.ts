import type { Span } from "../base/span.js";
import type { Attribution, Reading, Statement } from "../model/reading.js";
import { type Origins, origins, passages } from "../resolve/index.js";
import type { State } from "./state.js";
import type { Speaker, Voice, Words } from "./types.js";

/** Exact words at a span of a report. */
export function wordsOf(reading: Reading, span: Span): Words {
  return { report: reading.report.id, span, words: reading.report.text.slice(span[0], span[1]) };
}

/** Who says a statement, in whose report. */
export function voiceOf(state: State, reading: Reading, statement: Statement): Voice {
  return voiceFor(state, reading, statement.attribution);
}

export function voiceFor(state: State, reading: Reading, chain: readonly string[]): Voice {
  const attributions = chain.flatMap((id) => reading.attributions.find((a) => a.id === id) ?? []);
  const speakers = attributions.map((a) => speaker(reading, a));
  const { id, published } = reading.report;
  const outlet = reading.report.outlet ?? credited(reading.report.text);
  return {
    chain: speakers,
    outlet,
    report: id,
    published: published.value,
    origin: originFor(state, reading, attributions),
    text: [...speakers.map((s) => s.name ?? "unnamed"), ...(outlet ? [outlet] : [])].join(", in ") || "an unnamed outlet",
  };
}

function speaker(reading: Reading, a: Attribution): Speaker {
  const actor = reading.actors.find((x) => x.id === a.source);
  const words = a.sourceSpan ? wordsOf(reading, a.sourceSpan) : null;
  return { name: actor?.name ?? words?.words ?? null, title: actor?.title ?? null, stance: a.stance, quoted: a.quoted, words };
}

/** The outermost agency or outlet that is cited; else where the report's own text comes from. */
function originFor(state: State, reading: Reading, chain: readonly Attribution[]): string {
  for (const a of [...chain].reverse()) {
    const actor = reading.actors.find((x) => x.id === a.source);
    if (actor?.kind === "outlet") return plain(actor.name);
  }
  return originOf(state, reading.report.id);
}

const made = new WeakMap<State, Origins>();

/** Where a report's words come from: the agency it credits, or the outlet of the first report with the same text. */
export function originOf(state: State, report: string): string {
  let known = made.get(state);
  if (!known) {
    known = origins([...state.reports.values()].map((r) => ({ id: r.id, published: r.published.value, passages: passages(r.text) })));
    made.set(state, known);
  }
  const source = state.reports.get(known.get(report) ?? report);
  if (!source) return report;
  return plain(credited(source.text) ?? source.outlet ?? source.id);
}

/** The agency of a dateline: "BAIDOA, Somalia, May 14 (Horn News Agency) - A car bomb exploded". */
function credited(text: string): string | null {
  return /^[^\n]{0,60}\((\p{L}[^()\n]{1,40})\)\s*[-–—]/mu.exec(text.slice(0, 400))?.[1] ?? null;
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
