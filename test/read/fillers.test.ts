import { expect, test } from "vitest";
import { phrases } from "../../src/read/fillers/candidates.js";
import { DENSE, denseFeatures } from "../../src/read/fillers/dense.js";
import { entitiesOf, telling } from "../../src/read/fillers/entities.js";
import { fillers } from "../../src/read/fillers/model.js";
import { FILLED } from "../../src/read/fillers/roles.js";
import { packSparse, unpackSparse } from "../../src/read/fillers/sparse.js";
import { surroundingsOf } from "../../src/read/fillers/surroundings.js";
import { findAll } from "../../src/read/index.js";
import { levelled } from "../../src/read/linear.js";
import { entityCases, freshly, phraseCases, tell } from "../../src/read/train/fillers-told.js";
import { learnTogether } from "../../src/read/train/together.js";
import { boost } from "../../src/resolve/train/boost.js";
import { reportOf } from "../support/report.js";

const LEAST = { perpetrator: 0.3, organisation: 0.3, target: 0.3, victim: 0.3, weapon: 0.3 };

function found(text: string) {
  const all = findAll(reportOf(text), "tolls");
  const s = surroundingsOf(all);
  const candidates = phrases(all.doc, all.names, s.groupAt);
  const texts = candidates.map((c) => text.slice(c.span[0], c.span[1]));
  return { all, s, candidates, texts, entities: entitiesOf(s, candidates, texts) };
}

test("a weapon inside a compound is a phrase of its own", () => {
  expect(found("THE CAR BOMB EXPLOSION DESTROYED A WAREHOUSE IN RIOVERDE.").texts).toContain("CAR BOMB");
});

test("an armed group that a longer phrase names is a phrase of its own", () => {
  expect(found("THE MAOIST SHINING PATH MOVEMENT BURNED TWO TRUCKS.").texts).toContain("SHINING PATH");
});

test("two names of one armed group are linked, however far apart they stand", () => {
  const { entities } = found(
    "THE FARABUNDO MARTI NATIONAL LIBERATION FRONT BLEW UP A BRIDGE. RESIDENTS HEARD THE BLAST. THE FMLN LATER CALLED A RADIO STATION.",
  );
  const front = entities.find((e) => e.key === "front");
  const fmln = entities.findIndex((e) => e.key === "fmln");
  expect(front?.linked).toContain(fmln);
});

test("phrases of one head are one entity", () => {
  const { entities, texts } = found("A BUS WAS SET ON FIRE IN RIOVERDE. THE BUS BELONGED TO A FARM.");
  expect(entities.find((e) => e.key === "bus")?.mentions.map((m) => texts[m])).toHaveLength(2);
});

/** What the trees are told of an entity as a victim, where the phrases that begin so are that likely. */
function asVictim(text: string, key: string, odds: Readonly<Record<string, number>>): (name: string) => number {
  const { s, candidates, texts, entities } = found(text);
  const some = (of: readonly string[]) => Float64Array.from(of, (t) => odds[Object.keys(odds).find((k) => t.startsWith(k)) ?? ""] ?? -9);
  const scores = {
    report: new Float64Array(FILLED.length + 1),
    sentence: new Float64Array(s.doc.sentenceCount),
    phrase: FILLED.map(() => some(texts)),
    entity: FILLED.map(() => some(entities.map((e) => texts[e.mentions[0]]))),
  };
  const rows = denseFeatures(s, candidates, entities, scores)[FILLED.indexOf("victim")];
  const row = rows.find(({ entity }) => entities[entity].key === key);
  return (name) => row?.x[DENSE.indexOf(name)] ?? Number.NaN;
}

test("phrases tell what their entity fills where they come near the likeliest, for any role", () => {
  const odds = [Float64Array.of(-3, 1, 0.8, -1), Float64Array.of(-9, -9, -9, 0.9)];
  expect(telling({ key: "mayor", mentions: [0, 1, 2, 3], linked: [] }, odds)).toEqual([1, 2, 3]);
  expect(telling({ key: "mayor", mentions: [0], linked: [] }, odds)).toEqual([0]);
});

