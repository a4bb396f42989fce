import { expect, test } from "vitest";
import type { Document } from "../../src/language/document.js";
import { analyse } from "../../src/language/index.js";
import { P, R } from "../../src/language/tags.js";

const at = (doc: Document, word: string): number =>
  Array.from({ length: doc.length }, (_, i) => i).find((i) => doc.text.slice(doc.start[i], doc.end[i]) === word) ?? -1;

/** Head and relation of a word: "found obj". */
const arc = (doc: Document, word: string): string => {
  const i = at(doc, word);
  const head = doc.head[i] < 0 ? "-" : doc.text.slice(doc.start[doc.head[i]], doc.end[doc.head[i]]);
  return `${head} ${Object.keys(R).find((name) => R[name as keyof typeof R] === doc.relation[i])}`;
};

test("two phrases with 'and' between them are one subject", () => {
  for (const [text, first, second] of [
    ["Two pistols and six cartridges were found in the yard.", "pistols", "cartridges"],
    ["A 12-bore gun and live rounds were found in the hut.", "gun", "rounds"],
    ["Three men and a woman were shot in Lodo early Saturday, police said.", "men", "woman"],
    ["His mother, Kristin Negro, and his aunt started to run.", "mother", "aunt"],
  ] as const) {
    const doc = analyse(text);
    expect(arc(doc, second), text).toBe(`${first} conj`);
    expect(arc(doc, "and")).toBe(`${second} cc`);
  }
});

test("a pronoun behind 'and' begins a clause of its own", () => {
  const doc = analyse("He was hit in the leg and she was taken to a clinic.");
  expect(arc(doc, "she")).toBe("taken nsubj:pass");
});

test("the name behind what somebody is, the day before a subject and the word behind a preposition are no second subject", () => {
  expect(arc(analyse("Radio host Ann Roe said the road was shut."), "Ann")).toBe("host flat");
  expect(arc(analyse("In a statement Thursday, Selby DA Mark Rowe said nobody was hurt."), "Thursday")).toBe("said obl:unmarked");
  expect(arc(analyse("A cadre wanted in a dozen cases was arrested in Lodo."), "cases")).toBe("wanted obl");
});

test("the verb behind a relative clause is the sentence's", () => {
  const whole = analyse("The boy who was shot in the face at a house in Lodo has died.");
  expect(arc(whole, "died")).toBe("- root");
  expect(arc(whole, "boy")).toBe("died nsubj");
  expect(arc(whole, "shot")).toBe("boy acl:relcl");
  const told = analyse("The teenager who was shot in the face has died, a doctor said.");
  expect(arc(told, "died")).toBe("said ccomp");
});

test("a participle before the verb of its sentence is of the noun before it", () => {
  const doc = analyse("The case against two brothers accused of murder has been pushed to May.");
  expect(arc(doc, "pushed")).toBe("- root");
  expect(arc(doc, "case")).toBe("pushed nsubj:pass");
  expect(arc(doc, "accused")).toBe("brothers acl");
});

test("a participle that nothing else takes for its own is the past tense", () => {
  const doc = analyse("Some 150 persons picketed and threw stones at the embassy.");
  expect(doc.xpos[at(doc, "picketed")]).toBe(P.VBD);
});

test("a word that found no place but the full stop is of what stands before it", () => {
  const doc = analyse("He was found at the Wendy's.");
  expect(arc(doc, "Wendy")).toBe("found obl");
  expect(arc(doc, "at")).toBe("Wendy case");
  for (const text of ['"It was dark," said neighbor Ann Roe.', "He ran off, said Sheriff T. Walton."])
    expect(arc(analyse(text), text.includes("Ann") ? "Ann" : "Sheriff")).toMatch(/^(said nsubj|neighbor flat)$/);
});

test("'as' and 'after' before a noun and its verb open a clause, and say no name of what somebody is identified as", () => {
  const drove = analyse("Two men were shot in the face Sunday afternoon as a car drove through Rue Street.");
  expect(arc(drove, "car")).toBe("drove nsubj");
  expect(arc(drove, "as")).toBe("drove mark");
  const found = analyse("Neighbors are shaken after an army soldier and his daughter were found dead.");
  expect(arc(found, "soldier")).toBe("found nsubj:pass");
  expect(arc(found, "found")).toBe("shaken advcl");
  const hurt = analyse("The Kelby police are widening their search after four pupils were hurt early Sunday.");
  expect(arc(hurt, "pupils")).toBe("hurt nsubj:pass");
  expect(arc(hurt, "after")).toBe("hurt mark");
  expect(arc(analyse("The suspect was identified as Anil Saw of Kerso."), "Anil")).toBe("identified obl");
});
