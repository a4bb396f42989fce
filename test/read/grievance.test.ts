import { expect, test } from "vitest";
import type { Reading } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const reading = (text: string): Reading => read(plainReport(text, { published: "2024-05-14" }));

test("what people protest against is no part of what they, or others, did next", () => {
  const shooting = reading("A gunman opened fire at a rally against the killing of two students.");
  const lead = shooting.events.find((e) => e.type === "violence.attack");
  const killing = shooting.events.find((e) => e.type === "violence.killing");
  expect(lead?.roles.map((r) => r.role)).not.toContain("victim");
  expect(shooting.statements.flatMap((s) => (s.kind === "toll" ? [s.event] : []))).toEqual([killing?.id]);

  const stones = reading(
    "Protesters hurled stones at police in Corvo on Saturday, the fifth day of protests over the death of a student in custody.",
  );
  const hurled = stones.events.find((e) => e.type === "violence.attack");
  expect(hurled?.roles.map((r) => r.role)).not.toContain("victim");
  expect(stones.events.map((e) => e.type)).toContain("violence.killing");
});

test("who dies at a protest dies of what is done there", () => {
  const { events } = reading("Police opened fire on a protest in Corvo on Monday, and two students were killed.");
  const harmed = events.filter((e) => e.roles.some((r) => r.role === "victim")).map((e) => e.type);
  expect(harmed).toHaveLength(1);
});
