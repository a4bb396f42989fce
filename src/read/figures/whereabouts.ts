import { contains, overlaps } from "../../base/span.js";
import { type Document, sentenceSpan, tokensIn } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { U } from "../../language/tags.js";
import type { Place } from "../../model/reading.js";
import { clauseSpan } from "../clause.js";
import { wordsOf } from "../events/words.js";
import type { Quantity } from "../findings.js";
import { words } from "../quantities/words.js";

/** What a place that stands in another clause is set back by, in characters. */
const ANOTHER = 1000;
/** Most tokens between a place and the number that is its own: "Kano, with 31", "Wajir recorded". */
const OWN = 3;

/** Which place a number was counted at, also where places and numbers make up a list. */
export class Whereabouts {
  /** By the first token of a number, the place that stands right before it. */
  private readonly owned = new Map<number, Place | null>();
  private readonly owners = new Set<Place>();

  constructor(
    private readonly doc: Document,
    private readonly places: readonly Place[],
    quantities: readonly Quantity[],
  ) {
    if (places.length === 0) return;
    const ends = new Map(places.map((p) => [tokensIn(doc, p.span)[1], p]));
    for (const q of quantities) {
      const place = this.before(q, ends);
      if (place === undefined) continue;
      this.owned.set(q.tokens[0], place);
      if (place) this.owners.add(place);
    }
    // "ahead of Kogi (9)": another's, whether or not its number is told
    for (const p of places) if (isRanked(doc, tokensIn(doc, p.span)[0])) this.owners.add(p);
    respectively(doc, places, quantities, (q, p) => {
      this.owned.set(q.tokens[0], p);
      this.owners.add(p);
    });
  }

  /**
   * "Sukma (24)", "followed by Kiambu with 7,441", "Kanker reported five", "Kondagaon two"; null where the name is of no known place, and
   * undefined where none stands there.
   */
  private before(q: Quantity, ends: ReadonlyMap<number, Place>): Place | null | undefined {
    const { doc } = this;
    let first = q.tokens[0];
    while (first > 0 && doc.start[first - 1] >= q.count.span[0]) first--;
    for (let k = first; k > Math.max(doc.sentenceStart[doc.sentence[first]], first - OWN); k--) {
      const place = ends.get(k);
      if (place) return place;
      const word = doc.norm[k - 1];
      if (k === first - 1 && doc.upos[k - 1] === U.PROPN && (words().glue.open.has(doc.norm[k]) || WITH.has(doc.norm[k]))) return null;
      const leads = WITH.has(word) || HAD.has(word) || words().glue.open.has(word) || words().glue.comma.has(word);
      if (!leads && doc.upos[k - 1] !== U.AUX) return undefined;
    }
    return undefined;
  }

  /** Whether a place of a list is another number's. What a sentence tells of one place alone is all of that place. */
  private isAnothers(p: Place): boolean {
    if (!this.owners.has(p)) return false;
    const s = this.doc.sentence[tokensIn(this.doc, p.span)[0]];
    return [...this.owners].some((o) => o.id !== p.id && this.doc.sentence[tokensIn(this.doc, o.span)[0]] === s);
  }

  /**
   * The place of a figure: its own in a list, else the one nearest to it in its clause, else in its sentence, that is no other number's;
   * null where there is none.
   */
  of(token: number, number: number): string | null {
    const { doc } = this;
    const own = this.owned.get(number);
    if (own !== undefined) return own?.id ?? null;
    const clause = clauseSpan(doc, token);
    const sentence = sentenceSpan(doc, doc.sentence[token]);
    const at = doc.start[token];
    let best: Place | null = null;
    let score = Number.POSITIVE_INFINITY;
    for (const p of this.places) {
      if (!contains(sentence, p.span)) continue;
      const apart = p.span[1] <= at ? at - p.span[1] : p.span[0] - at;
      const distance = apart + (overlaps(p.span, clause) ? 0 : ANOTHER) + (this.isAnothers(p) ? 2 * ANOTHER : 0);
      if (distance < Math.min(score, 2 * ANOTHER)) {
        best = p;
        score = distance;
      }
    }
    return best?.id ?? null;
  }
}

/** "followed by Kogi", "ahead of Kogi". */
function isRanked(doc: Document, first: number): boolean {
  return first > 1 && doc.upos[first - 1] === U.ADP && RANK.has(doc.norm[first - 2]);
}

/** "Mandera and Wajir recorded the lowest figures, at 402 and 377 respectively": the numbers in the order of their places. */
function respectively(
  doc: Document,
  places: readonly Place[],
  quantities: readonly Quantity[],
  give: (q: Quantity, p: Place) => void,
): void {
  for (let s = 0; s + 1 < doc.sentenceStart.length; s++) {
    let at = -1;
    for (let i = doc.sentenceStart[s]; i < doc.sentenceStart[s + 1] && at < 0; i++) if (IN_TURN.has(doc.norm[i])) at = i;
    if (at < 0) continue;
    const numbers = runBefore(
      doc,
      quantities.filter((q) => doc.sentence[q.tokens[0]] === s && q.tokens[1] <= at).map((q) => q),
    );
    const named = places.filter(
      (p) => doc.sentence[tokensIn(doc, p.span)[0]] === s && tokensIn(doc, p.span)[1] <= (numbers[0]?.tokens[0] ?? 0),
    );
    if (numbers.length < 2 || named.length !== numbers.length) continue;
    numbers.forEach((q, k) => {
      give(q, named[k]);
    });
  }
}

/** The last numbers of a list that nothing but commas and "and" parts. */
function runBefore(doc: Document, quantities: readonly Quantity[]): readonly Quantity[] {
  let from = quantities.length - 1;
  while (from > 0 && isJoint(doc, quantities[from - 1].tokens[1], quantities[from].tokens[0])) from--;
  return quantities.slice(Math.max(0, from));
}

function isJoint(doc: Document, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (!JOINS.has(doc.upos[k])) return false;
  return to > from;
}

const JOINS = new Ids([U.PUNCT, U.CCONJ, U.SYM, U.ADP]);
const WITH = wordsOf("with-number");
const HAD = wordsOf("had-number");
const RANK = wordsOf("ranked");
const IN_TURN = wordsOf("in-turn");
