import { expect, test } from "vitest";
import type { Document } from "../../src/language/document.js";
import { analyse } from "../../src/language/index.js";
import { P } from "../../src/language/tags.js";

const tagOf = (doc: Document, word: string): number => {
  for (let i = 0; i < doc.length; i++) if (doc.text.slice(doc.start[i], doc.end[i]) === word) return doc.xpos[i];
  return -1;
};

test("a sentence that ends in a full stop has a finite verb, and it is the word that comes nearest to one", () => {
  for (const [text, verb] of [
    ["Night patrols detained as many as nine smugglers near the river.", "detained"],
    ["The jury deliberated for about two hours and a half before lunch.", "deliberated"],
    ["A Norwich woman accepted blame on Monday for the fire.", "accepted"],
  ])
    expect(tagOf(analyse(text), verb), text).toBe(P.VBD);
});

test("so has the clause behind 'when'", () => {
  expect(tagOf(analyse("She was in the car when someone outside fired dozens of rounds."), "fired")).toBe(P.VBD);
});

test("headlines, and what is done by somebody, stay participles", () => {
  expect(tagOf(analyse("Norwich man accused of fire at mill"), "accused")).toBe(P.VBN);
  expect(tagOf(analyse("A child grazed by a bullet on Main Street."), "grazed")).toBe(P.VBN);
});

test("forms of the past that treebanks seldom hold are verbs", () => {
  for (const text of ["Masked raiders stole jewels worth two million from a museum in Ghent.", "The boy beat a guard and stole her gun."])
    expect(tagOf(analyse(text), "stole"), text).toBe(P.VBD);
  expect(tagOf(analyse("Three youths underwent surgery in Leeds."), "underwent")).toBe(P.VBD);
});

test("what 'and' joins a finite verb to has one itself", () => {
  const text = "An ex-soldier, the 31-year-old nursed anger against his officers, and had planned to burn their mess.";
  expect(tagOf(analyse(text), "nursed")).toBe(P.VBD);
  expect(tagOf(analyse("The pellets ricocheted off a wall, and struck two clerks."), "ricocheted")).toBe(P.VBD);
});

test("acronyms spelt as common words are names, unless they are stressed", () => {
  for (const text of ["He left to fight for IS in Raqqa.", "IS claimed the bombing.", "Doctors of the IS group fled."])
    expect(tagOf(analyse(text), "IS"), text).toBe(P.NNP);
  expect(tagOf(analyse("The WHO said twelve people had died."), "WHO")).toBe(P.NNP);
  for (const text of ["This IS a war, he said.", "THE WAR IS OVER, crowds sang in the street."])
    expect(tagOf(analyse(text), "IS"), text).not.toBe(P.NNP);
});
