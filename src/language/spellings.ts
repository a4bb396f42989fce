import { hashUnits } from "./hash.js";
import { normalise } from "./normalise.js";
import { vocabulary } from "./vocabulary.js";
import { shapeOf } from "./workspace.js";

/** Spellings remembered; rarer ones (met later) are worked out anew each time, so that a long run stays small. */
const MOST = 2 ** 20;

/**
 * What follows from a token's letters alone, worked out once a spelling: its norm and its shape. Found by the letters where they stand
 * in the text, without a string being cut out: the one look at every token's letters.
 */
export class Spellings {
  private readonly strings: string[] = [];
  private norms = new Int32Array(1 << 12);
  private shapes = new Uint8Array(1 << 12);
  /** Open addressing: at a spelling's hash, or behind it, its number and one more; 0 where there is none. */
  private table = new Int32Array(1 << 13);

  /** Norm and shape of the letters `[from, to)`, put into columns at `i`. */
  read(text: string, from: number, to: number, i: number, norm: Int32Array, shape: Uint8Array): void {
    const mask = this.table.length - 1;
    let at = hashUnits(text, from, to);
    for (at = (at ^ (at >>> 15)) & mask; this.table[at] !== 0; at = (at + 1) & mask) {
      const k = this.table[at] - 1;
      if (!stands(this.strings[k], text, from, to)) continue;
      norm[i] = this.norms[k];
      shape[i] = this.shapes[k];
      return;
    }
    const word = text.slice(from, to);
    norm[i] = vocabulary.id(normalise(word));
    shape[i] = shapeOf(text, from, to);
    if (this.strings.length < MOST) this.remember(word, norm[i], shape[i], at);
  }

  private remember(word: string, norm: number, shape: number, at: number): void {
    const k = this.strings.length;
    this.strings.push(word);
    this.table[at] = k + 1;
    this.norms[k] = norm;
    this.shapes[k] = shape;
    if (k + 1 === this.norms.length) this.grow();
  }

  private grow(): void {
    const size = this.norms.length * 2;
    const norms = new Int32Array(size);
    const shapes = new Uint8Array(size);
    norms.set(this.norms);
    shapes.set(this.shapes);
    [this.norms, this.shapes] = [norms, shapes];
    const mask = 2 * size - 1;
    this.table = new Int32Array(2 * size);
    this.strings.forEach((word, k) => {
      let at = hashUnits(word, 0, word.length);
      at = (at ^ (at >>> 15)) & mask;
      while (this.table[at] !== 0) at = (at + 1) & mask;
      this.table[at] = k + 1;
    });
  }
}

function stands(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let k = 0; k < word.length; k++) if (word.charCodeAt(k) !== text.charCodeAt(from + k)) return false;
  return true;
}
