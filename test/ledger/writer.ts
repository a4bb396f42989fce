import { openLedger, recordReadings } from "../../src/ledger/index.js";
import { sketch } from "../support/readings.js";

/** A process that records reports one by one: `writer FILE NAME COUNT`. Prints each when the ledger has acknowledged it. */
const [file, name, count] = process.argv.slice(2);
const store = openLedger(file);
for (let i = 0; i < Number(count); i++) {
  const text = `${name} ${i}: a bomb exploded in a street and ${i + 1} people were killed.`;
  await recordReadings(
    store,
    [sketch({ text, events: [{ id: "e1", type: "violence.bombing", at: ["exploded"] }] })],
    "2019-03-07T12:00:00Z",
  );
  process.stdout.write(`${i}\n`);
}
await store.close();
