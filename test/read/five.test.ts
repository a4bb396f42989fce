import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

/** One of five reports as a newsroom would write them, and what stands in it in the words of the text. */
function readFive(name: string, published: string) {
  const text = readFileSync(new URL(`five/${name}.txt`, import.meta.url), "utf8");
  const reading = read(plainReport(text, { published }));
  const said = (span: readonly [number, number] | null): string | null => span && reading.report.text.slice(span[0], span[1]);
  const voice = (ids: readonly string[]): string | null => said(reading.attributions.find((a) => a.id === ids[0])?.sourceSpan ?? null);
  return {
    events: reading.events.map((e) => `${e.type} ${e.status}`),
    tolls: reading.statements.flatMap((s) =>
      s.kind === "toll" ? [[s.effect, s.count.low, s.count.high, said(s.who), voice(s.attribution)] as const] : [],
    ),
    figures: reading.statements.flatMap((s) =>
      s.kind === "figure" ? [[s.count.low, s.count.was, s.count.unit, voice(s.attribution)] as const] : [],
    ),
    voices: reading.attributions.map((a) => `${said(a.sourceSpan)} ${a.stance}`),
  };
}

describe("five reports as a newsroom writes them", () => {
  it("a flood: seventeen dead by the ministry, nine missing, 8,400 brought away, rain measured", () => {
    const { events, tolls, figures, voices } = readFive("flood", "2024-09-14");
    expect(events).toEqual(expect.arrayContaining(["hazard.flood occurred", "movement.evacuation ongoing"]));
    expect(tolls).toEqual(
      expect.arrayContaining([
        ["killed", 17, null, null, "the interior ministry"],
        ["missing", 9, 9, null, "the interior ministry"],
        ["killed", 2, 2, "firefighters", null],
        ["killed", 1, 1, null, "police"],
        ["killed", 50, 50, null, null],
      ]),
    );
    expect(figures).toEqual(
      expect.arrayContaining([
        [40_001, 95_000, "home", null],
        [212, null, "millimetre", "The hydrometeorological institute"],
      ]),
    );
    expect(voices).toEqual(expect.arrayContaining(["Eva Machova alleges", "A spokesman denies", "she expects"]));
  });

  it("a trial: sentence, conviction, acquittal, an appeal to come, and each side's voice", () => {
    const { events, tolls, voices } = readFive("trial", "2024-03-06");
    expect(events).toEqual(
      expect.arrayContaining([
        "justice.sentence occurred",
        "justice.conviction occurred",
        "justice.acquittal occurred",
        "justice.appeal planned",
      ]),
    );
    expect(tolls).toContainEqual(["killed", 3001, null, null, "Human rights groups"]);
    expect(voices).toEqual(expect.arrayContaining(["Prosecutors proposes", "Pieter Baan asserts", "Human rights groups asserts"]));
  });

  it("a coup foiled, as the army says, and put otherwise by the opposition", () => {
    const { events, tolls } = readFive("coup", "2025-11-02");
    expect(events).toContain("violence.coup foiled");
    expect(tolls).toEqual(
      expect.arrayContaining([
        ["arrested", 18, 18, "officers", null],
        ["killed", 31, null, null, "Fatou Sarre"],
        ["killed", 6, 6, null, null],
      ]),
    );
    expect(tolls.some(([effect, low, high, who]) => effect === "killed" && low === 4 && high === 4 && who === "rebel soldiers")).toBe(true);
  });

  it("a kidnapping: who was freed, what residents say of an air strike, how many were taken this year", () => {
    const { events, tolls, figures, voices } = readFive("kidnap", "2025-03-18");
    expect(figures).toEqual(expect.arrayContaining([[180, null, "person", "Centre for School Safety"]]));
    expect(events).toEqual(
      expect.arrayContaining(["violence.abduction occurred", "justice.release occurred", "violence.shelling occurred"]),
    );
    expect(tolls).toEqual(
      expect.arrayContaining([
        ["killed", 5, null, "civilians", "Residents"],
        ["killed", 1, 1, "pregnant woman", "Residents"],
      ]),
    );
    expect(voices).toEqual(expect.arrayContaining(["He denies", "two parents asserts", "Savanna Wire asserts"]));
  });

  it("figures of crime: counts with what they were before, shares, and an arrest of thousands", () => {
    const { tolls, figures } = readFive("crime", "2024-07-18");
    expect(figures).toEqual(
      expect.arrayContaining([
        [583, null, "homicide", "official figures"],
        [81_900, 75_000, "robbery", null],
        [266_000, null, "burglary", null],
        [3000, null, "person", "Rachel Oduya"],
      ]),
    );
    // "four in ten offences"
    expect(figures.some(([low]) => low === 10)).toBe(false);
    expect(tolls).toEqual(expect.arrayContaining([["arrested", 14_300, 14_300, null, null]]));
  });
});
