import { expect, test } from "vitest";
import { breakCycles } from "../../src/language/cycles.js";
import { analyse } from "../../src/language/index.js";
import { PAD, Workspace } from "../../src/language/workspace.js";

function climbs(head: (i: number) => number, length: number): boolean {
  for (let i = 0; i < length; i++) {
    let at = i;
    for (let n = 0; at >= 0 && at < length; n++, at = head(at)) if (n > length) return false;
  }
  return true;
}

test("words that hang on each other in a ring are hung on the root, and nothing else is moved", () => {
  const work = new Workspace();
  work.begin(6);
  // 0 <- 1 root; 2 -> 3 -> 4 -> 2 a ring, 5 hangs on the ring
  [1, 6, 3, 4, 2, 4].forEach((h, k) => {
    work.head[PAD + k] = PAD + h;
  });
  breakCycles(work);
  const heads = Array.from({ length: 6 }, (_, k) => work.head[PAD + k] - PAD);
  expect(climbs((i) => heads[i], 6)).toBe(true);
  expect([heads[0], heads[1], heads[5]]).toEqual([1, 6, 4]);
  expect([heads[2], heads[3], heads[4]].filter((h) => h === 1)).toHaveLength(1);
});

test("every word of a sentence has a way up to its root, whatever menders did", () => {
  const doc = analyse("The other victim who was stabbed, a 52-year-old man stabbed twice, remained in serious condition at Mercy.");
  expect(climbs((i) => doc.head[i], doc.length)).toBe(true);
});
