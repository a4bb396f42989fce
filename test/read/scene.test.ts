import { expect, test } from "vitest";
import { read } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

function whereOf(text: string, dateline = 0): string | null {
  const report = reportOf(text);
  const { events, lead, places } = read({
    ...report,
    parts: [
      ...(dateline > 0 ? [{ span: [0, dateline], part: "dateline" } as const] : []),
      { span: [dateline, text.length], part: "body" } as const,
    ],
  });
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

test("a bombing is where its own words say, not in the capital whose court tries it", () => {
  const line = "MOGADISHU (Agency) - ";
  expect(
    whereOf(
      `${line}A military court in Mogadishu on Thursday charged two men over last month's car bombing at a market in Baidoa, in which 27 people were killed. The trial in Mogadishu begins in June.`,
      line.length,
    ),
  ).toBe("Baidoa");
});

test("a coup is not in the country whose government speaks of it", () => {
  expect(whereOf("Soldiers put down an attempted coup early on Sunday, the army said. France urged its citizens to stay indoors.")).toBe(
    null,
  );
});

test("a dateline alone locates nothing", () => {
  const line = "LISBON (Agency) - ";
  expect(whereOf(`${line}Gunmen attacked a convoy on Sunday and killed four soldiers, officials said.`, line.length)).toBe(null);
});

test("what a report of one country tells without a place happened in that country", () => {
  const { events } = read(
    reportOf("Riots broke out in Nairobi on Monday. A curfew holds in Kenya's capital and in Mombasa. Last month teachers went on strike."),
  );
  expect(events.find((e) => e.type === "unrest.strike")?.country).toBe("KEN");
});

test("a killing that a court's verb leads up to is where and when the words behind it say, not at the court", () => {
  const text =
    "A court in Mombasa on Friday jailed a former army captain for 12 years for the killing of four traders at a market in Kilifi in March last year. " +
    "He was arrested in Malindi two months later.";
  expect(whereOf(text)).toBe("Kilifi");
});

test("the town that somebody who got away walked to is not where it happened", () => {
  expect(
    whereOf(
      "Armed men kidnapped 15 pupils from a school in the Nigerian state of Zamfara on Thursday night. One of them escaped and walked to the town of Maradun.",
    ),
  ).toBe("Zamfara");
});

test("an arrest that nothing places is not put in the land of the act", () => {
  const { events } = read(
    reportOf("A tram derailed in Croydon near London on Wednesday, killing seven people. The driver has been arrested."),
  );
  expect(events.find((e) => e.type === "hazard.accident")?.country).toBe("GBR");
  expect(events.find((e) => e.type === "security.arrest")?.country).toBeNull();
});

test("an arrest that names no place of its own is where the report is set", () => {
  expect(whereOf("A commander of the rebels was arrested during a search launched by soldiers in areas along the river near Kilifi.")).toBe(
    "Kilifi",
  );
});
