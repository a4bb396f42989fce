import { describe, expect, it } from "vitest";
import { cases, eventAccounts, type TollHistory } from "../../src/views/index.js";
import { stateOf } from "../support/ledgers.js";
import { type Sketch, sketch } from "../support/readings.js";

const bombing = (at: readonly string[]): NonNullable<Sketch["events"]> => [
  { id: "e1", type: "violence.bombing", at, where: { name: "Gao" } },
];

const killed = (accounts: Awaited<ReturnType<typeof accountsOf>>): TollHistory["now"] | undefined =>
  accounts[0].tolls.find((t) => t.effect === "killed" && t.scope === "people")?.now;

const accountsOf = async (...sketches: readonly Sketch[]) => eventAccounts(await stateOf(sketches.map(sketch)));

describe("the lowest count of an account", () => {
  it("is no part of a total, and not the one of whom a report tells beside its count", async () => {
    const accounts = await accountsOf(
      {
        text: "The blast in Gao killed 14 people. Five people died in the hall. A nurse said one person had died on the way.",
        outlet: "Coast Herald",
        published: "2020-02-01",
        lead: "e1",
        events: bombing(["blast"]),
        tolls: [
          { event: "e1", effect: "killed", words: "14 people", low: 14 },
          { event: "e1", effect: "killed", words: "Five people", low: 5, partOf: 0 },
          { event: "e1", effect: "killed", words: "one person", low: 1, by: { name: "A nurse" } },
        ],
      },
      {
        text: "The blast in Gao killed 15 people.",
        outlet: "Daily Beacon",
        published: "2020-02-02",
        lead: "e1",
        events: bombing(["blast"]),
        tolls: [{ event: "e1", effect: "killed", words: "15 people", low: 15 }],
      },
    );
    expect(killed(accounts)).toMatchObject({ low: 14, best: 15, high: 15 });
  });
});

describe("two names that one speaker gives an act in one breath", () => {
  const text = 'The blast in Gao was "a cowardly act of terrorism", Awa Keita said. It was an accident, a miller said.';
  const labels = (by: string): NonNullable<Sketch["labels"]> => [
    { event: "e1", label: "other", words: "cowardly act", by: { name: "Awa Keita" } },
    { event: "e1", label: "terrorism", words: "terrorism", by: { name: "Awa Keita" } },
    ...(by ? [{ event: "e1", label: "accident", words: "accident", by: { name: by } } as const] : []),
  ];
  it("contest nothing until somebody else calls it otherwise", async () => {
    const told = { text, published: "2020-02-01", lead: "e1", events: bombing(["blast"]) };
    expect((await accountsOf({ ...told, labels: labels("") }))[0].disputes).toEqual([]);
    expect((await accountsOf({ ...told, labels: labels("a miller") }))[0].disputes.map((d) => d.matter)).toEqual(["label"]);
  });
});

describe("a court that rules", () => {
  it("is accused of nothing, where a report's grammar makes it the one convicted", async () => {
    const reading = sketch({
      text: "The Kuvasi Court cut the sentence of Omar Vale, convicted of the blast in Gao.",
      published: "2020-02-01",
      lead: "e3",
      events: [
        {
          id: "e1",
          type: "justice.sentence",
          at: ["sentence"],
          roles: [{ role: "authority", words: "The Kuvasi Court" }],
        },
        { id: "e2", type: "justice.conviction", at: ["convicted"], roles: [{ role: "defendant", words: "The Kuvasi Court" }] },
        { id: "e3", type: "violence.bombing", at: ["blast"] },
      ],
    });
    const court = { ...reading.actors[0], id: "a9", name: "Kuvasi Court", kind: "government" as const, mentions: [[0, 16] as const] };
    const known = { ...reading, actors: [court] };
    const state = await stateOf([
      { ...known, events: known.events.map((e) => ({ ...e, roles: e.roles.map((r) => ({ ...r, actor: "a9" })) })) },
    ]);
    expect(cases(state)).toEqual([]);
  });
});
