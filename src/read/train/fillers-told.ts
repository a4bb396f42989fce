import { type Candidate, phrases } from "../fillers/candidates.js";
import { type Entity, entitiesOf, SHORT, telling } from "../fillers/entities.js";
import { BITS, entityFeatures, phraseFeatures } from "../fillers/features.js";
import { HEAT_BITS, reportFeatures, sentenceFeatures } from "../fillers/heats.js";
import { sameHead } from "../fillers/match.js";
import { FILLED } from "../fillers/roles.js";
import { type Needs, type Surroundings, surroundingsOf } from "../fillers/surroundings.js";
import { Features } from "../linear.js";
import type { Case } from "./together.js";

interface Filler {
  readonly optional: boolean;
  readonly any: readonly string[];
}

/** A report with its fillers as the corpus tells them. */
export interface Line {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
  readonly roles: Readonly<Record<string, readonly Filler[]>>;
}

/** A report read, with the roles that each of its entities fills, and may fill without being asked for: a bit a role. */
export interface Told {
  readonly line: Line;
  readonly s: Surroundings;
  readonly candidates: readonly Candidate[];
  readonly entities: readonly Entity[];
  readonly fills: Int32Array;
  readonly may: Int32Array;
  /** By role, then by entity: which of the line's fillers it names. */
  readonly names: readonly (readonly (readonly number[])[])[];
}

export function tell(line: Line, found: Needs): Told {
  const s = surroundingsOf(found);
  const candidates = phrases(found.doc, found.names, s.groupAt);
  const texts = candidates.map((c) => line.text.slice(c.span[0], c.span[1]));
  const entities = entitiesOf(s, candidates, texts);
  const names = FILLED.map((role) => entities.map((e) => namedBy(line.roles[role] ?? [], e, texts)));
  const rolesOf = (k: number, optional: boolean): number =>
    mask((role, r) => names[r][k].some((f) => (line.roles[role] ?? [])[f].optional === optional));
  const fills = Int32Array.from(entities, (_, k) => rolesOf(k, false));
  const may = Int32Array.from(entities, (_, k) => rolesOf(k, true) & ~fills[k]);
  return { line, s, candidates, entities, fills, may, names };
}

function namedBy(fillers: readonly Filler[], { mentions }: Entity, texts: readonly string[]): readonly number[] {
  return fillers.flatMap(({ any }, f) => (any.some((a) => mentions.some((m) => sameHead(a, texts[m]))) ? [f] : []));
}

function fillersOf(line: Line, role: string, optional: boolean): readonly Filler[] {
  return (line.roles[role] ?? []).filter((f) => f.optional === optional);
}

function mask(holds: (role: string, r: number) => boolean): number {
  return FILLED.reduce((bits, role, r) => bits | (holds(role, r) ? 1 << r : 0), 0);
}

const wide = new Features(HEAT_BITS, 1 << 16);
const buffer = new Features(BITS, 1 << 16);

function filled(into: Features, add: (out: Features) => void): Features {
  into.clear();
  add(into);
  return into;
}

/** Whether a report tells of an attack worth coding, and which roles are filled in it. */
export function reportCases({ line, s }: Told): readonly Case[] {
  const asked = mask((role) => fillersOf(line, role, false).length > 0);
  const may = mask((role) => fillersOf(line, role, true).length > 0) & ~asked;
  const features = filled(wide, (out) => reportFeatures(s, out)).distinct();
  return [{ features, yes: (asked ? 1 : 0) | (asked << 1), skip: (!asked && may ? 1 : 0) | (may << 1), weight: 1 }];
}

/** Whether each sentence names a filler of any role. */
export function sentenceCases({ s, candidates, entities, fills, may }: Told): readonly Case[] {
  const hot = new Uint8Array(s.doc.sentenceCount);
  entities.forEach((e, k) => {
    if (fills[k] | may[k]) for (const m of e.mentions) hot[s.doc.sentence[candidates[m].head]] = 1;
  });
  return Array.from(hot, (yes, k) => ({
    features: filled(wide, (out) => sentenceFeatures(s, k, out)).distinct(),
    yes,
    skip: 0,
    weight: 1,
  }));
}

/**
 * Which roles each phrase fills: those of its entity. Where a draft of the phrases' odds is given, by role and phrase, only the phrases that it
 * finds likeliest of each entity are learned from, and of the others nothing: that a mayor was murdered is told where he is murdered, not
 * where he is mayor (multiple-instance learning, Dietterich et al. 1997).
 */
export function phraseCases({ s, candidates, entities, fills, may }: Told, draft: readonly Float64Array[] | null = null): readonly Case[] {
  const cases: Case[] = [];
  entities.forEach((e, k) => {
    const tops = FILLED.map((_, r) => (draft ? e.mentions.reduce((top, m) => Math.max(top, draft[r][m]), Number.NEGATIVE_INFINITY) : 0));
    for (const m of e.mentions) {
      const features = filled(buffer, (out) => phraseFeatures(s, candidates[m], out)).taken();
      const short = draft ? mask((_, r) => draft[r][m] < tops[r] - SHORT) : 0;
      cases[m] = { features, yes: fills[k] & ~short, skip: may[k] | (fills[k] & short), weight: 1 };
    }
  });
  return cases;
}

/** Which roles each entity fills, by those of its phrases together that tell it by their odds. */
export function entityCases({ s, candidates, entities, fills, may }: Told, odds: readonly Float64Array[] | null = null): readonly Case[] {
  return entities.map((e, k) => ({
    features: filled(buffer, (out) => entityFeatures(s, candidates, odds ? telling(e, odds) : e.mentions, out)).distinct(),
    yes: fills[k],
    skip: may[k],
    weight: 1,
  }));
}

/**
 * Whether each entity tells a filler of a role that no likelier one has told: 1 or 0, and -1 where there is nothing to learn, since it names
 * again what was told, or what need not be. A second name of the same is neither right nor wrong.
 */
export function freshly({ line, names }: Told, r: number, likelihood: ArrayLike<number>): Int8Array {
  const fillers = line.roles[FILLED[r]] ?? [];
  const order = Array.from(names[r], (_, k) => k).sort((a, b) => likelihood[b] - likelihood[a]);
  const told = new Set<number>();
  const out = new Int8Array(order.length);
  for (const k of order) {
    const own = names[r][k];
    if (own.length === 0) continue;
    const left = own.filter((f) => !told.has(f));
    const next = left.find((f) => !fillers[f].optional) ?? left[0];
    out[k] = next === undefined || fillers[next].optional ? -1 : 1;
    if (next !== undefined) told.add(next);
  }
  return out;
}
