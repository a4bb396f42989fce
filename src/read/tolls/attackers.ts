import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import type { Candidate } from "./candidate.js";
import { partWord } from "./parts.js";
import { groupOf } from "./people.js";

/** How far from the toll word and from the word of inclusion the attackers may stand, in tokens. */
const REACH = 10;
const PHRASE_REACH = 4;

/**
 * Whether the text says that attackers are in the count ("12 people, including the bomber": true) or out of it ("not counting the
 * attackers": false); null where it does not say.
 */
export function attackersIn(doc: Document, c: Candidate): boolean | null {
  const end = doc.sentenceStart[doc.sentence[c.token] + 1];
  const last = Math.min(end, Math.max(c.token, c.head) + REACH);
  for (let k = Math.min(c.token, c.head) + 1; k < last; k++) {
    const kind = partWord(doc.norm[k]);
    if (kind !== "part" && kind !== "without") continue;
    for (let t = k + 1; t < end && t <= k + PHRASE_REACH; t++) {
      if (doc.upos[t] === U.PUNCT || doc.upos[t] === U.VERB) break;
      if (groupOf(doc, t) === "attackers") return kind === "part" && partWord(doc.norm[k - 1]) !== "undone";
    }
  }
  return null;
}
