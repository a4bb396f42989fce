import type { TokenBuffer } from "./buffer.js";
import type { Document } from "./document.js";
import { splitSentences } from "./sentences.js";
import { R, U } from "./tags.js";
import { tokenise } from "./tokenise.js";
import { vocabulary } from "./vocabulary.js";

export { tokenise } from "./tokenise.js";

/**
 * Reads a text as English: tokens, sentences, tags, lemmas and dependency trees. `breaks` are offsets at which a sentence must end
 * (ends of parts), in rising order. The same text always gives the same document.
 */
export function analyse(text: string, breaks: readonly number[] = []): Document {
  const tokens = tokenise(text);
  const sentenceStart = splitSentences(text, tokens, breaks);
  return build(text, tokens, sentenceStart);
}

function build(text: string, tokens: TokenBuffer, sentenceStart: Int32Array): Document {
  const n = tokens.length;
  const doc: Document = {
    text,
    length: n,
    start: tokens.start.slice(0, n),
    end: tokens.end.slice(0, n),
    norm: new Int32Array(n),
    lemma: new Int32Array(n),
    upos: new Uint8Array(n).fill(U.X),
    xpos: new Uint8Array(n),
    head: new Int32Array(n).fill(-1),
    relation: new Uint8Array(n).fill(R.dep),
    firstChild: new Int32Array(n).fill(-1),
    nextSibling: new Int32Array(n).fill(-1),
    left: new Int32Array(n),
    right: new Int32Array(n),
    sentence: new Int32Array(n),
    sentenceStart,
    sentenceCount: sentenceStart.length - 1,
  };
  for (let s = 0; s < doc.sentenceCount; s++) {
    for (let i = sentenceStart[s]; i < sentenceStart[s + 1]; i++) {
      doc.sentence[i] = s;
      doc.left[i] = i;
      doc.right[i] = i;
      doc.norm[i] = vocabulary.id(normalise(text.slice(doc.start[i], doc.end[i])));
      doc.lemma[i] = doc.norm[i];
      if (i > sentenceStart[s]) doc.head[i] = sentenceStart[s];
    }
  }
  return doc;
}

/** A token in lower case with quotes and dashes made plain. */
export function normalise(word: string): string {
  const lower = word.toLowerCase();
  for (let i = 0; i < lower.length; i++) if (lower.charCodeAt(i) > 0x7f) return plain(lower);
  return lower;
}

function plain(word: string): string {
  return word
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/\u2013|\u2014/g, "--")
    .replace(/\u2026/g, "...")
    .replace(/[\u00ad\u200c\u200d]/g, "");
}
