import type { ReportPart } from "../model/report.js";

/** Terms of a text as sorted 32-bit hashes with how often each stands in it. No strings: a hundred thousand reports fit in memory. */
export interface Terms {
  readonly ids: Uint32Array;
  readonly counts: Uint8Array;
}

/** What the wording of a report is compared by. */
export interface Wording {
  /** Words of title and text. */
  readonly body: Terms;
  readonly title: Terms;
  /** The first words of the text. */
  readonly lead: Terms;
  /** Words that stand with a capital where no sentence begins. */
  readonly names: Terms;
  /** Pairs of such words in a row: most are names of persons and of streets. */
  readonly pairs: Terms;
  /** Numbers of two digits and more, and ages. */
  readonly numbers: Terms;
}

const LEAD_WORDS = 70;
const BODY_WORDS = 1200;

/** Reads the wording of a report. Furniture and teasers are left out. */
export function wordingOf(title: string | null, text: string, parts: readonly ReportPart[]): Wording {
  const skip = parts.filter((p) => p.part === "furniture" || p.part === "teaser").map((p) => p.span);
  const body = new Bag();
  const lead = new Bag();
  const names = new Bag();
  const pairs = new Bag();
  const numbers = new Bag();
  let seen = 0;
  let last = -1;
  let lastName = 0;
  const heads = title && text.trimStart().startsWith(title.trim()) ? [] : [title ?? ""];
  for (const source of [...heads, text]) {
    last = -1;
    for (const found of source.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)) {
      if (source === text && skip.some(([a, b]) => found.index >= a && found.index < b)) continue;
      if (seen > BODY_WORDS) break;
      const word = found[0];
      const id = hashTerm(word);
      body.add(id);
      if (seen++ < LEAD_WORDS) lead.add(id);
      if (/^\d/u.test(word) && word.length > 1) numbers.add(id);
      const between = last < 0 ? "\n" : source.slice(last, found.index);
      const capital = /^\p{Lu}/u.test(word);
      if (capital && source === text && !/[.!?\n“"]/u.test(between)) names.add(id);
      const inRow = capital && lastName !== 0 && /^ ?$|^[.’'] ?$/u.test(between);
      if (inRow) pairs.add(mix(lastName, id));
      lastName = capital ? id : 0;
      last = found.index + word.length;
    }
  }
  const titles = new Bag();
  for (const found of (title ?? firstLine(text)).matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)) titles.add(hashTerm(found[0]));
  return {
    body: body.terms(),
    title: titles.terms(),
    lead: lead.terms(),
    names: names.terms(),
    pairs: pairs.terms(),
    numbers: numbers.terms(),
  };
}

/** A report without a title may begin with one. */
function firstLine(text: string): string {
  const line = text.trimStart().split("\n", 1)[0];
  return line.length < 150 ? line : "";
}

/** Hash of two words in a row. */
export function mix(a: number, b: number): number {
  return (Math.imul(a, 0x01000193) ^ b) >>> 0;
}

/** FNV-1a of a word in lower case without its plural or possessive ending. */
export function hashTerm(word: string): number {
  let lower = word.toLowerCase().replace(/['’]s?$/u, "");
  if (lower.length > 4 && lower.endsWith("s") && !lower.endsWith("ss")) lower = lower.slice(0, -1);
  let h = 0x811c9dc5;
  for (let i = 0; i < lower.length; i++) h = Math.imul(h ^ lower.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

class Bag {
  readonly #counts = new Map<number, number>();

  add(id: number): void {
    this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
  }

  terms(): Terms {
    const ids = Uint32Array.from(this.#counts.keys()).sort();
    return { ids, counts: Uint8Array.from(ids, (id) => Math.min(255, this.#counts.get(id) as number)) };
  }
}
