import type { Document } from "../../language/document.js";
import type { NameMention } from "../findings.js";
import type { Mention } from "./mentions.js";
import { quotesOf } from "./mentions.js";
import { namedMention } from "./named.js";
import { nounMention } from "./nouns.js";
import { pronounMention } from "./pronoun-mentions.js";

/** All phrases of a document that may denote an actor, by the order of their heads. A noun inside a name or its title is no mention of its own. */
export function findMentions(doc: Document, names: readonly NameMention[]): readonly Mention[] {
  const quotes = quotesOf(doc);
  const taken = new Uint8Array(doc.length);
  const found: Mention[] = [];
  for (const name of names) {
    const mention = namedMention(doc, name, quotes);
    if (mention === null) {
      // A place is no actor, but "Leeds" is no noun to be read either; a nationality may be one ("two Kazakhs").
      if (name.type !== "nationality") taken.fill(1, name.tokens[0], name.tokens[1]);
      continue;
    }
    taken.fill(1, mention.first, mention.end);
    found.push(mention);
  }
  for (let i = 0; i < doc.length; i++) {
    if (taken[i]) continue;
    const mention = nounMention(doc, i, quotes) ?? pronounMention(doc, i, quotes);
    if (mention !== null) found.push(mention);
  }
  return found.sort((a, b) => a.head - b.head || a.first - b.first);
}
