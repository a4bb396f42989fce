import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const arrests = (text: string): number =>
  read(plainReport(text, { published: "2012-03-04" })).events.filter((e) => e.type === "security.arrest").length;

test("who is arrested without a name and then named was arrested once", () => {
  expect(
    arrests("A rebel carrying a reward on his head was arrested in Ranpur. Bhadru Poyam was nabbed by a police team, the officer said."),
  ).toBe(1);
});

test("several who are arrested and then named one by one were arrested once", () => {
  expect(arrests("Three rebels were arrested in Ranpur. Mohan Sahu was nabbed by a police team, the officer said.")).toBe(1);
});

test("a man who had been arrested earlier is not who was arrested now", () => {
  expect(arrests("A rebel was arrested in Ranpur. Mohan Sahu had been nabbed by another team, the officer said.")).toBe(2);
});

test("a number of people arrested that somebody says again is the same number", () => {
  const text = 'Police arrested two rebels at Ranpur. "We have arrested two suspected rebels from a house," the officer Rupesh Kumar said.';
  const r = read(plainReport(text, { published: "2012-03-04" }));
  const parts = r.statements.filter((s) => s.kind === "toll" && s.effect === "arrested" && s.who !== null);
  expect(parts.length).toBeLessThanOrEqual(1);
});
