import { expect, test } from "vitest";
import type { Document } from "../../src/language/document.js";
import { analyse } from "../../src/language/index.js";
import { P, R, U } from "../../src/language/tags.js";

const at = (doc: Document, word: string): number =>
  Array.from({ length: doc.length }, (_, i) => i).find((i) => doc.text.slice(doc.start[i], doc.end[i]) === word) ?? -1;

test("a hyphenated name hangs on the noun behind it, whichever half the parser took for the head", () => {
  for (const verb of ["arrested", "killed", "nabbed"]) {
    const doc = analyse(`Police ${verb} two UVF-Leninist cadres in the hills.`);
    const cadres = at(doc, "cadres");
    expect(doc.head[cadres], verb).toBe(at(doc, verb));
    expect(doc.relation[cadres]).toBe(R.obj);
    expect(doc.head[at(doc, "UVF")]).toBe(cadres);
  }
});

test("a hyphenated name that the tree took for what the noun belongs to is its modifier", () => {
  const doc = analyse("A hardcore UVF-Leninist cadre, identified as Ram Oraon, was arrested from a forest.");
  expect(doc.head[at(doc, "cadre")]).toBe(at(doc, "arrested"));
  expect(doc.relation[at(doc, "cadre")]).toBe(R["nsubj:pass"]);
});

test("'identified as' behind a noun is a participle, and the noun the object of the verb before", () => {
  const doc = analyse("A joint team of Ranpur Police and CRPF arrested two Maoists identified as Rakesh Yadav and Mohan Sah.");
  expect(doc.xpos[at(doc, "identified")]).toBe(P.VBN);
  expect(doc.head[at(doc, "Maoists")]).toBe(at(doc, "arrested"));
  expect(doc.relation[at(doc, "Maoists")]).toBe(R.obj);
});

test("'police firing' is a noun, unless it says what police fire", () => {
  const noun = analyse("The toll in Monday's police firing rose to four.");
  expect(noun.upos[at(noun, "firing")]).toBe(U.NOUN);
  const verb = analyse("We saw police firing rubber bullets.");
  expect(verb.upos[at(verb, "firing")]).toBe(U.VERB);
});

test("the end of a list that the parser hung on the full stop is of the list", () => {
  const doc = analyse("The rebels burned a school, two clinics and the house of the mayor.");
  expect(doc.head[at(doc, "clinics")]).toBe(at(doc, "school"));
  expect(doc.relation[at(doc, "clinics")]).toBe(R.conj);
});

test("a name behind its noun hangs on it, not on what comes next", () => {
  const doc = analyse(
    "The tribunal on Monday convicted former interior minister Omar Salih and 12 others of bribery, sentencing them to ten years in prison.",
  );
  expect(doc.head[at(doc, "Omar")]).toBe(at(doc, "minister"));
  expect(doc.head[at(doc, "others")]).toBe(at(doc, "minister"));
});

test("all who are said to have been hurt are subjects of what is said", () => {
  const joint = analyse("The army said dozens of rebels and three soldiers died in the clash.");
  expect(joint.head[at(joint, "dozens")]).toBe(at(joint, "died"));
  expect(joint.relation[at(joint, "dozens")]).toBe(R.nsubj);
  expect(joint.head[at(joint, "soldiers")]).toBe(at(joint, "dozens"));
  expect(joint.relation[at(joint, "died")]).toBe(R.ccomp);
  const parted = analyse("Ilic says the victims, including two boys and eight women, were taken to a hospital.");
  expect(parted.head[at(parted, "victims")]).toBe(at(parted, "taken"));
  expect(parted.relation[at(parted, "victims")]).toBe(R["nsubj:pass"]);
});

test("a sentence has a main clause: a finite verb inside its phrase that is no relative clause, or that is joined to it", () => {
  for (const [text, verb, subject] of [
    ["One of the foam rounds hit Luke in the hand holding the knife.", "hit", "One"],
    ["The 16-year-old, who was struck in the right foot, ran inside the center.", "ran", "old"],
    ["Two Deputy U.S. Marshals and an FBI agent were wounded during the firefight.", "wounded", "Marshals"],
  ]) {
    const doc = analyse(text);
    expect(doc.head[at(doc, verb)], text).toBe(-1);
    expect(doc.head[at(doc, subject)], text).toBe(at(doc, verb));
  }
});

test("two nouns side by side that the parser joined to one before them are one", () => {
  const doc = analyse("He was charged with murder and money laundering.");
  expect(doc.head[at(doc, "money")]).toBe(at(doc, "laundering"));
  expect(doc.head[at(doc, "laundering")]).toBe(at(doc, "murder"));
});

test("the verb that closes a sentence is its root, whatever the parser joined it to", () => {
  const doc = analyse(
    "A gunman opened fire outside a district police station on Monday, killing four guards and a civilian, the Interior Ministry said.",
  );
  expect(doc.head[at(doc, "said")]).toBe(-1);
  expect(doc.head[at(doc, "opened")]).toBe(at(doc, "said"));
  expect(doc.head[at(doc, "civilian")]).toBe(at(doc, "guards"));
  const other = analyse("The centre put the strength at 5.9, but the survey in Golden, Colo., said it was 6.1.");
  expect(other.head[at(other, "put")]).toBe(-1);
});

test("of '12 of 30 hostages' the twelve are the object", () => {
  const doc = analyse("Bandits release 12 of 30 hostages");
  expect(doc.head[at(doc, "12")]).toBe(at(doc, "release"));
  expect(doc.head[at(doc, "hostages")]).toBe(at(doc, "12"));
});

test("a name before the preposition of a noun is what the noun tells of", () => {
  const list = analyse(
    "The rebels killed Anil Sahu (24), a resident of Lai village, and Arun Yadav (35) of Kone village in Latehar District.",
  );
  expect(list.head[at(list, "Arun")]).toBe(at(list, "killed"));
  expect(list.relation[at(list, "Arun")]).toBe(R.conj);
});

test("the second half of a name behind a preposition is of the first, and no subject", () => {
  for (const text of ["Officers in Guinea-Bissau declared on Wednesday that they ruled.", "A court in Guinea-Bissau jailed him."]) {
    const doc = analyse(text);
    expect(doc.head[at(doc, "Bissau")], text).toBe(at(doc, "Guinea"));
  }
});
