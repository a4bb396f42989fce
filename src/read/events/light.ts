import type { Document } from "../../language/document.js";
import { R } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Argument } from "./arguments.js";
import { isNamed } from "./naming.js";
import { subjectOf } from "./subjects.js";
import { BY, caseOf, isPassive, isVerbal, NOMINAL_PREPOSITIONAL } from "./voice.js";
import { wordsOf } from "./words.js";

const AIMED = wordsOf("aimed");

/** "carried out an attack": the subject of the light verb is the attacker. */
export function lightArguments(doc: Document, t: number, light: ReadonlyMap<number, string>, found: Argument[]): void {
  const v = lightVerbOf(doc, t, light);
  if (v < 0) return;
  const slot = (light.get(doc.lemma[v]) as string).split(/[:|]/)[0];
  const object = doc.relation[ofPhraseTop(doc, t)];
  if (object === R["nsubj:pass"] || (isPassive(doc, v) && object !== R.obj && object !== R.obl)) {
    if (slot === "agent") pushAgents(doc, v, found);
    return;
  }
  const subject = slot === "none" ? -1 : subjectOf(doc, v);
  if (subject >= 0) found.push({ slot, token: subject, via: "light" });
  if (object === R.obj) pushAims(doc, v, t, found);
}

/** "launched an attack in the north against a convoy": what the tree hangs on the light verb is the noun's. */
function pushAims(doc: Document, v: number, t: number, found: Argument[]): void {
  for (let c = doc.firstChild[v]; c >= 0; c = doc.nextSibling[c]) {
    if (c < t || doc.relation[c] !== R.obl || !AIMED.has(caseOf(doc, c))) continue;
    if (found.every((a) => a.token !== c)) found.push({ slot: vocabulary.of(caseOf(doc, c)), token: c, via: "light" });
  }
}

/** Who did it, by the words of a passive verb or a noun. */
export function pushAgents(doc: Document, v: number, found: Argument[]): void {
  for (let c = doc.firstChild[v]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] === R["obl:agent"] || (NOMINAL_PREPOSITIONAL.has(doc.relation[c]) && caseOf(doc, c) === BY))
      found.push({ slot: "agent", token: c, via: "light" });
  }
}

/** Through coordination and "a series of attacks" to the noun that the verb governs. */
export function ofPhraseTop(doc: Document, t: number): number {
  let at = t;
  while (
    doc.head[at] >= 0 &&
    (doc.relation[at] === R.conj || (doc.relation[at] === R.nmod && vocabulary.of(Math.max(0, caseOf(doc, at))) === "of"))
  )
    at = doc.head[at];
  return at;
}

function lightVerbOf(doc: Document, t: number, light: ReadonlyMap<number, string>): number {
  const top = ofPhraseTop(doc, t);
  const h = doc.head[top];
  const entry = h >= 0 && isVerbal(doc, h) ? light.get(doc.lemma[h]) : undefined;
  if (entry === undefined || isNamed(doc, top, h)) return -1;
  const r = doc.relation[top];
  const isObject = r === R.obj || r === R["nsubj:pass"];
  // "resorted to a lathi charge", "joined in the looting", "joined the attack"
  const fits = entry.split("|").some((way) => {
    const [, preposition] = way.split(":");
    return preposition ? r === R.obl && vocabulary.of(Math.max(0, caseOf(doc, top))) === preposition : isObject;
  });
  return fits ? h : -1;
}
