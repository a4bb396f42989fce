import { type Document, normOf, spanOf } from "../../language/document.js";
import { P, U } from "../../language/tags.js";
import { type Candidate, candidateOf } from "./candidate.js";
import { countOf, type Needs } from "./count.js";
import { partWord } from "./parts.js";
import { listAt } from "./series.js";
import { type TollWord, tollWordAt } from "./words.js";

/** How many tokens may stand between those who are named and the word that names them, and before the first of the names. */
const REACH = 12;
const BEFORE = 4;

const named = (mark: TollWord["mark"]): TollWord => ({
  id: "toll:roster",
  effect: "killed",
  counted: [],
  needs: [],
  needed: [],
  things: false,
  mark,
  verbal: false,
});
const DEAD = named(null);
const VICTIM = named("hint");

/**
 * Who the dead or the victims were, one by one: "police identified the dead victims as Ann Roe, 67, and her granddaughter", "the victims
 * are: Ann Roe, John Doe and a boy". Victims (`harmed`) who are not said to be dead are only a hint. Empty where fewer than two are named.
 */
export function rosterAt(found: Needs, i: number, harmed: boolean): readonly Candidate[] {
  const { doc } = found;
  const verb = invertedBe(doc, i);
  if (verb >= 0) return each(found, i, tollWordAt(doc, i) as TollWord, listAt(found, verb + 1, doc.sentenceStart[doc.sentence[i] + 1]));
  const dead = isDead(doc, i);
  if (!dead && !harmed) return [];
  const end = doc.sentenceStart[doc.sentence[i] + 1];
  const from = opensList(doc, i, end);
  if (from < 0) return [];
  const items = listAt(found, from, end);
  if (items.length < 2) return [];
  return each(found, i, dead || hasDead(doc, i) ? DEAD : VICTIM, items);
}

function each(found: Needs, i: number, word: TollWord, items: ReturnType<typeof listAt>): readonly Candidate[] {
  const { doc } = found;
  return items.flatMap((item) => {
    const count = countOf(found, item.head, word);
    if (!count) return [];
    const c = candidateOf(doc, i, word, item.head, count.count, count.after, true, "toll:roster");
    return [item.named ? { ...c, phrase: spanOf(doc, item.first, item.end - 1) } : c];
  });
}

/** "Killed in the attack were Ann Roe and John Doe": the verb behind a participle that opens its sentence, or -1. */
function invertedBe(doc: Document, i: number): number {
  const s = doc.sentence[i];
  if (i !== doc.sentenceStart[s] || doc.xpos[i] !== P.VBN || !HARMED.has(tollWordAt(doc, i)?.effect ?? "")) return -1;
  for (let k = i + 1; k < Math.min(doc.sentenceStart[s + 1], i + REACH); k++) {
    if (doc.upos[k] === U.AUX) return k;
    if (doc.upos[k] === U.VERB || doc.upos[k] === U.PUNCT) return -1;
  }
  return -1;
}

const HARMED = new Set<string>(["killed", "injured"]);

/** "the dead", "the deceased": a noun for them. */
function isDead(doc: Document, i: number): boolean {
  const the = i > 1 && doc.upos[i - 1] === U.NUM ? i - 2 : i - 1;
  if (the < 0 || doc.upos[the] !== U.DET || partWord(doc.norm[the]) !== "definite") return false;
  const next = i + 1 < doc.length ? doc.upos[i + 1] : U.PUNCT;
  return next !== U.NOUN && next !== U.PROPN && next !== U.ADJ && tollWordAt(doc, i)?.effect === "killed" && doc.upos[i] !== U.VERB;
}

/** "the dead victims", "the victims who died". */
function hasDead(doc: Document, i: number): boolean {
  for (let k = Math.max(0, i - 2); k <= i + 2 && k < doc.length; k++)
    if (k !== i && doc.sentence[k] === doc.sentence[i] && tollWordAt(doc, k)?.effect === "killed" && tollWordAt(doc, k)?.mark === null)
      return true;
  return false;
}

/** Where the list of names begins: behind "identified as", "named as", "are:", "were"; -1 where nothing opens one. */
function opensList(doc: Document, i: number, end: number): number {
  for (let k = i + 1; k < Math.min(end, i + REACH); k++) {
    const kind = partWord(doc.norm[k]);
    if (kind === "naming") {
      for (let t = k + 1; t < Math.min(end, k + BEFORE); t++) if (partWord(doc.norm[t]) === "as") return pastColon(doc, t + 1);
      return -1;
    }
    if (kind === "as") return isNamedBefore(doc, i) ? pastColon(doc, k + 1) : -1;
    if (doc.upos[k] === U.AUX && k + 1 < end && normOf(doc, k + 1) === ":") return k + 2;
    if (doc.upos[k] === U.VERB && tollWordAt(doc, k) === null) return -1;
  }
  return -1;
}

/** "Police identified the victims as". */
function isNamedBefore(doc: Document, i: number): boolean {
  for (let k = i - 1; k >= Math.max(doc.sentenceStart[doc.sentence[i]], i - REACH); k--)
    if (partWord(doc.norm[k]) === "naming") return true;
  return false;
}

function pastColon(doc: Document, k: number): number {
  return k < doc.length && normOf(doc, k) === ":" ? k + 1 : k;
}
