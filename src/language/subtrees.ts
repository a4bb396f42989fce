import { PAD, type Workspace } from "./workspace.js";

/** Whether a token is, or hangs, however far, on another. */
export function isUnder({ head, length }: Workspace, t: number, above: number): boolean {
  for (let at = t, n = 0; at >= PAD && at < PAD + length && n <= length; at = head[at], n++) if (at === above) return true;
  return false;
}

/** The first token of the words straight before a token that hang on it. */
export function firstOf(work: Workspace, top: number): number {
  let first = top;
  while (first > PAD && isUnder(work, first - 1, top)) first--;
  return first;
}

/** The last token of the words straight behind a token that hang on it. */
export function lastOf(work: Workspace, top: number): number {
  let last = top;
  while (last + 1 < PAD + work.length && isUnder(work, last + 1, top)) last++;
  return last;
}

/** The first dependent with one of some relations, or -1. */
export function childOf({ head, label, length }: Workspace, i: number, labels: ReadonlySet<number>): number {
  for (let k = PAD; k < PAD + length; k++) if (head[k] === i && labels.has(label[k])) return k;
  return -1;
}
