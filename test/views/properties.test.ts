import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXPORTS, rows } from "../../src/export/index.js";
import { memoryStore, recordReadings, recordResolution, type Store } from "../../src/ledger/index.js";
import type { Entry } from "../../src/model/ledger.js";
import type { Reading } from "../../src/model/reading.js";
import { join, pin, split, undo } from "../../src/pipeline/judge.js";
import { resolve, summarise } from "../../src/resolve/index.js";
import { changes, type EventAccount, eventAccounts, fold, foldStore, RULES, replay } from "../../src/views/index.js";
import { harbourStory, sketch } from "../support/readings.js";

const AT = "2019-03-10T12:00:00Z";

async function ledgerOf(readings: readonly Reading[], store: Store = memoryStore()): Promise<Store> {
  for (const reading of readings) await recordReadings(store, [reading], AT);
  await resolved(store);
  return store;
}

async function resolved(store: Store): Promise<void> {
  const state = await foldStore(store);
  const persons = state.judgements.filter((j) => j.by.kind === "person");
  await recordResolution(store, resolve([...state.readings.values()].map(summarise), persons), AT);
}

const accountsOf = async (store: Store, asOf: string | null = null): Promise<readonly EventAccount[]> =>
  eventAccounts(await foldStore(store, asOf));
const exported = async (store: Store): Promise<string[]> => {
  const state = await foldStore(store);
  return EXPORTS.map((format) => [...format.write(rows(state))].join(""));
};
async function entriesOf(store: Store): Promise<Entry[]> {
  const all: Entry[] = [];
  for await (const e of store.entries()) all.push(e);
  return all;
}
const chief = (accounts: readonly EventAccount[]): EventAccount =>
  accounts.find((a) => a.type === "violence.attack" && a.reports.length > 1) as EventAccount;

describe("whatever the order in which reports arrive", () => {
  const all = harbourStory();
  it("the accounts and the exported bytes are the same", async () => {
    const [expected, bytes] = [await accountsOf(await ledgerOf(all)), await exported(await ledgerOf(all))];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...all], { minLength: all.length }), async (order) => {
        const store = await ledgerOf(order);
        expect(await accountsOf(store)).toEqual(expected);
        expect(await exported(store)).toEqual(bytes);
      }),
      { numRuns: 8 },
    );
  });

  it("ingesting again changes nothing, not one entry", async () => {
    const store = await ledgerOf(all);
    const before = await store.head();
    await ledgerOf([...all].reverse(), store);
    expect(await store.head()).toEqual(before);
  });

  it("the view as of the end is the view of now, and the change feed replayed gives what is live", async () => {
    const store = await ledgerOf(all);
    expect(await accountsOf(store, "2019-03-10")).toEqual(await accountsOf(store));
    const entries = await entriesOf(store);
    const live = replay(changes(entries));
    const state = fold(entries);
    const statements = [...state.readings.values()].flatMap((r) => r.statements.map((s) => `statement ${s.id}`));
    expect([...live].filter((k) => k.startsWith("statement ")).sort()).toEqual(statements.sort());
    expect([...live].filter((k) => k.startsWith("judgement ")).sort()).toEqual(state.judgements.map((j) => `judgement ${j.id}`).sort());
    const half = Math.floor(entries.length / 2);
    expect(replay([...changes(entries.slice(0, half)), ...changes(entries, entries[half - 1].seq)])).toEqual(live);
  });
});

