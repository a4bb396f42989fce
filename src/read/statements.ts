import type { Statement } from "../model/reading.js";
import { stage } from "./stage.js";

/** All statements of the reading, in the order of their evidence; of two with one id the first stays. */
export const statements = stage({
  name: "statements",
  needs: ["assertions", "tolls", "labels", "figures", "remarks"],
  gives: ["statements"],
  run({ assertions, tolls, labels, figures, remarks }) {
    const all = new Map<string, Statement>();
    for (const s of [...assertions, ...tolls, ...labels, ...figures, ...remarks]) if (!all.has(s.id)) all.set(s.id, s);
    return { statements: [...all.values()].sort(inOrder) };
  },
});

function inOrder(a: Statement, b: Statement): number {
  return a.evidence[0] - b.evidence[0] || a.evidence[1] - b.evidence[1] || (a.id < b.id ? -1 : 1);
}
