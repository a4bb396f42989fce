import { describe, expect, it } from "vitest";
import { sourceOfBytes } from "../../src/intake/index.js";
import { readSource } from "../../src/pipeline/read.js";
import { type EventAccount, eventAccounts } from "../../src/views/index.js";
import { stateOf } from "../support/ledgers.js";
import { sketch } from "../support/readings.js";

const read = (published: string, outlet: string, text: string) =>
  readSource(sourceOfBytes(`${outlet}.txt`, Buffer.from(text), { published, outlet }));

const best = (account: EventAccount, effect: string, scope = "people"): number | null =>
  account.tolls.find((t) => t.effect === effect && t.scope === scope)?.now.best ?? null;

describe("who had to leave", () => {
  it("is told with the storm that drove them out", async () => {
    const report = read(
      "2021-02-14",
      "Coast Herald",
      "Cyclone Dalila kills 12 in Madagascar\n\nTwelve people were killed when Cyclone Dalila struck eastern Madagascar on Friday, officials said.\n\nThe disaster agency said it had registered 8,400 displaced people in 12 camps.",
    );
    const storm = eventAccounts(await stateOf([report])).find((a) => a.type === "hazard.storm" && a.chief) as EventAccount;
    expect(best(storm, "killed")).toBe(12);
    expect(best(storm, "displaced")).toBe(8400);
  });
});

describe("homes and houses", () => {
  it("are one thing counted, of which a later count takes the place of an earlier", async () => {
    const told = (n: string, low: number, what: string, published: string) =>
      sketch({
        text: `The storm destroyed ${n} ${what}.`,
        outlet: "Coast Herald",
        published,
        lead: "e1",
        events: [{ id: "e1", type: "hazard.storm", at: ["storm"] }],
        tolls: [{ event: "e1", effect: "destroyed", words: `${n} ${what}`, low, who: `${what}` }],
      });
    const [account] = eventAccounts(
      await stateOf([told("2,300", 2300, "houses", "2021-02-14"), told("3,200", 3200, "homes", "2021-02-15")]),
    );
    const histories = account.tolls.filter((t) => t.effect === "destroyed");
    expect(histories.map((t) => t.points.map((p) => [p.count.low, p.change]))).toEqual([
      [
        [2300, "first"],
        [3200, "revision"],
      ],
    ]);
  });
});

describe("somebody whom no number counts", () => {
  it("stands against no count of many", async () => {
    const told = (text: string, published: string, words: string, low: number) =>
      sketch({
        text,
        published,
        lead: "e1",
        events: [{ id: "e1", type: "violence.bombing", at: ["blast"] }],
        tolls: [{ event: "e1", effect: "killed", words, low }],
      });
    const [account] = eventAccounts(
      await stateOf([
        told("The blast killed 16 people.", "2021-02-14", "16 people", 16),
        told("Mina Odera died after the blast.", "2021-02-14", "Mina Odera", 1),
      ]),
    );
    expect(account.tolls.flatMap((t) => t.points).map((p) => p.change)).not.toContain("contradiction");
    expect(account.disputes).toEqual([]);
  });
});

describe("a headline that names no claimant", () => {
  it("claims what its report says who claims", async () => {
    const report = read(
      "2021-02-14",
      "Coast Herald",
      "Group claims Lodwar market bombing\n\nA bomb killed nine people at a market in the Kenyan town of Lodwar on Saturday. The Lake Front, a small armed group, claimed responsibility for the bombing on Sunday.",
    );
    const claims = eventAccounts(await stateOf([report])).flatMap((a) => a.disputes.filter((d) => d.matter === "claim"));
    expect(claims.flatMap((d) => d.sides.map((s) => s.says))).toEqual(["claims it"]);
    expect(claims[0].sides[0].voices.map((v) => v.chain[0].name)).toEqual(["Lake Front"]);
  });
});

describe("an hour of another day", () => {
  it("is not told with the day of the event", async () => {
    const at = (text: string, day: string) =>
      sketch({
        text,
        published: "2021-02-16",
        lead: "e1",
        events: [{ id: "e1", type: "hazard.storm", at: ["storm"], earliest: day, latest: day }],
      });
    const first = at("The storm struck.", "2021-02-12");
    const again = at("The storm struck again.", "2021-02-12");
    const late = at("The storm and the flood of Sunday night.", "2021-02-14");
    const clocked = { ...late, events: late.events.map((e) => ({ ...e, clock: "Sunday night" })) };
    const [account] = eventAccounts(await stateOf([first, again, clocked]));
    expect(account.when).toMatchObject({ earliest: "2021-02-12", clock: null });
  });
});
