import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inside } from "../../src/cli/render/words.js";
import { according, temporaryFolder } from "./harness.js";

const folder = temporaryFolder();
const ledger = folder.path("wording.db");
const run = (...words: string[]) => according(...words, "--ledger", ledger);

const REPORTS = [
  [
    "Lake Wire",
    "2022-05-16",
    "Car bomb kills 27 at Garissa market",
    "A car bomb exploded at a market in the Kenyan town of Garissa on Monday. Twenty-seven people died, the health minister, Amina Olow, said. Sixty-four were injured, she said.",
  ],
  [
    "Coast Mail",
    "2022-05-17",
    "Garissa death toll",
    "The number of dead in Monday's bombing of a market in Garissa was 27, the governor said on Tuesday, while traders said that at least 30 people were dead.",
  ],
  [
    "Coast Mail",
    "2022-05-20",
    "Two men arrested over Garissa bombing",
    "Two men were arrested on Thursday over the bombing of the market in Garissa on Monday that killed 27 people, police said. Police found two men with explosives. It said the two men deny it.",
  ],
] as const;

beforeAll(async () => {
  const lines = REPORTS.map(([outlet, published, title, text], i) =>
    JSON.stringify({ id: `r${i}`, outlet, published, title, text: `${title}\n\n${text}` }),
  );
  writeFileSync(folder.path("wording.jsonl"), lines.join("\n"));
  await run("ingest", folder.path("wording.jsonl"));
}, 60_000);
afterAll(folder.remove);

describe("words of reports inside a line", () => {
  it("lose the capital of a sentence's first word, not that of a name", () => {
    expect(["A gunman", "Two men", "Sixty-four people", "The market"].map(inside)).toEqual([
      "a gunman",
      "two men",
      "sixty-four people",
      "the market",
    ]);
    for (const name of ["The Black Banner", "Ruslan Kulekbayev", "Police", "Two Rivers Mall", "A"]) expect(inside(name)).toBe(name);
  });
});

describe("an account", () => {
  it("names no victims that the tolls count already: sixty-four, people, the number of dead", async () => {
    const { out } = await run("show", "garissa");
    expect(out).toContain("Injured       low 64   best 64");
    expect(out).not.toMatch(/^ {2}victim/m);
  });

  it("calls two men no second time Two men", async () => {
    expect((await run("cases")).out).not.toContain("also called Two men");
  });
});
