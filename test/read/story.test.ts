import { expect, test } from "vitest";
import { read } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

function attacks(text: string): number {
  return read(reportOf(text)).events.filter((e) => e.type === "violence.attack" || e.type === "violence.killing").length;
}

test("acts of one kind that nothing sets apart are one event", () => {
  expect(
    attacks("A shooting in Gao left two men dead on Monday. Gunmen shot the two brothers outside a shop. The shooting happened at noon."),
  ).toBe(1);
});

test("an attack of another month stays apart", () => {
  expect(attacks("Gunmen attacked a police post in Gao on Monday. Rebels attacked a bus in Timbuktu on May 3.")).toBe(2);
});
