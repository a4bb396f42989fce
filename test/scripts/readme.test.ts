import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blocksIn, outputOf, PAGES, regenerate, withSampleLedger } from "../../scripts/readme.js";

const PAGE = "Text.\n\n<!-- output: according events | head -2 -->\n```text\nold\nlines\n```\n\nMore.\n";

describe("a page with real output", () => {
  it("names its commands and what it says they print", () => {
    expect(blocksIn(PAGE)).toEqual([{ command: "according events | head -2", printed: "old\nlines\n" }]);
  });

  it("is written anew block by block, and otherwise left alone", () => {
    expect(regenerate(PAGE, () => "new\n")).toBe(PAGE.replace("old\nlines\n", "new\n"));
  });

  it("says what the commands print today (npm run readme writes it anew)", () => {
    const pages = PAGES.map((name) => new URL(`../../${name}`, import.meta.url)).filter((page) => existsSync(page));
    const blocks = pages.flatMap((page) => blocksIn(readFileSync(page, "utf8")));
    if (blocks.length === 0) return;
    withSampleLedger((ledger) => {
      for (const { command, printed } of blocks) expect(outputOf(command, ledger), command).toBe(printed);
    });
  }, 120_000);
});
