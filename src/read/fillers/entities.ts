import type { Document } from "../../language/document.js";
import { R } from "../../language/tags.js";
import type { Candidate } from "./candidates.js";
import { headOf } from "./match.js";
import type { Surroundings } from "./surroundings.js";

/** Phrases of one report that say one head: one thing, as far as its readers compare. Not coreference. */
export interface Entity {
  readonly key: string;
  /** Indices of its phrases among the report's candidates, in order of the text. */
  readonly mentions: readonly number[];
  /** Entities that the text calls by another name beside it: "the Farabundo Marti National Liberation Front [FMLN]". */
  readonly linked: number[];
}

export function entitiesOf({ doc, groupAt }: Surroundings, candidates: readonly Candidate[], texts: readonly string[]): readonly Entity[] {
  const at = new Map<string, number>();
  const all: { key: string; mentions: number[]; linked: number[] }[] = [];
  const of = candidates.map((_, k) => {
    const key = headOf(texts[k]);
    let e = at.get(key);
    if (e === undefined) {
      e = all.length;
      at.set(key, e);
      all.push({ key, mentions: [], linked: [] });
    }
    all[e].mentions.push(k);
    return e;
  });
  const byHead = new Map<number, number>();
  candidates.forEach((c, k) => {
    byHead.set(c.head, of[k]);
  });
  const link = (a: number | undefined, b: number | undefined): void => {
    if (a === undefined || b === undefined || a === b || all[a].linked.includes(b)) return;
    all[a].linked.push(b);
    all[b].linked.push(a);
  };
  const grouped = new Int32Array(all.length);
  candidates.forEach((c, k) => {
    const group = groupAt[c.head];
    if (group > 0) {
      for (let e = 0; e < all.length; e++) if (e !== of[k] && grouped[e] === group) link(e, of[k]);
      grouped[of[k]] = group;
    }
    if (doc.relation[c.head] === R.appos) link(byHead.get(doc.head[c.head]), of[k]);
    const before = c.first - 1;
    if (before > 0 && opens(doc, before)) link(byHead.get(before - 1), of[k]);
  });
  return all;
}

function opens(doc: Document, i: number): boolean {
  const ch = doc.text.charAt(doc.start[i]);
  return ch === "[" || ch === "(";
}

/** Log-odds of every phrase and every entity of a report for each role, and of the report and its sentences. */
export interface Scores {
  /** By role, then by phrase. */
  readonly phrase: readonly Float64Array[];
  /** By role, then by entity. */
  readonly entity: readonly Float64Array[];
  /** That the report tells of an attack worth coding, then that it names a filler of each role. */
  readonly report: Float64Array;
  readonly sentence: Float64Array;
}

/** Log-odds below the likeliest phrase of an entity at which a phrase is taken for one that tells nothing of the filling. */
export const SHORT = 0.5;

/**
 * The phrases of an entity that tell what it fills, by the odds of every phrase for every role: those that come near the likeliest. That a
 * mayor was murdered is told where he is murdered, not where he is mayor.
 */
export function telling({ mentions }: Entity, odds: readonly Float64Array[]): readonly number[] {
  const most = mentions.map((m) => odds.reduce((top, of) => Math.max(top, of[m]), Number.NEGATIVE_INFINITY));
  const top = most.reduce((a, b) => Math.max(a, b));
  return mentions.filter((_, i) => most[i] >= top - SHORT);
}
