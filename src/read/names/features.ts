import type { Document } from "../../language/document.js";
import { vocabulary } from "../../language/vocabulary.js";
import { CASE, type Shapes } from "./shapes.js";
import { words } from "./words.js";

/**
 * Features of the name tagger, as 32-bit hashes (0 never). They come in two kinds: those of a word at an offset, whatever the sentence
 * (their sum is remembered for each word), and those of a token in its sentence and report. After Ratinov and Roth (2009): word,
 * affixes, shape, word classes, tables, and how the same word stands elsewhere in the report.
 */

/** Offsets of the words whose features a token sees. */
export const OFFSETS = [0, -1, 1, -2, 2] as const;

/** Where features are put: a buffer and how many it holds. */
export interface Sink {
  readonly ids: Int32Array;
  size: number;
}

export function sink(): Sink {
  return { ids: new Int32Array(128), size: 0 };
}

function mix(template: number, a: number, b = 0): number {
  let h = Math.imul(template + 0x9e37, 0x85ebca6b) ^ a;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ b ^ (h >>> 15), 0x846ca68b);
  h ^= h >>> 16;
  return h === 0 ? 1 : h;
}

/** Appends the features of word `v` at `OFFSETS[slot]`; `v` is -1 beyond the sentence. */
export function wordFeatures(v: number, slot: number, out: Sink): void {
  const base = slot * 32;
  if (v < 0) {
    out.ids[out.size++] = mix(base, 1);
    return;
  }
  const flags = words.flags[v];
  out.ids[out.size++] = mix(base + 1, words.hash[v]);
  out.ids[out.size++] = mix(base + 2, words.fine[v]);
  out.ids[out.size++] = mix(base + 3, words.coarse[v]);
  out.ids[out.size++] = mix(base + 4, flags);
  for (let bit = 0; bit < 24; bit++) if (flags & (1 << bit)) out.ids[out.size++] = mix(base + 5, bit);
  if (slot > 2) return;
  const word = vocabulary.of(v);
  const size = word.length;
  for (let k = slot === 0 ? 1 : 3; k <= (slot === 0 ? 4 : 3); k++) {
    if (size <= k) break;
    out.ids[out.size++] = mix(base + 5 + k, hashPart(word, size - k, size));
    if (slot === 0) out.ids[out.size++] = mix(base + 10 + k, hashPart(word, 0, k));
  }
  if (slot === 0) out.ids[out.size++] = mix(base + 16, Math.min(size, 12));
}

function hashPart(word: string, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h;
}

/** What the features of tokens need besides the columns, worked out once a report. */
export interface Surroundings extends Shapes {
  /** For each token, how its word stands elsewhere in the report: bits of ELSEWHERE. */
  readonly elsewhere: Uint8Array;
  /** For each token, what table of names with several words it stands in: kind * 4 + BILOU position + 1; 0 for none. */
  readonly phrase: Uint8Array;
  /** 1 for tokens that are surely no names: small letters, digits and marks in a text that uses capitals, away from any. */
  readonly plain: Uint8Array;
  /** For each token, the label that the first pass gave most often to the same word elsewhere in the report, and whether often; 0 in the first pass. */
  readonly before: Uint8Array | null;
}

const TOKEN = 200;

