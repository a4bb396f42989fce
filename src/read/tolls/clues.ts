import { type Document, normOf } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Findings } from "../findings.js";
import { ordinalOf } from "./ordinals.js";
import { partWord } from "./parts.js";
import { tollWordAt } from "./words.js";

/**
 * Numbers that a report gives away without counting the dead or the hurt: "a triple shooting", "a fourth victim", "two counts of
 * murder", "both were taken to hospital". They bear out what is counted elsewhere and tell no toll; 0 where there is none.
 */
export interface Clues {
  /** "a triple shooting": people shot. */
  readonly acts: number;
  /** "a double homicide": people killed. */
  readonly deaths: number;
  /** "a fourth victim" */
  readonly ordinal: number;
  /** "the three victims", "both victims" */
  readonly victims: number;
  /** Numbers that look back, beside a word of death; of an injury or a hospital; beside neither. */
  readonly backDead: number;
  readonly backHurt: number;
  readonly back: number;
  /** "two counts of murder"; "of attempted murder", "of assault". */
  readonly murders: number;
  readonly attempts: number;
}

interface Clue {
  readonly kinds: ReadonlySet<string>;
  readonly number: number;
}

let table: Map<number, Clue> | null = null;

function clues(): Map<number, Clue> {
  if (table) return table;
  table = new Map();
  for (const row of loadTable("toll-clues").rows) {
    const lemma = vocabulary.id(row.lemma);
    const known = table.get(lemma);
    table.set(lemma, { kinds: new Set([...(known?.kinds ?? []), row.kind]), number: Number(row.number || known?.number || 0) });
  }
  return table;
}

function clueAt(doc: Document, k: number): Clue | undefined {
  return k >= 0 && k < doc.length ? clues().get(doc.lemma[k]) : undefined;
}

/** How far the noun may stand behind its multiple, ordinal or number; what was charged behind its count. */
const REACH = 3;
const CHARGE_REACH = 7;

type Numbers = { -readonly [K in keyof Clues]: Clues[K] };

export function cluesOf({ doc, quantities }: Pick<Findings, "doc" | "quantities">): Clues {
  const n: Numbers = { acts: 0, deaths: 0, ordinal: 0, victims: 0, backDead: 0, backHurt: 0, back: 0, murders: 0, attempts: 0 };
  const most = (kind: keyof Clues, number: number): void => {
    if (number > n[kind]) n[kind] = number;
  };
  for (let i = 0; i < doc.length; i++) {
    const clue = clueAt(doc, i);
    if (!clue) {
      // "an 8th teen was hit"
      const nth = doc.upos[i] === U.ADJ ? ordinalOf(doc, i) : 0;
      if (nth > 1 && nth <= MANY && nounAfter(doc, i, "person") >= 0) most("ordinal", nth);
      continue;
    }
    if (clue.kinds.has("multiple")) multiplied(doc, i, most);
    else if (clue.kinds.has("ordinal") && nounAfter(doc, i, "person") >= 0) most("ordinal", clue.number);
    else if (clue.kinds.has("back")) lookingBack(doc, i, i, clue.number, most);
  }
  for (const { tokens, count } of quantities) {
    const number = count.low ?? 0;
    if (number < 1 || number > MANY || count.unit !== null) continue;
    const last = tokens[1] - 1;
    if (clueAt(doc, tokens[1])?.kinds.has("count")) charged(doc, tokens[1], number, most);
    else if (tokens[0] > 0 && partWord(doc.norm[tokens[0] - 1]) === "definite" && number > 1)
      lookingBack(doc, tokens[0], last, number, most);
  }
  return n;
}

/** Numbers above which nothing is given away. */
const MANY = 60;

type Most = (kind: keyof Clues, number: number) => void;

function nounAfter(doc: Document, i: number, kind: string): number {
  const end = Math.min(doc.sentenceStart[doc.sentence[i] + 1], i + 1 + REACH);
  for (let k = i + 1; k < end; k++) {
    if (clueAt(doc, k)?.kinds.has(kind)) return k;
    const tag = doc.upos[k];
    if (tag === U.VERB || tag === U.ADP || tag === U.SCONJ || tag === U.CCONJ) return -1;
  }
  return -1;
}

function multiplied(doc: Document, i: number, most: Most): void {
  const m = multipleAt(doc, i);
  if (m) most(m.deaths ? "deaths" : "acts", m.number);
}

/** "a triple shooting": the number, the noun of the act and whether it says that they died; null where no act is multiplied at `i`. */
export function multipleAt(doc: Document, i: number): { readonly number: number; readonly act: number; readonly deaths: boolean } | null {
  const clue = clueAt(doc, i);
  if (!clue?.kinds.has("multiple")) return null;
  const dead = nounAfter(doc, i, "deaths");
  const act = dead >= 0 ? dead : nounAfter(doc, i, "act");
  return act < 0 ? null : { number: clue.number, act, deaths: dead >= 0 };
}

/** "both", "the two men": with a word of their sentence that says how they fared. */
function lookingBack(doc: Document, from: number, last: number, number: number, most: Most): void {
  if (nounAfter(doc, last, "person") >= 0 && normOf(doc, nounAfter(doc, last, "person")).startsWith("victim")) most("victims", number);
  const s = doc.sentence[from];
  let [dead, hurt] = [false, false];
  for (let k = doc.sentenceStart[s]; k < doc.sentenceStart[s + 1]; k++) {
    const word = tollWordAt(doc, k);
    if (word?.effect === "killed") dead = true;
    else if (word?.effect === "injured") hurt = true;
  }
  most(dead ? "backDead" : hurt ? "backHurt" : "back", number);
}

function charged(doc: Document, i: number, number: number, most: Most): void {
  const end = Math.min(doc.sentenceStart[doc.sentence[i] + 1], i + CHARGE_REACH);
  for (let k = i + 1; k < end; k++) {
    const kinds = clueAt(doc, k)?.kinds;
    const kind = kinds?.has("attempt") ? "attempts" : kinds?.has("murder") ? "murders" : null;
    if (kind === null) continue;
    most(kind, number);
    return;
  }
}
