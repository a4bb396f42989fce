import type { Document } from "../../language/document.js";
import type { Findings } from "../findings.js";
import { type Statistics, statisticsOf } from "../statistics.js";
import { type Argument, argumentsOf } from "./arguments.js";
import { classesOf } from "./classes.js";
import { type EventLexicon, eventLexicon } from "./lexicon.js";
import { Lookups } from "./lookups.js";

export type Needs = Pick<
  Findings,
  "doc" | "report" | "partOf" | "names" | "times" | "quantities" | "places" | "actors" | "actorMentions" | "attributions"
>;

/** What every step of the stage looks at: the findings so far, word classes by token, and arguments, worked out once a trigger. */
export interface Context extends Needs {
  readonly lexicon: EventLexicon;
  readonly classes: Int32Array;
  readonly lookups: Lookups;
  readonly statistics: Statistics;
  /** Tokens that trigger an act of their own: what hangs on one belongs to it, not to what is above. */
  readonly actTokens: Set<number>;
  /** Arguments of a token; as a verb's where its row is a verb's, whatever its tag. */
  argumentsAt(token: number, verbal?: boolean): readonly Argument[];
}

export function contextOf(found: Needs): Context {
  const lexicon = eventLexicon();
  const cache = new Map<number, readonly Argument[]>();
  const doc: Document = found.doc;
  return {
    ...found,
    lexicon,
    actTokens: new Set(),
    classes: classesOf(doc, found.names, found),
    lookups: new Lookups(found),
    statistics: statisticsOf(found),
    argumentsAt(token, verbal = false) {
      const key = verbal ? -token - 1 : token;
      let known = cache.get(key);
      if (!known) {
        known = argumentsOf(doc, token, lexicon.light, verbal);
        cache.set(key, known);
      }
      return known;
    },
  };
}
