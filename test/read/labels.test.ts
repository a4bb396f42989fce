import { expect, test } from "vitest";
import type { LabelStatement } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

function labels(text: string): readonly (LabelStatement & { readonly words: string })[] {
  return read(plainReport(text, { published: "2021-05-14" }))
    .statements.filter((s) => s.kind === "label")
    .map((s) => ({ ...s, words: text.slice(s.span[0], s.span[1]) }));
}

test("'called the shooting a hate crime' is a label of the shooting", () => {
  const [label] = labels("Two people died in a shooting at a market on Monday. The mayor called the shooting a hate crime.");
  expect(label).toMatchObject({ label: "hate-crime" });
  expect(label.words).toContain("hate crime");
  expect(label.event).not.toBeNull();
  expect(label.attribution.length).toBeGreaterThan(0);
});

test("'the accident' in passing is no label", () => {
  expect(labels("The accident closed the road for an hour. Two people were hurt in the accident.")).toEqual([]);
});

test("who says that an act is not treated as something denies that name and no more", () => {
  const labelsOf = (text: string): readonly (readonly [string, string | undefined])[] => {
    const r = read(plainReport(text, { published: "2023-06-15" }));
    return r.statements.flatMap((s) =>
      s.kind === "label" ? [[s.label, r.attributions.find((a) => a.id === s.attribution[0])?.stance] as const] : [],
    );
  };
  expect(labelsOf("A man was stabbed in Leeds. Police said the attack was not being treated as terrorism.")).toEqual([
    ["terrorism", "denies"],
  ]);
  expect(labelsOf("A man was stabbed in Leeds. The mayor said it was not a hate crime.")).toEqual([["hate-crime", "denies"]]);
  expect(labelsOf("A man was stabbed in Leeds. Officers are not treating the stabbing as a terrorist incident.")).toEqual([]);
  const r = read(
    plainReport("Police said the attack in Leeds, which killed two people, was not being treated as terrorism.", {
      published: "2023-06-15",
    }),
  );
  const toll = r.statements.find((s) => s.kind === "toll");
  expect(r.attributions.find((a) => a.id === toll?.attribution[0])?.stance).toBe("asserts");
});
