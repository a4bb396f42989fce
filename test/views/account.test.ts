import { describe, expect, it } from "vitest";
import { memoryStore, recordReadings, recordResolution } from "../../src/ledger/index.js";
import type { Judgement } from "../../src/model/ledger.js";
import type { Reading } from "../../src/model/reading.js";
import { eventRef, RESOLVER } from "../../src/resolve/index.js";
import { disputes, type EventAccount, eventAccounts, findAccount, foldStore, RULES } from "../../src/views/index.js";
import { stateOf } from "../support/ledgers.js";
import { harbourStory, type Sketch, sketch } from "../support/readings.js";

/** Judges the leads of these readings the same, as the resolver would. */
function joined(...readings: readonly Reading[]): Judgement[] {
  return readings.slice(1).map((r, i) => ({
    id: `j${i}-${r.report.id}`,
    verdict: "same",
    a: eventRef(readings[0], readings[0].events[0]),
    b: eventRef(r, r.events[0]),
    by: { kind: "resolver", version: RESOLVER },
    score: 0.9,
    features: {},
    reason: null,
    action: null,
  }));
}

async function accountsOf(readings: readonly Reading[], judgements: readonly Judgement[], asOf: string | null = null) {
  const store = memoryStore();
  await recordReadings(store, readings, "2019-03-07T12:00:00Z");
  await recordResolution(store, judgements, "2019-03-07T12:00:00Z");
  return eventAccounts(await foldStore(store, asOf));
}

const [first, second, third, fire] = harbourStory();
const story = () => accountsOf(harbourStory(), joined(first, second, third));
const shooting = (accounts: readonly EventAccount[]): EventAccount => accounts.find((a) => a.type === "violence.attack") as EventAccount;

describe("the account of an event over three reports", () => {
  it("joins them and leaves the fire in the same town apart", async () => {
    const accounts = await story();
    expect(accounts).toHaveLength(2);
    const account = shooting(accounts);
    expect(account.reports.map((r) => r.outlet)).toEqual(["Steppe Wire", "Caspian Mail", "Northern Post"]);
    expect(account.where).toMatchObject({ name: "Aktau", country: "KAZ" });
    expect(account.when).toMatchObject({ earliest: "2019-03-04", latest: "2019-03-04" });
    expect(account.title.text).toBe("Five dead in Aktau market shooting");
  });

  it("shows how the toll moved from five to six, and by whose word", async () => {
    const killed = shooting(await story()).tolls.find((t) => t.effect === "killed" && t.scope === "people");
    expect(killed?.points.map((p) => [p.count.low, p.change, p.number.words])).toEqual([
      [5, "first", "Five"],
      [6, "revision", "six"],
      [6, "repeat", "Six"],
    ]);
    expect(killed?.points[1].replaces).toBe(killed?.points[0].statement);
    expect(killed?.now).toMatchObject({ rule: "latest", low: 6, best: 6, high: 6 });
  });

  it("never adds a breakdown to its total", async () => {
    const tolls = shooting(await story()).tolls.filter((t) => t.effect === "killed");
    expect(tolls.map((t) => [t.scope, t.now.best])).toEqual([
      ["people", 6],
      ["security-forces", 2],
    ]);
  });

  it("counts an outlet that cites an agency as that agency: two of the three reports are independent", async () => {
    const killed = shooting(await story()).tolls[0];
    expect(killed.points.map((p) => p.voice.origin)).toEqual(["steppe wire", "steppe wire", "northern post"]);
  });

  it("keeps both sides of what to call it, by name, and takes none", async () => {
    const [label] = disputes(await story());
    expect(label).toMatchObject({ matter: "label", standing: "open" });
    expect(label.sides.map((s) => [s.says, s.voices[0].chain[0].name])).toEqual([
      ["calls it terrorism", "The interior minister"],
      ["doubts that it was terrorism", "Lawyers"],
    ]);
  });

  it("says on the fifth of March what was known then, and at the end what is known now", async () => {
    const then = shooting(await accountsOf(harbourStory(), joined(first, second, third), "2019-03-04"));
    expect(then.tolls[0].now.best).toBe(5);
    expect(then.reports).toHaveLength(1);
    const all = await story();
    expect(await accountsOf(harbourStory(), joined(first, second, third), "2019-03-06")).toEqual(all);
  });

  it("knows on a day what was published in its evening, and at noon not yet", async () => {
    const late = sketch({
      text: "Two people died in a fire in Aktau on Sunday.",
      published: "2019-03-03T18:30:00Z",
      events: [{ id: "e1", type: "hazard.fire", at: ["fire"] }],
    });
    expect(await accountsOf([late], [], "2019-03-03")).toHaveLength(1);
    expect(await accountsOf([late], [], "2019-03-03T12:00:00Z")).toHaveLength(0);
  });

  it("is found by the id of every report's telling, and by the start of one", async () => {
    const accounts = await story();
    const account = shooting(accounts);
    for (const id of account.ids) expect(findAccount(accounts, id)).toBe(account);
    expect(findAccount(accounts, account.id.slice(0, 6))).toBe(account);
    expect(findAccount(accounts, "zzzzzz")).toBeNull();
  });

  it("reckons low, best and high in order by every rule, from counts that were said", async () => {
    const store = memoryStore();
    await recordReadings(store, harbourStory(), "2019-03-07T12:00:00Z");
    await recordResolution(store, joined(first, second, third), "2019-03-07T12:00:00Z");
    const state = await foldStore(store);
    const killed = RULES.map((r) => [r.name, shooting(eventAccounts(state, { rule: r.name })).tolls[0].now] as const);
    expect(Object.fromEntries(killed.map(([name, n]) => [name, [n.low, n.best, n.high]]))).toEqual({
      latest: [6, 6, 6],
      ucdp: [6, 6, 6],
      acled: [6, 6, 6],
      range: [5, null, 6],
      "majority-of-independent": [6, 6, 6],
      weighed: [5, 6, 6],
    });
    expect(killed[0][1].left.map((l) => l.why)).toEqual(["its source gave a later count", "it is a part of a total"]);
  });
});

