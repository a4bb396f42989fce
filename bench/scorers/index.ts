import { accounts } from "./accounts.js";
import { attribution } from "./attribution.js";
import { body } from "./body.js";
import { incidents } from "./incidents.js";
import { mentions } from "./mentions.js";
import { muc4 } from "./muc4.js";
import { names } from "./names.js";
import { places } from "./places.js";
import { reading } from "./reading.js";
import { fixed, Report, type Task } from "./shared.js";
import { shootings } from "./shootings.js";
import { stories } from "./stories.js";
import { times } from "./times.js";

export const TASKS: readonly Task[] = [
  reading,
  times,
  places,
  names,
  attribution,
  shootings,
  muc4,
  incidents,
  mentions,
  stories,
  accounts,
  body,
];

const LISTS = ["actors", "places", "times", "attributions", "events", "statements", "names"] as const;

/** A prediction with every list that scorers read present, if only empty. */
function whole(p: any): any {
  for (const k of LISTS) p[k] = p[k] || [];
  p.report = p.report || { text: p.text || "" };
  p.roles ??= {};
  for (const e of p.events) {
    e.mentions ||= [];
    e.roles ||= [];
  }
  for (const s of p.statements) s.attribution ||= [];
  for (const a of p.actors) a.mentions ||= [];
  return p;
}

export interface Scored {
  readonly lines: readonly string[];
  /** The task's figure, 0 to 100. */
  readonly headline: number;
  /** The figures of its rows, by the names that the lines begin with. */
  readonly figures: ReadonlyMap<string, number>;
}

/** Scores predictions against gold; the last line is the task's headline figure. */
export function score(task: Task, gold: readonly any[], predictions: readonly any[], errors = 0): Scored {
  const report = new Report(errors);
  const headline = 100 * task.score(gold, new Map(predictions.map((p) => [p.id, whole(p)])), report);
  return { lines: [...report.lines, `${task.name} ${fixed(headline, 1)}`], headline, figures: report.figures };
}
