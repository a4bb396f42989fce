import { expect, test } from "vitest";
import type { Document } from "../../src/language/document.js";
import { analyse } from "../../src/language/index.js";
import { P, R, U } from "../../src/language/tags.js";

const at = (doc: Document, word: string): number =>
  Array.from({ length: doc.length }, (_, i) => i).find((i) => doc.text.slice(doc.start[i], doc.end[i]) === word) ?? -1;

test.each([
  ["Residents alleged that policemen posted at the gate looked on as the mob torched their huts.", "policemen", "posted", "looked"],
  ["Soldiers stationed at the bridge opened fire.", "Soldiers", "stationed", "opened"],
  ["Policemen deputed to the area fled.", "Policemen", "deputed", "fled"],
])("of two finite verbs that nothing joins, the first tells which people: '%s'", (text, noun, first, main) => {
  const doc = analyse(text);
  expect(doc.head[at(doc, noun)]).toBe(at(doc, main));
  expect(doc.relation[at(doc, noun)]).toBe(R.nsubj);
  expect(doc.head[at(doc, first)]).toBe(at(doc, noun));
  expect(doc.xpos[at(doc, first)]).toBe(P.VBN);
});

test("two verbs that 'and' joins stay as they are", () => {
  const doc = analyse("Soldiers arrived at the bridge and opened fire.");
  expect(doc.head[at(doc, "Soldiers")]).toBe(at(doc, "arrived"));
});

test("'men armed with rods attacked': the men did", () => {
  const doc = analyse("Men armed with rods attacked a bus.");
  expect(doc.head[at(doc, "Men")]).toBe(at(doc, "attacked"));
});

test("what has a preposition is no subject, but the noun before it is", () => {
  const doc = analyse("The chairman of the committee said policemen at the nearby checkpoint fled when the shooting started.");
  expect(doc.head[at(doc, "policemen")]).toBe(at(doc, "fled"));
  expect(doc.head[at(doc, "checkpoint")]).toBe(at(doc, "policemen"));
});

test("'succumbed to' is no participle unless an auxiliary stands before it", () => {
  const doc = analyse(
    "Two persons, including a 17-year-old boy, succumbed to bullet injuries sustained in police firing at Dalpur, hospital sources said.",
  );
  expect(doc.head[at(doc, "persons")]).toBe(at(doc, "succumbed"));
  const had = analyse("He had since succumbed to his wounds.");
  expect(had.xpos[at(had, "succumbed")]).toBe(P.VBN);
});

test("'fall to' behind a number is what so many do", () => {
  const doc = analyse("Two fall to police bullets as city flares up");
  expect(doc.xpos[at(doc, "fall")]).toBe(P.VBP);
});

test("'had' with a participle right behind it helps that", () => {
  const freed = analyse("The army said soldiers had freed two captives.");
  expect(freed.upos[at(freed, "had")]).toBe(U.AUX);
  expect(freed.head[at(freed, "had")]).toBe(at(freed, "freed"));
});

test("'that of his brother' stands for a noun, 'said that of the 30' opens a clause", () => {
  const cut = analyse("Judges cut his term but commuted that of his brother to 20 years.");
  expect(cut.upos[at(cut, "that")]).toBe(U.PRON);
  expect(cut.relation[at(cut, "that")]).toBe(R.obj);
  const found = analyse("The inquiry said that of the 30 guards, two had fled.");
  expect(found.upos[at(found, "that")]).toBe(U.SCONJ);
});

test("reports that somebody denied are no second verb", () => {
  const doc = analyse("The governor denied reports that the mill had burned.");
  expect(doc.upos[at(doc, "reports")]).toBe(U.NOUN);
  expect(doc.head[at(doc, "reports")]).toBe(at(doc, "denied"));
});

test("a state that tells which people is no predicate of the verb behind it", () => {
  for (const text of [
    "Two hikers reported missing on Sunday were rescued.",
    "A woman who was reported missing on Sunday was found alive.",
  ]) {
    const doc = analyse(text);
    const main = text.includes("rescued") ? "rescued" : "found";
    expect(doc.head[at(doc, main)], text).toBe(-1);
    expect(doc.head[at(doc, "missing")], text).toBe(at(doc, "reported"));
  }
});

test("'who' behind a comma is nobody of whom there is no sign", () => {
  const doc = analyse("There was no sign of her brother, who remains missing.");
  expect(doc.head[at(doc, "remains")]).toBe(at(doc, "brother"));
});
