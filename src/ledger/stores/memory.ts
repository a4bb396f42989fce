import type { Entry } from "../../model/ledger.js";
import { chain, EMPTY_HEAD, parseEntry } from "../chain.js";
import type { Head, RawEntry, Store, Walk } from "../store.js";

/** A ledger that lives as long as the process: for tests, for reading without keeping. */
export function memoryStore(given: readonly RawEntry[] = []): Store {
  const rows: RawEntry[] = [...given];
  const at = new Map(rows.map((row, i) => [`${row.kind} ${row.key}`, i]));
  const head = (): Head => rows.at(-1) ?? EMPTY_HEAD;
  return {
    async append(drafts, moment) {
      const added: Entry[] = [];
      for (const draft of drafts) {
        const key = `${draft.kind} ${draft.key}`;
        if (at.has(key)) continue;
        const row = chain(draft, head(), moment);
        at.set(key, rows.push(row) - 1);
        added.push(parseEntry(row));
      }
      return added;
    },
    async *entries(walk: Walk = {}) {
      for (const row of rows.slice(walk.after ?? 0)) {
        if (walk.kinds && !walk.kinds.includes(row.kind as Entry["kind"])) continue;
        if (walk.report !== undefined && row.report !== walk.report) continue;
        yield parseEntry(row);
      }
    },
    async *raw() {
      yield* rows;
    },
    async get(kind, key) {
      const i = at.get(`${kind} ${key}`);
      return i === undefined ? null : parseEntry(rows[i]);
    },
    async head() {
      const { seq, hash } = head();
      return { seq, hash };
    },
    async close() {},
  };
}
