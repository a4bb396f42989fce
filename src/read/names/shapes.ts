import type { Document } from "../../language/document.js";

/** How a sentence uses capitals. */
export const CASE = { mixed: 0, capitals: 1, none: 2, title: 3 } as const;

/** Shape of a token: what its capitals, digits and marks look like. */
export const SHAPE = {
  lower: 0,
  capital: 1,
  capitals: 2,
  initial: 3,
  inner: 4,
  digits: 5,
  digitsAndLetters: 6,
  mark: 7,
  hyphenated: 8,
  dotted: 9,
  single: 10,
  capitalDotted: 11,
} as const;

const UPPER = 1;
const LOWER = 2;

/** 1 for a capital, 2 for a small letter, 0 for anything else. */
function letterCase(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? UPPER : code >= 97 && code <= 122 ? LOWER : 0;
  if (code < 0xc0) return 0;
  const c = String.fromCharCode(code);
  if (c.toLowerCase() !== c) return UPPER;
  return c.toUpperCase() !== c || (code > 0x2af && /\p{L}/u.test(c)) ? LOWER : 0;
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

export function shapeOf(text: string, start: number, end: number): number {
  let plain = start;
  while (plain < end && isSmall(text.charCodeAt(plain))) plain++;
  if (plain === end) return SHAPE.lower;
  let upper = 0;
  let lower = plain - start;
  let digits = 0;
  let dots = 0;
  let hyphens = 0;
  for (let k = plain; k < end; k++) {
    const code = text.charCodeAt(k);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 46) dots++;
    else if (code === 45) hyphens++;
    else {
      const kind = letterCase(code);
      if (kind === UPPER) upper++;
      else if (kind === LOWER) lower++;
    }
  }
  if (upper + lower === 0) return digits > 0 ? SHAPE.digits : SHAPE.mark;
  if (digits > 0) return SHAPE.digitsAndLetters;
  if (upper === 0) return SHAPE.lower;
  const first = letterCase(text.charCodeAt(start)) === UPPER;
  if (dots > 0) return upper === 1 && lower === 0 ? SHAPE.initial : lower === 0 ? SHAPE.dotted : SHAPE.capitalDotted;
  if (hyphens > 0) return SHAPE.hyphenated;
  if (lower === 0) return upper === 1 ? SHAPE.single : SHAPE.capitals;
  return first && upper === 1 ? SHAPE.capital : SHAPE.inner;
}

/** Shapes of all tokens and, for each sentence, how it uses capitals. */
export interface Shapes {
  readonly shape: Uint8Array;
  readonly mode: Uint8Array;
}

export function shapesOf(doc: Document): Shapes {
  const shape = new Uint8Array(doc.length);
  for (let i = 0; i < doc.length; i++) shape[i] = shapeOf(doc.text, doc.start[i], doc.end[i]);
  const mode = new Uint8Array(doc.sentenceCount);
  const whole = isWithoutCapitals(shape) ? CASE.none : modeOf(doc, shape, 0, doc.length);
  for (let s = 0; s < doc.sentenceCount; s++) {
    const from = doc.sentenceStart[s];
    const to = doc.sentenceStart[s + 1];
    const own = modeOf(doc, shape, from, to);
    // A text without any capitals at all is written so; one sentence without them says nothing ("according to police.").
    mode[s] = whole === CASE.capitals ? whole : own === CASE.none && whole !== CASE.none ? CASE.mixed : own;
  }
  return { shape, mode };
}

/** Words below which a text is too short for a few capitals to say how it is written. */
const ENOUGH = 40;

/** Whether a text is written small but for a line or two ("This story is from March 12, 2002"). Printed news have a capital every 15 words. */
function isWithoutCapitals(shape: Uint8Array): boolean {
  let words = 0;
  let capital = 0;
  for (const kind of shape) {
    if (kind === SHAPE.lower) words++;
    else if (kind === SHAPE.capital || kind === SHAPE.inner || kind === SHAPE.hyphenated || kind === SHAPE.capitals) {
      words++;
      capital++;
    }
  }
  return words >= ENOUGH && capital < 0.03 * words;
}

function modeOf(doc: Document, shape: Uint8Array, from: number, to: number): number {
  let lower = 0;
  let capital = 0;
  let capitals = 0;
  let longLower = 0;
  for (let i = from; i < to; i++) {
    const kind = shape[i];
    if (kind === SHAPE.lower) {
      lower++;
      if (doc.end[i] - doc.start[i] >= 5) longLower++;
    } else if (kind === SHAPE.capital || kind === SHAPE.inner || kind === SHAPE.hyphenated) capital++;
    else if (kind === SHAPE.capitals && doc.end[i] - doc.start[i] >= 2) capitals++;
  }
  const all = lower + capital + capitals;
  if (all === 0) return CASE.mixed;
  if (capitals >= 0.8 * all && capitals >= 2) return CASE.capitals;
  if (capital + capitals === 0) return CASE.none;
  return all >= 3 && longLower * 5 <= capital + capitals && capital >= 2 ? CASE.title : CASE.mixed;
}
