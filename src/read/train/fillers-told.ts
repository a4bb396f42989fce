import { type Candidate, phrases } from "../fillers/candidates.js";
import { type Entity, entitiesOf } from "../fillers/entities.js";
import { BITS, entityFeatures, HEAT_BITS, phraseFeatures, reportFeatures, sentenceFeatures } from "../fillers/features.js";
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
}

export function tell(line: Line, found: Needs): Told {
  const s = surroundingsOf(found);
  const candidates = phrases(found.doc, found.names, s.groupAt);
  const texts = candidates.map((c) => line.text.slice(c.span[0], c.span[1]));
  const entities = entitiesOf(s, candidates, texts);
  const rolesOf = (e: Entity, optional: boolean): number =>
    mask((role) => fillersOf(line, role, optional).some((f) => f.any.some((a) => e.mentions.some((m) => sameHead(a, texts[m])))));
  const fills = Int32Array.from(entities, (e) => rolesOf(e, false));
  const may = Int32Array.from(entities, (e, k) => rolesOf(e, true) & ~fills[k]);
  return { line, s, candidates, entities, fills, may };
}

function fillersOf(line: Line, role: string, optional: boolean): readonly Filler[] {
  return (line.roles[role] ?? []).filter((f) => f.optional === optional);
}

function mask(holds: (role: string) => boolean): number {
  return FILLED.reduce((bits, role, r) => bits | (holds(role) ? 1 << r : 0), 0);
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

/** Which roles each phrase fills: those of its entity. */
export function phraseCases({ s, candidates, entities, fills, may }: Told): readonly Case[] {
  const cases: Case[] = [];
  entities.forEach((e, k) => {
    for (const m of e.mentions) {
      const features = filled(buffer, (out) => phraseFeatures(s, candidates[m], out)).taken();
      cases[m] = { features, yes: fills[k], skip: may[k], weight: 1 };
    }
  });
  return cases;
}

/** Which roles each entity fills, by all its phrases together. */
export function entityCases({ s, candidates, entities, fills, may }: Told): readonly Case[] {
  return entities.map((e, k) => ({
    features: filled(buffer, (out) => entityFeatures(s, candidates, e.mentions, out)).distinct(),
    yes: fills[k],
    skip: may[k],
    weight: 1,
  }));
}
