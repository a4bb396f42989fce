import { expect, test } from "vitest";
import type { RemarkStatement } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

function remarks(text: string): readonly (RemarkStatement & { readonly words: string })[] {
  return read(plainReport(text, { published: "2021-05-14" }))
    .statements.filter((s) => s.kind === "remark")
    .map((s) => ({ ...s, words: text.slice(s.span[0], s.span[1]) }));
}

test("what somebody is reported to say beside events is a remark with its speaker", () => {
  const [remark] = remarks("Residents said the water tasted of oil.");
  expect(remark.words).toBe("the water tasted of oil");
  expect(remark.attribution).toHaveLength(1);
});

test("a quotation of two sentences gives two remarks", () => {
  const all = remarks('"The streets are dark. Everybody stays at home," said Anna Berg.');
  expect(all.map((r) => r.words)).toEqual(["The streets are dark", "Everybody stays at home"]);
});

test("the outlet's own opinion is no remark", () => {
  expect(remarks("The plan was foolish from the start.")).toEqual([]);
});

test("a reproach alleges, a duty proposes, and a link that is denied is denied", () => {
  const stances = (text: string): readonly (string | undefined)[] => {
    const reading = read(plainReport(text, { published: "2021-05-14" }));
    return reading.statements
      .filter((s) => s.kind === "remark")
      .map((s) => reading.attributions.find((a) => a.id === s.attribution[0])?.stance);
  };
  expect(stances("The teachers' union said the council was violating its own charter.")).toEqual(["alleges"]);
  expect(stances("Mayor Ana Lind said neighbours should look after the old.")).toEqual(["proposes"]);
});

test("nobody says nothing, and a topic without a word on it is no remark", () => {
  expect(remarks("No party has admitted printing the posters.")).toEqual([]);
  expect(remarks("Mayor Ana Lind discussed the harbour with President Olaf Berg at a meeting.")).toEqual([]);
});

test("a statement speaks for whom it is from", () => {
  const text = "A statement from the Harbour Board said the crane was new.";
  const { attributions } = read(plainReport(text, { published: "2021-05-14" }));
  expect(attributions.map((a) => a.sourceSpan && text.slice(...a.sourceSpan))).toEqual([expect.stringContaining("Harbour Board")]);
});

test("a clause that only mentions an act in passing is a remark, one that tells it is none", () => {
  expect(remarks("Her aunt said the girl was upset after a soldier had been shot dead near the school.").map((r) => r.words)).toEqual([
    "the girl was upset after a soldier had been shot dead near the school",
  ]);
  expect(remarks("Officials said a bomb exploded near the school.")).toEqual([]);
  expect(remarks("The army said two men were killed and dozens more were injured.")).toEqual([]);
});

test("a clause joined to one that tells a toll is a remark by itself", () => {
  const said =
    "A shop caught fire on Monday. A spokesman said no one was hurt in the fire and was grateful to the firefighters for their work.";
  expect(remarks(said).map((r) => r.words)).toEqual(["was grateful to the firefighters for their work"]);
});

test("what was not said is no remark", () => {
  expect(remarks("The ministry did not say how long the road would be shut.")).toEqual([]);
});

test("praise and reproach are remarks with their words, also where they are about an act", () => {
  expect(remarks("Church leaders praised the army for the release of the hostages.").map((r) => r.words)).toEqual([
    "praised the army for the release of the hostages",
  ]);
});

test("a quotation that a remark opens is closed in it", () => {
  expect(remarks('Minister Ana Lind called the vote "a debt to the victims".').map((r) => r.words)).toEqual([
    'called the vote "a debt to the victims"',
  ]);
});
