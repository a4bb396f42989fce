/** Tokens as they are scanned: growing columns of offsets and shapes. Not a Document: there are no sentences, tags or ids yet. */
export class TokenBuffer {
  length = 0;
  start: Int32Array;
  end: Int32Array;
  shape: Uint8Array;

  /** `room` is how many tokens are expected. */
  constructor(room: number) {
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
    this.shape = new Uint8Array(room);
  }

  push(start: number, end: number, shape: number): void {
    if (this.length === this.start.length) this.grow();
    this.start[this.length] = start;
    this.end[this.length] = end;
    this.shape[this.length++] = shape;
  }

  private grow(): void {
    const size = this.start.length * 2;
    const start = new Int32Array(size);
    const end = new Int32Array(size);
    const shape = new Uint8Array(size);
    start.set(this.start);
    end.set(this.end);
    shape.set(this.shape);
    this.start = start;
    this.end = end;
    this.shape = shape;
  }
}

/** What the scanner knows of a token; the sentence splitter reads it. */
export const WORD = 0;
export const NUMBER = 1;
export const MARK = 2;
/** An abbreviation that a name or word follows: no sentence ends after it. */
export const TITLE = 3;
/** An abbreviation that may end a sentence. */
export const ENDING = 4;
/** One letter and a full stop: "F." */
export const INITIAL = 5;
/** Letters with full stops: "U.S." */
export const ACRONYM = 6;
/** "a.m.", "p.m." */
export const CLOCK = 7;
/** "Jan.", "Sat." */
export const DATE = 8;
export const ADDRESS = 9;
