import { childWith, type Document, spanOf, tokensIn } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { wordsOf } from "../events/words.js";
import type { Decided } from "./decide.js";
import { CUE_KINDS } from "./lexicon.js";
import { tagAt } from "./tag.js";

const OF = vocabulary.id("of");
const NAMING = wordsOf("naming");

/** What was decided, with source and content as the words around them say. */
export function mended(doc: Document, d: Decided): Decided {
  return withoutSpeakersClause(doc, withReproach(doc, withNoun(doc, d)));
}

/** "An official who asked not to be named said ...": that is no statement. */
export function asksForSilence(doc: Document, { content }: Decided): boolean {
  return (
    content.length === 1 &&
    content.every((c) => {
      const [first, end] = tokensIn(doc, c);
      if (first + 3 >= doc.length || doc.upos[first] !== U.PART || doc.xpos[first + 1] !== P.TO) return false;
      for (let k = first + 2; k < Math.min(end, first + 5); k++) if (NAMING.has(doc.norm[k])) return true;
      return false;
    })
  );
}

/** "A person familiar with the talks said": the noun before the adjective. */
function withNoun(doc: Document, d: Decided): Decided {
  const before = d.source - 1;
  if (d.source < 1 || doc.upos[d.source] !== U.ADJ || doc.sentence[before] !== doc.sentence[d.source]) return d;
  return doc.upos[before] === U.NOUN ? { ...d, source: before } : d;
}

/** "was accused by prosecutors of hiding the knife": what stands behind the accuser. */
function withReproach(doc: Document, d: Decided): Decided {
  const cue = d.cue.token;
  if (CUE_KINDS[d.cue.row.kind] !== "accuse" || childWith(doc, cue, R["aux:pass"]) < 0 || d.content.some((c) => c[0] > doc.start[cue]))
    return d;
  for (const over of d.source > cue ? [cue, d.source] : [cue])
    for (let c = doc.firstChild[over]; c >= 0; c = doc.nextSibling[c])
      if (c > over && doc.norm[doc.left[c]] === OF) return { ...d, content: [...d.content, spanOf(doc, doc.left[c], doc.right[c])] };
  return d;
}

/** '"...," recalled Ana Ruiz, whose house was burned': what is told of the speaker is the outlet's word. */
function withoutSpeakersClause(doc: Document, d: Decided): Decided {
  const tag = tagAt(doc, d.cue.token);
  if (tag?.form !== 3) return d;
  const content = d.content.filter((c) => c[0] < doc.start[d.cue.token] || !isRelative(doc, tokensIn(doc, c)[0]));
  return content.length > 0 ? { ...d, content } : d;
}

function isRelative(doc: Document, i: number): boolean {
  return doc.xpos[i] === P.WP || doc.xpos[i] === P.WDT || doc.xpos[i] === P.WP$;
}
