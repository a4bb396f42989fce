import { describe, expect, it } from "vitest";
import { memoryStore, recordReadings } from "../../src/ledger/index.js";
import type { Entry } from "../../src/model/ledger.js";
import { changes, eventAccounts, figures, openCells, people, proposals, receipts, replay, sources } from "../../src/views/index.js";
import { stateOf } from "../support/ledgers.js";
import { type EventSketch, type Sketch, sketch } from "../support/readings.js";

describe("a proposal over time", () => {
  const report = (text: string, published: string, events: readonly EventSketch[], says?: Sketch["says"]) =>
    sketch({ text, published, outlet: "Prairie Post", events, ...(says ? { says } : {}) });
  const ban = (id: string, status: "planned" | "occurred"): EventSketch => ({
    id,
    type: "policy.ban",
    at: ["ban"],
    status,
    roles: [{ role: "measure", words: "night flights" }],
  });

  it("is one measure that was proposed, then passed: the proposal and the ban that it would bring are told in one breath", async () => {
    const first = report("The minister proposed a ban on night flights.", "2022-02-01", [
      ban("e1", "planned"),
      { id: "e2", type: "policy.proposal", at: ["proposed"], status: "planned", roles: [{ role: "authority", words: "The minister" }] },
    ]);
    const last = report("Parliament passed a law to ban night flights.", "2022-06-30", [
      ban("e1", "planned"),
      { id: "e2", type: "policy.law", at: ["passed"], roles: [{ role: "authority", words: "Parliament" }] },
    ]);
    const found = proposals(await stateOf([first, last], []));
    expect(found).toMatchObject([{ name: "night flights", status: "passed" }]);
    expect(found[0].steps.map((s) => [s.published, s.stands])).toEqual([
      ["2022-02-01", "proposed"],
      ["2022-06-30", "passed"],
    ]);
    expect(found[0].by.map((p) => p.name)).toEqual(["The minister", "Parliament"]);
  });

  it("stands as the sentence that calls it says, not as its kind would have it", async () => {
    const told = [
      ["2022-02-01", "The cabinet is considering a ban on night flights.", "considered"],
      ["2022-03-01", "A bill to ban night flights was introduced on Tuesday; it will be debated in May.", "introduced"],
      ["2022-05-01", "Deputies approved the proposed ban on night flights.", "passed"],
      ["2022-07-01", "A ban on night flights came into force on Friday.", "in force"],
      ["2022-09-01", "A court struck down the ban on night flights.", "struck down"],
      ["2022-11-01", "Parliament failed to pass a new ban on night flights.", "rejected"],
    ] as const;
    const [found, ...more] = proposals(
      await stateOf(
        told.map(([day, text]) => report(text, day, [ban("e1", "planned")])),
        [],
      ),
    );
    expect(more).toEqual([]);
    expect(found.steps.map((s) => [s.published, s.evidence.words, s.stands])).toEqual(told.map((t) => [...t]));
    expect(found.status).toBe("rejected");
  });

  it("is one where whoever proposed it is named again, though the first report calls less of it", async () => {
    const propose = (id: string, words: string): EventSketch => ({
      id,
      type: "policy.proposal",
      at: ["proposed"],
      status: "planned",
      roles: [
        { role: "measure", words },
        { role: "authority", words: "Adam Gowon", person: "Adam Gowon" },
      ],
    });
    const first = report("Adam Gowon proposed a ban on parking.", "2022-02-01", [propose("e1", "a ban on parking")]);
    const last = report("Deputies passed the ban on parking within 50 metres of stations that Adam Gowon proposed.", "2022-03-01", [
      { ...propose("e1", "the ban on parking within 50 metres of stations"), at: ["passed"] },
    ]);
    const found = proposals(await stateOf([first, last], []));
    expect(found.map((p) => p.steps.map((s) => s.stands))).toEqual([["proposed", "passed"]]);
  });

  it("is two where two measures are proposed", async () => {
    const one = report("The minister proposed a ban on night flights.", "2022-02-01", [ban("e1", "planned")]);
    const other = report("A deputy wants a ban on plastic bottles.", "2022-02-03", [
      { id: "e1", type: "policy.ban", at: ["ban"], status: "planned", roles: [{ role: "measure", words: "plastic bottles" }] },
    ]);
    expect(proposals(await stateOf([one, other], []))).toHaveLength(2);
  });

  it("is none where a ban of old is told of", async () => {
    expect(proposals(await stateOf([report("There is a ban on night flights.", "2022-02-01", [ban("e1", "occurred")])], []))).toEqual([]);
  });
});

