import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { score, TASKS } from "../../bench/scorers/index.js";
import { fixed, head, repr, same } from "../../bench/scorers/shared.js";

const file = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
const lines = (name: string): object[] =>
  file(name)
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe("scorers", () => {
  it.each(TASKS.map((task) => [task.name, task] as const))(
    "prints for %s what the corpora's own scorer prints, to the digit",
    (name, task) => {
      const scored = score(task, lines(`${name}.gold.jsonl`), lines(`${name}.pred.jsonl`), 30);
      expect(`${scored.lines.join("\n")}\n`).toBe(file(`${name}.expected.txt`));
    },
  );

  it("counts nothing for a report without a prediction", () => {
    for (const task of TASKS.filter((t) => t.name !== "accounts" && t.name !== "stories" && t.name !== "shootings")) {
      expect(score(task, lines(`${task.name}.gold.jsonl`), []).headline, task.name).toBe(0);
    }
  });
});

describe("figures", () => {
  it("are rounded as Python rounds them, ties to even", () => {
    expect([0.25, 0.75, 12.25, 0.35, 99.95, 50].map((x) => fixed(x, 1))).toEqual(["0.2", "0.8", "12.2", "0.3", "100.0", "50.0"]);
    expect([0.5, 1.5, 2.5].map((x) => fixed(x, 0))).toEqual(["0", "2", "2"]);
  });

  it("show strings as Python shows them", () => {
    expect(repr("it's")).toBe(`"it's"`);
    expect(repr(["a", null, 'say "no" to it\'s'])).toBe(`['a', None, 'say "no" to it\\'s']`);
  });
});

describe("head nouns", () => {
  it("are the last word before a preposition, in the singular", () => {
    expect(head("three young men of the village")).toBe("men");
    expect(head("the policemen's cars, parked outside")).toBe("car");
    expect(same("two guards", "a guard in the hall")).toBe(true);
    expect(same("the hall", "the wall")).toBe(false);
  });
});
