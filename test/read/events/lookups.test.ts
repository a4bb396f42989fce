import { describe, expect, it } from "vitest";
import { Lookups } from "../../../src/read/events/lookups.js";
import type { Findings } from "../../../src/read/findings.js";
import { findAll } from "../../../src/read/index.js";
import { reportOf } from "../../support/report.js";

const found = findAll(
  reportOf("Rebels killed 12 villagers near Kano. Soldiers seized 40 kilograms of powder from Musa Danladi."),
  "attributions",
);
const at = (word: string): number => {
  for (let i = 0; i < found.doc.length; i++) if (found.doc.text.slice(found.doc.start[i], found.doc.end[i]) === word) return i;
  throw new Error(`no ${word}`);
};

/** How many places of the lists are looked at while every number of a report is asked for once. */
function looks(count: number): number {
  let seen = 0;
  const watched = <T extends object>(list: T): T =>
    new Proxy(list, {
      get(target, key) {
        seen++;
        return Reflect.get(target, key);
      },
    });
  const quantities = Array.from({ length: count }, (_, k) => ({ noun: 4 * k + 1, tokens: [4 * k, 4 * k + 1], count: { unit: null } }));
  const doc = { length: 4 * count };
  const lists = { doc, names: [], actors: [], actorMentions: [], quantities: watched(quantities) } as unknown as Findings;
  const lookups = new Lookups(lists);
  for (let k = 0; k < count; k++) lookups.countIn(4 * k + 1, 4 * k, 4 * k + 1);
  return seen;
}

describe("what stands at a token", () => {
  const lookups = new Lookups(found);

  it("12 villagers: their count, by the noun and by the phrase around it", () => {
    const noun = at("villagers");
    expect(lookups.countIn(noun, noun, noun)?.count.low).toBe(12);
    expect(lookups.countIn(-1, noun - 1, noun)?.count.low).toBe(12);
    expect(lookups.countIn(-1, noun, noun)).toBeUndefined();
  });

  it("40 kilograms are an amount, 12 villagers are people", () => {
    expect(lookups.isMeasured(at("40"))).toBe(true);
    expect(lookups.isMeasured(at("12"))).toBe(false);
  });

  it("Musa Danladi: the name, its mention by its head and by the offsets around it", () => {
    const [first, last] = [at("Musa"), at("Danladi")];
    const { doc } = found;
    expect(lookups.nameAt(last)?.tokens).toEqual([first, last + 1]);
    expect(lookups.nameAt(at("Soldiers"))).toBeUndefined();
    const mention = lookups.mentionWithin(doc.start[first], doc.end[last], doc.start[last], doc.end[last]);
    expect(mention?.span).toEqual([doc.start[first], doc.end[last]]);
    expect(lookups.headedBy(mention?.head ?? -1)).toBe(mention);
    expect(lookups.mentionWithin(doc.start[last], doc.end[last], doc.start[last], doc.end[last])).toBeUndefined();
    expect(lookups.actor(mention?.actor ?? null)?.name).toBe("Musa Danladi");
  });

  it("is found without a search of the whole list", () => {
    expect(looks(1600)).toBeLessThan(5 * looks(400));
  });
});
