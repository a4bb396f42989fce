import { overlaps, type Span } from "../base/span.js";
import { loadTable } from "../lexicon/table.js";
import { sentencesOf } from "./sentences.js";

/** How a sentence says that a measure stands, with the sentence. */
export interface Step {
  readonly stands: string;
  readonly sentence: Span;
}

interface Words {
  readonly steps: RegExp;
  readonly stands: ReadonlyMap<string, string>;
  readonly notYet: RegExp;
}

let words: Words | null = null;

function table(): Words {
  if (words) return words;
  const { rows } = loadTable("proposal-steps");
  const any = (of: typeof rows): string =>
    [...of]
      .sort((a, b) => b.form.length - a.form.length)
      .map((r) => r.form)
      .join("|");
  words = {
    steps: new RegExp(`\\b(?:${any(rows.filter((r) => r.stands !== "not yet"))})\\b`, "giu"),
    stands: new Map(rows.map((r) => [r.form, r.stands])),
    notYet: new RegExp(`\\b(?:${any(rows.filter((r) => r.stands === "not yet"))}) *$`, "iu"),
  };
  return words;
}

/**
 * What the first sentence that tells of a measure and says how it stands says: reports begin with what is new. `null` where none does.
 *
 * @param called where the text calls the measure: the ban, the bill, what it would do
 */
export function stepIn(text: string, called: readonly Span[]): Step | null {
  for (const sentence of sentencesOf(text)) {
    const here = called.filter((c) => overlaps(c, sentence));
    const stands = here.length > 0 ? nearest(text, sentence, here) : null;
    if (stands !== null) return { stands, sentence };
  }
  return null;
}

/** "approved the proposed ban": a word between an article and what it describes says less than any other. */
const DESCRIBES = 1000;

function nearest(text: string, sentence: Span, called: readonly Span[]): string | null {
  const { steps, stands, notYet } = table();
  let best: { readonly far: number; readonly stands: string } | null = null;
  for (const found of text.slice(sentence[0], sentence[1]).matchAll(steps)) {
    const at = sentence[0] + found.index;
    const span: Span = [at, at + found[0].length];
    if (notYet.test(text.slice(sentence[0], at))) continue;
    const describes = articles().has(/(\S+) $/u.exec(text.slice(sentence[0], at))?.[1].toLowerCase() ?? "");
    const far = Math.min(...called.map((c) => Math.max(0, c[0] - span[1], span[0] - c[1]))) + (describes ? DESCRIBES : 0);
    if (best === null || far < best.far) best = { far, stands: stands.get(found[0].toLowerCase()) ?? "proposed" };
  }
  return best?.stands ?? null;
}

let determiners: ReadonlySet<string> | null = null;

function articles(): ReadonlySet<string> {
  determiners ??= new Set([
    ...loadTable("toll-parts").rows.flatMap((r) => (r.kind === "definite" || r.kind === "indefinite" ? [r.norm] : [])),
    ...loadTable("pronouns").rows.flatMap((r) => (r.case === "possessive" ? [r.word] : [])),
  ]);
  return determiners;
}
