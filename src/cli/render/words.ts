import { loadTable } from "../../lexicon/table.js";
import type { Voice } from "../../views/index.js";
import { harmless } from "../terminal.js";

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function unique(all: readonly string[]): readonly string[] {
  return [...new Set(all)];
}

export function plural(n: number, one: string): string {
  return `${n.toLocaleString("en")} ${one}${n === 1 ? "" : "s"}`;
}

/** The first of some names, and how many more there are. */
export function shown(names: readonly string[], most: number): string {
  return names.slice(0, most).join("; ") + (names.length > most ? `; and ${names.length - most} more` : "");
}

/** A voice with the day of its report. */
export function dated(voice: Voice): string {
  return inside(voice.text) + (voice.published ? ` (${voice.published.slice(0, 10)})` : "");
}

/** Words of a report on one line. */
export function flat(words: string): string {
  return harmless(words.replace(/\s+/g, " ").trim());
}

/** Words of a report inside a line: "A gunman" that begins a sentence is "a gunman", "Two men" are "two men"; names keep their capitals. */
export function inside(words: string): string {
  const line = flat(words);
  const [first, next] = line.split(" ", 2);
  if (next === undefined || /^\p{Lu}/u.test(next) || !/^\p{Lu}\p{Ll}*(?:-\p{Ll}+)?$/u.test(first)) return line;
  starters ??= new Set([
    ...loadTable("numbers").rows.map((r) => r.form),
    ...loadTable("toll-parts").rows.flatMap((r) => (STARTERS.has(r.kind) ? [r.norm] : [])),
  ]);
  const lower = first.toLowerCase();
  return lower.split("-").every((w) => starters?.has(w)) ? lower + line.slice(first.length) : line;
}

const STARTERS: ReadonlySet<string> = new Set(["definite", "indefinite", "more"]);
let starters: ReadonlySet<string> | null = null;
