import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Span } from "../src/base/span.js";
import { sourceOfBytes } from "../src/intake/index.js";
import type { Attribution, Count, Event, Reading, Statement } from "../src/model/reading.js";
import { readSource } from "../src/pipeline/read.js";

const FOLDER = new URL("../corpus/", import.meta.url);

export interface Golden {
  readonly name: string;
  readonly before: string;
  readonly now: string;
}

/** Every golden case: what was accepted, and what the reader makes of it now. */
export function goldens(): readonly Golden[] {
  const names = readdirSync(FOLDER)
    .filter((f) => f.endsWith(".txt"))
    .sort();
  return names.map((file) => {
    const name = file.slice(0, -4);
    const golden = new URL(`${name}.golden`, FOLDER);
    return {
      name,
      before: existsSync(golden) ? readFileSync(golden, "utf8") : "",
      now: outline(readCase(readFileSync(new URL(file, FOLDER), "utf8"))),
    };
  });
}

function readCase(file: string): Reading {
  const cut = file.indexOf("\n\n");
  const known = Object.fromEntries(
    file
      .slice(0, cut)
      .split("\n")
      .map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string]),
  );
  const text = file.slice(cut + 2).replace(/\n$/, "");
  return readSource(
    sourceOfBytes("case.txt", Buffer.from(text), {
      published: known.published ?? null,
      outlet: known.outlet ?? null,
      title: known.title ?? null,
    }),
  );
}

/** A reading as lines that a person can compare. Holds words, not offsets: a word added above changes nothing below. */
export function outline(reading: Reading): string {
  const words = (span: Span | null): string => (span ? reading.report.text.slice(span[0], span[1]).replace(/\s+/g, " ") : "");
  const events = [...reading.events].sort((a, b) => (a.mentions[0]?.[0] ?? 0) - (b.mentions[0]?.[0] ?? 0));
  const number = new Map(events.map((e, k) => [e.id, `e${k + 1}`]));
  const place = (id: string | null): string => reading.places.find((p) => p.id === id)?.name ?? "-";
  const event = (e: Event): string =>
    [
      `${number.get(e.id)}${e.id === reading.lead ? "*" : ""} ${e.type} ${e.status}${e.background ? " background" : ""} [${e.part}]`,
      `  mentions: ${e.mentions.map(words).join(" | ")}`,
      `  where: ${place(e.where)} ${e.country ?? "-"}; when: ${e.earliest ?? "-"} ${e.latest ?? "-"}`,
      ...e.roles.map((r) => `  ${r.role}: ${words(r.span)}`),
    ].join("\n");
  const chain = (s: Statement): string =>
    s.attribution
      .map((id) => reading.attributions.find((a) => a.id === id))
      .filter((a): a is Attribution => a !== undefined)
      .map((a) => `${words(a.sourceSpan) || "?"} ${a.stance}`)
      .join(" < ") || "outlet";
  const statement = (s: Statement): string =>
    `${s.kind} ${s.event ? (number.get(s.event) ?? "?") : "-"} ${cells(s, words)}[${s.part}] ${chain(s)}: ${words(s.evidence)}`;
  const parts = reading.report.parts.map((p) => `${p.part}: ${words(p.span).slice(0, 60)}`);
  return `${[...parts, "", ...events.map(event), "", ...reading.statements.map(statement), "", ...reading.notes.map((n) => `note: ${n.message}`)].join("\n")}\n`;
}

function cells(s: Statement, words: (span: Span | null) => string): string {
  const count = ({ low, high, was }: Count): string => `${low ?? ""}..${high ?? ""}${was === null ? "" : ` was ${was}`}`;
  if (s.kind === "toll") return `${s.effect} ${count(s.count)}${s.who ? ` (${words(s.who)})` : ""}${s.partOf ? " part" : ""} `;
  if (s.kind === "figure") return `${count(s.count)} ${s.count.unit ?? ""} ${words(s.measure)} `;
  return s.kind === "label" ? `${s.label} ` : "";
}

/** Lines that went and lines that came, with a line of what stands around them. */
export function diff(before: string, now: string): readonly string[] {
  const [a, b] = [before.split("\n"), now.split("\n")];
  const length = Array.from({ length: a.length + 1 }, () => new Int32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--)
      length[i][j] = a[i] === b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
  }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || length[i + 1][j] >= length[i][j + 1])) lines.push(`- ${a[i++]}`);
    else lines.push(`+ ${b[j++]}`);
  }
  return lines;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const accept = process.argv[2] === "accept";
  let changed = 0;
  for (const { name, before, now } of goldens()) {
    if (before === now) continue;
    changed++;
    console.log(`${name}:`);
    for (const line of diff(before, now)) console.log(`  ${line}`);
    if (accept) writeFileSync(new URL(`${name}.golden`, FOLDER), now);
  }
  console.log(
    changed === 0
      ? "every golden case is as it was"
      : `${changed} changed${accept ? ", accepted" : "; npm run corpus -- accept writes them down"}`,
  );
  process.exitCode = changed > 0 && !accept ? 1 : 0;
}
