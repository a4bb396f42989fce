import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openLedger, verify } from "../../src/ledger/index.js";

const folder = mkdtempSync(join(tmpdir(), "according-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writer(file: string, name: string, count: number): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", new URL("writer.ts", import.meta.url).pathname, file, name, String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise((done) => child.on("exit", (code) => done(code)));

async function count(file: string): Promise<{ reports: number; statements: number }> {
  const store = openLedger(file);
  expect((await verify(store)).broken).toBeNull();
  const n = { reports: 0, statements: 0 };
  for await (const e of store.entries()) {
    if (e.kind === "report") n.reports++;
    if (e.kind === "statement") n.statements++;
  }
  await store.close();
  return n;
}

it("two processes append to one ledger at once and its chain stays right", async () => {
  const file = join(folder, "two.db");
  await openLedger(file).close();
  expect(await Promise.all([ended(writer(file, "north", 40)), ended(writer(file, "south", 40))])).toEqual([0, 0]);
  expect(await count(file)).toEqual({ reports: 80, statements: 80 });
}, 30_000);

it("a killed ingest leaves a ledger that verifies, holds all that was acknowledged, and goes on where it stopped", async () => {
  const file = join(folder, "killed.db");
  await openLedger(file).close();
  const child = writer(file, "north", 400);
  let acknowledged = 0;
  child.stdout?.on("data", (data: Buffer) => {
    acknowledged += data.toString().split("\n").length - 1;
    if (acknowledged > 20) child.kill("SIGKILL");
  });
  await ended(child);
  const after = await count(file);
  expect(after.reports).toBeGreaterThanOrEqual(acknowledged);
  expect(after.reports).toBeLessThan(400);
  expect(after.statements).toBe(after.reports);
  expect(await ended(writer(file, "north", 60))).toBe(0);
  expect((await count(file)).reports).toBe(Math.max(60, after.reports));
}, 30_000);
