import type { Document } from "../../language/document.js";
import { R } from "../../language/tags.js";
import { wordsOf } from "../events/words.js";
import type { Entities, Entity } from "./entities.js";
import type { Mention } from "./mentions.js";

/** "men", "boys", "force": who serves under somebody, by the word. */
const COMMANDED = wordsOf("commanded");
const OWN = wordsOf("first-possessive");
/** How many sentences away the officer may stand who says "my men". */
const REACH = 1;

/** "His men fired", "My men fired, an inspector said": those who serve under a policeman or a soldier have his standing. Not "his men", a trader's. */
export function standWithCommander(doc: Document, mentions: readonly Mention[], entities: Entities): void {
  const byHead = new Map(mentions.map((m) => [m.head, m]));
  mentions.forEach((m, k) => {
    if (m.form !== "noun" || m.opening !== "possessive" || !COMMANDED.has(doc.lemma[m.head])) return;
    const e = entities.get(m);
    if (e === null || isArmed(e)) return;
    const owner = possessorOf(doc, m.head);
    if (owner < 0) return;
    const at = byHead.get(owner);
    const commander = OWN.has(doc.norm[owner]) ? speakerNear(mentions, k, entities) : at ? entities.get(at) : null;
    if (commander && isArmed(commander)) e.standing = commander.standing;
  });
}

function isArmed(e: Entity): boolean {
  return e.standing === "police" || e.standing === "soldier";
}

function possessorOf(doc: Document, head: number): number {
  for (let c = doc.firstChild[head]; c >= 0 && c < head; c = doc.nextSibling[c]) if (doc.relation[c] === R["nmod:poss"]) return c;
  return -1;
}

/** The nearest person outside the quotation who is told of as police or a soldier: in the same sentence, or the one before or behind it. */
function speakerNear(mentions: readonly Mention[], k: number, entities: Entities): Entity | null {
  const said = mentions[k];
  let best: Entity | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  const look = (m: Mention): void => {
    if (m.quote === said.quote || m.form === "pronoun" || m.kind !== "person") return;
    const e = entities.get(m);
    const away = Math.abs(m.head - said.head);
    if (e === null || away >= nearest) return;
    best = e;
    nearest = away;
  };
  for (let i = k - 1; i >= 0 && said.sentence - mentions[i].sentence <= REACH; i--) look(mentions[i]);
  for (let i = k + 1; i < mentions.length && mentions[i].sentence - said.sentence <= REACH; i++) look(mentions[i]);
  return best;
}
