import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

/** "role=words" of the fillers of the first event of a type. */
const roles = (text: string, type: string): readonly string[] => {
  const r = read(plainReport(text, { published: "2023-06-15" }));
  const e = r.events.find((one) => one.type === type);
  return e?.roles.map((f) => `${f.role}=${r.report.text.slice(...f.span)}`) ?? [];
};

test("a name right behind its noun is of the noun, and so are those who are listed with it", () => {
  const ruled =
    "The tribunal on Monday convicted former interior minister Omar Salih and 12 others of bribery, sentencing them to ten years in prison.";
  expect(roles(ruled, "justice.conviction")).toEqual([
    "authority=The tribunal",
    "defendant=former interior minister Omar Salih",
    "defendant=12 others",
    "offence=bribery",
  ]);
  expect(roles(ruled, "justice.sentence")).toEqual(
    expect.arrayContaining(["authority=The tribunal", "defendant=12 others", "penalty=ten years in prison"]),
  );
  expect(
    roles(
      "A Belgian court sentenced jailed opposition leader Karim Dosso to six years in prison along with nine other defendants on Monday.",
      "justice.sentence",
    ),
  ).toEqual(expect.arrayContaining(["defendant=jailed opposition leader Karim Dosso", "penalty=six years in prison"]));
});

test("a participle behind a comma is of the clause's verb, not of a participle within", () => {
  const chase =
    "A navy frigate foiled a pirate attack on cargo ships crossing the strait on Tuesday, capturing nine gunmen and seizing their boats.";
  for (const type of ["security.arrest", "security.seizure"]) {
    expect(roles(chase, type)).toContain("authority=A navy frigate");
    expect(roles(chase, type)).not.toContain("authority=cargo ships");
  }
});

test("what a court may impose is each of what it names, with its bound", () => {
  for (const [text, penalties] of [
    ["The landlord can face a heavy fine or up to three years in jail.", ["penalty=a heavy fine", "penalty=up to three years in jail"]],
    ["He could face a fine or up to two years in prison.", ["penalty=a fine", "penalty=up to two years in prison"]],
    ["Two editors were fined 2,000 dinars each ($640).", ["penalty=2,000 dinars each"]],
    ["He was sentenced to a total of 22 years in prison.", ["penalty=a total of 22 years in prison"]],
  ] as const)
    expect(
      roles(text, "justice.sentence").filter((f) => f.startsWith("penalty")),
      text,
    ).toEqual(penalties);
});

test("each count of a list is an offence of its own", () => {
  expect(roles("She pleaded guilty to one count of fraud, two counts of theft and one count of perjury.", "justice.conviction")).toEqual([
    "offence=one count of fraud",
    "offence=two counts of theft",
    "offence=one count of perjury",
  ]);
});
