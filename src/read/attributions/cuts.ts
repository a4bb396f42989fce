import type { Span } from "../../base/span.js";
import { type Document, tokensIn } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { ID } from "./cues.js";
import type { Decided } from "./decide.js";
import type { Quotations } from "./quotes.js";
import { tagAt } from "./tag.js";

/**
 * Contents without what another voice says after them in the same sentence: a coordinate clause with a speaker of its own ("..., but
 * some wonder whether ..."), and what goes on after a reporting tag ("..., the army said, and two men were arrested"). Not what is
 * quoted: a quotation is its speaker's to its end.
 */
export function withoutOtherVoices(doc: Document, quotes: Quotations, decided: readonly Decided[]): readonly Decided[] {
  const bySentence = new Map<number, Decided[]>();
  for (const d of decided) {
    const s = doc.sentence[d.cue.token];
    const list = bySentence.get(s);
    if (list) list.push(d);
    else bySentence.set(s, [d]);
  }
  return decided.map((d) => {
    const cut = cutOf(doc, d, bySentence.get(doc.sentence[d.cue.token]) ?? []);
    if (cut < 0) return d;
    const end = doc.sentenceStart[doc.sentence[d.cue.token] + 1];
    const content = d.content.flatMap((c) => before(doc, quotes, c, cut, end));
    return content.length > 0 ? { ...d, content } : d;
  });
}

/** First token of the sentence that is no longer in the voice of an attribution, or -1. */
function cutOf(doc: Document, d: Decided, others: readonly Decided[]): number {
  let cut = d.interposed ? -1 : afterTag(doc, d);
  const aside = d.interposed ? -1 : afterAside(doc, d);
  if (aside >= 0 && (cut < 0 || aside < cut)) cut = aside;
  for (const o of others) {
    const next = d.interposed ? -1 : nextWord(doc, d, o);
    if (next >= 0 && (cut < 0 || next < cut)) cut = next;
    if (o === d || o.source < 0 || o.cue.token < d.cue.token || o.source < d.cue.token || o.source === d.source) continue;
    const at = clauseOf(doc, d, o);
    if (at >= 0 && (cut < 0 || at < cut)) cut = at;
  }
  return cut;
}

/**
 * "accused the police of brutality and said they would march", "condemned the raid, calling it illegal": where what the same speaker
 * does next begins, -1 where the second cue is nothing that stands beside the first.
 */
function nextWord({ upos, xpos, text, start, head, relation, left }: Document, d: Decided, o: Decided): number {
  const [cue, next] = [d.cue.token, o.cue.token];
  if (next <= cue + 1 || o.source < 0 || o.source > cue || upos[next] !== U.VERB || xpos[next] === P.VB || upos[cue] !== U.VERB) return -1;
  if (relation[next] === R.conj && head[next] === cue) return left[next] > cue + 1 ? left[next] : -1;
  let k = next - 1;
  while (k > cue + 1 && (upos[k] === U.ADV || upos[k] === U.AUX)) k--;
  const isJoined = upos[k] === U.CCONJ && xpos[next] !== P.VBG;
  return k > cue + 1 && (isJoined || (upos[k] === U.PUNCT && text[start[k]] === ",")) ? k : -1;
}

/** "The group, which says it was behind the raid, has denied ...": where an aside about the speaker closes; -1 where the cue is in none. */
function afterAside(doc: Document, { cue: { token } }: Decided): number {
  if (doc.relation[token] !== R["acl:relcl"] || doc.head[token] > token) return -1;
  const next = doc.right[token] + 1;
  const isClosed = next < doc.length && doc.sentence[next] === doc.sentence[token] && doc.text[doc.start[next]] === ",";
  const opens = doc.upos[doc.left[token]] === U.PUNCT ? doc.left[token] : doc.left[token] - 1;
  return isClosed && doc.text[doc.start[opens]] === "," ? next : -1;
}

/** Where the clause of another speaker begins, set apart from the first cue's content by a conjunction with a comma or by the tree; else -1. */
function clauseOf(doc: Document, d: Decided, o: Decided): number {
  const first = doc.left[o.source] < d.cue.token ? o.source : doc.left[o.source];
  // "While the mayor called it an attack, some wonder ...": the main clause is another's
  if (doc.head[d.cue.token] === o.cue.token && doc.relation[d.cue.token] === R.advcl) return doc.upos[first - 1] === U.PUNCT ? first : -1;
  for (let k = first; k >= first - 1 && k > d.cue.token + 1; k--) {
    const joins = doc.upos[k] === U.CCONJ || (doc.upos[k] === U.SCONJ && doc.norm[k] !== ID.that && doc.upos[k - 1] === U.PUNCT);
    if (!joins) continue;
    const r = doc.relation[o.cue.token];
    const joined = doc.head[o.cue.token] === d.cue.token && (r === R.conj || r === R.parataxis);
    return joined || doc.upos[k - 1] === U.PUNCT ? k : -1;
  }
  return -1;
}

/** Where a tag closes what is reported and a coordinator opens a clause after it: that clause's first token, or -1. */
function afterTag(doc: Document, d: Decided): number {
  const tag = tagAt(doc, d.cue.token);
  if (!tag || !d.content.some((c) => c[1] <= doc.start[d.cue.token])) return -1;
  const end = doc.sentenceStart[doc.sentence[d.cue.token] + 1];
  for (let k = Math.max(d.cue.token, d.source) + 1; k + 2 < end && k - d.cue.token < TAG; k++)
    if (doc.upos[k] === U.PUNCT && doc.upos[k + 1] === U.CCONJ) return opensClause(doc, k + 1, end) ? k + 1 : -1;
  return -1;
}

/** Most tokens from a cue to the end of its tag. */
const TAG = 12;

/** Whether a coordinated clause with a subject of its own follows. */
function opensClause(doc: Document, from: number, end: number): boolean {
  for (let k = from + 1; k < end; k++) {
    const r = doc.relation[k];
    if ((r === R.nsubj || r === R["nsubj:pass"] || r === R.expl) && doc.head[k] > from) return true;
    if (doc.upos[k] === U.VERB) return false;
  }
  return false;
}

function before(doc: Document, quotes: Quotations, span: Span, cut: number, end: number): readonly Span[] {
  const [first, last] = tokensIn(doc, span);
  if (last <= cut || first >= end || quotes.at[cut] >= 0 || (quotes.at[first] >= 0 && first >= cut)) return [span];
  if (first >= cut) return [];
  let to = cut;
  while (to > first && doc.upos[to - 1] === U.PUNCT && quotes.at[to - 1] < 0) to--;
  return to > first ? [[span[0], doc.end[to - 1]]] : [];
}
