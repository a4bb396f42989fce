import { expect, test } from "vitest";
import { sourceOfBytes } from "../../src/intake/index.js";
import { memoryStore } from "../../src/ledger/index.js";
import type { Reading } from "../../src/model/reading.js";
import { join } from "../../src/pipeline/judge.js";
import { readSource } from "../../src/pipeline/read.js";
import { type EventAccount, eventAccounts, foldStore } from "../../src/views/index.js";
import { resolveAgain, resolvedStore } from "../support/ledgers.js";

const read = (published: string, outlet: string, text: string): Reading =>
  readSource(sourceOfBytes(`${outlet}-${published}.txt`, Buffer.from(text), { published, outlet }));

const first = read(
  "2022-05-07",
  "Coast Herald",
  "Bomb at Multan grain market kills nine\n\nA bomb hidden in a cart went off at a grain market in the Pakistani city of Multan on Saturday, killing nine people and wounding 30, police said.",
);
const second = read(
  "2022-05-08",
  "Daily Beacon",
  "Toll of Multan grain market bombing rises to 13\n\nThe death toll from Saturday's bombing of a grain market in Multan rose from nine to 13 on Sunday, a hospital said.",
);
const twin = read(
  "2022-05-08",
  "Lake Wire",
  "New bomb in Multan kills two policemen\n\nTwo policemen were killed when a roadside bomb struck their patrol in Multan on Sunday, a day after a bombing at a grain market in the city killed 13 people, police said.",
);
const trial = read(
  "2023-03-15",
  "Daily Beacon",
  "Two get life for Multan grain market bombing\n\nA court in Multan on Wednesday sentenced two men to life in prison for the bombing of a grain market in May 2022 that killed 13 people.",
);

const all = [first, second, twin, trial];
const chiefly = (accounts: readonly EventAccount[], r: Reading): EventAccount =>
  accounts.find((a) => a.reports.some((t) => t.report === r.report.id && t.as === "lead")) as EventAccount;

test("a bomb of the day after, in the same city, is another act, and what its report tells of the first is told with the first", async () => {
  const accounts = eventAccounts(await foldStore(await resolvedStore(all)));
  const act = chiefly(accounts, first);
  expect(act.reports.map((r) => r.report).sort()).toEqual(all.map((r) => r.report.id).sort());
  expect(act.reports.find((r) => r.report === twin.report.id)?.as).not.toBe("lead");
  const other = chiefly(accounts, twin);
  expect(other.id).not.toBe(act.id);
  expect(other.reports.map((r) => r.report)).toEqual([twin.report.id]);
  const killed = (a: EventAccount): number | null => a.tolls.find((t) => t.effect === "killed" && t.scope === "people")?.now.best ?? null;
  expect([killed(act), killed(other)]).toEqual([13, 2]);
});

test("a person's word that the two are one stands above what their reports tell", async () => {
  const store = await resolvedStore(all, memoryStore());
  const state = await foldStore(store);
  const accounts = eventAccounts(state);
  await join(store, state, chiefly(accounts, first), chiefly(accounts, twin), { name: "Ana", at: "2023-04-01T00:00:00Z", reason: null });
  await resolveAgain(store);
  const after = eventAccounts(await foldStore(store));
  expect(chiefly(after, twin).id).toBe(chiefly(after, first).id);
});
