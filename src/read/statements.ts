import { overlap } from "../base/span.js";
import type { Statement } from "../model/reading.js";
import { stage } from "./stage.js";

/** All statements of the reading, in the order of their evidence; of two with one id the first stays. */
export const statements = stage({
  name: "statements",
  needs: ["assertions", "tolls", "labels", "figures", "remarks"],
  gives: ["statements"],
  run({ assertions, tolls, labels, figures, remarks }) {
    const all = new Map<string, Statement>();
    const told = assertions.filter((s) => !isNamed(s, labels));
    for (const s of [...told, ...tolls, ...labels, ...figures, ...remarks]) if (!all.has(s.id)) all.set(s.id, s);
    return { statements: [...all.values()].sort(inOrder) };
  },
});

/** "declared the incident a terrorist attack": to name an event is a label, and no news of the event. */
function isNamed(s: Statement, labels: readonly Statement[]): boolean {
  return labels.some(
    (l) =>
      l.event === s.event && l.attribution[0] === s.attribution[0] && 2 * overlap(l.evidence, s.evidence) > s.evidence[1] - s.evidence[0],
  );
}

function inOrder(a: Statement, b: Statement): number {
  return a.evidence[0] - b.evidence[0] || a.evidence[1] - b.evidence[1] || (a.id < b.id ? -1 : 1);
}
