import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

/** Figures of a text published on 21 July 2016. */
function figures(text: string) {
  const reading = read(plainReport(text, { published: "2016-07-21" }));
  const time = new Map(reading.times.map((t) => [t.id, t.value]));
  return reading.statements.flatMap((s) =>
    s.kind === "figure"
      ? [
          {
            low: s.count.low,
            unit: s.count.unit,
            measure: s.measure && text.slice(s.measure[0], s.measure[1]),
            period: s.period && (time.get(s.period) ?? null),
            rules: s.rules,
          },
        ]
      : [],
  );
}

const byLow = (text: string) => figures(text).sort((a, b) => (a.low ?? 0) - (b.low ?? 0));

test("a number compared with inherits what the first one measures", () => {
  const found = figures("The port handled 80,000 containers in 2015, compared to 44,200 in 2014.");
  expect(found).toMatchObject([
    { low: 80_000, unit: "container", period: "2015" },
    { low: 44_200, unit: "container", period: "2014" },
  ]);
  expect(found[0].measure).toBe(found[1].measure);
});

test("the measure of a share is what it is a share of", () => {
  expect(figures("The teachers won a 5-percent pay raise.")).toMatchObject([{ low: 5, unit: "percent", measure: "pay raise" }]);
});

test("the same sum in another currency is no second figure", () => {
  expect(figures("Thieves stole 2m euros ($2.6m) in gems.")).toHaveLength(1);
});

test("ages, jail years and fines are no figures", () => {
  expect(figures("Ann Smith, 27, was jailed for five years.")).toEqual([]);
  expect(figures("The company was fined 30,000 pounds.")).toEqual([]);
});

test("the toll of an event is no figure", () => {
  expect(figures("A bomb killed 26 people in the market on Monday.").filter((f) => f.low === 26)).toEqual([]);
});

test("a number that something rose or fell to counts it, with what it was before", () => {
  expect(figures("Robberies went up from 75,000 to 81,900 over the same period.")).toMatchObject([
    { low: 81_900, unit: "robbery", measure: "Robberies" },
  ]);
  expect(figures("Burglaries dropped to 2,660 in 2015.")).toMatchObject([
    { low: 2660, unit: "burglary", measure: "Burglaries", period: "2015" },
  ]);
  expect(figures("Shouts rose to a roar, and the crowd moved to 12 Mill Lane.")).toEqual([]);
});

test("of four in ten offences nobody counted ten", () => {
  expect(figures("Fraud accounted for four in ten offences last year.")).toMatchObject([{ low: 40, unit: "percent", measure: "offences" }]);
});

test("where a height was measured is not what was measured", () => {
  expect(figures("The river rose to 7.1 metres in Kinshasa.")).toMatchObject([{ low: 7.1, unit: "metre", measure: "river" }]);
});

