import { loadTable } from "../../lexicon/table.js";
import { P, U } from "../tags.js";
import type { GoldSentence } from "./conllu.js";

/** The table of irregular forms as sentences of one word each, to learn lemmas from. Not for tags or trees. */
export function irregularForms(): GoldSentence[] {
  return loadTable("irregular-forms").rows.flatMap((row) =>
    row.pos === "VERB"
      ? [
          single(row.form, row.lemma, U.VERB, P.VBD),
          single(row.form2, row.lemma, U.VERB, P.VBN),
          // a tagger takes one past form for the other
          single(row.form, row.lemma, U.VERB, P.VBN),
          single(row.form2, row.lemma, U.VERB, P.VBD),
        ]
      : [single(row.form, row.lemma, U.NOUN, P.NNS)],
  );
}

function single(form: string, lemma: string, upos: number, xpos: number): GoldSentence {
  return { text: form, forms: [form], lemmas: [lemma], upos: [upos], xpos: [xpos], heads: [-1], relations: [0], spaced: [false] };
}
