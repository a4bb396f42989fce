import type { Statement } from "../model/reading.js";
import { classesOf } from "./events/classes.js";
import { stage } from "./stage.js";
import type { Candidate } from "./tolls/candidate.js";
import { candidates } from "./tolls/candidates.js";
import { indexEvents } from "./tolls/link.js";
import { toldOnce } from "./tolls/once.js";
import { reckoned } from "./tolls/reckon.js";
import { type Needs, Teller } from "./tolls/teller.js";

/**
 * Statements of kind `toll`: how many people or things an event is said to have harmed or touched, each count as it was said, by
 * whom. Not the sum of them: a breakdown is a toll of its own, part of its total.
 */
export const tolls = stage({
  name: "tolls",
  needs: ["report", "doc", "partOf", "names", "quantities", "actors", "attributions", "events", "lead", "times"],
  gives: ["tolls"],
  run(found) {
    return { tolls: tollsOf(found) };
  },
});

function tollsOf(found: Needs): readonly Statement[] {
  const told = toldOf(found);
  return toldOnce(told, reckoned(found, told));
}

/** Every toll as its own words tell it, before the report as a whole is weighed. */
export function toldOf(found: Needs): Teller {
  const index = indexEvents(found.events, found.lead);
  const told = new Teller({ ...found, classes: classesOf(found.doc, found.names) }, index);
  const all = candidates(told.found);
  // deaths before injuries: an injury told of somebody who died is no injury of the toll; totals before their parts
  const rank = (c: Candidate): number =>
    (c.word.mark === "hint" ? 6 : c.word.effect === "killed" ? 0 : c.word.mark === "weak" ? 4 : 2) +
    ((c.count.low ?? c.count.high ?? 0) >= 2 ? 0 : 1);
  told.tellAll(all, RANKS, rank);
  told.tellVictims();
  return told;
}

const RANKS = 8;
