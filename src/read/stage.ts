import { AccordingError } from "../base/error.js";
import type { FindingName, Findings } from "./findings.js";

/**
 * One step of reading: a plain function from what was found before to what it adds. It touches no clock, disk or network; tables,
 * models and the gazetteer are loaded once by the stage's module.
 */
export interface Stage<Needs extends FindingName = FindingName, Gives extends FindingName = FindingName> {
  readonly name: string;
  readonly needs: readonly Needs[];
  readonly gives: readonly Gives[];
  run(found: Pick<Findings, Needs>): Pick<Findings, Gives>;
}

/** Declares a stage with its types kept: `run` sees only what it needs and must give all that it says it gives. */
export function stage<const Needs extends FindingName, const Gives extends FindingName>(s: Stage<Needs, Gives>): Stage {
  return s as unknown as Stage;
}

/**
 * Checks that every stage's needs are given before it runs.
 *
 * @throws AccordingError `read.order`, naming both stages.
 */
export function checkOrder(stages: readonly Stage[], given: readonly FindingName[]): void {
  const has = new Set<FindingName>(given);
  for (const s of stages) {
    for (const need of s.needs) {
      if (has.has(need)) continue;
      const giver = stages.find((other) => other.gives.includes(need));
      throw new AccordingError(
        "read.order",
        `stage "${s.name}" needs "${need}", which ${giver ? `stage "${giver.name}" gives only later` : "no stage gives"}`,
        giver ? `Put "${giver.name}" before "${s.name}" in STAGES.` : `Add a stage that gives "${need}".`,
      );
    }
    for (const give of s.gives) has.add(give);
  }
}
