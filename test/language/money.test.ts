import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const reading = (text: string) => read(plainReport(text, { published: "2023-06-15" }));

test("an amount in letters is one amount, and ends no sentence at its point", () => {
  const r = reading("The governor diverted N3.4 billion meant for schools.");
  const figures = r.statements.flatMap((s) => (s.kind === "figure" ? [[s.count.low, s.count.unit]] : []));
  expect(figures).toEqual([[3_400_000_000, "naira"]]);
});

test("what stands behind a sum in lakhs or naira stays of the list", () => {
  for (const sum of ["Rs 12 lakh", "Rs12 lakh", "N12 million", "$12 million"]) {
    const text = `Officers have recovered gold coins worth ${sum}, three pistols and a stolen car from them.`;
    const r = reading(text);
    const seized = r.events.find((e) => e.type === "security.seizure");
    const targets = seized?.roles.filter((f) => f.role === "target").map((f) => text.slice(f.span[0], f.span[1]));
    expect(targets, text).toEqual(["gold coins", "three pistols", "a stolen car"]);
  }
});

test("letters and digits that are no amount stay one word", () => {
  const r = reading("Police seized 200 N95 masks on the R1 road near Durban.");
  expect(r.statements.flatMap((s) => (s.kind === "figure" ? [s.count.unit] : []))).not.toContain("naira");
  expect(r.statements.flatMap((s) => (s.kind === "figure" ? [s.count.unit] : []))).not.toContain("rand");
});
