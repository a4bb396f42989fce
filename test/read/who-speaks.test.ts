import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

/** Statements in short: the kind, or the effect of a toll, whose word it is, innermost first, and the words. */
function told(text: string): readonly string[] {
  const found = read(plainReport(text, { published: "2024-05-16" }));
  const names = new Map(found.actors.map((a) => [a.id, a.name]));
  const by = new Map(found.attributions.map((a) => [a.id, a]));
  return found.statements.map((s) => {
    const chain = s.attribution.map((id) => {
      const a = by.get(id);
      return `${(a?.source && names.get(a.source)) || (a?.sourceSpan ? text.slice(...a.sourceSpan) : "?")} ${a?.stance}`;
    });
    const kind = s.kind === "toll" ? s.effect : s.kind;
    return `${kind} <${chain.join(" < ")}> ${text.slice(...(s.kind === "remark" ? s.span : s.evidence))}`;
  });
}

test.each([
  ["Police spokesman Colonel Vera Lind said the bridge was open.", "remark <Vera Lind asserts> the bridge was open"],
  ["She said she doubted that the bridge would last.", "remark <She doubts> she doubted that the bridge would last"],
  ["The mayor said he did not believe that it was true.", "remark <The mayor doubts> he did not believe that it was true"],
  ["The keys, she said, had been left in the door.", "remark <she asserts> The keys, she said, had been left in the door"],
  ["A new pump, say the farmers, would help.", "remark <the farmers asserts> A new pump, say the farmers, would help"],
  ["The pass, rangers say, will stay shut until June.", "remark <rangers asserts> The pass, rangers say, will stay shut until June"],
  ["Had the bank, he asked, replied to the letter?", "remark <he doubts> Had the bank, he asked, replied to the letter"],
  [
    "The dam, according to surveyors, was never finished.",
    "remark <surveyors asserts> The dam, according to surveyors, was never finished",
  ],
  [
    "The only remedy, Odell told reporters, is a second vote.",
    "remark <Odell asserts> The only remedy, Odell told reporters, is a second vote",
  ],
  [
    "The reason, the airline said, citing its own mechanics, was a loose bolt.",
    "remark <its own mechanics asserts < the airline asserts> The reason, the airline said, citing its own mechanics, was a loose bolt",
  ],
  ['"The harbour," she said, "was empty."', 'remark <she asserts> The harbour," she said, "was empty'],
])("a tag in the middle reports what stands on both of its sides: %j", (text, row) => {
  expect(told(text)).toEqual([row]);
});

test.each([
  ["Paul Brand, a Danish engineer held by the same band, was shot in 2016.", "a Danish engineer"],
  ["A judge said the note matched an inquiry which, he said, had been closed.", "A judge said the note matched an inquiry which, he said"],
])("a participle and a clause about a noun make no tag: %j", (text, words) => {
  expect(told(text).filter((row) => row.includes(`<${words}`) || row.includes(`> ${words}`))).toEqual([]);
});

test("a quotation that goes on behind a tag in its middle is told sentence by sentence", () => {
  expect(told('"Nobody in the hall," said Ms Varga, "could have known. There was only a small sign by the door."')).toEqual([
    'remark <Varga asserts> Nobody in the hall," said Ms Varga, "could have known',
    "remark <Varga asserts> There was only a small sign by the door",
  ]);
});

test.each([
  ["The mayor, asked about the loan, said it was dead.", "The mayor"],
  ["The minister, who spoke on Tuesday, said the bridge was closed.", "The minister"],
  ["Two drivers, one of them a soldier, said the bus was empty.", "Two drivers"],
])("what stands between commas behind a speaker is no tag of somebody else: %j", (text, who) => {
  expect(told(text).at(-1)).toContain(`remark <${who} asserts>`);
  expect(told(text).join()).not.toContain("loan doubts");
});

