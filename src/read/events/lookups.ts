import type { Actor } from "../../model/reading.js";
import type { ActorMention, Findings, NameMention, Quantity } from "../findings.js";

type Needs = Pick<Findings, "doc" | "names" | "quantities" | "actors" | "actorMentions">;

/**
 * What a report's findings hold at a token or under an id, worked out once: each is asked for at every role filler, and a list searched
 * from its beginning each time takes a long report's square. Where several fit, the first of the list.
 */
export class Lookups {
  private readonly nameOf: Int32Array;
  private readonly headOf: Int32Array;
  private readonly measured: Uint8Array;
  private readonly actors: ReadonlyMap<string, Actor>;
  /** Places in the list of quantities, by the noun counted and by the first token of the number. */
  private readonly byNoun: ReadonlyMap<number, readonly number[]>;
  private readonly byStart: ReadonlyMap<number, readonly number[]>;

  constructor(private readonly found: Needs) {
    const { doc, names, quantities, actors, actorMentions } = found;
    this.nameOf = new Int32Array(doc.length).fill(-1);
    for (let k = names.length - 1; k >= 0; k--) this.nameOf.fill(k, names[k].tokens[0], names[k].tokens[1]);
    this.headOf = new Int32Array(doc.length).fill(-1);
    for (let k = actorMentions.length - 1; k >= 0; k--) this.headOf[actorMentions[k].head] = k;
    this.measured = new Uint8Array(doc.length);
    for (const { tokens, count } of quantities)
      if (count.unit !== null && count.unit !== "person") this.measured.fill(1, tokens[0], tokens[1]);
    this.actors = new Map(actors.map((a) => [a.id, a]));
    this.byNoun = placesBy(quantities, (q) => q.noun);
    this.byStart = placesBy(quantities, (q) => q.tokens[0]);
  }

  actor(id: string | null): Actor | undefined {
    return id === null ? undefined : this.actors.get(id);
  }

  /** The name that the token is a word of. */
  nameAt(token: number): NameMention | undefined {
    return this.found.names[this.nameOf[token] ?? -1];
  }

  /** The mention of an actor that the token heads. */
  headedBy(token: number): ActorMention | undefined {
    return this.found.actorMentions[this.headOf[token] ?? -1];
  }

  /** The mention of an actor that lies between two offsets and holds two others between them. */
  mentionWithin(from: number, to: number, start: number, end: number): ActorMention | undefined {
    const all = this.found.actorMentions;
    let k = 0;
    for (let hi = all.length; k < hi; ) {
      const mid = (k + hi) >> 1;
      if (all[mid].span[0] < from) k = mid + 1;
      else hi = mid;
    }
    for (; k < all.length && all[k].span[0] <= start; k++) if (end <= all[k].span[1] && all[k].span[1] <= to) return all[k];
    return undefined;
  }

  /** Whether the token is of an amount of something other than people. */
  isMeasured(token: number): boolean {
    return this.measured[token] === 1;
  }

  /** What counts the noun. */
  counting(noun: number): readonly Quantity[] {
    return this.byNoun.get(noun)?.map((k) => this.found.quantities[k]) ?? [];
  }

  /** What counts the noun, or stands among the tokens `first` to `last` of its phrase. */
  countIn(noun: number, first: number, last: number): Quantity | undefined {
    const { quantities } = this.found;
    let least = this.byNoun.get(noun)?.[0] ?? quantities.length;
    for (let t = first; t <= last; t++)
      for (const k of this.byStart.get(t) ?? []) if (k < least && quantities[k].tokens[1] <= last + 1) least = k;
    return quantities[least];
  }
}

function placesBy(quantities: readonly Quantity[], key: (q: Quantity) => number | null): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  quantities.forEach((q, k) => {
    const at = key(q);
    if (at === null) return;
    const known = places.get(at);
    if (known) known.push(k);
    else places.set(at, [k]);
  });
  return places;
}
