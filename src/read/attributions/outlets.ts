import type { Document } from "../../language/document.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Report } from "../../model/report.js";

interface Outlets {
  readonly names: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** First words that make a name an outlet's. */
  readonly firsts: ReadonlySet<string>;
  /** Prepositions before an outlet that somebody talks to. */
  readonly hearers: ReadonlySet<number>;
}

let table: Outlets | null = null;

function outlets(): Outlets {
  if (table) return table;
  const names = new Set<string>();
  const words = new Set<string>();
  for (const row of loadTable("media").rows) names.add(bare(row.name));
  const firsts = new Set<string>();
  const hearers = new Set<number>();
  for (const row of loadTable("outlets").rows) {
    if (row.kind === "hearer") hearers.add(vocabulary.id(row.name));
    else if (row.kind === "first") firsts.add(row.name);
    else (row.kind === "word" ? words : names).add(row.name);
  }
  table = { names, words, firsts, hearers };
  return table;
}

/** Whether a name is a news outlet's: one the table knows, or one that ends as such names do ("the Valley Herald"). */
export function isOutletName(name: string): boolean {
  const plain = bare(name);
  const { names, words, firsts } = outlets();
  if (names.has(plain)) return true;
  const last = plain.slice(plain.lastIndexOf(" ") + 1);
  const first = plain.slice(0, plain.indexOf(" "));
  // "the Valley Herald", "state-run Delta Radio", "Radio Sava"
  const isNamed = /(^|[\s-])\p{Lu}/u.test(name.replace(/^the /i, ""));
  return isNamed && plain.includes(" ") && (words.has(last) || firsts.has(first));
}

/** Whether a preposition may stand before whom somebody talks to ("in an interview with"). */
export function introducesHearer(doc: Document, i: number): boolean {
  return outlets().hearers.has(doc.norm[i]);
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, "")
    .replace(/['’]s$/, "")
    .trim();
}

/** Whether a name is that of the report's own outlet, given as a name or a host ("www.npr.org"). */
function isOwnOutlet(name: string, outlet: string | null): boolean {
  if (!outlet) return false;
  const letters = (s: string): string => bare(s).replace(/[^a-z0-9]/g, "");
  const host = outlet
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "");
  const own = letters(host.includes(".") ? (host.split("/")[0].split(".").slice(-3)[0] ?? "") : host);
  const said = letters(name);
  return said.length > 1 && (said === own || said === letters(host) || (said.length > 4 && own.startsWith(said)) || acronym(name) === own);
}

/** Whether a name is that of whoever wrote the report: its outlet, or the agency that its dateline names. */
export function isOwn(name: string, { outlet, dateline }: Pick<Report, "outlet" | "dateline">): boolean {
  return isOwnOutlet(name, outlet) || isOwnOutlet(name, agencyOf(dateline));
}

/** "MAKURDI, Nigeria (Delta News)": the agency in the brackets that a dateline ends with. */
function agencyOf(dateline: string | null): string | null {
  if (!dateline?.endsWith(")")) return null;
  return dateline.slice(dateline.lastIndexOf("(") + 1, -1).trim();
}

function acronym(name: string): string {
  return bare(name)
    .split(/[^a-z0-9]+/)
    .filter((w) => w.length > 2 || /^[a-z]/.test(w))
    .map((w) => w[0])
    .join("");
}
