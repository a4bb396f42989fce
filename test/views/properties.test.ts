import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXPORTS, rows } from "../../src/export/index.js";
import { recordReadings, type Store } from "../../src/ledger/index.js";
import type { Entry } from "../../src/model/ledger.js";
import { join, pin, split, undo } from "../../src/pipeline/judge.js";
import {
  cases,
  changes,
  disputes,
  type EventAccount,
  eventAccounts,
  figures,
  fold,
  foldStore,
  judgements,
  openCells,
  people,
  proposals,
  RULES,
  receipts,
  replay,
  type State,
  sources,
} from "../../src/views/index.js";
import { resolveAgain, resolvedStore } from "../support/ledgers.js";
import { harbourStory, sketch } from "../support/readings.js";

const AT = "2019-03-10T12:00:00Z";

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
/** Everything that views show of a state. */
function viewsOf(state: State) {
  const accounts = eventAccounts(state);
  return {
    accounts,
    disputes: disputes(accounts),
    cases: cases(state, accounts),
    people: people(state, accounts),
    figures: figures(state),
    proposals: proposals(state),
    sources: sources(state, accounts),
    receipts: receipts(state),
    open: [...openCells(state, accounts)],
    judgements: judgements(state),
  };
}

/** Every place in a view that holds words of a report. */
function* wordsIn(value: unknown): Generator<{ report: string; span: readonly [number, number]; words: string }> {
  if (Array.isArray(value)) for (const one of value) yield* wordsIn(one);
  else if (value !== null && typeof value === "object") {
    if ("words" in value && "span" in value && "report" in value)
      yield value as { report: string; span: readonly [number, number]; words: string };
    for (const one of Object.values(value)) yield* wordsIn(one);
  }
}

const chief = (accounts: readonly EventAccount[]): EventAccount =>
  accounts.find((a) => a.type === "violence.attack" && a.reports.length > 1) as EventAccount;

describe("whatever the order in which reports arrive", () => {
  const all = harbourStory();
  it("every view and the exported bytes are the same", async () => {
    const ordered = await resolvedStore(all);
    const [expected, bytes] = [viewsOf(await foldStore(ordered)), await exported(ordered)];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...all], { minLength: all.length }), async (order) => {
        const store = await resolvedStore(order);
        expect(viewsOf(await foldStore(store))).toEqual(expected);
        expect(await exported(store)).toEqual(bytes);
      }),
      { numRuns: 8 },
    );
  });

  it("ingesting again changes nothing, not one entry", async () => {
    const store = await resolvedStore(all);
    const before = await store.head();
    await resolvedStore([...all].reverse(), store);
    expect(await store.head()).toEqual(before);
  });

  it("every view as of the end is that of now, and one as of a day knows no later report", async () => {
    const store = await resolvedStore(all);
    expect(viewsOf(await foldStore(store, "2019-03-10"))).toEqual(viewsOf(await foldStore(store)));
    const then = viewsOf(await foldStore(store, "2019-03-05"));
    const known = new Set(all.filter((r) => (r.report.published.value ?? "") <= "2019-03-05").map((r) => r.report.id));
    expect(known.size).toBe(2);
    for (const { report } of wordsIn(then)) expect(known).toContain(report);
    expect(then.receipts.map((r) => r.report).sort()).toEqual([...known].sort());
  });

  it("the change feed replayed gives what is live, from any cursor on", async () => {
    const store = await resolvedStore(all);
    const [first] = await accountsOf(store);
    await pin(store, await foldStore(store), first.reports.length > 1 ? first : chief(await accountsOf(store)), {
      name: "Ana",
      at: AT,
      reason: null,
    });
    await recordReadings(store, [{ ...all[0], statements: all[0].statements.slice(1), read: { ...all[0].read, version: "2" } }], AT);
    await resolveAgain(store);
    const entries = await entriesOf(store);
    const live = replay(changes(entries));
    const state = fold(entries);
    const keys = [
      ...[...state.reports.keys()].map((id) => `report ${id}`),
      ...[...state.readingIds.values()].map((id) => `reading ${id}`),
      ...[...state.readings.values()].flatMap((r) => r.statements.map((s) => `statement ${s.id}`)),
      ...state.judgements.map((j) => `judgement ${j.id}`),
    ];
    expect([...live].sort()).toEqual(keys.sort());
    for (const cut of [1, 7, Math.floor(entries.length / 2), entries.length - 1])
      expect(replay([...changes(entries.slice(0, cut)), ...changes(entries, cut)])).toEqual(live);
  });
});

