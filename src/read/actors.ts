import { type Document, tokensIn } from "../language/document.js";
import type { Part } from "../model/report.js";
import { bindWithinSentences } from "./actors/bind.js";
import { standWithCommander } from "./actors/commanded.js";
import { describe } from "./actors/describe.js";
import { Entities, type Entity } from "./actors/entities.js";
import { findMentions } from "./actors/find.js";
import { introduceNames } from "./actors/introduce.js";
import type { Mention } from "./actors/mentions.js";
import { groupNames } from "./actors/name-match.js";
import { resolveNominals } from "./actors/nominals.js";
import { resolvePronouns } from "./actors/pronouns.js";
import type { ActorMention, Findings, NameMention } from "./findings.js";
import { stage } from "./stage.js";

/**
 * Who is told of: persons, organisations, governments, armed groups, groups of people, outlets and unnamed sources, each with all its
 * mentions. In-report coreference goes from the sure to the likely: names, then what a sentence itself says is one, then descriptions,
 * then pronouns. Not who they are in the world, and not what they do: see events.
 */
export const actors = stage({
  name: "actors",
  needs: ["doc", "names", "partOf"],
  gives: ["actors", "actorMentions"],
  run({ doc, names, partOf }) {
    const entities = findEntities(doc, names, partOf);
    const ids = entities.map((_, k) => `a${k + 1}`);
    const actorMentions: ActorMention[] = entities.flatMap((e, k) =>
      e.mentions.map((m) => ({ span: m.span, head: m.head, actor: ids[k] })),
    );
    actorMentions.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
    return { actors: entities.map((e, k) => describe(doc, e, ids[k])), actorMentions };
  },
});

/** Actors of a document. Teasers tell other stories: their actors are kept apart from the body's. */
export function findEntities(doc: Document, names: readonly NameMention[], partOf: readonly Part[]): readonly Entity[] {
  const all = findMentions(doc, names);
  const apart = (m: Mention) => partOf[m.sentence] === "teaser";
  const found = [all.filter((m) => !apart(m)), all.filter(apart)].flatMap((mentions) => resolve(doc, mentions).all());
  return found.filter((e) => e.mentions.some((m) => m.form !== "pronoun")).sort((a, b) => a.mentions[0].head - b.mentions[0].head);
}

/** Puts mentions together into entities. */
export function resolve(doc: Document, mentions: readonly Mention[], options = { pronouns: true }): Entities {
  const entities = new Entities();
  groupNames(mentions, entities);
  bindWithinSentences(doc, mentions, new Map(mentions.map((m) => [m.head, m])), entities);
  introduceNames(doc, mentions, entities);
  resolveNominals(doc, mentions, entities);
  for (const m of mentions) if (m.form === "some" && entities.get(m) === null) entities.create(m);
  if (options.pronouns) {
    resolvePronouns(doc, mentions, entities);
    standWithCommander(doc, mentions, entities);
  }
  return entities;
}

const actorsOfTokens = new WeakMap<readonly ActorMention[], readonly (string | null)[]>();

/** Id of the actor that token `i` belongs to: of the mention that it heads, else of the shortest mention around it; null where there is none. */
export function actorAt(found: Pick<Findings, "doc" | "actorMentions">, i: number): string | null {
  const { doc, actorMentions } = found;
  let actors = actorsOfTokens.get(actorMentions);
  if (!actors) {
    actors = actorByToken(doc, actorMentions);
    actorsOfTokens.set(actorMentions, actors);
  }
  return actors[i] ?? null;
}

function actorByToken(doc: Document, mentions: readonly ActorMention[]): readonly (string | null)[] {
  const actors: (string | null)[] = Array.from({ length: doc.length }, () => null);
  const size = new Float64Array(doc.length).fill(Number.POSITIVE_INFINITY);
  for (const m of mentions) {
    const [first, end] = tokensIn(doc, m.span);
    for (let i = first; i < end; i++) {
      if (doc.start[i] < m.span[0] || doc.end[i] > m.span[1] || m.span[1] - m.span[0] >= size[i]) continue;
      actors[i] = m.actor;
      size[i] = m.span[1] - m.span[0];
    }
  }
  for (let k = mentions.length - 1; k >= 0; k--) actors[mentions[k].head] = mentions[k].actor;
  return actors;
}
