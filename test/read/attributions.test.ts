import { describe, expect, test } from "vitest";
import type { Reading } from "../../src/model/reading.js";
import { plainReport, type Report } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const report = (text: string, outlet: string | null = null): Report => plainReport(text, { outlet, published: "2021-05-14" });

interface Said {
  readonly source: string | null;
  readonly cue: string | null;
  readonly content: string;
  readonly stance: string;
}

function said(text: string, outlet: string | null = null): readonly (Said & { readonly within: string | null; readonly id: string })[] {
  const reading: Reading = read(report(text, outlet));
  const words = (s: readonly [number, number] | null): string | null => (s ? text.slice(s[0], s[1]) : null);
  return reading.attributions.map((a) => ({
    id: a.id,
    within: a.within,
    source: words(a.sourceSpan),
    cue: words(a.cue),
    content: a.content.map((c) => words(c)).join(" … "),
    stance: a.stance,
  }));
}

describe("attributions", () => {
  test("'Police said' gives police as the source of the clause", () => {
    const [first] = said("Police said the bridge was closed to traffic.");
    expect(first).toMatchObject({ source: "Police", cue: "said", stance: "asserts" });
    expect(first.content).toContain("the bridge was closed");
  });

  test("'according to residents' at the end speaks for the clause before it", () => {
    const [first] = said("The soldiers left the village at dawn, according to residents.");
    expect(first.source).toBe("residents");
    expect(first.content).toContain("The soldiers left the village at dawn");
    expect(first.content).not.toContain("residents");
  });

  test("a quotation with an inverted speaker is hers", () => {
    const [first] = said('"Nobody warned us about the flood," said Maria Olsen.');
    expect(first).toMatchObject({ cue: "said" });
    expect(first.source).toContain("Olsen");
    expect(first.content).toContain("Nobody warned us");
  });

  test("a quotation that goes on in the next sentence keeps its speaker", () => {
    const all = said('"Nobody warned us about the flood," Maria Olsen said. "The water came at night and took the car."');
    expect(all.some((a) => a.source?.includes("Olsen") && a.content.includes("The water came at night"))).toBe(true);
  });

  test("'denied' denies, 'accused' alleges, 'warned' expects, 'urged' proposes", () => {
    const stanceOf = (text: string, cue: string): string | undefined => said(text).find((a) => a.cue === cue)?.stance;
    expect(stanceOf("The general denied that his men had fired on the crowd.", "denied")).toBe("denies");
    expect(stanceOf("The opposition accused the army of burning the village.", "accused")).toBe("alleges");
    expect(stanceOf("The governor warned that the dam could fail.", "warned")).toBe("expects");
    expect(stanceOf("The union urged its members to stay at home.", "urged")).toBe("proposes");
  });

  test("'claimed responsibility' claims", () => {
    expect(said("A rebel group claimed responsibility for the ambush.").find((a) => a.cue === "claimed")?.stance).toBe("claims");
  });

  test("the agency that was told is the outer link", () => {
    const all = said("The minister told AFP that the army had left the town.");
    const inner = all.find((a) => a.cue === "told");
    const outer = all.find((a) => a.id === inner?.within);
    expect(inner?.source).toBe("The minister");
    expect(outer?.source).toBe("AFP");
  });

  test("the report's own outlet is never a source", () => {
    expect(
      said("The minister told the Valley Herald that the army had left the town.", "Valley Herald").some((a) =>
        a.source?.includes("Herald"),
      ),
    ).toBe(false);
  });

  test("a speaker within a speaker is linked to the one who reports it", () => {
    const all = said("Court records show that the driver admitted he had been drinking.");
    const inner = all.find((a) => a.cue === "admitted");
    expect(all.find((a) => a.id === inner?.within)?.source).toBe("Court records");
  });

  test("text in capitals is read alike", () => {
    const first = said("THE SPOKESMAN SAID THAT THE TALKS WOULD GO ON.").find((a) => a.cue === "SAID");
    expect(first?.source).toBe("THE SPOKESMAN");
    expect(first?.content).toContain("THE TALKS WOULD GO ON");
  });

  test("'is said to be' names no source", () => {
    expect(said("The minister is said to be furious.").some((a) => a.source !== null)).toBe(false);
  });

  test("what nobody is reported to say has no attribution", () => {
    expect(said("Heavy rain fell on the valley overnight. Two men were taken to hospital.")).toEqual([]);
  });

  test("every span lies in the text and quotes the same words", () => {
    const text = "“We will stay,” he said. “We have nowhere to go.”\n\nThe mayor — a doctor by trade — agreed.";
    for (const a of read(report(text)).attributions) {
      for (const s of [a.sourceSpan, a.cue, ...a.content]) if (s) expect(s[0] >= 0 && s[0] < s[1] && s[1] <= text.length).toBe(true);
    }
  });
});