describe("a moment", () => {
  const all = harbourStory();
  it("has a change feed of its own, which replayed gives what was live then", async () => {
    const store = await resolvedStore(all);
    const entries = await entriesOf(store);
    for (const asOf of ["2019-03-03", "2019-03-04", "2019-03-05", "2019-03-10"]) {
      const state = fold(entries, asOf);
      const keys = [
        ...[...state.reports.keys()].map((id) => `report ${id}`),
        ...[...state.readingIds.values()].map((id) => `reading ${id}`),
        ...[...state.readings.values()].flatMap((r) => r.statements.map((s) => `statement ${s.id}`)),
        ...state.judgements.map((j) => `judgement ${j.id}`),
      ];
      expect([...replay(changes(entries, 0, asOf))].sort(), asOf).toEqual(keys.sort());
    }
    expect(changes(entries, 0, "2019-03-03")).toEqual([]);
    expect(changes(entries, 0, "2021-01-01")).toEqual(changes(entries));
  });

  it("shows what was judged then: no split of a later day, nor what the resolver made of it", async () => {
    const store = await resolvedStore(all);
    const before = viewsOf(await foldStore(store, "2019-03-09"));
    const event = chief(await accountsOf(store));
    await split(store, await foldStore(store), event, event.reports[1].report, { name: "Ana", at: AT, reason: null });
    await resolveAgain(store);
    expect(viewsOf(await foldStore(store, "2019-03-09")).accounts).toEqual(before.accounts);
    expect((await accountsOf(store, "2019-03-10")).length).toBe(before.accounts.length + 1);
  });
});

