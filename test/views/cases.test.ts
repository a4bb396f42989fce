import { describe, expect, it } from "vitest";
import { memoryStore, recordReadings, recordResolution } from "../../src/ledger/index.js";
import type { Reading } from "../../src/model/reading.js";
import { eventRef, RESOLVER } from "../../src/resolve/index.js";
import { type Case, cases, foldStore } from "../../src/views/index.js";
import { sketch } from "../support/readings.js";

const aged = (reading: Reading, ages: Readonly<Record<string, number>>): Reading => ({
  ...reading,
  actors: reading.actors.map((a) => (ages[a.name] ? { ...a, age: ages[a.name] } : a)),
});

const where = { name: "Orhei" };
const act = { id: "e1", type: "violence.attack" as const, at: ["attack"], where, earliest: "2018-04-02", latest: "2018-04-02" };

/** The first report describes whom it does not name, the second names one of them, the third tells of a trial elsewhere. */
function reports(): readonly Reading[] {
  const first = sketch({
    text: "Police arrested a 31-year-old plumber after the attack in Orhei. A second man was detained in the evening.",
    outlet: "Dniester Wire",
    published: "2018-04-03",
    events: [
      act,
      {
        id: "e2",
        type: "security.arrest",
        at: ["arrested"],
        links: [{ to: "e1", relation: "about" }],
        roles: [{ role: "defendant", words: "a 31-year-old plumber", person: "a 31-year-old plumber" }],
      },
      {
        id: "e3",
        type: "security.arrest",
        at: ["detained"],
        links: [{ to: "e1", relation: "about" }],
        roles: [{ role: "defendant", words: "A second man", person: "A second man" }],
      },
    ],
  });
  const second = sketch({
    text: "Vasile Munte was charged with murder over the attack in Orhei.",
    outlet: "Chisinau Post",
    published: "2018-04-20",
    events: [
      act,
      {
        id: "e2",
        type: "justice.charge",
        at: ["charged"],
        links: [{ to: "e1", relation: "about" }],
        roles: [{ role: "defendant", words: "Vasile Munte", person: "Vasile Munte" }],
      },
    ],
  });
  const third = sketch({
    text: "The attack in Orhei led to new laws. A court in Balti sentenced a smuggler for bribery.",
    outlet: "Chisinau Post",
    published: "2018-05-20",
    events: [
      act,
      {
        id: "e2",
        type: "justice.sentence",
        at: ["sentenced"],
        where: { name: "Balti" },
        roles: [
          { role: "defendant", words: "a smuggler", person: "a smuggler" },
          { role: "offence", words: "bribery" },
        ],
      },
    ],
  });
  return [aged(first, { "a 31-year-old plumber": 31 }), aged(second, { "Vasile Munte": 31 }), third];
}

async function casesOf(readings: readonly Reading[]): Promise<readonly Case[]> {
  const store = memoryStore();
  await recordReadings(store, readings, "2018-06-01T00:00:00Z");
  const judgements = readings.slice(1).map((r, i) => ({
    id: `j${i}`,
    verdict: "same" as const,
    a: eventRef(readings[0], readings[0].events[0]),
    b: eventRef(r, r.events[0]),
    by: { kind: "resolver" as const, version: RESOLVER },
    score: 0.9,
    features: {},
    reason: null,
    action: null,
  }));
  await recordResolution(store, judgements, "2018-06-01T00:00:00Z");
  return cases(await foldStore(store));
}