describe("somebody of an event", () => {
  const attack = (text: string, published: string, toll: NonNullable<Sketch["tolls"]>[number]) =>
    sketch({
      text,
      published,
      outlet: `Post of ${published}`,
      events: [
        {
          id: "e1",
          type: "violence.attack",
          at: ["attack"],
          where: { name: "Tarma" },
          roles: [{ role: "victim", words: "Luis Quispe", person: "Luis Quispe" }],
        },
      ],
      tolls: [toll],
    });

  it("was unharmed in one report and dead in the next: a history, no conflict", async () => {
    const state = await stateOf([
      attack("Luis Quispe was unharmed in the attack in Tarma.", "2021-08-03", {
        event: "e1",
        effect: "injured",
        words: "Luis Quispe",
        low: 0,
        who: "Luis Quispe",
      }),
      attack("Luis Quispe died two days after the attack in Tarma.", "2021-08-05", {
        event: "e1",
        effect: "killed",
        words: "Luis Quispe",
        low: 1,
        who: "Luis Quispe",
      }),
    ]);
    const accounts = eventAccounts(state);
    const [person] = people(state, accounts);
    expect(person.as).toEqual(["victim"]);
    expect(person.fates.map((f) => [f.published, f.effect, f.spared])).toEqual([
      ["2021-08-03", "injured", true],
      ["2021-08-05", "killed", false],
    ]);
    expect(accounts[0].disputes).toEqual([]);
  });
});

describe("a figure", () => {
  const deaths = (text: string, published: string, words: string, low: number, year: number) =>
    sketch({
      text,
      published,
      outlet: "Harbour Times",
      figures: [{ measure: "Road deaths", words, low, year, by: { name: "the ministry" } }],
    });

  it("that its source gives again for the same year is revised, and says from what", async () => {
    const [series] = figures(
      await stateOf(
        [
          deaths("Road deaths fell to 4,120 in 2023, the ministry said.", "2024-01-22", "4,120", 4120, 2023),
          deaths("Road deaths were 4,275 in 2023, the ministry said in June.", "2024-06-10", "4,275", 4275, 2023),
        ],
        [],
      ),
    );
    expect(series.points.map((p) => [p.number.words, p.change])).toEqual([
      ["4,120", "first"],
      ["4,275", "revision"],
    ]);
    expect(series.points[1].replaces).toBe(series.points[0].statement);
  });
});

describe("what a figure is compared with", () => {
  const said = (
    text: string,
    published: string,
    counts: readonly (readonly [words: string, low: number, year: number])[],
    measure = "thefts",
  ) =>
    sketch({
      text,
      published,
      outlet: "Harbour Times",
      figures: counts.map(([words, low, year]) => ({ measure, words, low, year, by: { name: "the office" } })),
    });
  const first = said("There were 44,200 thefts in 2023, compared to 41,300 in 2022, the office said.", "2024-02-01", [
    ["44,200", 44_200, 2023],
    ["41,300", 41_300, 2022],
  ]);

  it("is the count of the earlier year that its own sentence gives", async () => {
    const [series] = figures(await stateOf([first], []));
    expect(series.points.map((p) => [p.earliest?.slice(0, 4), p.comparedTo?.value ?? null])).toEqual([
      ["2022", null],
      ["2023", 41_300],
    ]);
    expect(series.points[1].comparedTo?.statement).toBe(series.points[0].statement);
  });

  it("and where that is not what was said of that year, the series says what was", async () => {
    const last = sketch({
      text: "Thefts fell to 40,100 in 2024 from 44,650, the office said.",
      published: "2025-02-01",
      outlet: "Baltic Wire",
      figures: [{ measure: "Thefts", words: "40,100", low: 40_100, year: 2024, by: { name: "the office" } }],
    });
    const moved = {
      ...last,
      statements: last.statements.map((s) => (s.kind === "figure" ? { ...s, count: { ...s.count, was: 44_650 } } : s)),
    };
    const [series] = figures(await stateOf([first, moved], []));
    const { comparedTo } = series.points[2];
    expect(comparedTo).toEqual({ value: 44_650, statement: null, differs: series.points[1].statement });
  });

  it("is one series whether a report says of which state or not", async () => {
    const state = said(
      "There were 295 thefts in the state in 2024, the office said.",
      "2025-02-01",
      [["295", 295, 2024]],
      "thefts in the state",
    );
    expect(figures(await stateOf([first, state], [])).map((s) => s.measure)).toEqual(["thefts"]);
  });
});

