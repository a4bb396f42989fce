import type { Span } from "../../base/span.js";
import { type Document, tokensIn } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { loadTable } from "../../lexicon/table.js";
import { wordsOf } from "../events/words.js";
import type { NameMention } from "../findings.js";
import { sourceKindAt } from "./lexicon.js";

const BEARS_NAME = wordsOf("bears-name");

/**
 * "Cyclone Maya: 29 dead", "Ferry sinking: three held": what a headline is about stands before its colon, and says nothing. Not "Police: 29
 * dead", nor "Roe: 29 dead".
 */
export function isTopic(doc: Document, names: readonly NameMention[], cue: number, source: number, content: readonly Span[]): boolean {
  if (doc.upos[cue] !== U.PUNCT || source < 0 || source > cue || sourceKindAt(doc, source) > 0) return false;
  if (isNamedStorm(doc, source) || isSetting(doc, names, source)) return true;
  if (doc.upos[source] !== U.NOUN || names.some((n) => n.type !== "place" && n.tokens[0] <= source && source < n.tokens[1])) return false;
  return content.some((c) => doc.upos[tokensIn(doc, c)[0]] === U.NUM);
}

/** "Lagos Island: Two remanded over death of trader": where a headline is from. A seat of government speaks ("Kyiv: Strike kills four"). */
function isSetting(doc: Document, names: readonly NameMention[], source: number): boolean {
  const place = names.find((n) => n.type === "place" && n.tokens[0] <= source && source < n.tokens[1]);
  if (!place || place.tokens[0] !== doc.sentenceStart[doc.sentence[source]]) return false;
  seats ??= new Set(loadTable("governments").rows.map((row) => row.name));
  return !seats.has(doc.text.slice(place.span[0], place.span[1]).toLowerCase());
}

let seats: ReadonlySet<string> | null = null;

function isNamedStorm(doc: Document, source: number): boolean {
  if (BEARS_NAME.has(doc.lemma[source])) return true;
  const before = source - 1;
  return before >= 0 && BEARS_NAME.has(doc.lemma[before]) && (doc.relation[before] === R.compound || doc.upos[before] === U.PROPN);
}
