import type { OpenCell, Person, Receipt, SourceCount, SourceRecord } from "../../views/index.js";
import { clip, harmless, padTo, type Style, wrap } from "../terminal.js";
import { dated, flat, inside, shown, unique } from "./words.js";

/** Somebody of an event: what they are, what became of them, what is said of them. */
export function personLines(person: Person, style: Style): readonly string[] {
  const facts = [person.title, person.age === null ? null : String(person.age), person.sex, ...person.as].filter((x) => x !== null);
  const others = unique(person.variants.map((v) => inside(v.words)));
  const fates = person.fates.map((f) => ({ words: f.spared ? `not ${f.effect}` : f.effect, voice: dated(f.voice) }));
  const apart = person.said.filter((s, i) => person.said.findIndex((t) => t.evidence.words === s.evidence.words) === i);
  return [
    ...wrap(`${style.cyan(inside(person.name))}  ${facts.map(flat).join(", ")}`, style.width, "  ", "    "),
    ...(others.length > 0 ? wrap(`also called ${shown(others, 4)}`, style.width, "    ").map(style.dim) : []),
    ...unique(fates.map((f) => f.words)).flatMap((words) => {
      const of = unique(fates.filter((f) => f.words === words).map((f) => f.voice));
      return wrap(`${style.yellow(words)} — ${shown(of, 3)}`, style.width, "    ", "      ");
    }),
    ...apart.slice(0, 3).flatMap((s) => {
      const words = clip(flat(s.evidence.words), style.width * 2);
      return wrap(`“${words}” — ${inside(s.voice.text)}`, style.width, "    ", "      ").map(style.dim);
    }),
    ...(apart.length > 3 ? [style.dim(`    and ${apart.length - 3} more statements`)] : []),
  ];
}

export function sourceLine(s: SourceRecord): string {
  const numbers = [s.statements, s.events, s.first.length, s.revised.length, s.alone.length];
  return padTo(clip(flat(s.name), 33), 34) + numbers.map((n) => n.toLocaleString("en").padStart(9)).join("");
}

/** The counts themselves. */
export function sourceDetails(s: SourceRecord, title: (event: string) => string, style: Style): readonly string[] {
  const count = (c: SourceCount): string => `${c.published?.slice(0, 10) ?? "no date"}  ${c.effect} ${counted(c)}`;
  const line = (what: string, words: string, event: string): readonly string[] =>
    wrap(`${words} ${style.dim(`— ${title(event)}`)}`, style.width, `  ${padTo(what, 9)}`, " ".repeat(23));
  return [
    ...s.first.flatMap((c) => line("first", count(c), c.event)),
    ...s.revised.flatMap((c) => line("revised", `${count(c)}, on ${c.to.published?.slice(0, 10) ?? "no date"} ${counted(c.to)}`, c.event)),
    ...s.alone.flatMap((c) => line("alone", count(c), c.event)),
  ];
}

/** "at least nine", "a customer", "Two petrol attendants": the number, and whom it counts. */
function counted({ number, who }: SourceCount): string {
  const words = flat(number.words);
  if (who === null) return `“${words}”`;
  const whom = flat(who);
  return whom.toLowerCase().includes(words.toLowerCase()) ? `“${whom}”` : `“${words}” ${whom}`;
}

/** Of one report: how many of its sentences gave statements, and those that should have and did not. */
export function receiptLines(receipt: Receipt, name: string, style: Style): readonly string[] {
  const head = `${String(receipt.withStatement).padStart(3)} of ${String(receipt.sentences).padEnd(4)} `;
  const left = receipt.left.flatMap((w) =>
    wrap(`${w.because}: “${flat(w.words)}”`, style.width, "            ", "              ").map(style.dim),
  );
  return [head + clip(harmless(name), style.width - head.length), ...left];
}

/** What of an event is open, and why. */
export function openLines(cells: readonly OpenCell[], style: Style): readonly string[] {
  return cells.flatMap((cell) => wrap(flat(cell.why), style.width, `  ${padTo(cell.cell, 18)}`, " ".repeat(20)));
}
