import { expect, test } from "vitest";
import type { Document } from "../../src/language/document.js";
import { analyse } from "../../src/language/index.js";
import { R } from "../../src/language/tags.js";

const at = (doc: Document, word: string): number =>
  Array.from({ length: doc.length }, (_, i) => i).find((i) => doc.text.slice(doc.start[i], doc.end[i]) === word) ?? -1;

function hangs(text: string, word: string): { on: string; as: number } {
  const doc = analyse(text);
  const i = at(doc, word);
  const head = doc.head[i];
  return { on: head < 0 ? "" : doc.text.slice(doc.start[head], doc.end[head]), as: doc.relation[i] };
}

test.each([
  ["A tribunal Saturday convicted the former mayor and four others of fraud.", "tribunal", "convicted", R.nsubj],
  ["A tribunal Saturday convicted the former mayor and four others of fraud.", "Saturday", "convicted", R["obl:unmarked"]],
  ["A judge late Monday has sentenced him to five years.", "Monday", "sentenced", R["obl:unmarked"]],
  ["Gunmen killed Tuesday two guards of the mine.", "guards", "killed", R.obj],
  ["REBELS TODAY RELEASED SIX MINERS NEAR THE BORDER.", "MINERS", "RELEASED", R.obj],
])("a bare day hangs on the verb and leaves the subject and the object alone: %s", (text, word, on, as) => {
  expect(hangs(text, word)).toEqual({ on, as });
});

test("a day that is part of a name or modifies a noun stays with it", () => {
  const doc = analyse("Easter Sunday was quiet in the valley.");
  expect(doc.relation[at(doc, "Sunday")]).not.toBe(R["obl:unmarked"]);
});

test.each([
  ["Senator Mark Halloran (R-Vt.) refused to answer.", "Senator", "refused", R.nsubj],
  ["Ravi Guda (22), a resident of Palem village, was killed.", "22", "Ravi", R.nummod],
  ["The Valley Front (VF) said that five men died.", "VF", "Front", R.appos],
  ["The blast (police say it was a bomb) wounded five people.", "say", "blast", R.parataxis],
])("what stands in brackets hangs on the noun before it and is no part of the clause: %s", (text, word, on, as) => {
  expect(hangs(text, word)).toEqual({ on, as });
});

test.each([
  ["The central question — who ordered the raid, if anyone — may never be resolved.", "question", "resolved", R["nsubj:pass"]],
  ["The lawyer -- who has built his practice here -- is leaving.", "built", "lawyer", R["acl:relcl"]],
  ["Three people — two women and a child — died in the blast.", "women", "people", R.appos],
])("what stands between two dashes is read by itself: %s", (text, word, on, as) => {
  expect(hangs(text, word)).toEqual({ on, as });
});

test.each([
  ["The trader was on Tuesday night sentenced to death.", "trader", "sentenced", R["nsubj:pass"]],
  ["The trader was on Tuesday night sentenced to death.", "night", "sentenced", R.obl],
  ["Two men were late Friday shot in the market.", "Friday", "shot", R["obl:unmarked"]],
  ["The governor had on Sunday visited the camp.", "governor", "visited", R.nsubj],
  ["He was in March 2019 convicted of fraud.", "He", "convicted", R["nsubj:pass"]],
])("when something was, between a helping verb and its verb, hangs on the verb: %s", (text, word, on, as) => {
  expect(hangs(text, word)).toEqual({ on, as });
});

test.each([
  ["Police, in a statement on Monday, said two men died.", "Police", "said", R.nsubj],
  ["Police, in a statement on Monday, said two men died.", "statement", "said", R.obl],
  ["The army said that rebels, after two days of fighting, took the town.", "rebels", "took", R.nsubj],
  ["The minister, on a visit to the north, has condemned the killing.", "visit", "condemned", R.obl],
])("a phrase between a subject and its verb hangs on the verb: %s", (text, word, on, as) => {
  expect(hangs(text, word)).toEqual({ on, as });
});

test.each([
  ["A man accused of poisoning his uncle has pleaded not guilty.", "man", "pleaded", R.nsubj],
  ["A man accused of poisoning his uncle has pleaded not guilty.", "accused", "man", R.acl],
  ["A nurse charged with smothering two patients denies the charges.", "nurse", "denies", R.nsubj],
  ["A woman charged with slapping a guard faces up to nine years in prison.", "guard", "slapping", R.obj],
  ["Two brothers suspected of bombing a mosque remain at large.", "brothers", "remain", R.nsubj],
  ["A soldier arrested for a robbery in Tarn has now been tied to a killing.", "soldier", "tied", R["nsubj:pass"]],
])("what a subject is accused of leaves it its verb: %s", (text, word, on, as) => {
  expect(hangs(text, word)).toEqual({ on, as });
});

test("the name that a group gives itself parts it from no verb", () => {
  const text = "A militant group calling itself the Tide Brigade said in a statement that it was holding the men.";
  expect(hangs(text, "group")).toEqual({ on: "said", as: R.nsubj });
  expect(hangs(text, "calling")).toEqual({ on: "group", as: R.acl });
});

test("a phrase behind a place that a clause ends with parts no subject from its verb", () => {
  const doc = analyse("Mara Lind, who lost her son in Aurel, Colmar, in July 2012, said that she had written to him.");
  expect(doc.head[at(doc, "Lind")] === at(doc, "said") || doc.head[at(doc, "Mara")] === at(doc, "said")).toBe(true);
});

test("a dateline's dash opens no aside", () => {
  const doc = analyse("TARSK — A court convicted five men — all of them guards.");
  expect(doc.relation[at(doc, "court")]).toBe(R.nsubj);
});

test("trees of sentences with asides stay trees", () => {
  const doc = analyse('The man (aged 30) — he had a "clear" record (see below) — Friday left (police said) the (old) town [in haste].');
  for (let i = 0; i < doc.length; i++) {
    let head = i;
    for (let step = 0; step <= doc.length && head >= 0; step++) head = doc.head[head];
    expect(head).toBe(-1);
  }
});
