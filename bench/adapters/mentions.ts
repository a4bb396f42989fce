import { type Document, tokensIn } from "../../src/language/document.js";
import type { Effect } from "../../src/model/vocabulary.js";
import type { Findings } from "../../src/read/findings.js";
import { findAll } from "../../src/read/index.js";
import { tollWordAt } from "../../src/read/tolls/words.js";
import { type Predictor, reportOfLine } from "../predictions.js";

/** A single word that tells of something, and what it is told to be: an event of the reading, or a harm that the event did. */
interface Word {
  readonly token: number;
  readonly told: string;
}

/**
 * Words by what they tell of, as ECB+ has it. There a shooting and the killing it led to are two events, where a reading has one event and its toll;
 * and a mention is the one word that tells, where a reading gives the phrase. So words of one event that say death or injury by themselves go
 * apart from those that do not, and the words of its tolls go with them.
 */
function words(found: Findings): readonly Word[] {
  const { doc } = found;
  const all: Word[] = [];
  const taken = new Set<number>();
  const add = (token: number, event: string | null): void => {
    if (taken.has(token)) return;
    taken.add(token);
    all.push({ token, told: `${event} ${harmAt(doc, token) ?? ""}` });
  };
  for (const e of found.events) for (const t of [...e.triggers, ...e.results]) add(t, e.id);
  for (const s of found.statements) {
    if (s.kind !== "toll") continue;
    const [first, end] = tokensIn(doc, s.evidence);
    for (let i = first; i < end; i++) if (harmAt(doc, i) === s.effect) add(i, s.event);
  }
  return all;
}

/** The harm that a word tells by itself ("killed", "wounded"); null for one that needs another to tell it ("shot", "found dead"). */
function harmAt(doc: Document, token: number): Effect | null {
  const word = tollWordAt(doc, token);
  return word && word.mark === null && word.needs.length === 0 ? word.effect : null;
}

/** The words of each event of ECB+, said to be mentions of one. */
export const predictor: Predictor = {
  kind: "each",
  predict(line) {
    const found = findAll(reportOfLine(line).report);
    const events = new Map<string, [number, number][]>();
    for (const { token, told } of words(found))
      events.set(told, [...(events.get(told) ?? []), [found.doc.start[token], found.doc.end[token]]]);
    return { id: line.id, events: [...events].map(([id, mentions]) => ({ id, mentions })) };
  },
};