test.each([
  [
    '"The gate was open," said Karel Novy, who was hit by a stone.\n\nA guard, who did not want to be named, gave another account. He said that the gate had been locked.',
    "remark <A guard asserts> that the gate had been locked",
  ],
  [
    '"It is a scandal," said Senator Ida Brock.\n\nThe minister, Vera Stahl, did not agree. She said the figures were out of date.',
    "remark <Vera Stahl asserts> the figures were out of date",
  ],
  [
    "A senior U.S. official familiar with the talks disputed that. The official said that the envoy had left early.",
    "remark <A senior U.S. official asserts> that the envoy had left early",
  ],
  ["They met the head of the council, Olga Marin, who promised a new bridge.", "remark <Olga Marin asserts> promised a new bridge"],
  [
    "The report says guards sold the fuel. It says that the tanks were empty by May.",
    "remark <The report asserts> that the tanks were empty by May",
  ],
  [
    "In June last year a panel of British members of parliament warned of delays.",
    "remark <a panel of British members of parliament expects> warned of delays",
  ],
  ["Downing Street said no letter had come.", "remark <Downing Street asserts> no letter had come"],
  ["The folder went to Judge Adam Holt, who asked whether it was complete.", "remark <Adam Holt doubts> whether it was complete"],
])("a pronoun, an adjective and a phrase with 'of' lead to who speaks: %j", (text, row) => {
  expect(told(text)).toContain(row);
});

test("whom a quotation is about is not the speaker who goes on behind it", () => {
  const text =
    'Paul Orr spoke outside his house. "They came in through the account of Ed Mann," he said. "A dead man changed it." He called on voters to stay calm.';
  expect(told(text).at(-1)).toContain("Paul Orr proposes");
});

test.each([
  ["The owners did not accept that there had been a leak.", "remark <The owners doubts> that there had been a leak"],
  ["The fathers do not believe it.", "remark <The fathers doubts> believe it"],
  ["The guild suggested that the fire had been set on purpose.", "remark <The guild asserts> that the fire had been set on purpose"],
  ["The senator suggested that the sales be halted.", "remark <The senator proposes> that the sales be halted"],
  [
    "He told journalists that there was a history which is awkward, to put it mildly.",
    "remark <He asserts> that there was a history which is awkward, to put it mildly",
  ],
])("what is not believed is doubted, and a suggestion is a proposal only where it proposes: %j", (text, row) => {
  expect(told(text)).toContain(row);
});

test("whom a minister stops short of blaming he does not blame", () => {
  expect(told("The minister stopped short of blaming Norland for the attack.").join()).not.toContain("The minister");
});

test.each([
  ["A guard told Radio Sava that the men were thieves.", "remark <A guard asserts < Radio Sava asserts> that the men were thieves"],
  ["He told state television that the north was calm.", "remark <He asserts < state television asserts> that the north was calm"],
  ["Drivers told the panel that officers had gone from desk to desk.", "remark <Drivers asserts> that officers had gone from desk to desk"],
  ["Five drivers had told the operator, Ross Tramways, that the doors stuck.", "remark <Five drivers asserts> that the doors stuck"],
  [
    "Its chairman told the Interfax agency that, according to friends in Leeds, the major had been ill.",
    "remark <friends asserts < Its chairman asserts < Interfax asserts> the major had been ill",
  ],
  ["She said that her boss had told her that nobody would look.", "remark <her boss asserts < She asserts> that nobody would look"],
  ['"He told the judge that he had a secret," his lawyer said.', "remark <He asserts < his lawyer asserts> that he had a secret"],
  ['In the clip a voice can be heard saying: "I thought he was gone."', "remark <a voice asserts> I thought he was gone"],
  [
    'Our reporter in Oxton, Mara Lund, has sent this:\n\n"The quay is empty. Nobody is left here."',
    "remark <Mara Lund asserts> Nobody is left here",
  ],
])("who was told, who is passed on and who is introduced: %j", (text, row) => {
  expect(told(text)).toContain(row);
});

test("the clause that follows a deed somebody claims is not what he tells a hearer", () => {
  expect(told("The Blue Hand claimed responsibility for the attack that killed nine people.")).toEqual([
    "event <The Blue Hand claims> for the attack that killed nine people",
    "killed <> that killed nine people",
  ]);
});
