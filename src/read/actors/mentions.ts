import type { Span } from "../../base/span.js";
import type { Document } from "../../language/document.js";
import { hasBlankLines } from "../paragraphs.js";
import { CLOSES, OPENS, singleQuotes } from "../single-quotes.js";
import type { Kind, Pronoun, Sex, Standing } from "./lexicon.js";

/** What a mention is called by. */
export type Form = "name" | "noun" | "pronoun" | "some";

/** How a noun phrase begins: with "the", "a", "this", a possessive, a number, or with none of these. */
export type Opening = "the" | "a" | "this" | "possessive" | "number" | "bare";

/** A phrase that may denote an actor, with what it says of it. Not the actor: see Entity. */
export interface Mention {
  readonly form: Form;
  /** Token that the rest of the phrase hangs on. */
  readonly head: number;
  /** Tokens of the phrase, `[first, end)`: for a name with its title. */
  readonly first: number;
  readonly end: number;
  /** What the reading shows: a bare name without title, a noun phrase without its relative clauses. */
  readonly span: Span;
  readonly number: "one" | "many" | null;
  /** As said: by a title, a noun, a pronoun. */
  readonly sex: Sex | null;
  /** Sex that the first name is mostly given to. Only for choosing between antecedents, never shown. */
  readonly guess: Sex | null;
  readonly kind: Kind;
  readonly standing: Standing | null;
  readonly minor: boolean | null;
  readonly age: number | null;
  readonly country: string | null;
  readonly title: string | null;
  /** Vocabulary id of the lemma of the head noun, of the title's last word for a name; -1 for a pronoun. */
  readonly lemma: number;
  readonly opening: Opening;
  readonly pronoun: Pronoun | null;
  /** Words of a bare name in lower case; empty for other forms. */
  readonly name: readonly string[];
  /** What tables call the bearer of the name, or null. */
  readonly canonical: string | null;
  readonly sentence: number;
  /** 0 subject, 1 object or agent, 2 anything else. */
  readonly rank: 0 | 1 | 2;
  /** Which quotation it stands in, 0 for none. */
  readonly quote: number;
}

/** For each token, the number of the quotation that it stands in (from 1), 0 outside. A paragraph that opens a quotation anew goes on with it. */
export function quotesOf(doc: Document): Uint16Array {
  const quotes = new Uint16Array(doc.length);
  const singles = singleQuotes(doc, hasBlankLines(doc));
  let open = 0;
  let count = 0;
  let single = false;
  for (let i = 0; i < doc.length; i++) {
    if (single || (open === 0 && singles[i] === OPENS)) {
      if (open === 0) open = ++count;
      quotes[i] = open;
      single = singles[i] !== CLOSES;
      if (!single) open = 0;
      continue;
    }
    const code = doc.text.charCodeAt(doc.start[i]);
    const size = doc.end[i] - doc.start[i];
    if (code === 0x201c || (code === 0x60 && size === 2)) {
      if (open === 0) open = ++count;
    } else if (code === 0x201d || (code === 0x27 && size === 2)) {
      quotes[i] = open;
      open = 0;
      continue;
    } else if (code === 0x22) {
      if (open > 0) {
        quotes[i] = open;
        open = 0;
        continue;
      }
      open = ++count;
    }
    quotes[i] = open;
  }
  return quotes;
}
