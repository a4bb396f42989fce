import type { Span } from "../base/span.js";

/** Words in a row that make a shingle. */
const WIDTH = 8;
/** Shingles in a window, of which the one with the lowest hash is kept: any copied run of WIDTH + WINDOW - 1 words shares a fingerprint. */
const WINDOW = 12;

/** A fingerprint with the words of the text that it was made from. */
export interface Passage {
  readonly print: number;
  readonly span: Span;
}

/**
 * Fingerprints of a text's passages by winnowing (Schleimer, Wilkerson and Aiken 2003): equal fingerprints mean copied passages.
 */
export function passages(text: string): readonly number[] {
  return [...new Set(passagesIn(text).map((p) => p.print))];
}

/** The same with where each stands. */
export function passagesIn(text: string): readonly Passage[] {
  const { hashes, spans } = shingles(text);
  const kept: Passage[] = [];
  let last = -1;
  for (let i = 0; i < Math.max(1, hashes.length - WINDOW + 1) && hashes.length; i++) {
    let least = i;
    for (let j = i + 1; j < Math.min(hashes.length, i + WINDOW); j++) if (hashes[j] < hashes[least]) least = j;
    if (least !== last) kept.push({ print: hashes[least], span: spans[least] });
    last = least;
  }
  return kept;
}

function shingles(text: string): { readonly hashes: readonly number[]; readonly spans: readonly Span[] } {
  const hashes: number[] = [];
  const spans: Span[] = [];
  const words: number[] = [];
  const starts: number[] = [];
  for (const found of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    words.push(hash(found[0].toLowerCase()));
    starts.push(found.index);
    if (words.length < WIDTH) continue;
    let h = 0x811c9dc5;
    for (let i = words.length - WIDTH; i < words.length; i++) h = Math.imul(h ^ words[i], 0x01000193);
    hashes.push((h ^ (h >>> 15)) >>> 0);
    spans.push([starts[words.length - WIDTH], found.index + found[0].length]);
  }
  return { hashes, spans };
}

/** FNV-1a over code units. */
function hash(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
