/** Words in a row that make a shingle. */
const WIDTH = 8;
/** Shingles in a window, of which the one with the lowest hash is kept: any copied run of WIDTH + WINDOW - 1 words shares a fingerprint. */
const WINDOW = 12;

/**
 * Fingerprints of a text's passages by winnowing (Schleimer, Wilkerson and Aiken 2003): equal fingerprints mean copied passages.
 */
export function passages(text: string): readonly number[] {
  const hashes: number[] = [];
  const words: number[] = [];
  for (const found of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    words.push(hash(found[0].toLowerCase()));
    if (words.length < WIDTH) continue;
    let h = 0x811c9dc5;
    for (let i = words.length - WIDTH; i < words.length; i++) h = Math.imul(h ^ words[i], 0x01000193);
    hashes.push((h ^ (h >>> 15)) >>> 0);
  }
  const kept = new Set<number>();
  for (let i = 0; i < Math.max(1, hashes.length - WINDOW + 1) && hashes.length; i++) {
    let least = hashes[i];
    for (let j = i + 1; j < Math.min(hashes.length, i + WINDOW); j++) if (hashes[j] < least) least = hashes[j];
    kept.add(least);
  }
  return [...kept];
}

/** FNV-1a over code units. */
function hash(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
