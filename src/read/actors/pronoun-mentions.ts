import type { Document } from "../../language/document.js";
import { spanOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { actorLexicon } from "./lexicon.js";
import type { Mention } from "./mentions.js";
import { phraseAround, rankOf } from "./phrase.js";

/** The mention that token `i` makes as a pronoun or an indefinite ("he", "who", "some", "others"), or null. */
export function pronounMention(doc: Document, i: number, quotes: Uint16Array): Mention | null {
  const pronoun = actorLexicon().pronouns.get(doc.norm[i]);
  if (pronoun === undefined) return null;
  const tag = doc.upos[i];
  if (
    pronoun.class === "some"
      ? !standsAlone(doc, i)
      : tag !== U.PRON && tag !== U.DET && doc.xpos[i] !== P["PRP$"] && doc.xpos[i] !== P["WP$"]
  )
    return null;
  if (pronoun.class === "relative" && !relativeHead(doc, i)) return null;
  const [first, end] = pronoun.class === "some" ? phraseAround(doc, i) : [i, i + 1];
  return {
    form: pronoun.class === "some" ? "some" : "pronoun",
    head: i,
    first,
    end,
    span: spanOf(doc, first, end - 1),
    number: pronoun.number === "thing" ? "one" : pronoun.number,
    sex: pronoun.sex,
    guess: null,
    kind: pronoun.class === "some" ? "unnamed" : pronoun.number === "many" ? "group" : "person",
    standing: null,
    minor: null,
    age: null,
    country: null,
    title: null,
    lemma: -1,
    opening: "bare",
    pronoun,
    name: [],
    canonical: null,
    sentence: doc.sentence[i],
    rank: rankOf(doc, i),
    quote: quotes[i],
  };
}

/** An indefinite that is a phrase of its own: "some wonder", "others were hurt"; not "some people". */
function standsAlone(doc: Document, i: number): boolean {
  const relation = doc.relation[i];
  return relation === R.nsubj || relation === R["nsubj:pass"] || relation === R.obj || relation === R["obl:agent"];
}

/** The noun that a relative clause with this pronoun hangs on, or -1: "the man who fled". */
export function relativeAntecedent(doc: Document, i: number): number {
  for (let at = i, steps = 0; at >= 0 && steps < 6; at = doc.head[at], steps++) {
    const relation = doc.relation[at];
    if (relation === R["acl:relcl"] || relation === R.acl) return doc.head[at] < i ? doc.head[at] : -1;
  }
  return -1;
}

function relativeHead(doc: Document, i: number): boolean {
  return relativeAntecedent(doc, i) >= 0;
}
