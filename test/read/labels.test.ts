import { expect, test } from "vitest";
import type { LabelStatement } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

function labels(text: string): readonly (LabelStatement & { readonly words: string })[] {
  return read(plainReport(text, { published: "2021-05-14" }))
    .statements.filter((s) => s.kind === "label")
    .map((s) => ({ ...s, words: text.slice(s.span[0], s.span[1]) }));
}

test("'called the shooting a hate crime' is a label of the shooting", () => {
  const [label] = labels("Two people died in a shooting at a market on Monday. The mayor called the shooting a hate crime.");
  expect(label).toMatchObject({ label: "hate-crime" });
  expect(label.words).toContain("hate crime");
  expect(label.event).not.toBeNull();
  expect(label.attribution.length).toBeGreaterThan(0);
});

test("'the accident' in passing is no label", () => {
  expect(labels("The accident closed the road for an hour. Two people were hurt in the accident.")).toEqual([]);
});
