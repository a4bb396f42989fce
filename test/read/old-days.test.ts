import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const events = (text: string, published: string) =>
  read(plainReport(text, { published })).events.map((e) => [e.type, e.earliest?.slice(0, 4) ?? null]);

test("a flood of an earlier year is another flood, though it has no name of its own", () => {
  const found = events(
    "Floods kill 14 in the north\n\nThe river burst its banks on Sunday.\n\nIn 2017, flooding killed more than 100 people.",
    "2020-03-09",
  );
  expect(found).toContainEqual(["hazard.flood", "2017"]);
  expect(found.filter(([type, year]) => type === "hazard.flood" && year === "2017")).toHaveLength(1);
});

test("an abduction of an earlier year in another place is another", () => {
  const found = events(
    "Gunmen stormed a school in Kaduna on Monday and abducted 34 pupils. Police suspect a gang wanted over the kidnapping of 80 students in Kebbi in 2021.",
    "2024-11-05",
  );
  expect(found).toContainEqual(["violence.abduction", "2021"]);
  expect(found).toContainEqual(["violence.abduction", "2024"]);
});

test("the murder that a man is tried for is the one of its year, however its report begins", () => {
  const text = "Teacher jailed for murder of neighbour\n\nA court jailed Jon Abel on Monday for the 2016 murder of his neighbour.";
  expect(events(text, "2020-03-09").filter(([type]) => type === "violence.killing")).toHaveLength(1);
});

test("a second man who is detained is no part of the first man's arrest", () => {
  const text = "Police arrested the suspect after a chase. A second man was detained later in the day.";
  const { events } = read(plainReport(text, { published: "2024-11-05" }));
  expect(events.filter((e) => e.type === "security.arrest")).toHaveLength(2);
});
