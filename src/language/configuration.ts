import { PAD, type Workspace } from "./workspace.js";

export const LONGEST = 1024;

/** Moves of the arc-eager system (Nivre 2003): SHIFT, REDUCE, then LEFT and RIGHT for each label. */
export const SHIFT = 0;
export const REDUCE = 1;
export const LEFT = 2;

/**
 * A parser's state over a workspace: stack, front of the buffer, and the arcs made. The root is the last node of the buffer
 * (Ballesteros & Nivre 2013). Positions are the workspace's; 0 means none.
 */
export class Configuration {
  readonly labels: number;
  readonly stack = new Int32Array(LONGEST);
  size = 0;
  front = PAD;
  root = PAD;
  head = new Int32Array(LONGEST);
  label = new Int32Array(LONGEST);
  readonly leftmost = new Int32Array(LONGEST);
  readonly leftmost2 = new Int32Array(LONGEST);
  readonly rightmost = new Int32Array(LONGEST);
  readonly rightmost2 = new Int32Array(LONGEST);
  readonly lefts = new Int32Array(LONGEST);
  readonly rights = new Int32Array(LONGEST);
  /** Labels of the dependents on each side, as a set of bits modulo 32. */
  readonly leftLabels = new Int32Array(LONGEST);
  readonly rightLabels = new Int32Array(LONGEST);

  constructor(labels: number) {
    this.labels = labels;
  }

  begin(work: Workspace): void {
    const end = PAD + work.length + PAD;
    this.head = work.head;
    this.label = work.label;
    for (const column of [this.head, this.label, this.leftmost, this.leftmost2, this.rightmost, this.rightmost2]) column.fill(0, 0, end);
    for (const column of [this.lefts, this.rights, this.leftLabels, this.rightLabels]) column.fill(0, 0, end);
    this.size = 0;
    this.front = PAD;
    this.root = PAD + work.length;
  }

  /** The stack's k-th node from the top, 0 where there is none. */
  peek(k: number): number {
    return this.size > k ? this.stack[this.size - 1 - k] : 0;
  }

  apply(move: number): void {
    if (move === SHIFT) this.stack[this.size++] = this.front++;
    else if (move === REDUCE) this.size--;
    else if (move < LEFT + this.labels) {
      const dependent = this.stack[--this.size];
      this.attachLeft(this.front, dependent, move - LEFT);
    } else {
      this.attachRight(this.stack[this.size - 1], this.front, move - LEFT - this.labels);
      this.stack[this.size++] = this.front++;
    }
  }

  private attachLeft(head: number, dependent: number, label: number): void {
    this.head[dependent] = head;
    this.label[dependent] = label;
    this.leftmost2[head] = this.leftmost[head];
    this.leftmost[head] = dependent;
    this.lefts[head]++;
    this.leftLabels[head] |= 1 << (label & 31);
  }

  private attachRight(head: number, dependent: number, label: number): void {
    this.head[dependent] = head;
    this.label[dependent] = label;
    this.rightmost2[head] = this.rightmost[head];
    this.rightmost[head] = dependent;
    this.rights[head]++;
    this.rightLabels[head] |= 1 << (label & 31);
  }
}
