import { expect, test } from "vitest";
import { read } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

function whereOf(text: string): string | null {
  const { events, lead, places } = read(reportOf(text));
  const chief = events.find((e) => e.id === lead);
  return places.find((p) => p.id === chief?.where)?.name ?? null;
}

test("a shooting is in the town whose police look into it, not in the town whose hospital took the wounded", () => {
  expect(
    whereOf(
      "Two men were shot on Sunday night, Toledo police said. They were found outside a shop and were flown to a hospital in Cleveland. " +
        "Toledo police are looking for a gunman.",
    ),
  ).toBe("Toledo");
});

test("a street says nothing of where on the map its name's town is", () => {
  expect(whereOf("A man was shot dead in Toledo on Sunday, police said. The shooting happened on Aswan Drive at about 9 p.m.")).toBe(
    "Toledo",
  );
});

test("a report without places leaves the place open", () => {
  expect(whereOf("A man was shot dead on Sunday night, police said.")).toBe(null);
});
