import { expect, test } from "vitest";
import type { Reading } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const readOf = (text: string): Reading => read(plainReport(text, { published: "2002-05-20" }));

/** What was said to have happened, with the words for who did it: "violence.attack occurred: The police". */
function acts(text: string): readonly string[] {
  const r = readOf(text);
  return r.events.map((e) => {
    const doers = e.roles.filter((f) => f.role === "authority" || f.role === "perpetrator").map((f) => r.report.text.slice(...f.span));
    return `${e.type} ${e.status}: ${doers.join(", ")}`;
  });
}

test.each([
  ["The SRP jawans opened up at the mob with rifles.", "violence.attack occurred: The SRP jawans"],
  ["The Ravi Nagar crime branch beat up two hawkers.", "violence.assault occurred: The Ravi Nagar crime branch"],
  ["A baker was tortured by the crime branch.", "violence.assault occurred: the crime branch"],
  ["Riot police drew batons and pushed the crowd back.", "violence.assault occurred: Riot police"],
  ["Inspector Barve swung his cane at the hawkers.", "violence.assault occurred: Inspector Barve"],
  ["Constables clubbed youths at the barricades.", "violence.assault occurred: Constables"],
  ["Troopers lobbed canisters into a school.", "violence.attack occurred: Troopers"],
  ["A seminary was stormed by policemen, who thrashed the inmates.", "violence.assault occurred: policemen"],
  ["A farmer was hurt in a police lathi charge.", "violence.assault occurred: police"],
  ["A trader was tortured to death in the lock-up.", "violence.killing occurred: the lock-up"],
  ["A posse of police beat up two hawkers.", "violence.assault occurred: A posse of police"],
  ["Operatives of the anti-robbery squad shot a baker.", "violence.attack occurred: Operatives of the anti-robbery squad"],
  ["A boy was killed when police moved in to clear the barricades.", "violence.killing occurred: police"],
  ["Enforcers beat up a hawker.", "violence.assault occurred: Enforcers"],
  ["Five deaths are blamed on the police.", "violence.killing occurred: the police"],
  ["A league of lawyers blamed the police for nine deaths.", "violence.killing occurred: the police"],
])("force: %s", (text, act) => {
  expect(acts(text)).toContain(act);
});

test.each([
  "Forty suspects have been hauled up.",
  "As many as 212 bad characters were put under lock and key.",
  "Twenty-six teachers spent the night in the lock-up.",
  "Eight men are cooling their heels in the lock-up.",
  "The editor is languishing in jail.",
])("an arrest: %s", (text) => {
  expect(acts(text)).toContainEqual(expect.stringMatching(/^security\.arrest (occurred|ongoing)/));
});

test.each([
  ["The police took 39 minutes to arrive.", "The police"],
  ["It took the police three hours to reach the colony.", "the police"],
  ["The police took two days to register a case.", "The police"],
  ["The constables let the attackers escape.", "The constables"],
  ["The police permitted the mob to burn the shops.", "The police"],
  ["Police did little to protect the shops.", "Police"],
  ["The police tried to hush up the matter.", "The police"],
  ["The inspector dissuaded the family from filing a complaint.", "The inspector"],
  ["The high court pulled up the police for inaction.", "the police"],
  ["Four officers were suspended for dereliction of duty.", "Four officers"],
  ["The minister blamed the police for the delay.", "the police"],
  ["An inspector was suspended for failing to control the mob.", "An inspector"],
  ["The police remained mute witnesses.", "The police"],
  ["The police were hand in glove with the mob.", "The police"],
  ["The police have not been able to trace the culprits.", "The police"],
  ["The police were unable to stop the mob.", "The police"],
  ["The police were powerless.", "The police"],
  ["The constables looked on silently.", "The constables"],
  ["The police watched when the shops were looted.", "The police"],
  ["The in-charge of the town police station was suspended for negligence.", "police"],
  ["Two officers watched me cry and walked away.", "Two officers"],
  ["Constables watched while a bakery burned.", "Constables"],
  ["The police had refused to lodge a report.", "The police"],
  ["The police looked on as the mob set fire to the bakery.", "The police"],
  ["The men in khaki looked on while their houses burned.", "The men"],
  ["Two policemen were watching the mob loot the shop.", "Two policemen"],
  ["Calls to the control room went unanswered.", "the control room"],
  ["The outpost was locked.", "The outpost"],
  ["A police van stood near, yet nobody in it lifted a finger.", "police"],
  ["The police said they had no force to spare.", "The police"],
  ["The police were conspicuously absent.", "The police"],
  ["Police response was slow.", "Police"],
])("left undone: %s", (text, by) => {
  expect(acts(text)).toContain(`security.deployment not-occurred: ${by}`);
});

test.each([
  ["The chief minister said there had been no failure on the part of the police.", /not-occurred/],
  ["The army was asked to stand by.", /not-occurred/],
  ["The commissioner promised to arrest the guilty.", /security\.arrest occurred/],
  ["The priest escaped arrest.", /security\.arrest occurred/],
  ["The men whom she wants arrested continue to evade arrest.", /security\.arrest occurred/],
  ["Two sub-inspectors were transferred for failing to prevent the violence.", /justice\.release/],
  ["Two men were killed and 17 others, including five policemen, injured in a clash.", /: five policemen/],
  ["Not a single shot was fired by the police.", /violence\.attack occurred/],
])("no such thing: %s", (text, act) => {
  expect(acts(text)).not.toContainEqual(expect.stringMatching(act));
});

test("the men of a police officer are police, those of a trader are not", () => {
  const standing = (text: string): readonly (string | null)[] =>
    readOf(text)
      .actors.filter((a) => a.name.endsWith(" men"))
      .map((a) => a.standing);
  expect(standing('"My men burst tear gas," inspector S B Rathore said.')).toEqual(["police"]);
  expect(standing("When women pleaded with the sub-inspector, his men beat them.")).toEqual(["police"]);
  expect(standing('"My men went home," the trader said.')).toEqual(["civilian"]);
});

test("who has a post of police in his title is police", () => {
  const r = readOf("Deputy commissioner of police R K Vaidya and Commissioner of Police Hakim Belo met the mayor, Anil Rao.");
  expect(r.actors.filter((a) => a.kind === "person").map((a) => a.standing)).toEqual(["police", "police", "official"]);
});

test("what police did to a crowd is not the massacre that the report tells of too", () => {
  const told = acts("A probe into the massacre at Chandpole began on Sunday. The police burst tear gas at a crowd near the court.");
  expect(told).toContain("violence.attack occurred: The police");
  expect(told.filter((t) => t.startsWith("violence."))).toHaveLength(2);
});

test("arrests that were not made are not those that were", () => {
  const told = acts("The judge asked why no arrests had been made for weeks. On Friday four men were arrested, the prosecutor said.");
  expect(told.map((t) => t.split(":")[0])).toEqual(expect.arrayContaining(["security.arrest not-occurred", "security.arrest occurred"]));
});

test("a toll that has gone up to a number is that number", () => {
  const r = readOf("The toll in the firing has gone up to 11.");
  expect(r.statements.filter((s) => s.kind === "toll").map((s) => (s.kind === "toll" ? [s.count.low, s.count.high] : []))).toEqual([
    [11, 11],
  ]);
});

test("who was dragged out and shot was shot", () => {
  expect(acts("A tailor was pulled from his cycle and shot at close range.")).toContainEqual(expect.stringMatching(/^violence\.attack/));
});

test("an act of parliament is no act", () => {
  expect(acts("The police shot a man in Mora. Two men were booked under the Public Safety Act.")[0]).toBe(
    "violence.attack occurred: The police",
  );
});
