import type { Configuration } from "./configuration.js";
import { key1, key2, key3 } from "./hash.js";
import type { Workspace } from "./workspace.js";

export const PARSE_FEATURES = 112;

/** Distance and valency beyond which nothing is told apart. */
function capped(n: number, most: number): number {
  return n > most ? most : n;
}

/**
 * A key for each feature of a state: the templates of Zhang & Nivre (2011), with distributional classes of words beside them.
 * Returns how many keys were written. The stack must not be empty.
 *
 * They come in groups: what stays the same as long as a node is the stack's top or the buffer's front is a group of its own, so that
 * it can be summed once (see parser.ts). Each group writes from the `n`-th key on and returns where it ended.
 */
export function parseFeatures(work: Workspace, state: Configuration, keys: Int32Array): number {
  const s = state.stack[state.size - 1];
  const b = state.front;
  let n = belowFeatures(work, state, keys, 0);
  n = headFeatures(work, state, s, keys, n);
  n = leftFeatures(work, state, s, keys, n);
  n = rightFeatures(work, state, s, keys, n);
  n = frontFeatures(work, state, b, keys, n);
  n = aheadFeatures(work, b, keys, n);
  n = nextFeatures(work, b + 1, keys, n);
  n = afterNextFeatures(work, b + 2, keys, n);
  return pairFeatures(work, state, keys, n);
}

/** The word under the stack's top. */
export function belowFeatures({ word, tag }: Workspace, { stack, size }: Configuration, keys: Int32Array, n: number): number {
  keys[n++] = key2(171, word[size > 1 ? stack[size - 2] : 0], tag[stack[size - 1]]);
  return n;
}

/** A node of the stack with its head, and that one's; a node without any is told by its tag alone. */
export function headFeatures({ word, tag }: Workspace, { head, label }: Configuration, s: number, keys: Int32Array, n: number): number {
  const sp = tag[s];
  const sh = head[s];
  const sh2 = sh > 0 ? head[sh] : 0;
  const has = sh > 0 ? 1 : 0;
  keys[n++] = key2(102, sp, has);
  keys[n++] = key1(136, word[sh]);
  keys[n++] = key1(137, tag[sh]);
  keys[n++] = key2(138, label[s], has);
  keys[n++] = key1(148, word[sh2]);
  keys[n++] = key1(149, tag[sh2]);
  keys[n++] = key1(150, label[sh]);
  keys[n++] = key3(162, sp, tag[sh], tag[sh2]);
  return n;
}

/** A node of the stack with its dependents on the left, which it gets before it comes there. */
export function leftFeatures({ word, tag }: Workspace, state: Configuration, s: number, keys: Int32Array, n: number): number {
  const { label } = state;
  const sw = word[s];
  const sp = tag[s];
  const sl = state.leftmost[s];
  const sl2 = state.leftmost2[s];
  const lefts = capped(state.lefts[s], 6);
  keys[n++] = key2(132, sw, lefts);
  keys[n++] = key2(133, sp, lefts);
  keys[n++] = key1(139, word[sl]);
  keys[n++] = key1(140, tag[sl]);
  keys[n++] = key1(141, label[sl]);
  keys[n++] = key1(151, word[sl2]);
  keys[n++] = key1(152, tag[sl2]);
  keys[n++] = key1(153, label[sl2]);
  keys[n++] = key3(160, sp, tag[sl], tag[sl2]);
  keys[n++] = key2(166, sw, state.leftLabels[s]);
  keys[n++] = key2(167, sp, state.leftLabels[s]);
  return n;
}

/** A node of the stack itself and with its dependents on the right. */
export function rightFeatures({ word, tag }: Workspace, state: Configuration, s: number, keys: Int32Array, n: number): number {
  const { label } = state;
  const sw = word[s];
  const sp = tag[s];
  const sr = state.rightmost[s];
  const sr2 = state.rightmost2[s];
  const rights = capped(state.rights[s], 6);
  keys[n++] = key2(100, sw, sp);
  keys[n++] = key1(101, sw);
  keys[n++] = key2(130, sw, rights);
  keys[n++] = key2(131, sp, rights);
  keys[n++] = key1(142, word[sr]);
  keys[n++] = key1(143, tag[sr]);
  keys[n++] = key1(144, label[sr]);
  keys[n++] = key1(154, word[sr2]);
  keys[n++] = key1(155, tag[sr2]);
  keys[n++] = key1(156, label[sr2]);
  keys[n++] = key3(161, sp, tag[sr], tag[sr2]);
  keys[n++] = key2(164, sw, state.rightLabels[s]);
  keys[n++] = key2(165, sp, state.rightLabels[s]);
  return n;
}

