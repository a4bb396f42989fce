import type { Span } from "../../base/span.js";
import { childWith, type Document, spanOf, tokensIn } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { C, wordBits } from "../events/classes.js";
import { wordsOf } from "../events/words.js";
import type { Decided } from "./decide.js";
import { CUE_KINDS, isPlainSaying, SOURCE_KINDS, sourceKindAt } from "./lexicon.js";
import { REGAINED, withDescribed } from "./regained.js";
import { tagAt } from "./tag.js";

const OF = vocabulary.id("of");
const NAMING = wordsOf("naming");

/** What was decided, with source and content as the words around them say. */
export function mended(doc: Document, d: Decided): Decided {
  return d.interposed ? withDescribed(doc, d) : MENDS.reduce((mended, mend) => mend(doc, mended), d);
}

/** "An official who asked not to be named said ...": that is no statement. */
export function asksForSilence(doc: Document, { content }: Decided): boolean {
  return (
    content.length === 1 &&
    content.every((c) => {
      const [first, end] = tokensIn(doc, c);
      if (first + 3 >= doc.length || doc.upos[first] !== U.PART || doc.xpos[first + 1] !== P.TO) return false;
      for (let k = first + 2; k < Math.min(end, first + 5); k++) if (NAMING.has(doc.norm[k])) return true;
      return false;
    })
  );
}

/** "A person familiar with the talks said": the noun before the adjective. */
function withNoun(doc: Document, d: Decided): Decided {
  const before = d.source - 1;
  if (d.source < 1 || doc.upos[d.source] !== U.ADJ || doc.sentence[before] !== doc.sentence[d.source]) return d;
  return doc.upos[before] === U.NOUN ? { ...d, source: before } : d;
}

/** "A senior U.S. official familiar with the talks said": the official, and not the country before it. */
function withOfficial(doc: Document, d: Decided): Decided {
  const next = d.source + 1;
  if (d.source < 0 || doc.upos[d.source] !== U.PROPN || next >= d.cue.token || doc.upos[next] !== U.ADJ) return d;
  return SOURCE_KINDS[sourceKindAt(doc, next)] === "person" ? { ...d, source: next } : d;
}

/** "a panel of members of parliament warned": the panel, where the tree hangs the verb on a later noun of the phrase. */
function withWholePhrase(doc: Document, d: Decided): Decided {
  let top = d.source;
  for (let n = 0; top >= 0 && n < 3 && doc.relation[top] === R.nmod && doc.norm[doc.left[top]] === OF && doc.head[top] < top; n++)
    top = doc.head[top];
  if (top < 0 || top === d.source || d.source > d.cue.token || doc.right[top] >= d.cue.token) return d;
  const kind = SOURCE_KINDS[sourceKindAt(doc, top)];
  return kind === "group" || kind === "person" ? { ...d, source: top } : d;
}

const WEEKDAY = wordsOf("weekday");
const OPENS_CLAUSE = new Ids([U.PRON, U.DET, U.NOUN, U.PROPN, U.ADJ, U.NUM]);

/** "said Wednesday she doubts it": the day goes with the cue. */
function withoutDay(doc: Document, d: Decided): Decided {
  const content = d.content.map((c): Span => {
    const [from, end] = tokensIn(doc, c);
    const isDay = from === d.cue.token + 1 && WEEKDAY.has(doc.norm[from]) && from + 2 < end && OPENS_CLAUSE.has(doc.upos[from + 1]);
    return isDay ? [doc.start[from + 1], c[1]] : c;
  });
  return { ...d, content };
}

