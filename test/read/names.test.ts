import { describe, expect, it } from "vitest";
import { analyse } from "../../src/language/index.js";
import type { Findings, NameMention } from "../../src/read/findings.js";
import { packClusters, unpackClusters } from "../../src/read/names/clusters.js";
import { BEGIN, INSIDE, LABELS, LAST, labelOf, mayFollow, OUTSIDE, positionOf, typeOf, UNIT } from "../../src/read/names/labels.js";
import { Phrases } from "../../src/read/names/phrases.js";
import { CASE, SHAPE, shapeOf, shapesOf } from "../../src/read/names/shapes.js";
import { packWeights, unpackWeights } from "../../src/read/names/weights.js";
import { names } from "../../src/read/names.js";

function namesOf(text: string): string[] {
  const { names: found } = names.run({ doc: analyse(text) } as Findings) as { names: readonly NameMention[] };
  return found.map((n) => `${text.slice(...n.span)}: ${n.type}`);
}

describe("names", () => {
  it("finds a minister, a ministry's city and the adjective of a country", () => {
    const found = namesOf("Interior Minister Pavel Dimitrov told Reuters in Nairobi on Monday that a Kazakh court had freed the men.");
    expect(found).toContain("Pavel Dimitrov: person");
    expect(found).toContain("Reuters: organisation");
    expect(found).toContain("Nairobi: place");
    expect(found).toContain("Kazakh: nationality");
  });

  it("ends a person's name before a verb", () => {
    expect(namesOf("Judge Fatima Bello found Musa guilty of murder.")).toEqual(["Fatima Bello: person", "Musa: person"]);
    expect(namesOf("The Yelpaka Police of East Godavari District arrested two cadres.").join()).not.toContain("arrested");
    expect(namesOf("Police said Omar Hassan shot Ali Yusuf in the leg.")).toEqual(["Omar Hassan: person", "Ali Yusuf: person"]);
    expect(namesOf("Juan de la Cruz met Osama bin Laden.")).toEqual(["Juan de la Cruz: person", "Osama bin Laden: person"]);
  });

  it("finds the same names in capitals", () => {
    const found = namesOf("COLONEL PEDRO RUIZ SAID IN SAN SALVADOR THAT FIVE SOLDIERS OF THE NATIONAL ARMY WERE KILLED.");
    expect(found).toContain("PEDRO RUIZ: person");
    expect(found).toContain("SAN SALVADOR: place");
  });

  it("takes an acronym that is spelt like a word for a name once brackets have explained it", () => {
    const text = "He wanted to join the Islamic State (IS) in Syria. The court says joining IS is banned, and it is.";
    const found = namesOf(text).filter((n) => n.startsWith("IS"));
    expect(found).toEqual(["IS: organisation", "IS: organisation"]);
  });

  it("takes no weekday and no sentence's first word for a name", () => {
    expect(namesOf("Gunmen fled on Tuesday. Police gave no names. Two were hurt.").filter((n) => !n.startsWith("Police"))).toEqual([]);
  });

  it("takes what the tables know as a body of two words for no person", () => {
    expect(namesOf("Villagers said Boko Haram burned the school.")).toContain("Boko Haram: organisation");
  });

  it("finds nothing in an empty text", () => {
    expect(namesOf("")).toEqual([]);
  });

  it("gives spans whose tokens cover exactly their words", () => {
    const text = "“Leave,” said Amina al-Hassan of Kano’s Red Cross.";
    const doc = analyse(text);
    const { names: found } = names.run({ doc } as Findings) as { names: readonly NameMention[] };
    expect(found.length).toBeGreaterThan(0);
    for (const n of found) expect([doc.start[n.tokens[0]], doc.end[n.tokens[1] - 1]]).toEqual([...n.span]);
  });
});

describe("labels", () => {
  it("name their type and position", () => {
    expect([typeOf(labelOf(2, LAST)), positionOf(labelOf(2, LAST))]).toEqual([2, LAST]);
  });

  it("let a name begun be gone on with by the same type only", () => {
    expect(mayFollow(labelOf(0, BEGIN), labelOf(0, LAST))).toBe(true);
    expect(mayFollow(labelOf(0, BEGIN), labelOf(1, LAST))).toBe(false);
    expect(mayFollow(labelOf(0, BEGIN), OUTSIDE)).toBe(false);
    expect(mayFollow(OUTSIDE, labelOf(0, INSIDE))).toBe(false);
    expect(mayFollow(labelOf(0, UNIT), labelOf(3, BEGIN))).toBe(true);
  });
});

describe("shapes", () => {
  it("tell small letters, capitals, initials and hyphens apart", () => {
    const kinds = ["police", "Kano", "NATO", "J.", "U.S.", "McCabe", "27", "B-2", "—"].map((w) => shapeOf(w, 0, w.length));
    expect(kinds).toEqual([
      SHAPE.lower,
      SHAPE.capital,
      SHAPE.capitals,
      SHAPE.initial,
      SHAPE.dotted,
      SHAPE.inner,
      SHAPE.digits,
      SHAPE.digitsAndLetters,
      SHAPE.mark,
    ]);
  });

  it("see that a text is written in capitals, or without any", () => {
    expect([...shapesOf(analyse("THE ARMY SAID SO TODAY.")).mode]).toEqual([CASE.capitals]);
    expect([...shapesOf(analyse("the army said so today.")).mode]).toEqual([CASE.none]);
    expect([...shapesOf(analyse("The army said so today.")).mode]).toEqual([CASE.mixed]);
  });
});

describe("packed tables", () => {
  it("give back the class of every word, and none of a word they do not hold", () => {
    const packed = unpackClusters(
      packClusters(["kano", "abuja", "said"], Uint16Array.from([4, 4, 9]), Uint8Array.from([0, 0, 0, 0, 2, 0, 0, 0, 0, 5])),
    );
    expect([packed.fine("kano"), packed.fine("abuja"), packed.fine("said"), packed.fine("lagos")]).toEqual([5, 5, 10, 0]);
    expect([packed.coarse(5), packed.coarse(10), packed.coarse(0)]).toEqual([3, 6, 0]);
  });

  it("give back weights to the nearest step and drop features that weigh nothing", () => {
    const rows = new Float32Array(2 * LABELS);
    rows[3] = 0.5;
    rows[LABELS + 1] = 0.004;
    const w = unpackWeights(packWeights([77, -9], rows, new Float32Array(LABELS * LABELS).fill(0.25), 0.1, 1));
    w.scorer.keys.set([77, -9, 12345]);
    const sums = w.scorer.score(3);
    expect(sums[3] * w.scale).toBeCloseTo(0.5);
    expect(sums[1]).toBe(0);
    expect([w.bias, w.transitions[0]]).toEqual([1, 0.25]);
  });

  it("find the longest phrase that begins at a word", () => {
    const phrases = new Phrases();
    phrases.add("islamic state", 1);
    phrases.add("islamic state group", 2);
    phrases.add("red cross", 3);
    const doc = analyse("The Islamic State group shelled a Red Crescent post.");
    expect(phrases.longestAt(doc, 1, doc.length)).toEqual({ value: 2, length: 3 });
    expect(phrases.longestAt(doc, 6, doc.length)).toBeNull();
  });
});

it("take a name with an age in brackets behind it for a person's", () => {
  const doc = analyse("Rebels killed Budhan Toppo (27), a villager of Karpur, on Sunday.");
  const { names: found } = names.run({ doc } as Findings) as { names: readonly NameMention[] };
  expect(found.map((n) => `${n.type} ${doc.text.slice(...n.span)}`)).toContain("person Budhan Toppo");
});
