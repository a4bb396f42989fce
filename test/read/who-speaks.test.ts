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
