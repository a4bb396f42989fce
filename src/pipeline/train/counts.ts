import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sourceOfLine } from "../../intake/index.js";
import { memoryStore, recordReadings, recordResolution } from "../../ledger/index.js";
import type { Reading } from "../../model/reading.js";
import { withNumbers } from "../../read/tolls/reckon.js";
import { resolve, summarise } from "../../resolve/index.js";
import { boost } from "../../resolve/train/boost.js";
import { type Group, groupsOf } from "../../views/groups.js";
import { foldStore } from "../../views/index.js";
import type { State } from "../../views/state.js";
import { weighedOf } from "../../views/tolls.js";
import { FEATURES, featuresOf } from "../../views/weighing.js";
import { readReport } from "../read.js";
import { reportOf } from "../report.js";

/** A report of an incident, with what a registry finally counted. */
interface Line {
  readonly id: string;
  readonly incident: string;
  readonly url?: string;
  readonly published: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly gold: { readonly killed: number; readonly injured: number };
}

const OPTIONS = { trees: 100, rate: 0.08, leaves: 6, fewest: 40, l2: 3 };
/** An incident that one report tells counts for less: there is nothing to weigh it against. */
const ALONE = 0.6;
const AT = "2000-01-01T00:00:00Z";

const data = process.argv[2] ?? process.env.ACCORDING_BENCH;
/** Numbers of each report by tolls that had not seen it, as `npm run train:tolls` leaves them; without, the reader's own. */
const unseen = process.argv[3] ? (JSON.parse(readFileSync(process.argv[3], "utf8")) as Record<string, readonly [number, number]>) : {};
if (!data) throw new Error("Say where the corpora are: npm run train:counts -- FOLDER (or ACCORDING_BENCH)");
const lines = readFileSync(join(data, "stories.train.jsonl"), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((l) => JSON.parse(l) as Line);
const readings = withNumbers(new Map(Object.entries(unseen)), () =>
  lines.map(({ id, url, title, published, text }) => {
    const line = JSON.stringify({ id, url, title, published, text });
    return readReport(reportOf(sourceOfLine(id, Buffer.from(line), {})));
  }),
);
const state = await resolved(readings);
const chief = chiefEvents();
const reportOfLine = new Map(lines.map((l, i) => [l.id, readings[i].report.id]));
const incidents = new Map<string, Line[]>();
for (const line of lines) incidents.set(line.incident, [...(incidents.get(line.incident) ?? []), line]);

const [rows, labels, weights]: [Float32Array[], number[], number[]] = [[], [], []];
for (const reports of incidents.values()) {
  const group = mostTold(reports.flatMap((l) => chief.get(reportOfLine.get(l.id) ?? "") ?? []));
  if (!group) continue;
  for (const effect of ["killed", "injured"] as const) {
    const w = weighedOf(state, group, effect);
    for (const candidate of w.candidates) {
      rows.push(featuresOf(candidate, w));
      labels.push(candidate.count === reports[0].gold[effect] ? 1 : 0);
      weights.push(reports.length > 1 ? 1 : ALONE);
    }
  }
}
const forest = boost(FEATURES, rows, labels, weights, OPTIONS);
writeFileSync(new URL("../../../models/counts.json", import.meta.url), `${JSON.stringify(forest)}\n`);
console.error(`${incidents.size} incidents, ${rows.length} counts, ${labels.reduce((a, b) => a + b, 0)} of them final`);

async function resolved(all: readonly Reading[]): Promise<State> {
  const store = memoryStore();
  await recordReadings(store, all, AT);
  await recordResolution(store, resolve(all.map(summarise)), AT);
  return foldStore(store);
}

/** The event that each report is chiefly about, as resolved. */
function chiefEvents(): ReadonlyMap<string, Group> {
  const chiefly = (group: Group): readonly string[] => group.members.filter((m) => m.reading.lead === m.event.id).map((m) => m.report);
  return new Map(groupsOf(state).all.flatMap((group) => chiefly(group).map((report) => [report, group] as const)));
}

function mostTold(groups: readonly Group[]): Group | null {
  const times = (a: Group): number => groups.filter((b) => b.id === a.id).length;
  return groups.reduce<Group | null>((a, b) => (!a || times(b) > times(a) || (times(b) === times(a) && b.id < a.id) ? b : a), null);
}
