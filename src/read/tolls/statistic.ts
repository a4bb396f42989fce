import { childWith, type Document } from "../../language/document.js";
import { P, R } from "../../language/tags.js";
import { wordsOf } from "../events/words.js";
import type { EventFinding, Findings } from "../findings.js";
import { statisticsOf } from "../statistics.js";
import type { Candidate } from "./candidate.js";

type Needs = Pick<Findings, "doc" | "times" | "quantities" | "partOf" | "events">;

/** Effects of which statistics are kept: what an authority did so and so often is its act all the same. */
const KEPT: ReadonlySet<string> = new Set(["killed", "injured", "missing", "affected", "abducted"]);

/**
 * Whether a number of people harmed stands in a sentence of statistics that tells of no act of its own: "1.80 lakh people died in road
 * accidents in 2024, compared with 1.72 lakh in 2023". Not "a raid left five dead, the most since 2021".
 */
export function isOfStatistics(found: Needs, c: Candidate): boolean {
  const { doc } = found;
  if (!KEPT.has(c.word.effect) || (c.count.low ?? c.count.high ?? 0) < 2) return false;
  if (statisticsOf(found).gradeAt(doc, c.token) === "none") return false;
  return !actsIn(found.events, doc).has(doc.sentence[c.token]);
}

const known = new WeakMap<readonly EventFinding[], ReadonlySet<number>>();

/** Sentences that tell of a harmful act that a report makes an event of. Not one only that numbers are counted since. */
function actsIn(events: readonly EventFinding[], doc: Document): ReadonlySet<number> {
  const before = known.get(events);
  if (before) return before;
  const acts = new Set(
    events.flatMap((e) =>
      /^(violence|hazard|unrest)\./.test(e.type) ? e.triggers.filter((t) => !isSince(doc, t)).map((t) => doc.sentence[t]) : [],
    ),
  );
  known.set(events, acts);
  return acts;
}

/** "since the coup". */
function isSince(doc: Document, t: number): boolean {
  const mark = childWith(doc, t, R.case);
  return mark >= 0 && SINCE.has(doc.norm[mark]) && doc.xpos[mark] === P.IN;
}

const SINCE = wordsOf("since-when");
