import type { Document } from "../../language/document.js";
import { normalise } from "../../language/normalise.js";
import { tokenise } from "../../language/tokenise.js";
import { vocabulary } from "../../language/vocabulary.js";

/** Phrases of one or more words, found in a document by their words in lower case; each carries a number. */
export class Phrases {
  /** State after a phrase's first word, by word id; 0 where no phrase begins with it. */
  private roots = new Int32Array(0);
  /** Next state by state and word; states from 1. */
  private readonly next = new Steps();
  private readonly value: number[] = [0];

  /** Adds a phrase under a number above 0; a phrase that is known already keeps its first number. */
  add(phrase: string, value: number): void {
    const tokens = tokenise(phrase);
    let state = 0;
    for (let k = 0; k < tokens.length; k++)
      state = this.into(state, vocabulary.id(normalise(phrase.slice(tokens.start[k], tokens.end[k]))));
    if (state > 0 && this.value[state] === 0) this.value[state] = value;
  }

  /** The state after `word`, made if there is none yet. */
  private into(state: number, word: number): number {
    const known = this.after(state, word);
    if (known > 0) return known;
    const made = this.value.length;
    this.value.push(0);
    if (state > 0) this.next.set(state, word, made);
    else {
      if (word >= this.roots.length) {
        const wider = new Int32Array(2 * word + 64);
        wider.set(this.roots);
        this.roots = wider;
      }
      this.roots[word] = made;
    }
    return made;
  }

  private after(state: number, word: number): number {
    if (state === 0) return word < this.roots.length ? this.roots[word] : 0;
    return this.next.get(state, word);
  }

  /** The longest phrase that starts at token `i` and ends before `end`: its number and its length, or null. */
  longestAt(doc: Document, i: number, end: number): { readonly value: number; readonly length: number } | null {
    let state = 0;
    let value = 0;
    let length = 0;
    for (let k = i; k < end; k++) {
      state = this.after(state, doc.norm[k]);
      if (state === 0) break;
      if (this.value[state] > 0) {
        value = this.value[state];
        length = k + 1 - i;
      }
    }
    return length > 0 ? { value, length } : null;
  }
}

/** Numbers above 0 by two others, the first above 0, in one array by open addressing: asked for at every word of a name. */
class Steps {
  /** Three numbers a cell: state, word, what follows. */
  private cells = new Int32Array(3 * 1024);
  private count = 0;

  /** What follows, or 0. */
  get(state: number, word: number): number {
    return this.cells[this.cellOf(state, word) + 2];
  }

  set(state: number, word: number, next: number): void {
    if (3 * this.count > this.cells.length / 3) this.grow();
    const at = this.cellOf(state, word);
    if (this.cells[at] === 0) this.count++;
    this.cells[at] = state;
    this.cells[at + 1] = word;
    this.cells[at + 2] = next;
  }

  /** Where the pair stands, or the free cell where it would. */
  private cellOf(state: number, word: number): number {
    const { cells } = this;
    const mask = cells.length / 3 - 1;
    let cell = Math.imul(Math.imul(state, 0x9e3779b1) ^ word, 0x85ebca6b) >>> 8;
    for (cell &= mask; cells[3 * cell] !== 0; cell = (cell + 1) & mask)
      if (cells[3 * cell] === state && cells[3 * cell + 1] === word) return 3 * cell;
    return 3 * cell;
  }

  private grow(): void {
    const old = this.cells;
    this.cells = new Int32Array(2 * old.length);
    this.count = 0;
    for (let at = 0; at < old.length; at += 3) if (old[at] > 0) this.set(old[at], old[at + 1], old[at + 2]);
  }
}
