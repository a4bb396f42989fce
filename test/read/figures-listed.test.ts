import { describe, expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

/** Figures of a text published on 6 March 2024, as "number unit, measure, days, place", in the order of their numbers. */
function figures(text: string): readonly string[] {
  const reading = read(plainReport(text, { published: "2024-03-06" }));
  const time = new Map(reading.times.map((t) => [t.id, `${t.earliest}..${t.latest}`]));
  const place = new Map(reading.places.map((p) => [p.id, p.name]));
  return reading.statements
    .flatMap((s) => (s.kind === "figure" ? [s] : []))
    .sort((a, b) => a.count.span[0] - b.count.span[0])
    .map((s) =>
      [
        `${s.count.low} ${s.count.unit}`,
        s.measure ? text.slice(...s.measure) : "-",
        (s.period && time.get(s.period)) ?? "-",
        (s.where && place.get(s.where)) ?? "-",
      ].join(", "),
    );
}

const YEAR = "2023-01-01..2023-12-31";

describe("lists by place", () => {
  test("in 'the most burglaries with 912, followed by Mombasa with 441' each number has its own place and the period of the list", () => {
    expect(
      figures(
        "Police recorded 5,210 burglaries in 2023, up from 4,900 in 2022. Nairobi had the highest number with 912, followed by Mombasa with 441.",
      ).slice(-2),
    ).toEqual([`912 burglary, burglaries, ${YEAR}, Nairobi`, `441 burglary, burglaries, ${YEAR}, Mombasa`]);
  });

  test("numbers in brackets behind ranked names are no ages", () => {
    const found = figures(
      "Figures show that 310 murders were recorded in 2023, against 290 in 2022. Lagos was the worst-hit with 61 murders, followed by Kano (44), Kaduna (32) and Jos (19).",
    );
    expect(found.slice(-4).map((f) => f.replace(/,.*, /, " "))).toEqual([
      "61 murder Lagos",
      "44 murder Kano",
      "32 murder Kaduna",
      "19 murder Jos",
    ]);
    expect(figures("Two men were hurt: Ali Noor (44) and Ben Odera (32).")).toEqual([]);
  });

  test("a name that is no known place gives its number none, and not that of its neighbour", () => {
    const found = figures(
      "Figures show that 310 murders were recorded in 2023, against 290 in 2022. Lagos was the worst-hit with 61 murders, followed by Xuqurem (44).",
    );
    expect(found.at(-1)).toBe("44 murder, murders, -, -");
  });

  test("'at 402 and 377 respectively' goes by the order of the places", () => {
    const found = figures(
      "Police recorded 5,210 burglaries in 2023, up from 4,900 in 2022. Mandera and Wajir recorded the lowest figures, at 402 and 377 respectively.",
    );
    expect(found.slice(-2)).toEqual([`402 burglary, burglaries, ${YEAR}, Mandera`, `377 burglary, burglaries, ${YEAR}, Wajir`]);
  });
});

test("what one place alone is told of is of that place, and an index is no item of the list", () => {
  const found = figures("Police say that Louisiana had 734 homicides in 2022, up 37 percent from 534 in 2021.");
  expect(found.every((f) => f.endsWith("Louisiana"))).toBe(true);
  const listed = figures("Police recorded 632 thefts in 2023, against 598 in 2022. The overall index, at 99.8, was the lowest since 1998.");
  expect(listed.some((f) => f.startsWith("99.8 theft"))).toBe(false);
});

describe("over what time", () => {
  test("'since 2014' goes on until the report", () => {
    expect(figures("More than 680 pupils have been kidnapped in Nigeria since 2014.")).toEqual([
      "681 person, pupils have been kidnapped, 2014-01-01..2024-03-06, Nigeria",
    ]);
  });

  test("'2021-22' and 'between January and July' go to the end of the second", () => {
    expect(figures("The police budget was $306 million in 2021-22, against $341 million in 2020-21.")).toEqual([
      "306000000 dollar, police budget, 2021-01-01..2022-12-31, -",
      "341000000 dollar, police budget, 2020-01-01..2021-12-31, -",
    ]);
    expect(figures("There were 480 extortion cases in Cali between January and July 2023.")).toEqual([
      "480 case, extortion cases, 2023-01-01..2023-07-31, Cali",
    ]);
  });

  test("'the previous 12 months' end where the year told of begins", () => {
    expect(
      figures("Police recorded 510 thefts in the year ending June 2023. In the previous 12 months 600 thefts were recorded.").at(-1),
    ).toBe("600 theft, thefts, 2021-07-01..2022-06-30, -");
  });

  test("the day on which it was said and the year since which records are kept are no period", () => {
    expect(
      figures("As many as 91 people were killed in Assam in 2023, the ministry said on Monday, down from 128 in 2022.").at(-1),
    ).toContain("2022-01-01..2022-12-31");
    expect(figures("Theft reached its highest level since records began in 2003, with 443,995 offences.")[0]).toContain(", -, -");
  });
});

describe("what is measured", () => {
  test("the cases of a crime that rose are of that crime", () => {
    expect(figures("Robbery with violence rose by 11 percent to 2,764 cases in 2023.")[1]).toMatch(/^2764 case, Robbery with violence/);
  });

  test("'the number of offences was 192,000'", () => {
    expect(figures("The number of sexual offences was 192,000 in 2023.")).toEqual([`192000 offence, sexual offences, ${YEAR}, -`]);
  });

  test("'and 12 percent to land' is of the same as the share before", () => {
    expect(
      figures("He said 38 percent of the murders were linked to disputes and 12 percent to land.").map((f) => f.split(", ")[1]),
    ).toEqual(["murders", "murders"]);
  });

  test("a number that falls is no accident", () => {
    const text = "The Leeds force recorded 5,150 thefts in 2023, ahead of Bradford, where the figure fell from 3,504 to 3,371.";
    expect(read(plainReport(text, { published: "2024-03-06" })).events).toEqual([]);
  });

  test("'put the number at 8,000' is of those counted before", () => {
    expect(figures("Organisers said 20,000 people took part, but police put the number at 8,000.")).toEqual([
      "20000 person, people, -, -",
      "8000 person, people, -, -",
    ]);
    expect(figures("He paid 12 million naira. A neighbour put the number of those robbed at 31.")).toHaveLength(1);
  });
});
