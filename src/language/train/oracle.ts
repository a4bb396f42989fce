import { type Configuration, LEFT, REDUCE, SHIFT } from "../configuration.js";
import { PAD } from "../workspace.js";

/** A gold tree by workspace positions; the root's position is PAD + length. */
export interface GoldTree {
  readonly head: Int32Array;
  readonly label: Int32Array;
  /** Dependents of each position, in order. */
  readonly children: readonly (readonly number[])[];
}

export function goldTree(heads: readonly number[], relations: readonly number[]): GoldTree {
  const n = heads.length;
  const head = new Int32Array(PAD + n + PAD);
  const label = new Int32Array(PAD + n + PAD);
  const children: number[][] = Array.from({ length: PAD + n + 1 }, () => []);
  for (let i = 0; i < n; i++) {
    const h = heads[i] < 0 ? PAD + n : PAD + heads[i];
    head[PAD + i] = h;
    label[PAD + i] = relations[i];
    children[h].push(PAD + i);
  }
  return { head, label, children };
}

/** What each move loses: gold arcs that can no longer be made after it. -1 where the state does not allow the move. */
export interface Costs {
  shift: number;
  reduce: number;
  left: number;
  right: number;
}

/** The dynamic oracle of the arc-eager system (Goldberg & Nivre 2012), for states with words left in the buffer. */
export function movesCosts(state: Configuration, gold: GoldTree, costs: Costs): void {
  const b = state.front;
  if (state.size === 0) {
    costs.shift = 0;
    costs.reduce = costs.left = costs.right = -1;
    return;
  }
  const s = state.stack[state.size - 1];
  const headless = state.head[s] === 0;
  let headInStack = 0;
  let childrenInStack = 0;
  const bHead = gold.head[b];
  for (let k = 0; k < state.size; k++) {
    const node = state.stack[k];
    if (node === bHead) headInStack = 1;
    if (gold.head[node] === b && state.head[node] === 0) childrenInStack++;
  }
  let childrenInBuffer = 0;
  for (const child of gold.children[s]) if (child >= b) childrenInBuffer++;
  costs.shift = headInStack + childrenInStack;
  costs.reduce = headless ? -1 : childrenInBuffer;
  costs.left = headless ? childrenInBuffer + (gold.head[s] > b ? 1 : 0) : -1;
  const otherHead = bHead !== s && (headInStack === 1 || bHead > b) ? 1 : 0;
  costs.right = otherHead + childrenInStack;
}

/** Whether `move` loses nothing; an arc that is gold must have its gold label. */
export function isOptimal(state: Configuration, gold: GoldTree, costs: Costs, move: number): boolean {
  if (move === SHIFT) return costs.shift === 0;
  if (move === REDUCE) return costs.reduce === 0;
  const s = state.stack[state.size - 1];
  const b = state.front;
  if (move < LEFT + state.labels) {
    if (costs.left !== 0) return false;
    return gold.head[s] !== b || gold.label[s] === move - LEFT;
  }
  if (costs.right !== 0) return false;
  return gold.head[b] !== s || gold.label[b] === move - LEFT - state.labels;
}
