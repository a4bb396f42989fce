import { expect, test } from "vitest";
import type { Event, Reading } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const reading = (text: string): Reading => read(plainReport(text, { published: "2023-06-15" }));
const where = (text: string, type: Event["type"]): string | null => {
  const r = reading(text);
  const found = r.events.find((e) => e.type === type);
  expect(found, `no ${type} in ${text}`).toBeDefined();
  return r.places.find((p) => p.id === found?.where)?.name ?? null;
};

test("where somebody lives is not where they are charged or arrested", () => {
  expect(where("Kieran Doyle, 36, of Harehills, Leeds, was charged with attempted murder.", "justice.charge")).toBeNull();
  expect(where("Travis Hollis of Pasadena, Texas, was indicted by a grand jury.", "justice.charge")).toBeNull();
  expect(where("Leo Marsh, 24, from Bradford, was arrested in Hull on Monday.", "security.arrest")).toBe("Kingston upon Hull");
});

test("where police took somebody is where they were arrested", () => {
  expect(where("Police arrested Rohit Kumar from Bawana in Delhi on Monday.", "security.arrest")).not.toBeNull();
  expect(where("Maria Lopez, 34, was arrested in Fresno.", "security.arrest")).toBe("Fresno");
});
