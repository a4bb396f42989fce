import type { Actor, Reading } from "../model/reading.js";
import type { ExportRow } from "./format.js";

/** Standings whose holders act in public: their names stay. */
const PUBLIC: readonly Actor["standing"][] = ["official"];

/** A row without names of private persons and of minors: the names are masked wherever they stand, and spans lead to the report. */
export function hide(row: ExportRow, reading: Reading): ExportRow {
  const names = reading.actors
    .filter((a) => a.kind === "person" && (a.minor === true || !PUBLIC.includes(a.standing)))
    .flatMap((a) => namesOf(a, reading));
  const sorted = [...new Set(names)].sort((a, b) => b.length - a.length);
  const mask = (value: string | null): string | null => sorted.reduce((text, name) => text?.replaceAll(name, "[name]") ?? null, value);
  return { ...row, said_by: mask(row.said_by) ?? "", who: mask(row.who), measure: mask(row.measure), words: mask(row.words) ?? "" };
}

/** The name, its words that start with a capital, and mentions that hold one of them. */
function namesOf(actor: Actor, reading: Reading): string[] {
  const pieces = actor.name.split(/\s+/u).filter((w) => /^\p{Lu}\p{Ll}{2,}/u.test(w));
  const said = actor.mentions.map(([a, b]) => reading.report.text.slice(a, b)).filter((words) => pieces.some((p) => words.includes(p)));
  return [...(pieces.length ? [actor.name] : []), ...said, ...pieces];
}
