import type { Document } from "../../language/document.js";
import type { Actor } from "../../model/reading.js";
import { ADULT, type Entity } from "./entities.js";
import { actorLexicon } from "./lexicon.js";
import type { Mention } from "./mentions.js";
import { wordsAt } from "./words.js";

/** The contract's view of an entity. */
export function describe(doc: Document, e: Entity, id: string): Actor {
  const fullest = nameOf(e);
  return {
    id,
    name: wordsAt(doc, fullest.span),
    kind: kindOf(e),
    title: titleOf(doc, e),
    age: e.age,
    minor: minorOf(e),
    sex: e.kind === "person" ? e.sex : null,
    standing: e.standing,
    country: e.country,
    mentions: e.mentions.map((m) => m.span),
  };
}

/** The mention with the fullest bare name; else the longest description that is not the last resort ("the suspect"). */
function nameOf(e: Entity): Mention {
  const names = e.mentions.filter((m) => m.form === "name");
  if (names.length > 0) return names.reduce((a, b) => (b.name.length > a.name.length ? b : a));
  const nouns = e.mentions.filter((m) => m.form !== "pronoun");
  return nouns[0] ?? e.mentions[0];
}

/** The longest title that stands before the name; else how an apposition describes its bearer. */
function titleOf(doc: Document, e: Entity): string | null {
  if (e.kind !== "person" || !e.named) return null;
  const titles = e.mentions.flatMap((m) => (m.title === null ? [] : [m.title.replace(/\s+/g, " ")]));
  if (titles.length > 0) return titles.reduce((a, b) => (b.length > a.length ? b : a));
  const names = e.mentions.filter((m) => m.form === "name");
  const noun = e.mentions.find(
    (m) =>
      m.form === "noun" && m.opening !== "possessive" && m.opening !== "a" && names.some((n) => m.end === n.first || n.end + 1 === m.first),
  );
  return noun ? doc.text.slice(doc.start[noun.opening === "bare" ? noun.first : noun.first + 1], noun.span[1]).replace(/\s+/g, " ") : null;
}

function kindOf(e: Entity): Actor["kind"] {
  if (e.named) return e.kind;
  const plainMany = e.mentions.every((m) => m.form === "pronoun" || (m.form === "noun" && m.opening === "bare" && m.end - m.first === 1));
  const speaks = e.standing === "official" || e.standing === "witness" || [...e.lemmas].some((lemma) => actorLexicon().speakers.has(lemma));
  return e.kind === "group" && plainMany && speaks ? "unnamed" : e.kind;
}

function minorOf(e: Entity): boolean | null {
  if (e.age !== null) return e.age < ADULT;
  return e.minor;
}
