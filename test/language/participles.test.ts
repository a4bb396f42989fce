import { expect, test } from "vitest";
import type { Document } from "../../src/language/document.js";
import { analyse } from "../../src/language/index.js";
import { P, R } from "../../src/language/tags.js";

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