test("that a mayor was murdered is learned where he is murdered, and of his other phrases nothing", () => {
  const line = {
    id: "x",
    published: null,
    text: "THE MAYOR OPENED A SCHOOL IN MAY. THE MAYOR WAS MURDERED YESTERDAY.",
    roles: { victim: [{ optional: false, any: ["MAYOR"] }] },
  };
  const t = tell(line, findAll(reportOf(line.text), "tolls"));
  const victim = FILLED.indexOf("victim");
  const mayor = t.entities.find((e) => e.key === "mayor")?.mentions ?? [];
  const draft = FILLED.map((_, r) => Float64Array.from(t.candidates, (_, m) => (r === victim && m === mayor[1] ? 2 : -2)));
  const yes = (cases: ReturnType<typeof phraseCases>) => mayor.map((m) => (cases[m].yes >> victim) & 1);
  const skip = (cases: ReturnType<typeof phraseCases>) => mayor.map((m) => (cases[m].skip >> victim) & 1);
  expect([yes(phraseCases(t)), skip(phraseCases(t))]).toEqual([
    [1, 1],
    [0, 0],
  ]);
  expect([yes(phraseCases(t, draft)), skip(phraseCases(t, draft))]).toEqual([
    [0, 1],
    [1, 0],
  ]);
  const k = t.entities.findIndex((e) => e.key === "mayor");
  expect(entityCases(t, draft)[k].features.length).toBeLessThan(entityCases(t)[k].features.length);
});

test("what else may fill the role is weighed beside an entity: names and others, before it and in its sentence", () => {
  const text = "TWO WOMEN WERE KILLED IN RIOVERDE. THE VICTIMS FLED. MARIA TOLEDO AND ANA PEREZ WERE SHOT. A DOG BARKED.";
  const odds = { "TWO WOMEN": 0, "THE VICTIMS": -1, "MARIA TOLEDO": 2, "ANA PEREZ": 1 };
  const women = asVictim(text, "women", odds);
  expect([women("named rival"), women("unnamed rival"), women("from rival")]).toEqual([2, -1, -2]);
  expect([women("likelier before"), women("likelier beside")]).toEqual([0, 0]);
  const ana = asVictim(text, "perez", odds);
  expect([ana("named rival"), ana("alike rival"), ana("likelier before"), ana("likelier beside")]).toEqual([2, 2, 1, 1]);
  expect(asVictim(text, "dog", odds)("named rival")).toBeNaN();
});

test("how a phrase is opened is told apart: bare, the, a, counted, somebody's", () => {
  const text = "TWO WOMEN WERE KILLED. THE GUARD DIED. A FARMER DIED. HER DRIVER DIED. PEASANTS DIED.";
  const all = { "TWO WOMEN": 0, "THE GUARD": 0, "A FARMER": 0, "HER DRIVER": 0, PEASANTS: 0 };
  const openings = ["women", "guard", "farmer", "driver", "peasant"].map((key) => asVictim(text, key, all)("opening"));
  expect(openings).toEqual([3, 1, 2, 4, 0]);
});

test("what is told of an act is known where its words stand: how old it is, who was counted, which sort of actor", () => {
  const text = "Gunmen killed three farmers in Rioverde on Monday. In 1980 rebels had attacked the same village.";
  const all = findAll(reportOf(text, "1990-03-14"), "tolls");
  const { facts } = surroundingsOf(all);
  const at = (word: string) => all.doc.start.findIndex((start, i) => text.slice(start, all.doc.end[i]) === word);
  expect(facts.tollAt[at("farmers")]).toBeGreaterThan(0);
  expect(facts.tollAt[at("village")]).toBe(0);
  expect(facts.sortAt[at("Gunmen")]).toBeGreaterThan(0);
  expect([facts.ageAt[at("killed")], facts.ageAt[at("attacked")]]).toEqual([2, 3]);
});

test("a second name of what was told already, and what need not be told, is nothing to learn from", () => {
  const line = {
    id: "x",
    published: null,
    text: "THE FRONT BURNED A BUS. THE FMLN CLAIMED THE ATTACK. A GANG FLED. THE ARMY CAME.",
    roles: {
      organisation: [
        { optional: false, any: ["FMLN", "THE FRONT"] },
        { optional: true, any: ["GANG"] },
      ],
    },
  };
  const t = tell(line, findAll(reportOf(line.text), "tolls"));
  const at = (key: string) => t.entities.findIndex((e) => e.key === key);
  const likelihood = t.entities.map((e) => (e.key === "fmln" ? 2 : e.key === "front" ? 1 : 0));
  const fresh = freshly(t, FILLED.indexOf("organisation"), likelihood);
  expect(["fmln", "front", "gang", "army"].map((key) => fresh[at(key)])).toEqual([1, -1, -1, 0]);
});

