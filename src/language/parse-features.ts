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
 */
export function parseFeatures(work: Workspace, state: Configuration, keys: Int32Array): number {
  const { word, tag, fine, coarse } = work;
  const { head, label, leftmost, leftmost2, rightmost, rightmost2 } = state;
  const s = state.stack[state.size - 1];
  const s1 = state.size > 1 ? state.stack[state.size - 2] : 0;
  const b = state.front;
  const sw = word[s];
  const sp = tag[s];
  const bw = word[b];
  const bp = tag[b];
  const b1w = word[b + 1];
  const b1p = tag[b + 1];
  const b2p = tag[b + 2];
  const distance = capped(b - s, 10);
  const sl = leftmost[s];
  const sr = rightmost[s];
  const bl = leftmost[b];
  const sh = head[s];
  const sh2 = sh > 0 ? head[sh] : 0;
  const sl2 = leftmost2[s];
  const sr2 = rightmost2[s];
  const bl2 = leftmost2[b];
  const has = sh > 0 ? 1 : 0;
  let n = 0;
  keys[n++] = key2(100, sw, sp);
  keys[n++] = key1(101, sw);
  keys[n++] = key2(102, sp, has);
  keys[n++] = key2(103, bw, bp);
  keys[n++] = key1(104, bw);
  keys[n++] = key1(105, bp);
  keys[n++] = key2(106, b1w, b1p);
  keys[n++] = key1(107, b1w);
  keys[n++] = key1(108, b1p);
  keys[n++] = key2(109, word[b + 2], b2p);
  keys[n++] = key1(110, b2p);
  keys[n++] = key3(111, sw, sp, bw);
  keys[n++] = key3(112, sw, bw, bp);
  keys[n++] = key3(113, sw, sp, bp);
  keys[n++] = key3(114, sp, bw, bp);
  keys[n++] = key2(115, sw, bw);
  keys[n++] = key3(116, sp, bp, has);
  keys[n++] = key2(117, bp, b1p);
  keys[n++] = key3(118, bp, b1p, b2p);
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
  const sRights = capped(state.rights[s], 6);
  const sLefts = capped(state.lefts[s], 6);
  const bLefts = capped(state.lefts[b], 6);
  keys[n++] = key2(130, sw, sRights);
  keys[n++] = key2(131, sp, sRights);
  keys[n++] = key2(132, sw, sLefts);
  keys[n++] = key2(133, sp, sLefts);
  keys[n++] = key2(134, bw, bLefts);
  keys[n++] = key2(135, bp, bLefts);
  keys[n++] = key1(136, word[sh]);
  keys[n++] = key1(137, tag[sh]);
  keys[n++] = key2(138, label[s], has);
  keys[n++] = key1(139, word[sl]);
  keys[n++] = key1(140, tag[sl]);
  keys[n++] = key1(141, label[sl]);
  keys[n++] = key1(142, word[sr]);
  keys[n++] = key1(143, tag[sr]);
  keys[n++] = key1(144, label[sr]);
  keys[n++] = key1(145, word[bl]);
  keys[n++] = key1(146, tag[bl]);
  keys[n++] = key1(147, label[bl]);
  keys[n++] = key1(148, word[sh2]);
  keys[n++] = key1(149, tag[sh2]);
  keys[n++] = key1(150, label[sh]);
  keys[n++] = key1(151, word[sl2]);
  keys[n++] = key1(152, tag[sl2]);
  keys[n++] = key1(153, label[sl2]);
  keys[n++] = key1(154, word[sr2]);
  keys[n++] = key1(155, tag[sr2]);
  keys[n++] = key1(156, label[sr2]);
  keys[n++] = key1(157, word[bl2]);
  keys[n++] = key1(158, tag[bl2]);
  keys[n++] = key1(159, label[bl2]);
  keys[n++] = key3(160, sp, tag[sl], tag[sl2]);
  keys[n++] = key3(161, sp, tag[sr], tag[sr2]);
  keys[n++] = key3(162, sp, tag[sh], tag[sh2]);
  keys[n++] = key3(163, bp, tag[bl], tag[bl2]);
  const sRightLabels = state.rightLabels[s];
  const sLeftLabels = state.leftLabels[s];
  const bLeftLabels = state.leftLabels[b];
  keys[n++] = key2(164, sw, sRightLabels);
  keys[n++] = key2(165, sp, sRightLabels);
  keys[n++] = key2(166, sw, sLeftLabels);
  keys[n++] = key2(167, sp, sLeftLabels);
  keys[n++] = key2(168, bw, bLeftLabels);
  keys[n++] = key2(169, bp, bLeftLabels);
  // Beyond Zhang & Nivre: the word under the stack's top, the words beside it in the text, and classes of words.
  keys[n++] = key3(170, tag[s1], sp, bp);
  keys[n++] = key2(171, word[s1], sp);
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
