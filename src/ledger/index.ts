/**
 * The ledger: append-only, hash-chained entries (`src/model/ledger.ts`) in a store.
 *
 *     const store = openLedger("according.db");                 // or memoryStore()
 *     await recordReadings(store, [reading], clock());          // report, reading, statements; withdraws an older reading
 *     await recordResolution(store, resolve(...), clock());     // resolver's judgements brought up to date
 *     const state = await foldStore(store)                      // src/views
 *     await verify(store);  await store.close();
 *
 * A batch of about 50 readings a call is quick: each call is one transaction. Errors of the store are AccordingErrors with codes
 * `ledger.newer`, `ledger.locked`, `ledger.full`, `ledger.not-a-ledger`, `ledger.read-only`, `ledger.missing`, `ledger.failed`.
 */
export { type Verification, verify } from "./chain.js";
export { isRecorded, type Recorded, recordJudgements, recordReadings, recordResolution, withdrawJudgements } from "./record.js";
export type { Head, RawEntry, Store, Walk } from "./store.js";
export { memoryStore } from "./stores/memory.js";
export { type OpenOptions, openLedger } from "./stores/sqlite.js";
