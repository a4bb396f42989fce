import { R } from "./tags.js";
import { PAD, type Workspace } from "./workspace.js";

const seen = new Int32Array(PAD + 1024 + PAD);

/**
 * Breaks what no mender may leave behind: words that hang on each other in a ring, over which whoever climbs a tree would climb for
 * ever. One word of the ring hangs on the sentence's root instead.
 */
export function breakCycles(work: Workspace): void {
  const { head, label, length } = work;
  const end = PAD + length;
  seen.fill(0, PAD, end);
  for (let i = PAD; i < end; i++) {
    let at = i;
    while (at >= PAD && at < end && seen[at] === 0) {
      seen[at] = i;
      at = head[at];
    }
    if (at < PAD || at >= end || seen[at] !== i) continue;
    const root = rootOf(work, at);
    head[at] = root;
    label[at] = root === end ? R.root : R.parataxis;
  }
}

/** The root of the sentence, where it has one other than `i`; else the place of a root. */
function rootOf({ head, length }: Workspace, i: number): number {
  const end = PAD + length;
  for (let k = PAD; k < end; k++) if (head[k] === end && k !== i) return k;
  return end;
}