/** "told the operator, Ross Tramways, that the doors stuck", "said in a short letter that ...": who was told, and in what, is no part of it. */
function withoutHearer(doc: Document, d: Decided): Decided {
  if (!isPlainSaying(d.cue.row.id)) return d;
  const content = d.content.map((c): Span => {
    const [from, end] = tokensIn(doc, c);
    if (from <= d.cue.token || from > d.cue.token + NEAR || doc.norm[from] === THAT) return c;
    const isBeside = from === d.cue.token + 1 || doc.upos[from - 1] === U.PUNCT || doc.upos[from - 1] === U.ADP;
    // "told the minister in a letter in March that"
    const hearer = childWith(doc, d.cue.token, R.iobj, R.obj);
    const isTold = hearer > d.cue.token && hearer <= d.cue.token + NEAR;
    const reach = Math.min(end - 2, from + (isTold ? 2 * NEAR : NEAR));
    const passes = (k: number): boolean => PHRASE.has(doc.upos[k]) || doc.xpos[k] === P[","] || (isTold && doc.upos[k] === U.ADP);
    for (let k = from; isBeside && k < reach && passes(k); k++) {
      const that = doc.upos[k + 1] === U.PUNCT ? k + 2 : k + 1;
      if (doc.norm[that] === THAT && that < end - 1 && doc.relation[that] !== R.nsubj) return [doc.start[that], c[1]];
    }
    return c;
  });
  return { ...d, content };
}

const THAT = vocabulary.id("that");
/** How far behind a cue the name of a hearer may begin, and how long it may be. */
const NEAR = 6;
const PHRASE = new Ids([U.DET, U.ADJ, U.NOUN, U.PROPN, U.NUM]);

/** "a voice can be heard saying: ...": who is heard says it. */
function withWhoIsHeard(doc: Document, d: Decided): Decided {
  const [cue, heard] = [d.cue.token, doc.head[d.cue.token]];
  if (doc.xpos[cue] !== P.VBG || heard < 0 || heard > cue || cue - heard > 2 || !HEARD.has(doc.lemma[heard])) return d;
  const who = childWith(doc, heard, R["nsubj:pass"]);
  if (who < 0 || childWith(doc, heard, R["aux:pass"]) < 0) return d;
  const content = d.content.filter((c) => c[0] > doc.start[cue]);
  return { ...d, source: who, content: content.length > 0 ? content : d.content };
}

const HEARD = wordsOf("perceived");

/** "The government of Guinea-Bissau said": the second half of a name is not who speaks. */
function withWholeName(doc: Document, d: Decided): Decided {
  const hyphen = d.source - 1;
  if (hyphen < 1 || doc.xpos[hyphen] !== P.HYPH || doc.end[hyphen] !== doc.start[d.source] || doc.upos[d.source] !== U.PROPN) return d;
  for (let c = doc.firstChild[d.cue.token]; c >= 0 && c < hyphen; c = doc.nextSibling[c])
    if ((doc.relation[c] === R.nsubj || doc.relation[c] === R.dep) && doc.right[c] === hyphen - 1) return { ...d, source: c };
  return d;
}

/** "was accused by prosecutors of hiding the knife": what stands behind the accuser. */
function withReproach(doc: Document, d: Decided): Decided {
  const cue = d.cue.token;
  if (CUE_KINDS[d.cue.row.kind] !== "accuse" || childWith(doc, cue, R["aux:pass"]) < 0 || d.content.some((c) => c[0] > doc.start[cue]))
    return d;
  for (const over of d.source > cue ? [cue, d.source] : [cue])
    for (let c = doc.firstChild[over]; c >= 0; c = doc.nextSibling[c])
      if (c > over && doc.norm[doc.left[c]] === OF) return { ...d, content: [...d.content, spanOf(doc, doc.left[c], doc.right[c])] };
  return d;
}

/** '"...," recalled Ana Ruiz, whose house was burned': what is told of the speaker is the outlet's word. */
function withoutSpeakersClause(doc: Document, d: Decided): Decided {
  const tag = tagAt(doc, d.cue.token);
  if (tag?.form !== 3) return d;
  const content = d.content.filter((c) => c[0] < doc.start[d.cue.token] || !isRelative(doc, tokensIn(doc, c)[0]));
  return content.length > 0 ? { ...d, content } : d;
}

