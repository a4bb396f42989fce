import { describe, expect, it } from "vitest";
import { Entities } from "../../src/read/actors/entities.js";
import type { Mention } from "../../src/read/actors/mentions.js";
import { groupNames } from "../../src/read/actors/name-match.js";
import type { Context } from "../../src/read/events/context.js";
import { settled } from "../../src/read/events/links.js";
import type { EventFinding } from "../../src/read/findings.js";
import { findAll } from "../../src/read/index.js";
import { reportOf } from "../support/report.js";

const DAY = "A bomb killed 12 people at a market in Kabul on Monday, police said. Officials blamed the rebels for the attack. ";

/** How many times a name of the mentions is looked at while they are put together. */
function looksAtNames(count: number): number {
  let looks = 0;
  const mentions = Array.from({ length: count }, (_, k): Mention => {
    const words = [`ana${k % 50}`, `berg${k % 50}`];
    const counted = new Proxy(words, {
      get(target, key) {
        looks++;
        return Reflect.get(target, key);
      },
    });
    return { form: "name", kind: "person", name: counted, title: null, head: 10 * k, canonical: null, lemma: -1 } as unknown as Mention;
  });
  groupNames(mentions, new Entities());
  return looks;
}

/** How many times an event's last day is looked at while acts, one a sentence, are given the scenes of those before. */
function looksAtDays(count: number): number {
  let looks = 0;
  const events = Array.from({ length: count }, (_, k) => {
    const day = k % 3 === 0 ? "2021-03-04" : null;
    const event = { id: `e${k}`, type: "violence.bombing", status: "occurred", part: "body", triggers: [k], where: null, when: null };
    return Object.defineProperty({ ...event, country: null, earliest: day }, "latest", {
      enumerable: true,
      get() {
        looks++;
        return day;
      },
    }) as unknown as EventFinding;
  });
  const made = settled({ doc: { sentence: events.map((_, k) => k) }, places: [] } as unknown as Context, events);
  expect(made.every((e) => e.earliest === "2021-03-04")).toBe(true);
  return looks;
}

describe("a long report", () => {
  it("takes no more looks at names a mention than a short one", () => {
    const [short, long] = [looksAtNames(400), looksAtNames(1600)];
    expect(long).toBeLessThan(short * 5);
  });

  it("takes no more looks at what was told before an act than a short one", () => {
    const [short, long] = [looksAtDays(300), looksAtDays(1200)];
    expect(long).toBeLessThan(short * 5);
  });

  it("is read as its parts are: the same statements in the last lines as in those before", () => {
    const found = findAll(reportOf(DAY.repeat(90)));
    const inLines = (from: number, to: number, all: readonly { readonly evidence: readonly [number, number] }[]): number =>
      all.filter(({ evidence }) => evidence[0] >= from * DAY.length && evidence[0] < to * DAY.length).length;
    expect(found.doc.sentenceCount).toBe(180);
    for (const all of [found.remarks, found.attributions.map((a) => ({ evidence: a.content[0] }))]) {
      expect(inLines(60, 90, all)).toBe(inLines(30, 60, all));
      expect(inLines(60, 90, all)).toBeGreaterThan(0);
    }
  });

  it("without a full stop is cut into sentences of at most 300 words", () => {
    const { doc } = findAll(reportOf("troops moved north and burned villages while people fled to the hills ".repeat(200)), "analyse");
    for (let s = 0; s < doc.sentenceCount; s++) expect(doc.sentenceStart[s + 1] - doc.sentenceStart[s]).toBeLessThanOrEqual(300);
  });
});
