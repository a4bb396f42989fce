import type { Document } from "./document.js";
import { R, U } from "./tags.js";
import { PAD, SHAPE_CAPITAL, SHAPE_MIXED, SHAPE_UPPER, type Workspace } from "./workspace.js";

/**
 * Hangs a hyphenated name on the noun behind it, where the parser took the name's first half for the head: in "arrested two Alfa-Beta
 * cadres" cadres were arrested. Joins
 * the halves of one that stands alone. Changes heads and labels in place. No words in small letters.
 */
export function mendCompounds(work: Workspace, doc: Pick<Document, "text" | "start" | "end">, from: number, upos: Uint8Array): void {
  const end = PAD + work.length;
  for (let i = PAD; i + 3 < end; i++) {
    const k = from + i - PAD;
    if (!isHyphen(doc, k + 1) || doc.end[k] !== doc.start[k + 1] || doc.end[k + 1] !== doc.start[k + 2]) continue;
    if (!isCapital(work.shape[i]) || !isCapital(work.shape[i + 2])) continue;
    if (!isNominal(upos[work.tag[i]]) || !isNominal(upos[work.tag[i + 2]])) continue;
    if (upos[work.tag[i + 3]] === U.NOUN) hangOn(work, i, i + 3);
    else if (upos[work.tag[i]] === U.PROPN && upos[work.tag[i + 2]] === U.PROPN) joinHalves(work, i, i + 2);
  }
}

/**
 * "Officers in Alfa-Beta declared": the second half of a name behind a preposition is of the first, whatever the parser hung it on (else
 * the country declares).
 */
function joinHalves(work: Workspace, first: number, last: number): void {
  const { head, label, length } = work;
  if (head[last] === first || isUnder(work, first, last)) return;
  let isBehind = false;
  for (let t = first - 1; t >= PAD && !isBehind && first - t <= NEAR; t--) isBehind = head[t] === first && label[t] === R.case;
  if (!isBehind) return;
  for (let t = PAD; t < PAD + length; t++) if (head[t] === last) head[t] = first;
  head[last] = head[last - 1] = first;
  label[last] = R.flat;
}

/** How far before a name its preposition stands. */
const NEAR = 3;

function isHyphen({ text, start, end }: Pick<Document, "text" | "start" | "end">, k: number): boolean {
  return end[k] - start[k] === 1 && text[start[k]] === "-";
}

/** Whether a word begins with a capital, in a sentence whose capitals say something. */
function isCapital(shape: number): boolean {
  return shape === SHAPE_CAPITAL || shape === SHAPE_UPPER || shape === SHAPE_MIXED;
}

const isNominal = (upos: number): boolean => upos === U.PROPN || upos === U.NOUN || upos === U.ADJ;

/** The name `[first, noun)` on the noun that it describes, with all that hung on it. */
function hangOn(work: Workspace, first: number, noun: number): void {
  const { head, label } = work;
  const isInside = (t: number): boolean => first <= t && t <= noun;
  if (work.head[first] === noun && isInside(head[noun - 1])) return;
  const top = [first, noun - 1].find((t) => !isInside(head[t]));
  if (top !== undefined) {
    if (isUnder(work, head[top], noun)) return;
    head[noun] = head[top];
    label[noun] = label[top];
  } else if (isInside(head[noun])) return;
  for (let t = PAD; t < PAD + work.length; t++) if (t < first || t > noun) if (head[t] >= first && head[t] < noun) head[t] = noun;
  for (let t = first; t < noun; t++) {
    head[t] = noun;
    label[t] = t === first + 1 ? R.punct : R.compound;
  }
}

/** Whether a token hangs, however far, on another. */
function isUnder({ head, length }: Workspace, t: number, above: number): boolean {
  for (let at = t, steps = 0; at < PAD + length && steps <= length; at = head[at], steps++) if (at === above) return true;
  return false;
}