describe("the weighed rule", () => {
  const where = { name: "Gao" };
  const report = (text: string, published: string, outlet: string, tolls: NonNullable<Sketch["tolls"]>) =>
    sketch({ text, published, outlet, events: [{ id: "e1", type: "violence.attack", at: ["shooting"], where }], tolls });
  const killed = (words: string, low: number) => ({ event: "e1", effect: "killed" as const, words, low });
  const injured = (words: string, low: number, who?: string) => ({
    event: "e1",
    effect: "injured" as const,
    words,
    low,
    ...(who ? { who } : {}),
  });

  async function weighed(readings: readonly Reading[]) {
    const store = memoryStore();
    await recordReadings(store, readings, "2020-01-01T00:00:00Z");
    await recordResolution(store, joined(...(readings as [Reading])), "2020-01-01T00:00:00Z");
    return eventAccounts(await foldStore(store), { rule: "weighed" })[0].tolls;
  }

  it("takes the total that four outlets give, not the one person whom a report years later names, and says why", async () => {
    const tolls = await weighed([
      report("Four people were killed in the shooting in Gao.", "2020-02-01", "Beacon", [killed("Four", 4)]),
      report("Four people died in the shooting in Gao, the mayor said.", "2020-02-02", "Herald", [killed("Four", 4)]),
      report("Four were killed in the shooting in Gao, a doctor said.", "2020-02-02", "Courier", [killed("Four", 4)]),
      report("The shooting in Gao left four people dead.", "2020-02-03", "Tribune", [killed("four", 4)]),
      report("A man was tried over the shooting in Gao that killed Awa Tall.", "2022-05-02", "Lantern", [
        { ...killed("Awa Tall", 1), who: "Awa Tall" },
      ]),
    ]);
    const { best, left, beliefs } = tolls[0].now;
    expect(best).toBe(4);
    expect(left.map((l) => l.why)).toEqual([expect.stringMatching(/^1 is believed less than 4 \(\d+% beside \d+%\)$/)]);
    expect(beliefs.reduce((sum, b) => sum + b.belief, 0)).toBeCloseTo(1, 2);
    for (const b of beliefs) if (b.count > 0) expect(b.statements.length).toBeGreaterThan(0);
  });

  it("holds it credible that a brother was hurt beside a woman who died", async () => {
    const tolls = await weighed([
      report("A woman was killed and her brother was hurt in the shooting in Gao.", "2020-02-01", "Beacon", [
        { ...killed("A woman", 1), who: "A woman", of: "women" },
        injured("her brother", 1, "her brother"),
      ]),
    ]);
    expect(tolls.find((t) => t.effect === "injured" && t.scope === "people")?.now.high).toBe(1);
  });
});

