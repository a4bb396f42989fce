import { readFileSync } from "node:fs";

/** Classes of words by the company they keep, distilled from word vectors. Not senses: one class a word. */
export interface Clusters {
  /** Fine class of a word in lower case, from 1; 0 where unknown. */
  fine(word: string): number;
  /** Coarse class of a fine one, from 1; 0 of 0. */
  coarse(fine: number): number;
}

/** FNV-1a over UTF-16 code units, never 0. */
function hashWord(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0 || 1;
}

/**
 * One open-addressing table: word hashes (uint32, 0 is empty), then fine classes (uint16), then the coarse class of each fine one
 * (uint8). No words are stored; two words in 4 billion may share a hash.
 */
export function packClusters(words: readonly string[], fine: ArrayLike<number>, coarse: ArrayLike<number>): Uint8Array {
  let size = 1024;
  while (size < words.length * 1.3) size *= 2;
  const keys = new Uint32Array(size);
  const values = new Uint16Array(size);
  words.forEach((word, i) => {
    const h = hashWord(word);
    let at = h & (size - 1);
    while (keys[at] !== 0 && keys[at] !== h) at = (at + 1) & (size - 1);
    if (keys[at] === 0) {
      keys[at] = h;
      values[at] = fine[i] + 1;
    }
  });
  const header = new Uint32Array([size, coarse.length]);
  return Buffer.concat([
    Buffer.from(header.buffer),
    Buffer.from(keys.buffer),
    Buffer.from(values.buffer),
    Buffer.from(Uint8Array.from(coarse, (c) => c + 1)),
  ]);
}

export function unpackClusters(bytes: Uint8Array): Clusters {
  const copy = new Uint8Array(bytes);
  const [size, fineCount] = new Uint32Array(copy.buffer, 0, 2);
  const keys = new Uint32Array(copy.buffer, 8, size);
  const values = new Uint16Array(copy.buffer, 8 + 4 * size, size);
  const coarse = new Uint8Array(copy.buffer, 8 + 6 * size, fineCount);
  return {
    fine(word) {
      const h = hashWord(word);
      let at = h & (size - 1);
      while (keys[at] !== 0) {
        if (keys[at] === h) return values[at];
        at = (at + 1) & (size - 1);
      }
      return 0;
    },
    coarse: (fine) => (fine === 0 ? 0 : coarse[fine - 1]),
  };
}

let loaded: Clusters | null = null;

export function clusters(): Clusters {
  loaded ??= unpackClusters(readFileSync(new URL("../../../models/names-clusters.bin", import.meta.url)));
  return loaded;
}
