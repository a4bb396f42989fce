import { describe, expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

function reading(text: string) {
  return read(plainReport(text, { published: "2024-03-06" }));
}

/** What is said, as "speaker stance: words", chains joined by " < ". */
function remarks(text: string): readonly string[] {
  const r = reading(text);
  return r.statements.flatMap((s) => {
    if (s.kind !== "remark") return [];
    const chain = s.attribution.map((id) => r.attributions.find((a) => a.id === id));
    const who = chain.map((a) => `${a?.sourceSpan ? text.slice(...a.sourceSpan) : "?"} ${a?.stance}`).join(" < ");
    return [`${who}: ${text.slice(...s.span)}`];
  });
}

/** Labels as "speaker: label of the event's first words". */
function labels(text: string): readonly string[] {
  const r = reading(text);
  return r.statements.flatMap((s) => {
    if (s.kind !== "label") return [];
    const source = r.attributions.find((a) => a.id === s.attribution[0])?.sourceSpan;
    const event = r.events.find((e) => e.id === s.event);
    return [`${source ? text.slice(...source) : "?"}: ${s.label} of ${event ? text.slice(...event.mentions[0]) : "-"}`];
  });
}

describe("who calls it what", () => {
  test("'in what the minister called a terrorist attack' names the shooting told before, and is no attack of its own", () => {
    const text = "Gunmen opened fire in a market in Bangui on Tuesday, in what the interior minister called a terrorist attack.";
    expect(labels(text)).toEqual(["the interior minister: terrorism of opened fire"]);
    expect(reading(text).events).toHaveLength(1);
  });

  test("a 'cowardly act of terrorism' is called terrorism and nothing else", () => {
    expect(labels('A bomb killed two people in Kano on Sunday. "This was a cowardly act of terrorism," Governor Musa Bello said.')).toEqual(
      ["Musa Bello: terrorism of bomb"],
    );
  });

  test("who declines to say whether it was terrorism calls it nothing", () => {
    const text =
      "A bomb killed two people in Kano on Sunday. The minister, Musa Bello, said Abuja would help, but declined to say whether he considered the bombing an act of terrorism.";
    expect(labels(text)).toEqual([]);
  });
});

describe("whose words they are", () => {
  test("behind a comma a second verb has the speaker of the first, not who is spoken of", () => {
    const found = remarks("The minister, Olga Reyes, said Lima stood ready to help, but declined to say more about the talks.");
    expect(found.filter((r) => r.includes("declined"))).toEqual(["Olga Reyes asserts: declined to say more about the talks"]);
  });

  test("'denied that anyone had died and said' has one speaker", () => {
    const found = remarks("The ministry denied that anyone had left the camp and said the food was good.");
    expect(found.some((r) => r.startsWith("anyone"))).toBe(false);
    expect(found.at(-1)).toBe("The ministry asserts: the food was good");
  });

  test("who is described between commas is who speaks", () => {
    expect(remarks("One former pupil, a student identified only as Sho, told the group that the school was cold.")).toEqual([
      "One former pupil asserts: that the school was cold",
    ]);
  });

  test("who was told, and in what and when, is no part of it", () => {
    expect(remarks("Officials told the minister in a letter in December that longer terms do not help teenagers.")[0]).toMatch(
      /: (that )?longer terms do not help teenagers$/,
    );
  });

  test("what stands before a colon is not what the speaker behind it says", () => {
    expect(remarks("Experts were divided: Professor Linda Aske said the evidence was strong.")).toEqual([
      "Linda Aske asserts: the evidence was strong",
    ]);
  });

  test("a rank between office and name hides nobody", () => {
    expect(remarks("Police spokesman Colonel Brahim Saleh said the road was safe.")[0]).toMatch(/Brahim Saleh asserts: the road was safe$/);
  });

  test("officials who clash over a label fight nobody", () => {
    expect(reading("Officials and families clash over terror label in Nairobi").events.filter((e) => e.type === "violence.clash")).toEqual(
      [],
    );
  });
});