/** Appends the features of token `i` in its sentence and report; at most 40. */
export function tokenFeatures(doc: Document, around: Surroundings, i: number, out: Sink): void {
  const s = doc.sentence[i];
  const from = doc.sentenceStart[s];
  const to = doc.sentenceStart[s + 1];
  const mode = around.mode[s];
  const { shape } = around;
  const a = i > from ? doc.norm[i - 1] : -1;
  const b = doc.norm[i];
  const c = i + 1 < to ? doc.norm[i + 1] : -1;
  const here = shape[i] * 4 + mode;
  const left = i > from ? shape[i - 1] : 15;
  const right = i + 1 < to ? shape[i + 1] : 15;
  const first = i === from ? 1 : 0;
  const fine = words.fine[b];
  const coarse = words.coarse[b];
  const fineLeft = a < 0 ? -1 : words.fine[a];
  const fineRight = c < 0 ? -1 : words.fine[c];
  const hash = words.hash[b];
  const hashLeft = a < 0 ? 7 : words.hash[a];
  const hashRight = c < 0 ? 7 : words.hash[c];
  out.ids[out.size++] = mix(TOKEN, here, first);
  out.ids[out.size++] = mix(TOKEN + 1, here * 16 + left, first);
  out.ids[out.size++] = mix(TOKEN + 2, here * 16 + right);
  out.ids[out.size++] = mix(TOKEN + 3, (here * 16 + left) * 16 + right);
  out.ids[out.size++] = mix(TOKEN + 4, fine, here);
  out.ids[out.size++] = mix(TOKEN + 5, coarse, here * 2 + first);
  out.ids[out.size++] = mix(TOKEN + 6, hash, mode === CASE.mixed ? here : 64 + mode);
  out.ids[out.size++] = mix(TOKEN + 7, hashLeft, hash);
  out.ids[out.size++] = mix(TOKEN + 8, hash, hashRight);
  out.ids[out.size++] = mix(TOKEN + 9, fineLeft, fine);
  out.ids[out.size++] = mix(TOKEN + 10, fine, fineRight);
  out.ids[out.size++] = mix(TOKEN + 11, fineLeft * 64 + here, fineRight);
  out.ids[out.size++] = mix(TOKEN + 12, hashLeft, here * 16 + right);
  out.ids[out.size++] = mix(TOKEN + 13, hashRight, here * 16 + left);
  out.ids[out.size++] = mix(TOKEN + 14, words.flags[b], here);
  out.ids[out.size++] = mix(TOKEN + 15, a < 0 ? 0 : words.flags[a], words.flags[b]);
  out.ids[out.size++] = mix(TOKEN + 16, words.flags[b], c < 0 ? 0 : words.flags[c]);
  out.ids[out.size++] = mix(TOKEN + 17, doc.xpos[i], mode);
  out.ids[out.size++] = mix(TOKEN + 18, doc.upos[i] * 32 + (i > from ? doc.upos[i - 1] : 31), mode);
  out.ids[out.size++] = mix(TOKEN + 19, doc.upos[i] * 32 + (i + 1 < to ? doc.upos[i + 1] : 31), mode);
  out.ids[out.size++] = mix(TOKEN + 20, around.elsewhere[i], here * 2 + first);
  out.ids[out.size++] = mix(TOKEN + 21, hashLeft, hashRight);
  const phrase = around.phrase[i];
  if (phrase > 0) {
    out.ids[out.size++] = mix(TOKEN + 22, phrase, mode);
    out.ids[out.size++] = mix(TOKEN + 23, phrase, shape[i]);
  }
  syntaxFeatures(doc, i, here, out);
  const before = around.before;
  if (before === null) return;
  out.ids[out.size++] = mix(TOKEN + 30, before[i]);
  out.ids[out.size++] = mix(TOKEN + 31, before[i], here * 2 + first);
}

/** What `tokenFeatures` appends, in its order, in words. */
export function namesOfTokenFeatures(doc: Document, around: Surroundings, i: number): readonly string[] {
  return [
    ...ALWAYS,
    ...(around.phrase[i] > 0 ? ["table of names", "table of names, shape"] : []),
    "relation, shape",
    ...(doc.head[i] < 0 ? [] : ["head, relation", "head's class, relation", "head's tables, relation"]),
    ...(around.before === null ? [] : ["called elsewhere in the report", "called elsewhere, shape"]),
  ];
}

const ALWAYS = [
  "shape",
  "shape, shape before",
  "shape, shape after",
  "shape, shapes beside it",
  "class, shape",
  "wide class, shape",
  "word, shape",
  "word before, word",
  "word, word after",
  "class before, class",
  "class, class after",
  "classes beside it, shape",
  "word before, shape",
  "word after, shape",
  "tables, shape",
  "tables before, tables",
  "tables, tables after",
  "tag",
  "tag before, tag",
  "tag, tag after",
  "how it stands elsewhere in the report",
  "words beside it",
];

/** What a token hangs on, and the word at the top of its run of names. */
function syntaxFeatures(doc: Document, i: number, here: number, out: Sink): void {
  const head = doc.head[i];
  const relation = doc.relation[i];
  out.ids[out.size++] = mix(TOKEN + 24, relation, here);
  if (head < 0) return;
  const v = doc.lemma[head];
  out.ids[out.size++] = mix(TOKEN + 25, words.hash[v], relation);
  out.ids[out.size++] = mix(TOKEN + 26, words.fine[doc.norm[head]], relation);
  out.ids[out.size++] = mix(TOKEN + 27, words.flags[doc.norm[head]], relation);
}