test("a case of many features is no surer for their number", () => {
  const short = levelled(Int32Array.of(1, 2, 3, 4));
  expect(4 * short).toBeCloseTo(2);
  expect(levelled(new Int32Array(100)) * 100).toBeCloseTo(10);
  expect(levelled(new Int32Array(0))).toBe(1);
});

test("a short report of a bombing tells who did it, with what, against what", () => {
  const { all } = found(
    "SAN SALVADOR, 12 MAR 90 -- [TEXT] URBAN GUERRILLAS LAST NIGHT HURLED A BOMB AT THE RIOVERDE ELECTRICITY COMPANY OFFICE, POLICE SOURCES REPORTED. " +
      "THE GUARD JUAN PEREZ TOLEDO WAS WOUNDED BY THE EXPLOSION. THE ATTACK WAS BLAMED ON THE FMLN.",
  );
  const said = fillers(all, LEAST, 0.5);
  const of = (role: string) => said.filter((f) => f.role === role).map((f) => f.text);
  expect(of("perpetrator")).toContain("URBAN GUERRILLAS");
  expect(of("weapon")).toContain("A BOMB");
});

test("a report of a football match fills no role", () => {
  const { all } = found("LIMA, 12 MAR 90 -- [TEXT] THE RIOVERDE TEAM WON THE CUP YESTERDAY. THE COACH THANKED THE PLAYERS AND THE PUBLIC.");
  expect(fillers(all, LEAST, 0.5)).toEqual([]);
});

test("decisions learned together tell their own features apart, and leave out what is not theirs to learn", () => {
  const cases = Array.from({ length: 40 }, (_, i) => ({
    features: Int32Array.of(i % 2, 2 + ((i >> 1) % 2)),
    yes: (i % 2) | (((i >> 1) % 2) << 1),
    skip: 4,
    weight: 1,
  }));
  const [a, b, none] = learnTogether(cases, 3, { bits: 3, epochs: 10, rate: 0.5, decay: 0, seed: 1, fewest: 1, calm: 1e-6 });
  expect(a[1]).toBeGreaterThan(a[0]);
  expect(Math.abs(a[3] - a[2])).toBeLessThan(a[1] - a[0]);
  expect(b[3]).toBeGreaterThan(b[2]);
  expect([...none]).toEqual(new Array(8).fill(0));
});

test("a tree asks only what is open to it, though another question tells more", () => {
  const rows = Array.from({ length: 40 }, (_, i) => [i % 2, i % 8 < 6 ? i % 2 : 1 - (i % 2)]);
  const labels = rows.map(([a]) => a);
  const weights = new Float64Array(40).fill(1);
  const grown = { trees: 2, rate: 0.1, leaves: 2, fewest: 2, l2: 1 };
  const asked = (open?: (tree: number, feature: number) => boolean) =>
    boost(["a", "b"], rows, labels, weights, open ? { ...grown, open } : grown).trees.map((t) => t.feature[0]);
  expect(asked()).toEqual([0, 0]);
  expect(asked((tree, feature) => tree === feature)).toEqual([0, 1]);
});

test("packed decisions come back as they were, whatever stands before them", () => {
  const first = packSparse([Float64Array.of(0, 1, 0, 0, 0, 0, 0, -1)], 3);
  const second = packSparse([Float64Array.of(0, 0, 127, 0, 0, 0, 0, 0), Float64Array.of(0, 0, 0, 0, -63.5, 0, 0, 0)], 3);
  const bytes = Buffer.concat([first, second]);
  const one = unpackSparse(bytes, 0);
  const two = unpackSparse(bytes, one.end);
  expect(one.decisions.map((d) => [...d.weights])).toEqual([[0, 127, 0, 0, 0, 0, 0, -127]]);
  expect(two.decisions[0].weights[2] * two.decisions[0].scale).toBeCloseTo(127);
  expect(two.decisions[1].weights[4] * two.decisions[1].scale).toBeCloseTo(-63.5);
  expect(two.end).toBe(bytes.length);
});
