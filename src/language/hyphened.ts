import { loadTable } from "../lexicon/table.js";
import type { Document } from "./document.js";
import { vocabulary } from "./vocabulary.js";

let loaded: ReadonlyMap<number, ReadonlyMap<number, number>> | null = null;

/** Last half to first half to the lemma of both. */
function halves(): ReadonlyMap<number, ReadonlyMap<number, number>> {
  if (loaded) return loaded;
  const made = new Map<number, Map<number, number>>();
  for (const row of loadTable("hyphened-lemmas").rows) {
    const last = vocabulary.id(row.last);
    const firsts = made.get(last) ?? new Map<number, number>();
    made.set(last, firsts.set(vocabulary.id(row.first), vocabulary.id(row.id.replace(/s$/, ""))));
  }
  loaded = made;
  return loaded;
}

/** The lemma of "lock-up" for its last token, or -1 where the token is no last half of such a word. */
export function hyphenedLemma({ text, start, end, norm }: Pick<Document, "text" | "start" | "end" | "norm">, i: number): number {
  if (i < 2 || text.charCodeAt(start[i] - 1) !== HYPHEN || end[i - 1] !== start[i] || end[i - 2] !== start[i - 1]) return -1;
  return (
    halves()
      .get(norm[i])
      ?.get(norm[i - 2]) ?? -1
  );
}

const HYPHEN = 0x2d;
