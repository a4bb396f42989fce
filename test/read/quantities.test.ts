import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenText } from "../../src/language/document.js";
import { plainReport } from "../../src/model/report.js";
import { findAll } from "../../src/read/index.js";

/** Quantities of a text: words of the count, its bounds, the noun counted. */
function quantities(text: string) {
  const found = findAll(plainReport(text, { published: "2016-07-21" }), "quantities");
  return found.quantities.map((q) => ({
    words: text.slice(q.count.span[0], q.count.span[1]),
    low: q.count.low,
    high: q.count.high,
    was: q.count.was,
    unit: q.count.unit,
    qualifier: q.count.qualifier,
    noun: q.noun === null ? null : tokenText(found.doc, q.noun),
    rules: q.rules,
  }));
}

test.each([
  ["Six people died.", 6, 6, "exact"],
  ["About 50 people died.", 50, 50, "about"],
  ["At least 200 people died.", 200, null, "at-least"],
  ["More than 20 people died.", 21, null, "at-least"],
  ["Up to 40 people died.", null, 40, "at-most"],
  ["Fewer than 40 people died.", null, 39, "at-most"],
  ["Between 30 and 40 people died.", 30, 40, "between"],
  ["Dozens of people died.", 24, null, "order"],
  ["A few people died.", 3, null, "order"],
  ["No one died.", 0, 0, "exact"],
] as const)("%s", (text, low, high, qualifier) => {
  expect(quantities(text)[0]).toMatchObject({ low, high, qualifier });
});

test("'from five to six' is one count that was five", () => {
  expect(quantities("The toll has risen from five to six.")).toMatchObject([{ low: 6, high: 6, was: 5 }]);
});

test("'from five to six' of a road is no revision", () => {
  expect(quantities("Children from five to six may take part.").every((q) => q.was === null)).toBe(true);
});

test("'at least' does not reach over 'and' to the next number", () => {
  expect(quantities("At least three banks and four shops burned.")).toMatchObject([
    { low: 3, high: null, noun: "banks" },
    { low: 4, high: 4, noun: "shops" },
  ]);
});

test("the noun is what is counted, through 'of' and adjectives", () => {
  expect(quantities("Twenty-one of the kidnapped schoolgirls came home.")[0].noun).toBe("schoolgirls");
  expect(quantities("Two armed young men fled.")[0].noun).toBe("men");
});

test("a continuous measure keeps its bound, a count goes one up", () => {
  expect(quantities("More than 62.9 inches of snow fell.")[0]).toMatchObject({ low: 62.9, unit: "inch" });
  expect(quantities("More than 62 houses fell.")[0]).toMatchObject({ low: 63 });
});

test("'10.21mn tonnes' is a number with its unit", () => {
  expect(quantities("The port shipped 10.21mn tonnes.")[0]).toMatchObject({ low: 10_210_000, unit: "tonne" });
});

test("'a policeman' is one, and its rule says that nobody counted", () => {
  expect(quantities("A policeman was shot.")[0]).toMatchObject({ low: 1, high: 1, rules: ["quantity.article"] });
});

test("dates, ages, flights and addresses count nothing", () => {
  expect(quantities("John Smith, 27, took Flight 93 on July 4, 1996.")).toEqual([]);
  expect(quantities("Police were called to the 2600 block of Main Street.")).toEqual([]);
});

test("digits with their thousands read as they are written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3000, max: 9_999_999 }), (n) => {
      const [q] = quantities(`Some said ${n.toLocaleString("en-US")} people died.`).filter((x) => x.noun === "people");
      return q.low === n && q.high === n;
    }),
    { numRuns: 50 },
  );
});
