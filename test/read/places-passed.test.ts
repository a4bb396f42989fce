import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

/** The name of the place of each event of a report. */
function placesOf(text: string): readonly (string | null)[] {
  const r = read(plainReport(text, { published: "2012-05-14" }));
  return r.events.map((e) => r.places.find((p) => p.id === e.where)?.name ?? null);
}

test("an ambush is where the report puts it, not where the convoy was bound for", () => {
  const text =
    "Jihadists ambushed a convoy in Soum province on Tuesday. It was on its way from Djibo to the town of Dori when it came under heavy fire.";
  expect(placesOf(text)).toEqual(["Soum"]);
});

test("a plot is not at home where the accused lives", () => {
  const text =
    "A coup attempt was foiled in the Comoros on Thursday. The minister accused a general of having planned the putsch. The general, who lives in Marseille, denied any involvement.";
  expect(placesOf(text)).toEqual(["Comoros"]);
});

test("a ship is attacked at neither end of her voyage", () => {
  const text = "The Tansy, carrying 11,000 tonnes of palm oil from Douala to Antwerp, was attacked by seven men off Gabon late on Monday.";
  expect(placesOf(text)).toEqual(["Gabon"]);
});

test("sailors are not detained where they come from", () => {
  expect(placesOf("Fourteen sailors, who said they were from Pakistan and Iran, were detained on Sunday.")).toEqual([null]);
});