test("what a seizure took is a figure item by item, also where the event holds it as its target", () => {
  const found = figures("Six rifles, 12 magazines and about 300 rounds of ammunition were found and confiscated in Arlen on Monday.");
  expect(found.map((f) => f.low).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([6, 12, 300]);
});

test("what is put at a distance is measured, not who puts it there", () => {
  expect(figures("The institute put the epicentre at about 58 km from Arlen.")).toMatchObject([{ low: 58, measure: "epicentre" }]);
});

test("a share of what moved measures that, and the number it came to counts it", () => {
  const robbery = figures("Robbery in the capital was up 19 percent to 3,115.");
  expect(robbery.map((f) => [f.low, f.unit, f.measure]).sort()).toEqual([
    [19, "percent", "Robbery in the capital"],
    [3115, "robbery", "Robbery in the capital"],
  ]);
  const recorded = figures("The force recorded 8,716 thefts in 2015, down 4 percent from 9,080 a year earlier.");
  expect(recorded.map((f) => [f.low, f.unit, f.measure]).sort()).toEqual([
    [4, "percent", "thefts"],
    [8716, "theft", "thefts"],
    [9080, "theft", "thefts"],
  ]);
});

test("nobody counted the thousands that a rate is per", () => {
  expect(figures("The murder rate fell to 5.2 per 100,000 residents.").map((f) => f.low)).not.toContain(100_000);
});

test("people killed over months are a figure, with the months that it was counted over", () => {
  const found = figures("Some 4,500 civilians were killed in Ardan in the first six months of 2015, a report says.");
  expect(found).toMatchObject([{ low: 4500, measure: "civilians were killed", period: "P6M" }]);
});

test("a plural whose phrase the tree loses has still moved; 'last year' is no noun that is counted; what has doubled has moved", () => {
  expect(figures("Kidnappings for ransom in the state fell to 112 last year from 187 in 2014, police figures show.")).toMatchObject([
    { low: 112, unit: "kidnapping", measure: "Kidnappings", period: "2015" },
  ]);
  expect(figures("Arrests for drug offences doubled to 4,100 last year.")).toMatchObject([{ low: 4100, unit: "arrest", period: "2015" }]);
});

test("a share may be said by two numbers, or by a part of nothing that is named", () => {
  const shares = (text: string) => figures(text).map((f) => [f.low, f.unit, f.measure]);
  expect(shares("Four out of five victims were women.")).toEqual([[80, "percent", "victims"]]);
  expect(shares("One in three prisoners was under 25.")).toEqual([[33.3, "percent", "prisoners"]]);
  expect(shares("Two thirds of the suspects were men.")).toEqual([[66.7, "percent", "suspects"]]);
  expect(shares("Robberies rose by a fifth last year.")).toEqual([[20, "percent", "Robberies"]]);
  expect(shares("She was seen one in three days.").filter(([, unit]) => unit === "percent")).toEqual([]);
  expect(shares("Half of the truth is missing.")).toEqual([]);
});

test("a rate is so many per so many", () => {
  expect(byLow("The country had a murder rate of 41 per 100,000 inhabitants in 2014, against 37 in 2013.")).toMatchObject([
    { low: 37, unit: "per 100,000", measure: "murder rate", period: "2013" },
    { low: 41, unit: "per 100,000", measure: "murder rate", period: "2014" },
  ]);
});

test("what has moved by itself in a clause of its own was not what moved before it", () => {
  expect(byLow("Shootings rose by a fifth to 812, while robberies fell from 2,110 to 1,874.")).toMatchObject([
    { low: 20, measure: "Shootings" },
    { low: 812, measure: "Shootings" },
    { low: 1874, measure: "robberies" },
  ]);
});

test("in a report of statistics a number may stand alone", () => {
  const found = figures(
    "Police recorded 612 murders in 2015, up 8 percent from 566 a year earlier. Of these, 238 were solved and seven were committed by women. " +
      "Arlen had the most, with 112, followed by Stendal with 41 and Brody (218). A record number of arrests, 3,420, were made.",
  );
  expect(found.map((f) => f.low).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([7, 8, 41, 112, 218, 238, 566, 612, 3420]);
  expect(found.find((f) => f.low === 238)).toMatchObject({ unit: "murder", measure: "solved" });
  expect(found.find((f) => f.low === 3420)).toMatchObject({ unit: "arrest", measure: "arrests" });
});

test("what is more than a year before is of the year that it is more in", () => {
  const [more, orders] = byLow("Courts made 41,200 protection orders last year, 3.5% more than in 2014.");
  expect([orders.period, more.period, more.measure]).toEqual(["2015", "2015", "protection orders"]);
});

test("what somebody moves to a number is what it measures", () => {
  expect(
    figures("The ministry would raise the monthly wage of guards at night to Rs 5,000.").filter((f) => f.unit === "rupee"),
  ).toMatchObject([{ low: 5000, measure: "monthly wage" }]);
  expect(figures("The rate among teenagers doubled between 2004 and 2013, from 2.4 to 4.9 per 100,000.")).toMatchObject([
    { low: 4.9, measure: "rate among teenagers" },
  ]);
});

test("a share by which something moved says which way", () => {
  const ways = (text: string) => figures(text).flatMap((f) => f.rules.filter((r) => r === "figure.up" || r === "figure.down"));
  expect(ways("Robbery in the capital was down 19 percent to 3,115.")).toEqual(["figure.down"]);
  expect(ways("The force recorded 8,716 thefts in 2015, a rise of 4 percent.")).toEqual(["figure.up"]);
  expect(ways("Theft made up 38 percent of all crime.")).toEqual([]);
});
