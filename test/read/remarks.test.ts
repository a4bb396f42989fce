import { expect, test } from "vitest";
import type { RemarkStatement } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

function remarks(text: string): readonly (RemarkStatement & { readonly words: string })[] {
  return read(plainReport(text, { published: "2021-05-14" }))
    .statements.filter((s) => s.kind === "remark")
    .map((s) => ({ ...s, words: text.slice(s.span[0], s.span[1]) }));
}

test("what somebody is reported to say beside events is a remark with its speaker", () => {
  const [remark] = remarks("Residents said the water tasted of oil.");
  expect(remark.words).toBe("the water tasted of oil");
  expect(remark.attribution).toHaveLength(1);
});

test("a quotation of two sentences gives two remarks", () => {
  const all = remarks('"The streets are dark. Everybody stays at home," said Anna Berg.');
  expect(all.map((r) => r.words)).toEqual(["The streets are dark", "Everybody stays at home"]);
});

test("the outlet's own opinion is no remark", () => {
  expect(remarks("The plan was foolish from the start.")).toEqual([]);
});