/** The buffer's front itself and with its dependents, which are all on its left. */
export function frontFeatures({ word, tag }: Workspace, state: Configuration, b: number, keys: Int32Array, n: number): number {
  const { label } = state;
  const bw = word[b];
  const bp = tag[b];
  const bl = state.leftmost[b];
  const bl2 = state.leftmost2[b];
  const lefts = capped(state.lefts[b], 6);
  keys[n++] = key2(103, bw, bp);
  keys[n++] = key1(104, bw);
  keys[n++] = key1(105, bp);
  keys[n++] = key2(134, bw, lefts);
  keys[n++] = key2(135, bp, lefts);
  keys[n++] = key1(145, word[bl]);
  keys[n++] = key1(146, tag[bl]);
  keys[n++] = key1(147, label[bl]);
  keys[n++] = key1(157, word[bl2]);
  keys[n++] = key1(158, tag[bl2]);
  keys[n++] = key1(159, label[bl2]);
  keys[n++] = key3(163, bp, tag[bl], tag[bl2]);
  keys[n++] = key2(168, bw, state.leftLabels[b]);
  keys[n++] = key2(169, bp, state.leftLabels[b]);
  return n;
}

/** The tags from the buffer's front on. */
export function aheadFeatures({ tag }: Workspace, b: number, keys: Int32Array, n: number): number {
  keys[n++] = key2(117, tag[b], tag[b + 1]);
  keys[n++] = key3(118, tag[b], tag[b + 1], tag[b + 2]);
  return n;
}

/** The word after the buffer's front. */
export function nextFeatures({ word, tag }: Workspace, i: number, keys: Int32Array, n: number): number {
  keys[n++] = key2(106, word[i], tag[i]);
  keys[n++] = key1(107, word[i]);
  keys[n++] = key1(108, tag[i]);
  return n;
}

/** The word after that. */
export function afterNextFeatures({ word, tag }: Workspace, i: number, keys: Int32Array, n: number): number {
  keys[n++] = key2(109, word[i], tag[i]);
  keys[n++] = key1(110, tag[i]);
  return n;
}

/** The stack's top and the buffer's front together. */
export function pairFeatures(work: Workspace, state: Configuration, keys: Int32Array, n: number): number {
  const { word, tag, fine, coarse } = work;
  const { head, label } = state;
  const s = state.stack[state.size - 1];
  const b = state.front;
  const sw = word[s];
  const sp = tag[s];
  const bw = word[b];
  const bp = tag[b];
  const b1p = tag[b + 1];
  const distance = capped(b - s, 10);
  const sl = state.leftmost[s];
  const sr = state.rightmost[s];
  const bl = state.leftmost[b];
  const sh = head[s];
  const has = sh > 0 ? 1 : 0;
  keys[n++] = key3(111, sw, sp, bw);
  keys[n++] = key3(112, sw, bw, bp);
  keys[n++] = key3(113, sw, sp, bp);
  keys[n++] = key3(114, sp, bw, bp);
  keys[n++] = key2(115, sw, bw);
  keys[n++] = key3(116, sp, bp, has);
  keys[n++] = key3(119, sp, bp, b1p);
  keys[n++] = key3(120, tag[sh], sp, bp);
  keys[n++] = key3(121, sp, tag[sl], bp);
  keys[n++] = key3(122, sp, tag[sr], bp);
  keys[n++] = key3(123, sp, bp, tag[bl]);
  keys[n++] = key2(124, sw, distance);
  keys[n++] = key2(125, sp, distance);
  keys[n++] = key2(126, bw, distance);
  keys[n++] = key2(127, bp, distance);
  keys[n++] = key3(128, sw, bw, distance);
  keys[n++] = key3(129, sp, bp, distance);
  // Beyond Zhang & Nivre: the words under the stack's top and beside it in the text, and classes of words.
  keys[n++] = key3(170, tag[state.size > 1 ? state.stack[state.size - 2] : 0], sp, bp);
  keys[n++] = key3(172, tag[s + 1], sp, bp);
  keys[n++] = key3(173, tag[b - 1], sp, bp);
  keys[n++] = key2(174, fine[s], bp);
  keys[n++] = key2(175, sp, fine[b]);
  keys[n++] = key2(176, fine[s], fine[b]);
  keys[n++] = key3(177, coarse[s], coarse[b], distance);
  keys[n++] = key3(178, coarse[s], bp, coarse[b]);
  keys[n++] = key3(179, label[s], sp, bp);
  keys[n++] = key3(180, sw, bp, b1p);
  keys[n++] = key3(181, sp, bw, b1p);
  keys[n++] = key3(182, label[sr], sp, bp);
  keys[n++] = key3(183, word[sr], sp, bp);
  keys[n++] = key3(184, sw, word[bl], bp);
  keys[n++] = key3(185, word[sh], sp, bw);
  return n;
}
