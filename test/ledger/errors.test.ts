import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { openLedger, recordReadings } from "../../src/ledger/index.js";
import { harbourStory } from "../support/readings.js";

const folder = mkdtempSync(join(tmpdir(), "according-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const AT = "2019-03-07T12:00:00Z";

describe("a ledger that cannot be used says why and what to do", () => {
  it("refuses a ledger of a newer version", async () => {
    const file = join(folder, "newer.db");
    await openLedger(file).close();
    const db = new Database(file);
    db.pragma("user_version = 99");
    db.close();
    expect(() => openLedger(file)).toThrow(
      expect.objectContaining({ code: "ledger.newer", message: expect.stringContaining("format 99"), hint: expect.any(String) }),
    );
  });

  it("refuses a file that is no database, and a database that is no ledger", () => {
    const text = join(folder, "text.db");
    writeFileSync(text, "This is a report, not a ledger.\n".repeat(50));
    expect(() => openLedger(text)).toThrow(expect.objectContaining({ code: "ledger.not-a-ledger" }));
    const other = join(folder, "other.db");
    const db = new Database(other);
    db.exec("CREATE TABLE songs (name TEXT)");
    db.close();
    expect(() => openLedger(other)).toThrow(expect.objectContaining({ code: "ledger.not-a-ledger" }));
  });

  it("says so when another process holds the ledger, after waiting", async () => {
    const file = join(folder, "locked.db");
    const store = openLedger(file, { wait: 50 });
    const other = new Database(file);
    other.exec("BEGIN IMMEDIATE");
    await expect(recordReadings(store, harbourStory(), AT)).rejects.toMatchObject({ code: "ledger.locked" });
    other.exec("ROLLBACK");
    other.close();
    expect(await recordReadings(store, harbourStory(), AT)).toHaveLength(4);
    await store.close();
  });

  it("keeps what it had when the disk is full, and goes on when there is room", async () => {
    const file = join(folder, "full.db");
    const seed = openLedger(file);
    const readings = harbourStory();
    await recordReadings(seed, readings.slice(0, 1), AT);
    const before = await seed.head();
    await seed.close();
    const store = openLedger(file, { pages: 12 });
    const large = { ...readings[1], report: { ...readings[1].report, text: "word ".repeat(50_000) } };
    await expect(recordReadings(store, [large], AT)).rejects.toMatchObject({ code: "ledger.full" });
    expect(await store.head()).toEqual(before);
    await store.close();
    const again = openLedger(file);
    await recordReadings(again, [large], AT);
    expect((await again.head()).seq).toBeGreaterThan(before.seq);
    await again.close();
  });

  it("reads but does not write a ledger opened to be read, and makes none", async () => {
    const file = join(folder, "read.db");
    expect(() => openLedger(file, { readOnly: true })).toThrow(expect.objectContaining({ code: "ledger.missing" }));
    await openLedger(file).close();
    const store = openLedger(file, { readOnly: true });
    await expect(recordReadings(store, harbourStory(), AT)).rejects.toMatchObject({ code: "ledger.read-only" });
    await store.close();
    expect(() => openLedger(join(folder, "no", "such", "folder.db"))).toThrow(expect.objectContaining({ code: "ledger.missing" }));
  });
});