describe("what a person judges", () => {
  const all = harbourStory();
  const ana = { name: "Ana", at: AT, reason: "two places" };

  it("splits an event for good: the two never share one again, the old id leads to the part that holds its first report", async () => {
    const store = await resolvedStore(all);
    const before = chief(await accountsOf(store));
    const away = before.reports[2].report;
    await split(store, await foldStore(store), before, away, ana);
    for (const again of [false, true]) {
      if (again) await resolveAgain(store);
      const after = await accountsOf(store);
      expect(after.find((a) => a.ids.includes(before.id))?.reports.map((r) => r.report)).toEqual(
        before.reports.slice(0, 2).map((r) => r.report),
      );
      expect(
        after.some((a) => a.reports.some((r) => r.report === away) && a.reports.some((r) => r.report === before.reports[0].report)),
      ).toBe(false);
    }
  });

  it("splits a report away with all that it tells of the event's kind: it does not come back through another act", async () => {
    const store = await resolvedStore(all);
    const away = chief(await accountsOf(store)).reports[2].report;
    const twofold = all.map((r) =>
      r.report.id === away ? { ...r, events: [...r.events, { ...r.events[0], id: "e9", mentions: [[0, 3] as const] }] } : r,
    );
    const both = await resolvedStore(twofold);
    const before = chief(await accountsOf(both));
    await split(both, await foldStore(both), before, away, ana);
    const { judgements: judged } = await foldStore(both);
    const kept = judged.filter((j) => j.by.kind === "person" && j.verdict === "different" && j.a.report === away);
    expect(kept.some((j) => j.a.evidence.some(([first, end]) => first === 0 && end === 3))).toBe(true);
    await undo(both, await foldStore(both), kept[0].action as string, ana);
    expect(chief(await accountsOf(both)).reports).toEqual(before.reports);
  });

  it("joins everything that tells of either: what is unlike the others takes none of them out", async () => {
    const store = await resolvedStore(all);
    const [act, fire] = [chief(await accountsOf(store)), (await accountsOf(store)).find((a) => a.type === "hazard.fire")];
    await join(store, await foldStore(store), act, fire as EventAccount, ana);
    await resolveAgain(store);
    const after = (await accountsOf(store)).find((a) => a.ids.includes(act.id));
    expect(after?.reports.map((r) => r.report).sort()).toEqual(all.map((r) => r.report.id).sort());
    const judged = (await foldStore(store)).judgements.filter((j) => j.by.kind === "person");
    expect(judged).toHaveLength(all.length - 1);
  });

  it("is taken back to the byte, be it a join, a split or a pin", async () => {
    for (const act of ["join", "split", "pin"] as const) {
      const store = await resolvedStore(all);
      const [before, bytes] = [viewsOf(await foldStore(store)), await exported(store)];
      const state = await foldStore(store);
      const [event, fire] = [chief(before.accounts), before.accounts.find((a) => a.type === "hazard.fire") as EventAccount];
      const action = await (act === "join"
        ? join(store, state, event, fire, ana)
        : act === "split"
          ? split(store, state, event, event.reports[1].report, ana)
          : pin(store, state, event, ana));
      await resolveAgain(store);
      const changed = (await accountsOf(store)).length;
      expect(changed).toBe(before.accounts.length + { join: -1, split: 1, pin: 0 }[act]);
      await undo(store, await foldStore(store), action, ana);
      await resolveAgain(store);
      expect(JSON.stringify(viewsOf(await foldStore(store)).accounts)).toBe(JSON.stringify(before.accounts));
      expect(JSON.stringify(viewsOf(await foldStore(store)).people)).toBe(JSON.stringify(before.people));
      expect(await exported(store)).toEqual(bytes);
    }
  });

  it("holds in any order of acts: what was last judged different shares no event, what was last judged same shares one", async () => {
    const moment = (i: number): string => `2019-03-11T00:00:${String(i).padStart(2, "0")}Z`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 4 }), async (acts) => {
        const store = await resolvedStore(all);
        const together = async (a: string, b: string): Promise<boolean> =>
          (await accountsOf(store)).some((x) => [a, b].every((r) => x.reports.some((t) => t.report === r)));
        for (const [i, [same, x, y]] of acts.entries()) {
          const [a, b] = [all[x].report.id, all[y].report.id];
          if (a === b || same === (await together(a, b))) continue;
          const state = await foldStore(store);
          const accounts = eventAccounts(state);
          const of = (report: string): EventAccount => accounts.find((acc) => acc.reports.some((r) => r.report === report)) as EventAccount;
          const person = { name: "Ana", at: moment(i), reason: null };
          await (same ? join(store, state, of(a), of(b), person) : split(store, state, of(a), b, person));
          await resolveAgain(store);
          expect(await together(a, b)).toBe(same);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("survives a better reader that finds the event in other words", async () => {
    const text = "Rebels attacked a convoy near Gao on Friday. The ambush killed four soldiers.";
    const other = "A convoy was ambushed by the road to Gao. Two drivers are missing.";
    const read = (version: string, at: string[], id: string) =>
      sketch({ text, published: "2020-02-01", version, events: [{ id, type: "violence.attack", at }] });
    const second = sketch({ text: other, published: "2020-02-02", events: [{ id: "e1", type: "violence.attack", at: ["ambushed"] }] });
    const store = await resolvedStore([read("1", ["attacked"], "e1"), second]);
    const accounts = await accountsOf(store);
    const state = await foldStore(store);
    await (accounts.length === 1 ? pin(store, state, accounts[0], ana) : join(store, state, accounts[0], accounts[1], ana));
    const old = (await accountsOf(store))[0].ids;
    await recordReadings(
      store,
      [sketch({ text, published: "2020-02-01", version: "2", events: [{ id: "e7", type: "violence.clash", at: ["attacked", "ambush"] }] })],
      AT,
    );
    await resolveAgain(store);
    const after = await accountsOf(store);
    expect(after).toHaveLength(1);
    expect(after[0].reports).toHaveLength(2);
    for (const id of old) expect(after[0].ids).toContain(id);
  });
});

describe("every word on every view", () => {
  it("stands in its report where the view says", async () => {
    const state = await foldStore(await resolvedStore(harbourStory()));
    let found = 0;
    for (const { report, span, words } of wordsIn(viewsOf(state))) {
      expect(state.reports.get(report)?.text.slice(...span)).toBe(words);
      found++;
    }
    expect(found).toBeGreaterThan(40);
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
        const store = await resolvedStore(readings);
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
