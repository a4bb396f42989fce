import type { TokenBuffer } from "./buffer.js";
import type { Document } from "./document.js";
import { type Analyser, analyser } from "./model.js";
import { normalise } from "./normalise.js";
import { mendRoots } from "./roots.js";
import { splitSentences } from "./sentences.js";
import { tokenise } from "./tokenise.js";
import { vocabulary } from "./vocabulary.js";
import { hidesCase, PAD, shapeOf, Workspace } from "./workspace.js";

/** A Document whose columns are still being filled. */
type Draft = { -readonly [K in keyof Document]: Document[K] };

/**
 * Reads a text as English: tokens, sentences, tags, lemmas and dependency trees. `breaks` are offsets at which a sentence must end
 * (ends of parts), in rising order. The same text always gives the same document.
 */
export function analyse(text: string, breaks: readonly number[] = []): Document {
  const tools = analyser();
  const tokens = tokenise(text);
  const doc = draft(text, tokens, splitSentences(text, tokens, breaks));
  for (let s = 0; s < doc.sentenceCount; s++) readSentence(doc, tools, s);
  return doc;
}

function draft(text: string, tokens: TokenBuffer, sentenceStart: Int32Array): Draft {
  const n = tokens.length;
  const doc: Draft = {
    text,
    length: n,
    start: tokens.start.slice(0, n),
    end: tokens.end.slice(0, n),
    norm: new Int32Array(n),
    lemma: new Int32Array(n),
    upos: new Uint8Array(n),
    xpos: new Uint8Array(n),
    head: new Int32Array(n),
    relation: new Uint8Array(n),
    firstChild: new Int32Array(n).fill(-1),
    nextSibling: new Int32Array(n).fill(-1),
    left: new Int32Array(n),
    right: new Int32Array(n),
    sentence: new Int32Array(n),
    sentenceStart,
    sentenceCount: Math.max(0, sentenceStart.length - 1),
  };
  for (let i = 0; i < n; i++) doc.norm[i] = normId(text.slice(doc.start[i], doc.end[i]));
  return doc;
}

const norms = new Map<string, number>();
const MOST_NORMS = 1_000_000;

/** Vocabulary id of a token's norm; each spelling is made plain once. */
function normId(word: string): number {
  const known = norms.get(word);
  if (known !== undefined) return known;
  const id = vocabulary.id(normalise(word));
  if (norms.size < MOST_NORMS) norms.set(word, id);
  return id;
}

const work = new Workspace();

function readSentence(doc: Draft, tools: Analyser, s: number): void {
  const from = doc.sentenceStart[s];
  const n = doc.sentenceStart[s + 1] - from;
  work.begin(n);
  for (let k = 0; k < n; k++) {
    work.norm[PAD + k] = doc.norm[from + k];
    work.shape[PAD + k] = shapeOf(doc.text, doc.start[from + k], doc.end[from + k]);
  }
  work.prepare(tools.lexemes, hidesCase(work, doc.text, doc.start, doc.end, from));
  tools.tagger.tag(work);
  tools.parser.parse(work);
  mendRoots(work, tools.upos);
  for (let k = 0; k < n; k++) {
    const i = from + k;
    const tag = work.tag[PAD + k];
    const head = work.head[PAD + k];
    doc.sentence[i] = s;
    doc.upos[i] = tools.upos[tag];
    doc.xpos[i] = tools.xpos[tag];
    doc.lemma[i] = tools.lemmatiser.lemma(doc.norm[i], doc.xpos[i]);
    doc.head[i] = head === PAD + n ? -1 : from + head - PAD;
    doc.relation[i] = work.label[PAD + k];
  }
  linkTree(doc, from, from + n);
}

/** Fills children and subtree bounds of the sentence `[from, to)` from its heads. */
function linkTree(doc: Draft, from: number, to: number): void {
  const { head, firstChild, nextSibling, left, right } = doc;
  for (let i = to - 1; i >= from; i--) {
    left[i] = i;
    right[i] = i;
    const h = head[i];
    if (h < 0) continue;
    nextSibling[i] = firstChild[h];
    firstChild[h] = i;
  }
  // Subtrees are projective, so that bounds grow outward: repeat until nothing moves (a handful of sweeps at most).
  for (let moved = true; moved; ) {
    moved = false;
    for (let i = from; i < to; i++) {
      const h = head[i];
      if (h < 0) continue;
      if (left[i] < left[h]) {
        left[h] = left[i];
        moved = true;
      }
      if (right[i] > right[h]) {
        right[h] = right[i];
        moved = true;
      }
    }
  }
}