describe("one case an accused", () => {
  it("takes the 31-year-old whom one report describes for the 31-year-old whom another names", async () => {
    const munte = (await casesOf(reports())).find((c) => c.defendant === "Vasile Munte");
    expect(munte?.stages.map((s) => s.type)).toEqual(["justice.charge", "security.arrest"].reverse());
    expect(munte?.variants).toEqual(["a 31-year-old plumber"]);
  });

  it("leaves the second man apart, whom a report tells apart from the first", async () => {
    const all = await casesOf(reports());
    expect(all.map((c) => c.defendant).sort()).toEqual(["A second man", "Vasile Munte", "a smuggler"]);
  });

  it("does not take a sentence in another town for another offence to be about the act", async () => {
    expect((await casesOf(reports())).find((c) => c.defendant === "a smuggler")?.event).toBeNull();
  });

  it("follows an accused to being let go, which no freed hostage is a case of", async () => {
    const [first, second] = reports();
    const about = [{ to: "e1", relation: "about" as const }];
    const freed = sketch({
      text: "After the attack in Orhei, Vasile Munte was released. Ion Rusu, a hostage, was freed too.",
      outlet: "Chisinau Post",
      published: "2018-05-02",
      events: [
        act,
        {
          id: "e2",
          type: "justice.release",
          at: ["released"],
          links: about,
          roles: [{ role: "victim", words: "Vasile Munte", person: "Vasile Munte" }],
        },
        {
          id: "e3",
          type: "justice.release",
          at: ["freed"],
          links: about,
          roles: [{ role: "victim", words: "Ion Rusu", person: "Ion Rusu" }],
        },
      ],
    });
    const all = await casesOf([first, second, freed]);
    expect(all.find((c) => c.defendant === "Vasile Munte")?.stages.map((s) => s.type)).toContain("justice.release");
    expect(all.map((c) => c.defendant)).not.toContain("Ion Rusu");
  });

  it("takes what somebody on trial is accused of for the charge that was brought before", async () => {
    const about = [{ to: "e1", relation: "about" as const }];
    const munte = [{ role: "defendant" as const, words: "Vasile Munte", person: "Vasile Munte" }];
    const day = (d: string) => ({ earliest: d, latest: d });
    const told = (text: string, published: string, events: NonNullable<Parameters<typeof sketch>[0]["events"]>) =>
      sketch({ text, published, outlet: "Chisinau Post", events: [act, ...events] });
    const charged = told("Vasile Munte was charged over the attack in Orhei.", "2018-04-20", [
      { id: "e2", type: "justice.charge", at: ["charged"], ...day("2018-04-20"), links: about, roles: munte },
    ]);
    const tried = told("The trial of Vasile Munte, who is accused of the attack in Orhei, opened.", "2018-09-03", [
      { id: "e2", type: "justice.trial", at: ["trial"], ...day("2018-09-03"), links: about, roles: munte },
      { id: "e3", type: "justice.charge", at: ["accused"], ...day("2018-09-03"), links: about, roles: munte },
    ]);
    const [first] = await casesOf([charged, tried]);
    expect(first.stages.map((s) => [s.type, s.latest])).toEqual([
      ["justice.charge", "2018-04-20"],
      ["justice.trial", "2018-09-03"],
    ]);
    expect(first.stages[0].evidence).toHaveLength(2);
  });

  it("leaves somebody of another age apart", async () => {
    const [first, second, third] = reports();
    const older = aged(second, { "Vasile Munte": 54 });
    expect((await casesOf([first, older, third])).map((c) => c.defendant)).toContain("a 31-year-old plumber");
  });

  it("tries two men once, where their report names the two, and arrests each on the day told beside his name", async () => {
    const two = { low: 2, high: 2, was: null, unit: null, qualifier: "exact" as const };
    const about = [{ to: "e1", relation: "about" as const }];
    const report = sketch({
      text: "Two men were arrested over the attack in Orhei. Ion Rusu and Petru Lupu were detained on Sunday.",
      outlet: "Chisinau Post",
      published: "2018-04-10",
      events: [
        act,
        {
          id: "e2",
          type: "security.arrest",
          at: ["arrested"],
          earliest: "2018-04-02",
          latest: "2018-04-02",
          links: about,
          roles: [{ role: "defendant", words: "Two men" }],
        },
        {
          id: "e3",
          type: "security.arrest",
          at: ["detained"],
          earliest: "2018-04-08",
          latest: "2018-04-08",
          links: about,
          roles: [
            { role: "defendant", words: "Ion Rusu", person: "Ion Rusu" },
            { role: "defendant", words: "Petru Lupu", person: "Petru Lupu" },
          ],
        },
      ],
    });
    const counted = (n: number): Reading => ({
      ...report,
      events: report.events.map((e) =>
        e.id === "e2" ? { ...e, roles: e.roles.map((r) => ({ ...r, count: { ...two, low: n, high: n, span: [0, 3] as const } })) } : e,
      ),
    });
    const found = await casesOf([counted(2)]);
    expect(found.map((c) => c.defendant).sort()).toEqual(["Ion Rusu", "Petru Lupu"]);
    for (const c of found) expect(c.stages.map((s) => [s.type, s.earliest])).toEqual([["security.arrest", "2018-04-08"]]);
    expect((await casesOf([counted(3)])).map((c) => c.defendant).sort()).toEqual(["Ion Rusu", "Petru Lupu", "Two men"]);
  });
});
