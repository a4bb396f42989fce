import { expect, test } from "vitest";
import { R } from "../../src/language/tags.js";
import { plainReport } from "../../src/model/report.js";
import { findAll } from "../../src/read/index.js";

/** The words that are a subject, and those that hang obliquely on a verb. */
function treeOf(text: string): { subjects: string[]; obliques: string[] } {
  const { doc } = findAll(plainReport(text), "analyse");
  const at = (...relations: number[]): string[] =>
    [...Array(doc.length).keys()].filter((i) => relations.includes(doc.relation[i])).map((i) => text.slice(doc.start[i], doc.end[i]));
  return { subjects: at(R.nsubj, R["nsubj:pass"]), obliques: at(R.obl) };
}

test("a day or a month that opens a sentence without a comma is no part of its subject", () => {
  expect(treeOf("On Tuesday night rebels attacked a convoy.")).toEqual({ subjects: ["rebels"], obliques: ["night"] });
  expect(treeOf("Earlier on Friday troops killed three rebels.").subjects).toEqual(["troops"]);
  expect(treeOf("In May elections were held.")).toEqual({ subjects: ["elections"], obliques: ["May"] });
});

test("a headline's verb behind where its subject is, and 'aid worker', are what they are", () => {
  expect(treeOf("Air strike on hospital kills more than 30, rebels say").subjects).toContain("strike");
  expect(treeOf("Aid worker shot dead in Goma").subjects).toEqual(["worker"]);
  expect(treeOf("Suicide bomber strikes mosque").subjects).toEqual(["bomber"]);
});
