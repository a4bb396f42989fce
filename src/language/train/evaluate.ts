import type { Analyser } from "../model.js";
import { normalise } from "../normalise.js";
import { mendRoots } from "../roots.js";
import { vocabulary } from "../vocabulary.js";
import { hidesCase, PAD, shapeOf, Workspace } from "../workspace.js";
import type { GoldSentence } from "./conllu.js";

/** Shares of tokens that are right, in percent; punctuation counts. */
export interface Accuracy {
  readonly upos: number;
  readonly xpos: number;
  readonly lemma: number;
  readonly uas: number;
  readonly las: number;
}

/** Measures an analyser on gold tokens and sentences with its own tags. */
export function evaluate(analyser: Analyser, sentences: readonly GoldSentence[]): Accuracy {
  const work = new Workspace();
  let tokens = 0;
  let upos = 0;
  let xpos = 0;
  let lemma = 0;
  let uas = 0;
  let las = 0;
  for (const s of sentences) {
    const n = s.forms.length;
    readForms(work, analyser, s);
    analyser.tagger.tag(work);
    analyser.parser.parse(work);
    mendRoots(work, analyser.upos);
    for (let k = 0; k < n; k++) {
      const i = PAD + k;
      tokens++;
      if (analyser.upos[work.tag[i]] === s.upos[k]) upos++;
      if (analyser.xpos[work.tag[i]] === s.xpos[k]) xpos++;
      if (vocabulary.of(analyser.lemmatiser.lemma(work.norm[i], analyser.xpos[work.tag[i]])) === normalise(s.lemmas[k])) lemma++;
      const head = work.head[i] === PAD + n ? -1 : work.head[i] - PAD;
      if (head !== s.heads[k]) continue;
      uas++;
      if (work.label[i] === s.relations[k]) las++;
    }
  }
  const share = (right: number) => Math.round((right / tokens) * 10_000) / 100;
  return { upos: share(upos), xpos: share(xpos), lemma: share(lemma), uas: share(uas), las: share(las) };
}

function readForms(work: Workspace, analyser: Analyser, s: GoldSentence): void {
  const text = s.forms.join(" ");
  const start: number[] = [];
  const end: number[] = [];
  let at = 0;
  work.begin(s.forms.length);
  s.forms.forEach((form, k) => {
    start.push(at);
    end.push(at + form.length);
    at += form.length + 1;
    work.norm[PAD + k] = vocabulary.id(normalise(form));
    work.shape[PAD + k] = shapeOf(form, 0, form.length);
  });
  work.prepare(analyser.lexemes, hidesCase(work, text, start, end, 0));
}

/** The same sentences in capitals. */
export function upperCased(sentences: readonly GoldSentence[]): GoldSentence[] {
  return sentences.map((s) => ({ ...s, text: s.text.toUpperCase(), forms: s.forms.map((form) => form.toUpperCase()) }));
}