describe("tolls", () => {
  it("sums people named one by one where no report gives a whole", async () => {
    const r = sketch({
      text: "Two Maoists and a constable were killed in a clash in Bastar.",
      published: "2014-02-01",
      events: [{ id: "e1", type: "violence.clash", at: ["clash"] }],
      tolls: [
        { event: "e1", effect: "killed", words: "Two", low: 2, who: "Two Maoists", of: "militants" },
        { event: "e1", effect: "killed", words: "a constable", low: 1, who: "a constable", of: "security-forces" },
      ],
    });
    const [account] = await accountsOf([r], []);
    expect(account.tolls[0]).toMatchObject({ scope: "people", now: { low: 3, best: 3, high: 3 } });
  });

  it("calls a count that the same source lowers a recount, and two officials who differ a dispute", async () => {
    const where = { name: "Baidoa" };
    const report = (text: string, published: string, outlet: string, words: string, low: number, by?: string) =>
      sketch({
        text,
        published,
        outlet,
        events: [{ id: "e1", type: "violence.bombing", at: ["bombing"], where }],
        tolls: [{ event: "e1", effect: "killed", words, low, ...(by ? { by: { name: by } } : {}) }],
      });
    const a = report("The bombing in Baidoa killed 34 people, police said.", "2022-05-14", "Coast Herald", "34", 34, "police");
    const b = report(
      "The bombing in Baidoa killed 27 people, police said after a recount.",
      "2022-05-17",
      "Coast Herald",
      "27",
      27,
      "police",
    );
    const c = report("Traders in Baidoa said the bombing had killed 30 people.", "2022-05-17", "Beacon", "30", 30, "Traders");
    const [account] = await accountsOf([a, b, c], joined(a, b, c));
    expect(account.tolls[0].points.find((p) => p.count.low === 27)?.change).toBe("recount");
    expect(account.disputes).toMatchObject([{ matter: "toll", about: "how many people were killed", standing: "open" }]);
    expect(account.disputes[0].sides.map((s) => s.says).sort()).toEqual(["27", "30"]);
    const d = report("Twenty-seven people died in the Baidoa bombing, a court said.", "2022-05-17", "Mail", "Twenty-seven", 27, "a court");
    const [more] = await accountsOf([a, b, c, d], joined(a, b, c, d));
    expect(more.disputes[0].sides.map((s) => [s.says, s.voices.length]).sort()).toEqual([
      ["27", 2],
      ["30", 1],
    ]);
  });

  it("names a speaker of whom its report says no more than it, as unnamed", async () => {
    const report = sketch({
      text: "The bombing in Baidoa killed 34 people, it said.",
      outlet: "Coast Herald",
      events: [{ id: "e1", type: "violence.bombing", at: ["bombing"] }],
      tolls: [{ event: "e1", effect: "killed", words: "34", low: 34, by: { name: "it", via: "Baidoa" } }],
    });
    const [account] = await accountsOf([report], []);
    expect(account.tolls[0].points[0].voice.text).toBe("unnamed, in Baidoa, in Coast Herald");
  });

  it("calls a dispute settled where a count is said to take the place of the other side's, and by whom", async () => {
    const at = (text: string, published: string, outlet: string, words: string, low: number, by: string, was?: number) =>
      sketch({
        text,
        published,
        outlet,
        events: [{ id: "e1", type: "violence.bombing", at: ["bombing"], where: { name: "Gao" } }],
        tolls: [{ event: "e1", effect: "killed", words, low, by: { name: by }, ...(was ? { was } : {}) }],
      });
    const a = at("Doctors said the bombing in Gao killed 34 people.", "2022-05-14", "Herald", "34", 34, "Doctors");
    const b = at("Traders said the bombing in Gao killed 30 people.", "2022-05-14", "Beacon", "30", 30, "Traders");
    const c = at("Officials lowered the toll of the bombing in Gao from 34 to 27.", "2022-05-17", "Lantern", "27", 27, "Officials", 34);
    const standing = async (...readings: Reading[]) => (await accountsOf(readings, joined(...readings)))[0].disputes[0];
    expect((await standing(a, b)).standing).toBe("open");
    const settled = await standing(a, b, c);
    expect([settled.standing, settled.settledBy?.chain[0].name]).toEqual(["settled", "Officials"]);
    const again = at("Traders said that the bombing in Gao had killed 31.", "2022-05-18", "Beacon", "31", 31, "Traders");
    expect((await standing(a, c, again)).standing).toBe("open");
  });

  it("does not take one policeman told of for a count that contradicts four, and counts the dead who are named", async () => {
    const a = sketch({
      text: "Police said the attack in Gao killed four policemen. Sergeant Issa Keita died in hospital.",
      published: "2020-02-01",
      events: [{ id: "e1", type: "violence.attack", at: ["attack"], where: { name: "Gao" } }],
      tolls: [
        {
          event: "e1",
          effect: "killed",
          words: "four policemen",
          low: 4,
          who: "four policemen",
          of: "security-forces",
          by: { name: "Police" },
        },
        { event: "e1", effect: "killed", words: "Sergeant", low: 1, who: "Issa Keita", of: "security-forces" },
      ],
    });
    const [account] = await accountsOf([a], []);
    expect(account.disputes).toEqual([]);
    expect(account.namedDead.map((w) => [w.words, a.report.text.slice(...w.span)])).toEqual([["Issa Keita", "Issa Keita"]]);
  });

  it("calls a later, higher count of another speaker history, not a dispute", async () => {
    const [account] = (await story()).filter((a) => a.type === "violence.attack");
    expect(account.disputes.map((d) => d.matter)).toEqual(["label"]);
  });

  it("stands apart for two events of one town", async () => {
    expect((await accountsOf([first, fire], [])).map((a) => a.tolls[0].now.best).sort()).toEqual([0, 5]);
  });
});

