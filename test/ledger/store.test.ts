import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { isRecorded, memoryStore, openLedger, recordReadings, type Store, verify } from "../../src/ledger/index.js";
import type { Entry } from "../../src/model/ledger.js";
import { harbourStory, sketch } from "../support/readings.js";

const folder = mkdtempSync(join(tmpdir(), "according-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** Every store keeps this contract. */
const STORES: readonly (readonly [string, () => Store])[] = [
  ["memory", () => memoryStore()],
  ["SQLite", () => openLedger(join(folder, `${files++}.db`))],
];
const AT = "2019-03-07T12:00:00Z";

async function all(store: Store, walk = {}): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const e of store.entries(walk)) entries.push(e);
  return entries;
}

describe.each(STORES)("a %s store", (_, open) => {
  it("gives entries back in order, numbered without a gap, each with the hash before", async () => {
    const store = open();
    await recordReadings(store, harbourStory(), AT);
    const entries = await all(store);
    expect(entries.map((e) => e.seq)).toEqual(entries.map((_e, i) => i + 1));
    expect(entries[0].previous).toMatch(/^0{64}$/);
    expect(entries.slice(1).every((e, i) => e.previous === entries[i].hash)).toBe(true);
    expect(await store.head()).toEqual({ seq: entries.length, hash: entries.at(-1)?.hash });
    expect(await verify(store)).toEqual({ entries: entries.length, head: entries.at(-1)?.hash, broken: null });
    await store.close();
  });

  it("appends nothing for a report that was read by the same version before", async () => {
    const store = open();
    const [reading] = harbourStory();
    expect((await recordReadings(store, [reading], AT))[0].outcome).toBe("new");
    const before = await store.head();
    expect((await recordReadings(store, [reading], "2020-01-01T00:00:00Z"))[0]).toMatchObject({ outcome: "known", statements: 0 });
    expect(await store.head()).toEqual(before);
    expect(await isRecorded(store, reading.report.id, reading.read)).toBe(true);
    await store.close();
  });

  it("keeps both readings when a newer reader reads the report again, and says that the old one is withdrawn", async () => {
    const store = open();
    const text = "Two men were killed in a clash near Osh.";
    const old = sketch({ text, events: [{ id: "e1", type: "violence.clash", at: ["clash"] }], version: "1" });
    const next = sketch({
      text,
      events: [{ id: "e1", type: "violence.clash", at: ["clash"] }],
      tolls: [{ event: "e1", effect: "killed", words: "Two", low: 2 }],
      version: "2",
    });
    await recordReadings(store, [old], AT);
    expect((await recordReadings(store, [next], AT))[0]).toMatchObject({ outcome: "reread", statements: 2 });
    const entries = await all(store, { report: old.report.id });
    expect(entries.map((e) => e.kind)).toEqual(["report", "reading", "statement", "reading", "statement", "statement", "withdrawal"]);
    expect(entries.at(-1)?.body).toMatchObject({ kind: "reading", target: entries[1].key });
    expect((await recordReadings(store, [old], AT))[0].outcome).toBe("reread");
    expect((await verify(store)).broken).toBeNull();
    await store.close();
  });

  it("finds one entry by kind and key, and none by another kind", async () => {
    const store = open();
    const [reading] = harbourStory();
    await recordReadings(store, [reading], AT);
    expect((await store.get("report", reading.report.id))?.seq).toBe(1);
    expect(await store.get("judgement", reading.report.id)).toBeNull();
    expect((await all(store, { kinds: ["statement"], after: 3 })).every((e) => e.kind === "statement" && e.seq > 3)).toBe(true);
    await store.close();
  });
});

describe("a SQLite ledger", () => {
  it("names the first entry that somebody changed behind its back", async () => {
    const file = join(folder, "changed.db");
    const store = openLedger(file);
    await recordReadings(store, harbourStory(), AT);
    const db = new Database(file);
    expect(() => db.exec("UPDATE entries SET body = replace(body, 'Five', 'Nine') WHERE seq = 1")).toThrow(/never changed/);
    db.exec("DROP TRIGGER entries_stay; UPDATE entries SET body = replace(body, 'by-hand', 'by-mind') WHERE seq = 3");
    db.close();
    expect((await verify(store)).broken).toMatchObject({ seq: 3, kind: "statement", reason: "its content is not what was recorded" });
    await store.close();
  });

  it("names the entry that is missing", async () => {
    const file = join(folder, "missing.db");
    const store = openLedger(file);
    await recordReadings(store, harbourStory(), AT);
    const db = new Database(file);
    db.exec("DROP TRIGGER entries_remain; DELETE FROM entries WHERE seq = 5");
    db.close();
    expect((await verify(store)).broken).toMatchObject({ seq: 6, reason: "entry 5 is missing" });
    await store.close();
  });
});
