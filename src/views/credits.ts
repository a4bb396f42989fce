import { loadTable } from "../lexicon/table.js";
import type { Report } from "../model/report.js";

const credits = new WeakMap<Report, string | null>();

/** The agency whose words a report says that it carries; `null` where it says nothing. Not an agency that it quotes. */
export function creditOf(report: Report): string | null {
  const known = credits.get(report);
  if (known !== undefined) return known;
  const credit = creditIn(report);
  credits.set(report, credit);
  return credit;
}

function creditIn(report: Report): string | null {
  const head = /^[^\n]{0,60}\((\p{L}[^()\n]{1,40})\)\s*[-–—]/mu.exec(report.text.slice(0, 600));
  return head?.[1] ?? agencyIn(report.byline) ?? agencyIn(lastLine(report.text));
}

/** "AFP", "By Agence France-Presse", "Source: Reuters/AP", "(AFP)": a line with an agency's name and hardly more. */
function agencyIn(line: string | null): string | null {
  if (line === null || line.length > LONGEST) return null;
  const names = line.split(/[/,;:|&()–—]|\band\b|-\s|\s-/u).map((part) => part.replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, ""));
  for (const name of names) {
    const bare = name.replace(/^\p{L}{2,6}\s+(?=\p{Lu})/u, ""); // "By", "with", "from"
    const known = [name, bare].find((n) => agencies().has(n.toLowerCase()));
    if (known) return known;
  }
  return null;
}

const LONGEST = 50;

function lastLine(text: string): string {
  const written = text.trimEnd();
  return written.slice(written.lastIndexOf("\n") + 1).trim();
}

let names: ReadonlySet<string> | null = null;

function agencies(): ReadonlySet<string> {
  names ??= new Set([
    ...loadTable("media").rows.map((r) => r.name),
    ...loadTable("outlets").rows.flatMap((r) => (r.kind === "name" ? [r.name] : [])),
  ]);
  return names;
}
