import { childWith, type Document, spanOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { wordsOf } from "../events/words.js";
import type { AttributionFinding, Findings } from "../findings.js";
import { ID } from "./cues.js";
import type { Decided } from "./decide.js";
import { isOwn } from "./outlets.js";
import { actorAt, sourceSpanOf } from "./speaker.js";

type Found = Pick<Findings, "doc" | "report" | "names" | "actorMentions">;

/** Words for passing on what others say. */
export const CITING = wordsOf("citing");
const AS = vocabulary.id("as");

/** "was quoted by the Herald as saying that ...": who is quoted says it. Gives what was decided with that source and content. */
export function asQuoted(doc: Document, d: Decided): Decided {
  const said = quotedClause(doc, d.cue.token);
  if (said < 0) return d;
  const source = isPassive(doc, d.cue.token) ? childWith(doc, d.cue.token, R["nsubj:pass"]) : childWith(doc, d.cue.token, R.obj);
  if (source < 0 || said + 1 > doc.right[said]) return d;
  return { ...d, source, content: [spanOf(doc, said + 1, doc.right[said])] };
}

/** Token of "saying" behind "quoted ... as", or -1. */
function quotedClause(doc: Document, cue: number): number {
  if (!CITING.has(doc.lemma[cue])) return -1;
  for (let c = doc.firstChild[cue]; c >= 0; c = doc.nextSibling[c])
    if (c > cue && doc.xpos[c] === P.VBG && doc.norm[c - 1] === AS) return c;
  return -1;
}

function isPassive(doc: Document, cue: number): boolean {
  return childWith(doc, cue, R["aux:pass"]) >= 0;
}

/** Who quotes ("quoted by the Herald as saying"), as the attribution that reports the other; or null. */
export function quoter(found: Found, inner: AttributionFinding, d: Decided, id: string): AttributionFinding | null {
  const { doc } = found;
  if (quotedClause(doc, d.cue.token) < 0) return null;
  const who = childWith(doc, d.cue.token, isPassive(doc, d.cue.token) ? R["obl:agent"] : R.nsubj);
  return who < 0 ? null : besides(found, inner, who, id, "attribution:quoter");
}

/**
 * "the Herald reported, citing two officials": what the Herald reports is the officials' word. Gives what was decided with that source
 * and content, and by the cue of each that cites the cue of whom it stands within.
 */
export function withCited(
  doc: Document,
  given: readonly Decided[],
): { readonly decided: readonly Decided[]; readonly hosts: ReadonlyMap<number, number> } {
  const hosts = new Map<number, number>();
  const decided = withInserted(doc, given, hosts);
  const made = decided.map((d) => {
    const who = citedBy(doc, d);
    const host = who < 0 ? undefined : decided.find((o) => o !== d && isHost(doc, o, d));
    if (!host) return d;
    hosts.set(d.cue.token, host.cue.token);
    return { ...d, source: who, content: withoutCiting(doc, host, d.cue.token), interposed: host.interposed };
  });
  if (hosts.size === 0) return { decided, hosts };
  const citing = new Map([...hosts].map(([cue, host]) => [host, cue]));
  return {
    decided: made.map((d) => (citing.has(d.cue.token) ? { ...d, content: withoutCiting(doc, d, citing.get(d.cue.token) as number) } : d)),
    hosts,
  };
}

/**
 * "told Interfax that, according to people in London, he had been ill": who is named between "that" and the clause says it, and the first
 * speaker passes it on. Gives what was decided so, with hosts as `withCited` does.
 */
function withInserted(doc: Document, decided: readonly Decided[], hosts: Map<number, number>): readonly Decided[] {
  const made = new Map<Decided, Decided>();
  for (const d of decided) {
    if (doc.norm[d.cue.token] !== ACCORDING || d.source < 0) continue;
    const that = doc.upos[d.cue.token - 1] === U.PUNCT ? d.cue.token - 2 : d.cue.token - 1;
    if (that < 0 || doc.norm[that] !== ID.that) continue;
    const host = decided.find((o) => o !== d && o.cue.token < that && doc.sentence[o.cue.token] === doc.sentence[that] && o.source >= 0);
    const content = d.content.filter((c) => c[0] > doc.start[d.cue.token]);
    if (!host || content.length === 0) continue;
    hosts.set(d.cue.token, host.cue.token);
    made.set(d, { ...d, content });
    made.set(host, { ...host, content });
  }
  return made.size === 0 ? decided : decided.map((d) => made.get(d) ?? d);
}

const ACCORDING = vocabulary.id("according");

/** Whom a word of citing that hangs on another's cue cites, as a token; or -1. */
function citedBy(doc: Document, { cue }: Decided): number {
  if (!CITING.has(doc.lemma[cue.token]) || doc.xpos[cue.token] !== P.VBG) return -1;
  const who = childWith(doc, cue.token, R.obj);
  return who > cue.token && (doc.upos[who] === U.NOUN || doc.upos[who] === U.PROPN) ? who : -1;
}

function isHost(doc: Document, o: Decided, d: Decided): boolean {
  const together = doc.head[d.cue.token] === o.cue.token || (o.source === d.source && o.source >= 0);
  return together && doc.sentence[o.cue.token] === doc.sentence[d.cue.token] && o.content.length > 0;
}

/** The contents without the piece that begins at a word of citing. */
function withoutCiting(doc: Document, { content }: Decided, citing: number): Decided["content"] {
  const left = content.filter((c) => c[0] !== doc.start[citing]);
  return left.length > 0 ? left : content;
}

/** An attribution of the same words to somebody else. */
function besides(
  { doc, report, names, actorMentions }: Found,
  like: AttributionFinding,
  who: number,
  id: string,
  rule: string,
): AttributionFinding | null {
  const span = sourceSpanOf(doc, names, who);
  if (isOwn(report.text.slice(...span), report)) return null;
  return {
    ...like,
    id,
    source: actorAt(doc, actorMentions, who, span),
    sourceSpan: span,
    cue: null,
    stance: "asserts",
    within: null,
    cueToken: null,
    vouches: true,
    rules: [rule],
  };
}
