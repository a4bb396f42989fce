import type { Span } from "../../base/span.js";
import { childWith, type Document, tokensIn } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import type { Decided } from "./decide.js";

/** Whose words they are where the tree lost the speaker: see each. */
export const REGAINED: readonly ((doc: Document, d: Decided) => Decided)[] = [withUpperSpeaker, withDescribed, withoutOpening];

/**
 * "said the city stood ready, but declined to say more", "denied that anyone had died and said they were well": the speaker of the first
 * verb, and not who is spoken of, where a comma or the tense sets the second verb apart from what is said.
 */
function withUpperSpeaker(doc: Document, d: Decided): Decided {
  const cue = d.cue.token;
  const inner = doc.head[cue];
  if (inner < 0 || inner > cue || doc.relation[cue] !== R.conj || !isFinite(doc, cue) || childWith(doc, cue, R.nsubj, R["nsubj:pass"]) >= 0)
    return d;
  const outer = doc.relation[inner] === R.ccomp ? doc.head[inner] : -1;
  if (outer < 0 || outer > inner || doc.upos[outer] !== U.VERB || doc.xpos[outer] === P.VB) return d;
  const speaker = childWith(doc, outer, R.nsubj);
  if (speaker < 0 || speaker > outer || speaker === d.source) return d;
  const and = childWith(doc, cue, R.cc);
  const isApart = and > inner && and < cue && (doc.upos[and - 1] === U.PUNCT || isPerfect(doc, inner) || doc.upos[inner] !== U.VERB);
  return isApart && d.source > outer ? { ...d, source: speaker } : d;
}

function isFinite(doc: Document, verb: number): boolean {
  return doc.xpos[verb] === P.VBD || doc.xpos[verb] === P.VBZ || doc.xpos[verb] === P.VBP || childWith(doc, verb, R.aux) >= 0;
}

/** "had died" beside "said". */
function isPerfect(doc: Document, verb: number): boolean {
  const aux = childWith(doc, verb, R.aux);
  return doc.xpos[verb] === P.VBN && aux >= 0 && doc.xpos[aux] === P.VBD;
}

/** "One former detainee, a student known only as Sho, told the group": who is named first, not what is said of him between commas. */
export function withDescribed(doc: Document, d: Decided): Decided {
  const { source } = d;
  const cue = d.cue.token;
  const comma = source < 0 || source > cue ? -1 : doc.left[source] - 1;
  if (comma < 1 || doc.xpos[comma] !== P[","] || doc.upos[doc.left[source]] !== U.DET || doc.sentence[comma] !== doc.sentence[cue])
    return d;
  const first = comma - 1;
  if (
    doc.upos[first] !== U.NOUN ||
    doc.relation[first] !== R.nsubj ||
    doc.relation[source] !== R.nsubj ||
    doc.head[first] !== doc.head[source]
  )
    return d;
  if (!hasComma(doc, source + 1, cue) || doc.left[first] !== doc.sentenceStart[doc.sentence[first]]) return d;
  const content = d.content.filter((c) => tokensIn(doc, c)[1] > comma || tokensIn(doc, c)[0] < doc.left[first]);
  return content.length > 0 ? { ...d, source: first, content, interposed: false } : d;
}

function hasComma(doc: Document, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (doc.xpos[k] === P[","]) return true;
  return false;
}

/** "Experts were divided: one said it met the threshold": what stands before the colon is no part of what one of them says. */
function withoutOpening(doc: Document, d: Decided): Decided {
  if (d.content.length < 2 || d.source < 0 || d.source > d.cue.token) return d;
  let colon = d.source - 1;
  const start = doc.sentenceStart[doc.sentence[d.source]];
  while (colon > start && d.source - colon < PHRASE_LENGTH && PHRASE.has(doc.upos[colon])) colon--;
  if (colon <= start || doc.xpos[colon] !== P[":"]) return d;
  const isBefore = (c: Span): boolean => tokensIn(doc, c)[1] <= colon + 1 && tokensIn(doc, c)[0] >= start;
  const content = d.content.filter((c) => !isBefore(c));
  return content.some((c) => c[0] > doc.start[d.cue.token]) ? { ...d, content } : d;
}

const PHRASE_LENGTH = 8;
const PHRASE = new Ids([U.DET, U.ADJ, U.NOUN, U.PROPN, U.NUM]);
