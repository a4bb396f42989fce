import type { Lexemes } from "../lexemes.js";
import { normalise } from "../normalise.js";
import { vocabulary } from "../vocabulary.js";
import { hidesCase, PAD, shapeOf, type Workspace } from "../workspace.js";
import type { GoldSentence } from "./conllu.js";
import type { TagPairs } from "./count-lexicon.js";
import { type GoldTree, goldTree } from "./oracle.js";

/** A gold sentence made ready for training: integer columns only. */
export interface Example {
  readonly length: number;
  readonly norms: Int32Array;
  readonly shapes: Int32Array;
  readonly hidden: boolean;
  readonly tags: Int32Array;
  readonly tree: GoldTree;
  /** The tree without the last token, where that is a full stop or the like on which nothing hangs. */
  readonly unstopped: GoldTree | null;
}

export function exampleOf(s: GoldSentence, pairs: TagPairs): Example {
  const length = s.forms.length;
  const last = length - 1;
  const stopped = length > 3 && /^[.!?]+$/.test(s.forms[last]) && s.heads[last] >= 0 && !s.heads.includes(last);
  return {
    length,
    norms: Int32Array.from(s.forms, (form) => vocabulary.id(normalise(form))),
    shapes: Int32Array.from(s.forms, (form) => shapeOf(form, 0, form.length)),
    hidden: sentenceHidesCase(s),
    tags: Int32Array.from(s.forms, (_, i) => pairs.find(s.upos[i], s.xpos[i])),
    tree: goldTree(s.heads, s.relations),
    unstopped: stopped ? goldTree(s.heads.slice(0, last), s.relations.slice(0, last)) : null,
  };
}

const scratch = { length: 0, shape: new Int32Array(1024) } as unknown as Workspace;

function sentenceHidesCase(s: GoldSentence): boolean {
  const text = s.forms.join(" ");
  const start: number[] = [];
  const end: number[] = [];
  let at = 0;
  for (const form of s.forms) {
    start.push(at);
    end.push(at + form.length);
    at += form.length + 1;
  }
  scratch.length = s.forms.length;
  s.forms.forEach((form, i) => {
    scratch.shape[PAD + i] = shapeOf(form, 0, form.length);
  });
  return hidesCase(scratch, text, start, end, 0);
}

/** Puts an example into the workspace, with its case hidden or its final stop left out as asked. */
export function load(work: Workspace, lexemes: Lexemes, example: Example, { hide, unstop }: { hide: boolean; unstop: boolean }): void {
  const length = unstop && example.unstopped ? example.length - 1 : example.length;
  work.begin(length);
  work.norm.set(example.norms.subarray(0, length), PAD);
  work.shape.set(example.shapes.subarray(0, length), PAD);
  work.prepare(lexemes, hide || example.hidden);
}
