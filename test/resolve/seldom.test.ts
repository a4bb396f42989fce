import { expect, test } from "vitest";
import { sourceOfBytes } from "../../src/intake/index.js";
import type { Reading } from "../../src/model/reading.js";
import { readSource } from "../../src/pipeline/read.js";
import { resolve, summarise } from "../../src/resolve/index.js";

const read = (published: string, outlet: string, text: string): Reading =>
  readSource(sourceOfBytes(`${outlet}-${published}.txt`, Buffer.from(text), { published, outlet }));

/** Whether the leads of two readings come out as one event, directly or over others. */
function areOne(all: readonly Reading[], a: Reading, b: Reading): boolean {
  const root = new Map<string, string>();
  const find = (k: string): string => (root.has(k) ? find(root.get(k) as string) : k);
  const at = (report: string, span: number): string => `${report} ${span}`;
  for (const j of resolve(all.map(summarise))) {
    if (j.verdict !== "same") continue;
    const [x, y] = [find(at(j.a.report, j.a.evidence[0][0])), find(at(j.b.report, j.b.evidence[0][0]))];
    if (x !== y) root.set(x, y);
  }
  const lead = (r: Reading): string => {
    const event = r.events.find((e) => e.id === r.lead);
    return find(at(r.report.id, summarise(r).events.find((e) => e.lead)?.ref.evidence[0][0] ?? event?.mentions[0][0] ?? -1));
  };
  return lead(a) === lead(b);
}

const early = read(
  "2018-04-11",
  "Coast Herald",
  "Bomb kills 31 at bus park in Jos\n\nAt least 31 people were killed when a bomb hidden in a handcart went off at a bus park in the Nigerian city of Jos on Tuesday, police said. Witnesses told of burning minibuses. Hospitals asked people to give blood.",
);
const trial = read(
  "2020-02-14",
  "Daily Beacon",
  "Two get life for Jos bus park bombing\n\nA Nigerian court on Friday sentenced two men to life in prison for the 2018 bombing of a bus park in Jos that killed 31 people. Judge Ruth Ayuba said that Sale Dogo and Musa Pam had shown no remorse.",
);
const other = read(
  "2018-09-04",
  "Coast Herald",
  "Bomb at bus park in Jos kills 12\n\nTwelve people were killed on Monday when a bomb went off at a bus park in the Nigerian city of Jos, police said. The blast tore the roof off a shop.",
);

test("the report of the trial tells of the bombing that the reports of the day told of", () => {
  expect(areOne([early, trial], early, trial)).toBe(true);
});

test("a bombing of another day is another one, though a trial could be of either", () => {
  expect(areOne([early, trial, other], early, other)).toBe(false);
});

test("the order of arrival changes nothing", () => {
  const ids = (all: readonly Reading[]): string[] => resolve(all.map(summarise)).map((j) => j.id);
  expect(ids([other, trial, early])).toEqual(ids([early, trial, other]));
});

test("those freed are not the act of taking them", () => {
  const taken = read(
    "2019-03-02",
    "Coast Herald",
    "Gunmen abduct 40 pupils in Kankara\n\nGunmen abducted 40 pupils from a school in the Nigerian town of Kankara on Friday, police said. A teacher hid in a well.",
  );
  const freed = read(
    "2019-03-20",
    "Coast Herald",
    "Twenty pupils freed in Kankara\n\nTwenty of the 40 pupils abducted from a school in the Nigerian town of Kankara this month were released on Tuesday, the governor said.",
  );
  expect(areOne([taken, freed], taken, freed)).toBe(false);
});