describe("a deed at a protest", () => {
  it("has the dead of the protest in its history, and the protest leaves them to it", async () => {
    const where = { name: "Tolmin" };
    const a = sketch({
      text: "Police fired into a protest in Tolmin. A doctor counted seven dead.",
      published: "2020-02-01",
      outlet: "Soca Wire",
      lead: "e1",
      events: [
        { id: "e2", type: "unrest.protest", at: ["protest"], where, earliest: "2020-02-01", latest: "2020-02-01" },
        {
          id: "e1",
          type: "violence.attack",
          at: ["fired"],
          where,
          earliest: "2020-02-01",
          latest: "2020-02-01",
          links: [{ to: "e2", relation: "part-of" }],
        },
      ],
      tolls: [{ event: "e1", effect: "killed", words: "seven", low: 7 }],
    });
    const b = sketch({
      text: "The ministry put the toll of the protest in Tolmin at two.",
      published: "2020-02-01",
      outlet: "Idrija Post",
      events: [{ id: "e1", type: "unrest.protest", at: ["protest"], where, earliest: "2020-02-01", latest: "2020-02-01" }],
      tolls: [{ event: "e1", effect: "killed", words: "two", low: 2 }],
    });
    const accounts = eventAccounts(await stateOf([a, b]));
    const of = (type: string): readonly number[] =>
      accounts
        .filter((x) => x.type === type)
        .flatMap((x) => x.tolls.flatMap((t) => t.points.map((p) => p.count.low ?? 0)))
        .sort();
    expect(of("violence.attack")).toEqual([2, 7]);
    expect(of("unrest.protest")).toEqual([]);
  });
});
