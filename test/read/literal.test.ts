import { expect, test } from "vitest";
import { findAll, read } from "../../src/read/index.js";
import { explained } from "../../src/read/journal.js";
import { reportOf } from "../support/report.js";

const eventsIn = (text: string) => read(reportOf(text)).events;
const typesIn = (text: string) => eventsIn(text).map((e) => e.type);

const POLITICS = `Mayor Tessa Lindqvist and her challenger, Senator Oren Vale, met for a last debate before the primary.`;

test.each([
  "Vale attacked Lindqvist over her tax plan.",
  "Vale stepped up his attacks on her record as mayor.",
  "Lindqvist fired back at her rival in a television interview.",
  "A poll shows that Vale would beat Lindqvist by 46 percent to 40 percent.",
  "Vale has a good shot at the nomination, his campaign said.",
  "Vale took aim at a provision of the health care bill.",
  "The two are locked in a tight battle for second place in the polls.",
  "Her campaign's fight for higher wages won over voters.",
  "The ad criticized the senator's flood of attacks on the candidate.",
])("what candidates do to each other with words is no act of violence: %s", (sentence) => {
  const violent = typesIn(`${POLITICS} ${sentence}`).filter((t) => t.startsWith("violence.") || t.startsWith("hazard."));
  expect(violent).toEqual([]);
});

test("nobody is a perpetrator of what he said of a rival's record", () => {
  const { events, statements } = read(reportOf(`${POLITICS} Vale attacked Lindqvist over trade, and his campaign attacked her policies.`));
  expect(events.flatMap((e) => e.roles.filter((r) => r.role === "perpetrator"))).toEqual([]);
  expect(statements.filter((s) => s.kind === "event" || s.kind === "toll")).toEqual([]);
});

test.each([
  ["A gunman attacked a campaign rally of Senator Oren Vale in Dorrin on Monday, killing two supporters, police said.", "violence.attack"],
  ["Senator Oren Vale was stabbed in the neck as he met voters at a market on Tuesday.", "violence.assault"],
  ["Rebels attacked a polling station in Dorrin on Monday and wounded three election workers.", "violence.attack"],
  ["Floods swept through Dorrin on Monday and killed 12 people.", "hazard.flood"],
  ["A shot was fired at the candidate's car, police said.", "violence.attack"],
  ["Rebels clashed with soldiers near Dorrin on Sunday.", "violence.clash"],
])("an act stays one, whoever it was done to: %s", (text, type) => {
  expect(typesIn(text)).toContain(type);
});

test.each([
  "He has a slew of proposals, aides said.",
  "The party won the vote by a landslide victory.",
  "Let's go back to the question of schools, she said.",
  "The next one came a week later, officials said.",
  "The company's founder made a killing on the stock market.",
  "She said the study demonstrated that the plan works.",
  "He suffered non-life threatening injuries in a fall at home.",
])("a row tells where it can: %s", (text) => {
  expect(typesIn(text).filter((t) => /^(violence|hazard|unrest|security|justice\.release)/.test(t))).toEqual([]);
});

test("no one who came is police who did not come", () => {
  expect(typesIn("Residents called the police, but no one came.")).toContain("security.deployment");
});

test("what decided is kept, and adds up", () => {
  const { decisions } = explained(() => findAll(reportOf(`${POLITICS} Vale attacked Lindqvist over her tax plan.`)));
  const [figure] = decisions.filter((d) => d.model === "literal");
  expect(figure.what).toBe("a figure of speech, no violence.attack");
  expect(Math.abs(figure.features.reduce((sum, f) => sum + f.weight, 0) - figure.score)).toBeLessThan(0.15);
  expect(figure.score).toBeLessThan(figure.least as number);
});
