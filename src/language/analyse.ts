import { nameAcronyms } from "./acronyms.js";
import { mendAges } from "./ages.js";
import { readAsides } from "./asides.js";
import { mendAttachments } from "./attachments.js";
import type { TokenBuffer } from "./buffer.js";
import { mendCaptives } from "./captives.js";
import { mendClauses } from "./clauses.js";
import { mendClosing } from "./closing.js";
import { mendCompounds } from "./compounds.js";
import { breakCycles } from "./cycles.js";
import type { Document } from "./document.js";
import { mendFinite } from "./finite.js";
import { mendHeadlineVerbs } from "./headline-verbs.js";
import { hyphenedLemma } from "./hyphened.js";
import { mendMainVerb } from "./main-verbs.js";
import { type Analyser, analyser } from "./model.js";
import { mendObjects, mendObjectsOfParticiples } from "./objects.js";
import { mendOpeners } from "./openers.js";
import { mendParticiples } from "./participles.js";
import { mendReduced } from "./reduced.js";
import { mendRoots } from "./roots.js";
import { splitSentences } from "./sentences.js";
import { Spellings } from "./spellings.js";
import { mendStrays } from "./strays.js";
import { mendSubjects } from "./subjects.js";
import { mendSubordinates } from "./subordinates.js";
import { mendTags } from "./tag-pairs.js";
import { tokenise } from "./tokenise.js";
import { hidesCase, PAD, Workspace } from "./workspace.js";

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
  const shapes = new Uint8Array(doc.length);
  for (let i = 0; i < doc.length; i++) spellings.read(text, doc.start[i], doc.end[i], i, doc.norm, shapes);
  for (let s = 0; s < doc.sentenceCount; s++) readSentence(doc, shapes, tools, s);
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
  return doc;
}

const spellings = new Spellings();
const work = new Workspace();

function readSentence(doc: Draft, shapes: Uint8Array, tools: Analyser, s: number): void {
  const from = doc.sentenceStart[s];
  const n = doc.sentenceStart[s + 1] - from;
  work.begin(n);
  for (let k = 0; k < n; k++) {
    work.norm[PAD + k] = doc.norm[from + k];
    work.shape[PAD + k] = shapes[from + k];
  }
  const hidden = hidesCase(work, doc.text, doc.start, doc.end, from);
  if (!hidden) nameAcronyms(work);
  work.prepare(tools.lexemes, hidden);
  tools.tagger.tag(work);
  const parse = (): void => {
    mendHeadlineVerbs(work, tools);
    mendTags(work, tools);
    mendFinite(work, tools);
    tools.parser.parse(work);
  };
  if (!readAsides(work, tools, parse)) parse();
  mendCompounds(work, doc, from, tools.upos);
  mendRoots(work, tools.upos);
  mendClosing(work, tools);
  mendParticiples(work, tools);
  mendSubjects(work, tools);
  mendReduced(work, tools);
  mendMainVerb(work, tools);
  mendAges(work, tools);
  mendClauses(work, tools);
  mendObjects(work, tools);
  mendObjectsOfParticiples(work, tools);
  mendSubordinates(work, tools);
  mendCaptives(work, tools);
  mendAttachments(work, tools);
  mendStrays(work, tools);
  mendOpeners(work, tools);
  breakCycles(work);
  for (let k = 0; k < n; k++) {
    const i = from + k;
    const tag = work.tag[PAD + k];
    const head = work.head[PAD + k];
    doc.sentence[i] = s;
    doc.upos[i] = tools.upos[tag];
    doc.xpos[i] = tools.xpos[tag];
    const hyphened = hyphenedLemma(doc, i);
    doc.lemma[i] = hyphened < 0 ? tools.lemmatiser.lemma(doc.norm[i], doc.xpos[i]) : hyphened;
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
  // Subtrees are projective: what stands farthest to the left hangs on a chain of words each to the right of the one before.
  for (let i = from; i < to; i++) if (head[i] > i && left[i] < left[head[i]]) left[head[i]] = left[i];
  for (let i = to - 1; i >= from; i--) if (head[i] >= 0 && head[i] < i && right[i] > right[head[i]]) right[head[i]] = right[i];
}
