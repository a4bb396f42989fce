import { describe, expect, it } from "vitest";
import { diff, goldens } from "../../scripts/corpus.js";

describe("golden cases", () => {
  it.each(goldens().map((golden) => [golden.name, golden] as const))(
    "%s is read as it was accepted (npm run corpus shows the difference)",
    (_, { before, now }) => {
      expect(now).toBe(before);
    },
  );

  it("show a change as the lines that went and came", () => {
    expect(diff("a\nb\nc", "a\nx\nc\nd")).toEqual(["- b", "+ x", "+ d"]);
    expect(diff("a", "a")).toEqual([]);
  });
});
