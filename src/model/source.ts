import type { Note } from "./reading.js";

/** What somebody who hands in a report says about it. Unknown is `null`. */
export interface Given {
  readonly published: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
}

/** One report's bytes, decoded, before anybody looked at what they say. Not a Report yet: an HTML page still has its tags. */
export interface Source {
  /** Where it came from, for messages: a path, `-`, or a path with a line number. */
  readonly name: string;
  /** The `id` that a JSONL line had. */
  readonly inputId: string | null;
  readonly format: "text" | "html";
  readonly raw: string;
  /** SHA-256 of what came in. */
  readonly bytes: string;
  readonly given: Given;
  /** What a person should know about how it was decoded. */
  readonly notes: readonly Note[];
}