describe("what was not read", () => {
  const report = sketch({
    text: "A blast shook Tolmin. Nobody knows who was behind the blast. Nine shops were shut. The river was calm.",
    published: "2020-02-01",
    events: [{ id: "e1", type: "violence.bombing", at: ["blast", "behind the blast"] }],
  });

  it("is told sentence by sentence: an act is mentioned, a number stands there; a calm river owes nothing", async () => {
    const [receipt] = receipts(await stateOf([report], []));
    expect(receipt).toMatchObject({ sentences: 4, withStatement: 1 });
    expect(receipt.left.map((w) => [w.because, w.words])).toEqual([
      ["act", "Nobody knows who was behind the blast."],
      ["number", "Nine shops were shut."],
    ]);
  });

  it("is told cell by cell, with why", async () => {
    const state = await stateOf([report], []);
    const accounts = eventAccounts(state);
    const cells = openCells(state, accounts).get(accounts[0].id) ?? [];
    expect(cells.map((c) => [c.cell, c.why])).toEqual([
      ["where", "no report says where"],
      ["when", "no report says when"],
      ["killed", "no report counts them"],
      ["injured", "no report counts them"],
      ["who did it", "no report says"],
    ]);
  });
});

describe("a source", () => {
  it("was first with what others gave later, revised what it changed itself, and was alone with what nobody else gave", async () => {
    const told = (text: string, published: string, outlet: string, words: string, low: number) =>
      sketch({
        text,
        published,
        outlet,
        events: [{ id: "e1", type: "violence.bombing", at: ["blast"] }],
        tolls: [{ event: "e1", effect: "killed", words, low }],
      });
    const state = await stateOf([
      told("The blast killed nine.", "2020-02-01", "Soca Wire", "nine", 9),
      told("Nine died in the blast.", "2020-02-02", "Idrija Post", "Nine", 9),
      told("The blast has now cost 14 lives.", "2020-02-03", "Soca Wire", "14", 14),
    ]);
    const wire = sources(state, eventAccounts(state)).find((s) => s.name === "Soca Wire");
    const words = (counts: readonly { readonly number: { readonly words: string } }[] = []): string[] => counts.map((c) => c.number.words);
    expect([words(wire?.first), words(wire?.revised), words(wire?.alone)]).toEqual([["nine"], ["nine"], ["14"]]);
    expect(wire?.revised[0].to.number.words).toBe("14");
  });
});

describe("the change feed over a report that is read again", () => {
  const text = "Two men were killed in a clash near Osh. A shop burned.";
  const clash = { id: "e1", type: "violence.clash" as const, at: ["clash"] };
  const older = sketch({ text, events: [clash], tolls: [{ event: "e1", effect: "killed", words: "Two", low: 2 }], version: "1" });
  const newer = sketch({
    text,
    events: [clash, { id: "e2", type: "hazard.fire", at: ["burned"] }],
    says: [
      { event: "e1", words: "clash" },
      { event: "e2", words: "burned" },
    ],
    version: "2",
  });

  it("tells the reading as changed, the new statement as added, the lost one as withdrawn, and what stays not at all", async () => {
    const store = memoryStore();
    await recordReadings(store, [older], "2020-01-01T00:00:00Z");
    const { seq } = await store.head();
    await recordReadings(store, [newer], "2020-01-02T00:00:00Z");
    const entries: Entry[] = [];
    for await (const e of store.entries()) entries.push(e);
    const feed = changes(entries, seq);
    expect(feed.map((c) => [c.change, c.kind, c.words?.words])).toEqual([
      ["changed", "reading", undefined],
      ["added", "statement", "A shop burned."],
      ["withdrawn", "reading", undefined],
      ["withdrawn", "statement", "Two men were killed in a clash near Osh."],
    ]);
    const live = [...replay(changes(entries))].filter((k) => k.startsWith("statement "));
    expect(live.sort()).toEqual(newer.statements.map((s) => `statement ${s.id}`).sort());
  });
});
