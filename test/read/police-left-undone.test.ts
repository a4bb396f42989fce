import { expect, test } from "vitest";
import type { Reading } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const reading = (text: string): Reading => read(plainReport(text, { published: "2015-05-14" }));

/** Events as "type status [triggers] doers". */
function told(text: string): readonly string[] {
  const r = reading(text);
  const words = ([start, end]: readonly [number, number]): string => r.report.text.slice(start, end);
  return r.events.map((e) => {
    const doers = e.roles.filter((f) => f.role === "perpetrator" || f.role === "authority").map((f) => words(f.span));
    return `${e.type} ${e.status} [${e.mentions.map(words).join(", ")}] ${doers.join(", ")}`;
  });
}

const LEFT_UNDONE = [
  "Residents alleged that policemen posted at the gate looked on as the mob torched their huts.",
  "The inspector turned him away when he went to lodge a complaint.",
  "The outpost at first refused to take down his complaint.",
  "By the time the police arrived, the mob had killed eleven people.",
  "The station house officer received 150 calls, but not one team was sent.",
  "The police were nowhere to be seen.",
  "A police van passed by even as rioters were looting a shop but did not stop.",
  "The mob did its work under the very nose of the police.",
  "According to residents, policemen on duty encouraged the mob.",
  "The residents claimed that the police gave cover to the attackers.",
  "Shop owners complained that 911 calls went unanswered for hours.",
];

test.each(LEFT_UNDONE)("police left it undone: '%s'", (text) => {
  expect(told(text).join("\n")).toMatch(/^security\.deployment not-occurred \[.*\] \S/m);
});

test("'they just watched' is of the police where police are spoken of, and of nobody where they are not", () => {
  const officers = 'Police stood at the corner. "They just watched," said Amit Shah, who owns a shop.';
  expect(told(officers).join("\n")).toMatch(/security\.deployment not-occurred/);
  const neighbours = 'Neighbours stood at the corner. "They just watched," said Amit Shah, who owns a shop.';
  expect(told(neighbours).join("\n")).not.toMatch(/not-occurred/);
});

const NOT_LEFT_UNDONE = [
  "If the police fail to act, we will close our shops, the traders said.",
  "The traders urged the police not to look on.",
  "The police would not hesitate to open fire if mobs gathered again.",
  "Police drove off the crowd with canes.",
];

test.each(NOT_LEFT_UNDONE)("nothing was left undone: '%s'", (text) => {
  expect(told(text).join("\n")).not.toMatch(/security\.deployment not-occurred/);
});

const REPROACHED = [
  "Villagers accused the police of inaction.",
  "It took the police four hours to get to the village.",
  "The police came at noon. They did not enter the lane.",
];

test.each(REPROACHED)("the police, and no more of the phrase, are who left it undone: '%s'", (text) => {
  expect(told(text)).toContainEqual(expect.stringMatching(/^security\.deployment not-occurred \[.*\] [Tt]he police$/));
});
