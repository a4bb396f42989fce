import type { Reading } from "../src/model/reading.js";
import { plainReport } from "../src/model/report.js";
import { resolve, summarise } from "../src/resolve/index.js";
import { storyReports } from "./synthetic.js";

const WARM_UP = 600;

export interface ScaleCommand {
  readonly sizes: readonly number[];
}

/** What resolving costs a report at each size, beside the smallest: readings are made, not read, so that nothing else is measured. */
export function scale(command: ScaleCommand, print: (line: string) => void): void {
  resolve(storyReports(WARM_UP).map((r) => summarise(bare(r)))); // models loaded, code compiled
  let first: number | null = null;
  for (const size of command.sizes) {
    const summaries = storyReports(size).map((r) => summarise(bare(r)));
    const began = process.cpuUsage();
    const judgements = resolve(summaries);
    const { user, system } = process.cpuUsage(began);
    const cost = (user + system) / 1000 / size;
    first ??= cost;
    const joined = judgements.filter((j) => j.verdict === "same").length;
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    print(
      `${size.toLocaleString("en").padStart(9)} reports  ${cost.toFixed(2)} ms a report  ${(cost / first).toFixed(2)} times the first  ${joined.toLocaleString("en")} joined  ${memory} MB`,
    );
  }
}

type Made = ReturnType<typeof storyReports>[number];

/** A reading with one event, as a reader would give it of a report so short. */
function bare({ id, text, title, published, trigger, place, type }: Made): Reading {
  const at = text.indexOf(trigger);
  const where = text.indexOf(place.name);
  return {
    report: plainReport(text, { id, title, published, outlet: `Outlet ${id.length}`, bytes: id }),
    actors: [],
    places: [
      {
        id: "p",
        span: [where, where + place.name.length],
        name: place.name,
        geonames: null,
        lat: place.lat,
        lon: place.lon,
        country: "AAA",
        admin1: null,
        precision: "town",
        relation: "at",
        because: "made",
      },
    ],
    times: [],
    attributions: [],
    events: [
      {
        id: "e",
        type,
        status: "occurred",
        mentions: [[at, at + trigger.length]],
        where: "p",
        also: [],
        country: "AAA",
        when: null,
        earliest: published,
        latest: published,
        clock: null,
        roles: [],
        links: [],
        part: "body",
        background: false,
      },
    ],
    lead: "e",
    statements: [],
    notes: [],
    read: { reader: "made", version: "1", lexicon: "-", models: "-" },
  };
}
