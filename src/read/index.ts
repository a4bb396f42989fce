import type { Reading } from "../model/reading.js";
import type { Report } from "../model/report.js";
import { actors } from "./actors.js";
import { analyse } from "./analyse.js";
import { assertions } from "./assertions.js";
import { attributions } from "./attributions.js";
import { dates } from "./dates.js";
import { events } from "./events.js";
import { figures } from "./figures.js";
import type { FindingName, Findings } from "./findings.js";
import { labels } from "./labels.js";
import { lead } from "./lead.js";
import { names } from "./names.js";
import { notes } from "./notes.js";
import { places } from "./places.js";
import { quantities } from "./quantities.js";
import { remarks } from "./remarks.js";
import { scene } from "./scene.js";
import { checkOrder, type Stage } from "./stage.js";
import { statements } from "./statements.js";
import { story } from "./story.js";
import { times } from "./times.js";
import { tolls } from "./tolls.js";
import { readBy } from "./version.js";

/** The stages of a reading, in order. */
export const STAGES: readonly Stage[] = [
  analyse,
  names,
  times,
  quantities,
  places,
  actors,
  attributions,
  events,
  lead,
  story,
  scene,
  dates,
  assertions,
  tolls,
  labels,
  figures,
  remarks,
  statements,
  notes,
];

const GIVEN: readonly FindingName[] = ["report"];
checkOrder(STAGES, GIVEN);

const NOTHING: Omit<Findings, "report" | "doc"> = {
  partOf: [],
  names: [],
  quantities: [],
  times: [],
  places: [],
  actors: [],
  actorMentions: [],
  attributions: [],
  events: [],
  lead: null,
  assertions: [],
  tolls: [],
  labels: [],
  figures: [],
  remarks: [],
  statements: [],
  notes: [],
};

/** Runs the stages over one report, up to and including `until` where it is given. For benchmarks, `explain` and tests; a reading is `read`. */
export function findAll(report: Report, until: string | null = null): Findings {
  const found = { ...NOTHING, report } as Findings;
  for (const stage of STAGES) {
    Object.assign(found, stage.run(found));
    if (stage.name === until) break;
  }
  return found;
}

/** Reads one report. A plain function: no clock, no disk, no network; the same report and versions give the same bytes. */
export function read(report: Report): Reading {
  return toReading(findAll(report));
}

/** The contract's view of what was found: what only stages need is left out. */
export function toReading(found: Findings): Reading {
  return {
    report: found.report,
    actors: found.actors,
    places: found.places,
    times: found.times,
    attributions: found.attributions.map(({ cueToken: _, rules: __, ...a }) => a),
    events: found.events.map(({ triggers: _, results: ___, apart: ____, hands: _____, rules: __, ...e }) => e),
    lead: found.lead,
    statements: found.statements,
    notes: found.notes,
    read: readBy(),
  };
}
