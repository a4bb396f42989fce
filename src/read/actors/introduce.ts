import type { Document } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { agree, type Entities, type Entity } from "./entities.js";
import type { Mention } from "./mentions.js";

/** The lead of a report: its first sentences, headline and all. */
const LEAD = 3;
/** How many sentences after a nameless lead the name may come. */
const SOON = 5;

/**
 * Puts together somebody who is first described and then named, as news does: "A nurse from Jos was arrested on Friday. Ada Okoro, 38, is
 * accused of ..." By the same age wherever they stand; else only where the lead has one such person and the next sentences name one.
 */
export function introduceNames(doc: Document, mentions: readonly Mention[], entities: Entities): void {
  joinByAge(mentions, entities);
  joinLead(doc, mentions, entities);
}

function joinByAge(mentions: readonly Mention[], entities: Entities): void {
  const nameless = new Map<number, number>();
  for (const m of mentions)
    if (m.form === "noun" && m.age !== null && m.opening === "a") nameless.set(m.age, (nameless.get(m.age) ?? 0) + 1);
  for (const m of mentions) {
    if (m.form !== "noun" || m.age === null || m.kind !== "person" || m.opening !== "a" || nameless.get(m.age) !== 1) continue;
    const own = entities.get(m);
    if (own?.named) continue;
    const named = bearers(mentions, entities, (e) => e.age === m.age && agree(e, m));
    if (named.size === 1) entities.attach(m, [...named][0]);
  }
}

function bearers(mentions: readonly Mention[], entities: Entities, fits: (e: Entity) => boolean): ReadonlySet<Entity> {
  const found = new Set<Entity>();
  for (const o of mentions) {
    const e = o.form === "name" && o.kind === "person" ? entities.get(o) : null;
    if (e && fits(e)) found.add(e);
  }
  return found;
}

function joinLead(doc: Document, mentions: readonly Mention[], entities: Entities): void {
  const nameless = mentions.filter(
    (m) => m.sentence < LEAD && m.form === "noun" && m.kind === "person" && m.number === "one" && m.opening === "a" && isLayman(m),
  );
  const [lead] = nameless;
  if (nameless.length !== 1 || lead.rank !== 0 || entities.get(lead)?.named) return;
  const named = mentions.filter((m) => m.form === "name" && m.kind === "person" && m.sentence <= lead.sentence + SOON && m.title === null);
  const aged = named.filter((m) => m.age !== null && m.sentence > lead.sentence && m.rank === 0);
  const e = aged.length > 0 ? entities.get(aged[0]) : null;
  if (!e || new Set(aged.map((m) => entities.get(m))).size !== 1 || e.mentions.some((m) => m.head < lead.head) || !agree(e, lead)) return;
  if (doc.upos[lead.head] === U.NOUN) entities.attach(lead, e);
}

function isLayman(m: Mention): boolean {
  return m.standing !== "official" && m.standing !== "police" && m.standing !== "journalist" && m.standing !== "relative";
}
