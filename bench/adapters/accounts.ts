import { memoryStore, recordReadings, recordResolution } from "../../src/ledger/index.js";
import { read } from "../../src/read/index.js";
import { resolve, summarise } from "../../src/resolve/index.js";
import { type EventAccount, eventAccounts, foldStore } from "../../src/views/index.js";
import { type Predictor, reportOfLine } from "../predictions.js";

const AT = "2000-01-01T00:00:00Z";

/** Low, best and high of everybody killed or injured; nothing said is nobody, since a registry has no other way to say it. */
function toll(account: EventAccount, effect: "killed" | "injured"): readonly [number, number, number | null] {
  const now = account.tolls.find((t) => t.effect === effect && t.scope === "people")?.now;
  return now === undefined ? [0, 0, 0] : [now.low ?? 0, now.best ?? 0, now.high];
}

/** The whole way: read, recorded, resolved, folded; each report is given the account of the event that it is chiefly about. */
export const predictor: Predictor = {
  kind: "all",
  async predict(lines) {
    const readings = lines.map((line) => read(reportOfLine(line).report));
    const store = memoryStore();
    await recordReadings(store, readings, AT);
    await recordResolution(store, resolve(readings.map(summarise)), AT);
    const accounts = eventAccounts(await foldStore(store), { rule: "weighed" });
    const chief = new Map(accounts.flatMap((a) => a.reports.filter((r) => r.as === "lead").map((r) => [r.report, a] as const)));
    return lines.map((line, i) => {
      const account = chief.get(readings[i].report.id);
      return account
        ? { id: line.id, event: account.id, killed: toll(account, "killed"), injured: toll(account, "injured") }
        : { id: line.id, event: null, killed: null, injured: null };
    });
  },
};
