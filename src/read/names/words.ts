import { vocabulary } from "../../language/vocabulary.js";
import { classFlags } from "./classes.js";
import { clusters } from "./clusters.js";

/**
 * What is known of each word of the vocabulary, by its id: a stable hash (ids are not stable), its class from word vectors, its classes
 * in the tables. Filled as words are first met. Not the word in its sentence.
 */
export class Words {
  /** FNV-1a hash of the word. */
  hash = new Int32Array(0);
  fine = new Uint16Array(0);
  coarse = new Uint8Array(0);
  /** Bits of CLASS that the tagger was trained with. */
  flags = new Int32Array(0);
  /** The further bits of CLASS, shifted right by 24. */
  extra = new Uint8Array(0);
  private known = 0;

  /** Makes sure that every id below the vocabulary's size is filled. */
  grow(): void {
    const size = vocabulary.size;
    if (size <= this.known) return;
    if (size > this.hash.length) this.reserve(Math.max(4096, size * 2));
    const classes = clusters();
    const flags = classFlags();
    for (let v = this.known; v < size; v++) {
      const word = vocabulary.of(v);
      const fine = classes.fine(word);
      this.hash[v] = hashString(word);
      this.fine[v] = fine;
      this.coarse[v] = classes.coarse(fine);
      const bits = flags.get(word) ?? 0;
      this.flags[v] = bits & 0xffffff;
      this.extra[v] = bits >>> 24;
    }
    this.known = size;
  }

  private reserve(size: number): void {
    this.hash = grown(this.hash, new Int32Array(size));
    this.fine = grown(this.fine, new Uint16Array(size));
    this.coarse = grown(this.coarse, new Uint8Array(size));
    this.flags = grown(this.flags, new Int32Array(size));
    this.extra = grown(this.extra, new Uint8Array(size));
  }
}

function grown<T extends Int32Array | Uint16Array | Uint8Array>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}

export function hashString(s: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
  return h;
}

/** The words of the process. */
export const words = new Words();
