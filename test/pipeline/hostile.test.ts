import { describe, expect, it } from "vitest";
import { sourceOfBytes } from "../../src/intake/index.js";
import { readReport, readSource } from "../../src/pipeline/read.js";
import { reportOf } from "../../src/pipeline/report.js";

const STORY = "<p>Two people were killed when a bomb went off beside a market in Kabul on Monday, police said.</p>";

function source(name: string, text: string) {
  return sourceOfBytes(name, Buffer.from(text), { published: "2021-05-04" });
}

/** The text between the first words of a report and its last, read as English. */
function statementsAround(middle: string): number {
  const text = `Gunmen killed two soldiers in Herat on Monday, police said.\n\n${middle}\n\nOfficials said a bomb had wounded nine people in Kunduz.`;
  const { report, notes } = reportOf(source("report.txt", text));
  return readReport({ report: { ...report, language: "en" }, notes }).statements.length;
}

describe("a text made to take long", () => {
  it.each([
    ["one letter", "a".repeat(150_000)],
    ["blanks", " ".repeat(150_000)],
    ["line ends and blanks", "\n ".repeat(75_000)],
    ["digits", "7".repeat(150_000)],
    ["digits with stops", "1.".repeat(75_000)],
    ["digits with commas", "1,".repeat(75_000)],
    ["full stops", ".".repeat(150_000)],
    ["full stops before a word", `${".".repeat(150_000)}x`],
    ["initials", "U.".repeat(75_000)],
    ["quotation marks", '"'.repeat(150_000)],
    ["apostrophes", "a'".repeat(75_000)],
    ["brackets that nobody closes", "((((".repeat(30_000)],
    ["hyphens", "a-".repeat(75_000)],
    ["addresses", "a://".repeat(37_500)],
  ])("of %s is read with what stands around it", { timeout: 60_000 }, (_, middle) => {
    expect(statementsAround(middle)).toBeGreaterThanOrEqual(4);
  });

  it("of a list of places is read", { timeout: 60_000 }, () => {
    expect(statementsAround(`${"Kabul, Kandahar, Paris, London, ".repeat(600)}were quiet.`)).toBeGreaterThanOrEqual(4);
  });

  it("of more characters than a report has is refused, and says what to do", () => {
    expect(() => readSource(source("report.txt", "Police said two people died. ".repeat(36_000)))).toThrow(/characters are no one report/);
  });
});

describe("a page made to take long", () => {
  it.each([
    ["a hundred thousand tags that nobody closes", `${"<div>".repeat(100_000)}${STORY}`],
    ["tables in tables", `${"<table><tr><td>".repeat(30_000)}${STORY}`],
    ["ends without beginnings", `${"</div>".repeat(100_000)}${STORY}`],
    ["a tag with a hundred thousand attributes", `<a ${"x=1 ".repeat(100_000)}>more</a>${STORY}`],
    ["data nested a hundred thousand deep", `<script type="application/ld+json">${"[".repeat(100_000)}</script>${STORY}`],
    ["a title of half a million words", `<title>${"a ".repeat(500_000)}</title>${STORY}`],
  ])("with %s is read", { timeout: 60_000 }, (_, html) => {
    expect(readSource(source("page.html", html)).report.text).toContain("Two people were killed");
  });
});