describe("what a person judges", () => {
  const all = harbourStory();
  const ana = { name: "Ana", at: AT, reason: "two places" };

  it("splits an event for good: the two never share one again, the old id leads to the part that holds its first report", async () => {
    const store = await ledgerOf(all);
    const before = chief(await accountsOf(store));
    const away = before.reports[2].report;
    await split(store, await foldStore(store), before, away, ana);
    for (const again of [false, true]) {
      if (again) await resolved(store);
      const after = await accountsOf(store);
      expect(after.find((a) => a.ids.includes(before.id))?.reports.map((r) => r.report)).toEqual(
        before.reports.slice(0, 2).map((r) => r.report),
      );
      expect(
        after.some((a) => a.reports.some((r) => r.report === away) && a.reports.some((r) => r.report === before.reports[0].report)),
      ).toBe(false);
    }
  });

  it("is taken back to the byte", async () => {
    const store = await ledgerOf(all);
    const [before, bytes] = [await accountsOf(store), await exported(store)];
    const fire = before.find((a) => a.type === "hazard.fire") as EventAccount;
    const joined = await join(store, await foldStore(store), chief(before), fire, ana);
    await resolved(store);
    expect((await accountsOf(store)).length).toBe(before.length - 1);
    await undo(store, await foldStore(store), joined, ana);
    await resolved(store);
    expect(JSON.stringify(await accountsOf(store))).toBe(JSON.stringify(before));
    expect(await exported(store)).toEqual(bytes);
  });

  it("survives a better reader that finds the event in other words", async () => {
    const text = "Rebels attacked a convoy near Gao on Friday. The ambush killed four soldiers.";
    const other = "A convoy was ambushed by the road to Gao. Two drivers are missing.";
    const read = (version: string, at: string[], id: string) =>
      sketch({ text, published: "2020-02-01", version, events: [{ id, type: "violence.attack", at }] });
    const second = sketch({ text: other, published: "2020-02-02", events: [{ id: "e1", type: "violence.attack", at: ["ambushed"] }] });
    const store = await ledgerOf([read("1", ["attacked"], "e1"), second]);
    const accounts = await accountsOf(store);
    const state = await foldStore(store);
    await (accounts.length === 1 ? pin(store, state, accounts[0], ana) : join(store, state, accounts[0], accounts[1], ana));
    const old = (await accountsOf(store))[0].ids;
    await recordReadings(
      store,
      [sketch({ text, published: "2020-02-01", version: "2", events: [{ id: "e7", type: "violence.clash", at: ["attacked", "ambush"] }] })],
      AT,
    );
    await resolved(store);
    const after = await accountsOf(store);
    expect(after).toHaveLength(1);
    expect(after[0].reports).toHaveLength(2);
    for (const id of old) expect(after[0].ids).toContain(id);
  });
});

describe("every number on an account", () => {
  const outlet = fc.constantFrom("Coast Herald", "Daily Beacon", "Lantern Post");
  const report = fc.record({
    outlet,
    day: fc.integer({ min: 1, max: 9 }),
    n: fc.integer({ min: 0, max: 60 }),
    open: fc.boolean(),
    part: fc.integer({ min: 0, max: 5 }),
  });

  it("has low <= best <= high by every rule, and best was said in words that hold it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(report, { minLength: 1, maxLength: 6 }), async (sketches) => {
        const readings = sketches.map((s, i) =>
          sketch({
            text: `Report ${i}a: the blast in Gao killed ${s.n} people, among them ${s.part} soldiers.`,
            outlet: s.outlet,
            published: `2020-02-0${s.day}`,
            events: [
              { id: "e1", type: "violence.bombing", at: ["blast"], where: { name: "Gao" }, earliest: "2020-02-01", latest: "2020-02-01" },
            ],
            tolls: [
              { event: "e1", effect: "killed", words: `${s.n} people`, low: s.n, high: s.open ? null : s.n },
              {
                event: "e1",
                effect: "killed",
                words: `${s.part} soldiers`,
                low: s.part,
                who: `${s.part} soldiers`,
                of: "security-forces",
                partOf: 0,
              },
            ],
          }),
        );
        const store = await ledgerOf(readings);
        const state = await foldStore(store);
        for (const { name } of RULES) {
          for (const account of eventAccounts(state, { rule: name })) {
            for (const history of account.tolls) {
              const { low, best, high, used } = history.now;
              if (best !== null) {
                expect(low ?? 0).toBeLessThanOrEqual(best);
                expect(best).toBeLessThanOrEqual(high ?? Number.POSITIVE_INFINITY);
                const said = account.tolls.flatMap((t) => t.points).filter((p) => used.includes(p.statement));
                expect(said.some((p) => p.number.words.split(" ")[0] === String(best))).toBe(true);
              }
              for (const p of history.points) expect(p.evidence.words).toContain(p.number.words);
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