function isRelative(doc: Document, i: number): boolean {
  return doc.xpos[i] === P.WP || doc.xpos[i] === P.WDT || doc.xpos[i] === P.WP$;
}

/** "thousands of workers demanding a rise": those whom the participle follows, and not who dispersed them. */
function withWhoActs(doc: Document, d: Decided): Decided {
  const cue = d.cue.token;
  const noun = cue - 1;
  const follows = doc.relation[cue] === R.acl || doc.relation[cue] === R.advcl;
  if (
    CUE_KINDS[d.cue.row.kind] !== "wish" ||
    doc.xpos[cue] !== P.VBG ||
    !follows ||
    noun < 0 ||
    doc.upos[noun] !== U.NOUN ||
    d.source === noun
  )
    return d;
  return (wordBits(doc.lemma[noun]) & PEOPLE) !== 0 ? { ...d, source: noun } : d;
}

const PEOPLE = C.person | C["plural-person"] | C.crowd | C.police | C.security | C.militant | C.government;

/** "The bill goes to the president, who has said he will sign it": the clause that tells of the speaker is the outlet's word. */
function withoutHost(doc: Document, d: Decided): Decided {
  let cue = d.cue.token;
  while (doc.relation[cue] === R.conj && doc.head[cue] >= 0) cue = doc.head[cue];
  if (doc.relation[cue] !== R["acl:relcl"] || d.source < 0 || !isRelative(doc, d.source)) return d;
  const content = d.content.filter((c) => {
    const [first, end] = tokensIn(doc, c);
    return end > doc.head[cue] ? first > doc.head[cue] : first > doc.head[cue] || doc.sentence[first] !== doc.sentence[cue];
  });
  return content.length > 0 ? { ...d, content } : d;
}

/**
 * "condemned the attack, which was the biggest since she took office", "declared an emergency in the city and flew over it": later words
 * that go with what is told in between, and the rest of the source's own name ("according to the charity Save Us"). A quotation stays.
 */
function withoutStrays(doc: Document, d: Decided): Decided {
  if (d.content.length < 2) return d;
  const content = d.content.filter((c, n) => {
    const [from, end] = tokensIn(doc, c);
    if (QUOTED.test(doc.text.slice(...c))) return true;
    if (d.source > d.cue.token && from === d.source + 1 && CAPITAL.test(doc.text.slice(...c))) return false;
    const last = n > 0 ? tokensIn(doc, d.content[n - 1])[1] : from;
    return last >= from || last <= d.cue.token || doc.sentence[last] !== doc.sentence[from] || !isStray(doc, last, from, end);
  });
  return content.length > 0 ? { ...d, content } : d;
}

const QUOTED = /["“”]/;
const CAPITAL = /^\p{Lu}/u;

/** Whether something else is told between two stretches, and the later only goes with a verb. */
function isStray(doc: Document, last: number, from: number, end: number): boolean {
  let told = false;
  for (let k = last; k < from; k++) if (isRelative(doc, k) || doc.upos[k] === U.CCONJ) told = true;
  if (!told) return false;
  for (let k = from; k < end; k++) {
    const h = doc.head[k];
    if ((h < from || h >= end) && !STRAY.has(doc.relation[k])) return false;
  }
  return true;
}

const STRAY = new Ids([R.obl, R["obl:unmarked"], R.advcl, R.nmod, R.case, R.mark, R.punct]);

/** In the order in which they are made. */
const MENDS: readonly ((doc: Document, d: Decided) => Decided)[] = [
  withNoun,
  withOfficial,
  withWholeName,
  withWholePhrase,
  withWhoIsHeard,
  withWhoActs,
  withReproach,
  withoutSpeakersClause,
  withoutHost,
  withoutStrays,
  withoutDay,
  withoutHearer,
  ...REGAINED,
];
