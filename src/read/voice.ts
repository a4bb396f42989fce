import { contains, overlap, type Span } from "../base/span.js";
import { childWith, type Document, tokensIn } from "../language/document.js";
import { P, R, U } from "../language/tags.js";
import type { Stance } from "../model/vocabulary.js";
import { clauseSpan, trimmed } from "./clause.js";
import type { AttributionFinding, Findings } from "./findings.js";

/** What is needed to say on whose word something stands. */
export type Voices = Pick<Findings, "doc" | "attributions">;

/** The attribution on whose word the token stands, the narrowest if several hold it, or null: then the outlet speaks in its own voice. */
export function innermost({ doc, attributions }: Voices, token: number): AttributionFinding | null {
  let byToken = known.get(attributions);
  if (!byToken) known.set(attributions, (byToken = new Map()));
  let by = byToken.get(token);
  if (by === undefined) byToken.set(token, (by = narrowest(doc, attributions, token)));
  return by;
}

/** What `innermost` found before: each statement asks for its words several times. */
const known = new WeakMap<Voices["attributions"], Map<number, AttributionFinding | null>>();

function narrowest(doc: Document, attributions: Voices["attributions"], token: number): AttributionFinding | null {
  const start = doc.start[token];
  const end = doc.end[token];
  let best: AttributionFinding | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const a of attributions) {
    if (!a.vouches) continue;
    let holds = false;
    let length = 0;
    for (const c of a.content) {
      if (c[0] <= start && end <= c[1]) holds = true;
      length += c[1] - c[0];
    }
    const isInner = best !== null && length === size && a.within === best.id;
    if (!holds || (length >= size && !isInner) || isPresupposed(doc, token, a)) continue;
    best = a;
    size = length;
  }
  return best;
}

/** Stances that are about an act, and not about what is told of it in passing ("claimed the attack that killed six"). */
const TAKING_FOR_GRANTED = new Set<Stance>(["denies", "doubts", "claims"]);

/** "denied that the man who was arrested had been beaten", "vowed to punish those who attacked the bus": taken for granted. */
function isPresupposed(doc: Document, token: number, { stance, content }: AttributionFinding): boolean {
  if (!TAKING_FOR_GRANTED.has(stance) && !content.every((c) => isInfinitive(doc, c))) return false;
  for (let at = token; at >= 0; at = doc.head[at]) {
    const head = doc.head[at];
    if (isRelativeByWord(doc, at, content)) return true;
    if (head < 0 || !content.some((c) => contains(c, [doc.start[head], doc.end[head]]))) return false;
    if (doc.relation[at] === R["acl:relcl"]) return true;
  }
  return false;
}

/** "the bombing in Gombe that killed 14", where the tree hangs the clause elsewhere: its subject is the pronoun right behind a noun. */
function isRelativeByWord(doc: Document, verb: number, content: readonly Span[]): boolean {
  const pronoun = childWith(doc, verb, R.nsubj, R["nsubj:pass"]);
  if (pronoun < 1 || (doc.xpos[pronoun] !== P.WDT && doc.xpos[pronoun] !== P.WP)) return false;
  const before = pronoun - 1;
  const isNoun = doc.upos[before] === U.NOUN || doc.upos[before] === U.PROPN;
  return isNoun && content.some((c) => contains(c, [doc.start[before], doc.end[before]]));
}

/** Attribution ids for what the token says, innermost speaker first; empty where the outlet says it itself. */
export function chainAt(found: Voices, token: number): readonly string[] {
  return chainOf(found, innermost(found, token));
}

type Attributions = Findings["attributions"];

const byId = new WeakMap<Attributions, ReadonlyMap<string, AttributionFinding>>();

/** Attributions by their ids; made once a report. */
function byIdOf(attributions: Attributions): ReadonlyMap<string, AttributionFinding> {
  let made = byId.get(attributions);
  if (!made) byId.set(attributions, (made = new Map(attributions.map((a) => [a.id, a]))));
  return made;
}

/** The attribution, then those that report it, outwards. */
export function chainOf({ attributions }: Pick<Findings, "attributions">, from: AttributionFinding | null): readonly string[] {
  const ids: string[] = [];
  let at = from;
  while (at && !ids.includes(at.id)) {
    ids.push(at.id);
    const outer: string | null = at.within;
    at = outer === null ? null : (byIdOf(attributions).get(outer) ?? null);
  }
  return ids;
}

/**
 * Span of the words that say it: the clause around the token, cut to the content of the attribution that reports it. Not the
 * speaker's name and not the cue.
 */
export function evidenceAt(found: Voices, token: number): Span {
  const clause = clauseSpan(found.doc, token);
  const by = innermost(found, token);
  return by ? cutTo(found.doc, clause, by.content, token) : clause;
}

function cutTo(doc: Document, clause: Span, content: readonly Span[], token: number): Span {
  const piece = content.find((c) => contains(c, [doc.start[token], doc.end[token]]));
  if (!piece || overlap(piece, clause) === 0) return clause;
  return trimmed(doc, [Math.max(piece[0], clause[0]), Math.min(piece[1], clause[1])]);
}

/** "to punish those who ...": what somebody means to do. */
export function isInfinitive(doc: Document, span: Span): boolean {
  const [first, end] = tokensIn(doc, span);
  return first + 1 < end && doc.upos[first] === U.PART && doc.xpos[first + 1] === P.VB;
}
