import type { EventFinding } from "../findings.js";
import type { Candidate } from "./candidate.js";

/** A candidate with the event that it was tied to and what came of it. */
export interface Entry {
  readonly c: Candidate;
  readonly event: EventFinding | null;
  /** Whether it counts over a period and not for one act. */
  readonly ofPeriod: boolean;
  /** Id of the toll that it told, or null where it told nothing. */
  readonly told: string | null;
}
