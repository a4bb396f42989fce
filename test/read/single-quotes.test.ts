import { expect, test } from "vitest";
import { analyse } from "../../src/language/index.js";
import { plainReport } from "../../src/model/report.js";
import { quotationsOf } from "../../src/read/attributions/quotes.js";
import { read } from "../../src/read/index.js";

const quoted = (text: string): readonly string[] => quotationsOf(analyse(text)).list.map((q) => text.slice(...q.span));

test.each([
  ["'We heard three bangs,' said Ms Cole. 'Then everybody ran.'", ["'We heard three bangs,'", "'Then everybody ran.'"]],
  ["‘We don’t sleep here,’ said Ms Cole. ‘Nobody does!’", ["‘We don’t sleep here,’", "‘Nobody does!’"]],
  ["Rangers 'failed to act', says inquiry", ["'failed to act'"]],
  ["'I thought the roof would go': Harton families on the night of the storm", ["'I thought the roof would go'"]],
  ["'I couldn't find my boys' coats,' Mr O'Hara told the Harton Echo.", ["'I couldn't find my boys' coats,'"]],
  ["The inquiry said the force 'let down its officers' and nobody else.", ["'let down its officers'"]],
  ["The inquiry said the force 'let down its officers', and the drivers' union agreed.", ["'let down its officers'"]],
  ["Ms Cole said: 'He shouted \"get down\" and we did.'", ["'He shouted \"get down\" and we did.'"]],
  ["'\"Get down\", he told us,' said Ms Cole.", ["'\"Get down\", he told us,'"]],
  ["\"He called it 'a war' and left,\" said Mr Reed.", ["\"He called it 'a war' and left,\""]],
  ["'Rock 'n' roll is all we had in the '70s,' she said.", ["'Rock 'n' roll is all we had in the '70s,'"]],
  ["'We were goin' home,' she said.", ["'We were goin' home,'"]],
  ["The mayor (a 'caretaker') resigned.", ["'caretaker'"]],
])("single quotes hold a quotation: %j", (text, found) => {
  expect(quoted(text)).toEqual(found);
});

test.each([
  "The boys' school and the workers' club closed in the '90s.",
  "Mr O'Hara's men don't play rock 'n' roll, said the girls' teacher.",
  "'Tis the drivers' view that it's over, and the miners' too.",
  "Get 'em out, he told the nurses' union.",
  "The pole was 6' long and the farmers' cart was 9' long.",
  "The ‘90s and the drivers’ strike are long past.",
  "The mayor's 'caretaker office closed.",
])("apostrophes open and close no quotation: %j", (text) => {
  expect(quoted(text)).toEqual([]);
});

test("a quotation that runs on opens each of its paragraphs, whatever plural stands in it", () => {
  const text = "'We sat in the boys' room when the wall fell. Nobody moved.\n\n'Then my brother called,' Ms Cole said.";
  const list = quotationsOf(analyse(text)).list;
  expect(list.map((q) => [text.slice(...q.span), q.continues])).toEqual([
    ["'We sat in the boys' room when the wall fell. Nobody moved.", false],
    ["'Then my brother called,'", true],
  ]);
  expect(quoted("'Loyal sons' march in Harton\n\n'We will be back,' said Mr Reed.")).toEqual(["'Loyal sons'", "'We will be back,'"]);
});

/** The statements of a report: whose word, and what. */
function told(text: string): readonly string[] {
  const found = read(plainReport(text, { published: "2024-05-16" }));
  const names = new Map(found.actors.map((a) => [a.id, a.name]));
  const by = new Map(found.attributions.map((a) => [a.id, a]));
  return found.statements.map((s) => {
    const chain = s.attribution.map((id) => names.get(by.get(id)?.source ?? "") ?? "?");
    return `${s.kind} <${chain.join(" < ")}> ${text.slice(...(s.kind === "remark" ? s.span : s.evidence))}`;
  });
}

test("what goes on between single quotes is the speaker's word", () => {
  expect(told("'We heard three bangs,' said Ms Cole. 'Then everybody ran.'")).toEqual([
    "remark <Cole> We heard three bangs",
    "remark <Cole> Then everybody ran",
  ]);
  expect(told("‘It was awful. The children couldn’t find their boys’ coats,’ Mr Reed told the Harton Echo.")).toEqual([
    "remark <Reed> It was awful",
    "remark <Reed> The children couldn’t find their boys’ coats",
  ]);
});

test.each([
  'Ms Cole said the hall was full. "The roof fell in at noon. Four people were killed."',
  '"Two men were shot at the gate," Inspector Hale said. "Is anyone safe?"',
  'The "terror" ended when police shot two men in Harton.',
  'Police "shot two men" in Harton, says inquiry',
])("what is told is the same between single and double quotes: %j", (text) => {
  const plain = (rows: readonly string[]): readonly string[] => rows.map((row) => row.replaceAll('"', "'"));
  expect(told(text.replaceAll('"', "'"))).toEqual(plain(told(text)));
});
