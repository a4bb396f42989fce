import { normalise } from "../../language/normalise.js";
import { tokenise } from "../../language/tokenise.js";
import type { Document } from "../../language/document.js";
import { vocabulary } from "../../language/vocabulary.js";

/** Phrases of one or more words, found in a document by their words in lower case; each carries a number. */
export class Phrases {
  /** Next state by state and word, as `state * 2^26 + word id`; states from 1, 0 is the root. */
  private readonly next = new Map<number, number>();
  private readonly value: number[] = [0];

  /** Adds a phrase under a number above 0; a phrase that is known already keeps its first number. */
  add(phrase: string, value: number): void {
    const tokens = tokenise(phrase);
    let state = 0;
    for (let k = 0; k < tokens.length; k++) {
      const key = state * 0x4000000 + vocabulary.id(normalise(phrase.slice(tokens.start[k], tokens.end[k])));
      let to = this.next.get(key);
      if (to === undefined) {
        to = this.value.length;
        this.value.push(0);
        this.next.set(key, to);
      }
      state = to;
    }
    if (state > 0 && this.value[state] === 0) this.value[state] = value;
  }

  /** The longest phrase that starts at token `i` and ends before `end`: its number and its length, or null. */
  longestAt(doc: Document, i: number, end: number): { readonly value: number; readonly length: number } | null {
    let state = 0;
    let value = 0;
    let length = 0;
    for (let k = i; k < end; k++) {
      const to = this.next.get(state * 0x4000000 + doc.norm[k]);
      if (to === undefined) break;
      state = to;
      if (this.value[state] > 0) {
        value = this.value[state];
        length = k + 1 - i;
      }
    }
    return length > 0 ? { value, length } : null;
  }
}
