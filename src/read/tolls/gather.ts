import type { Document } from "../../language/document.js";
import type { Findings } from "../findings.js";
import { type Contrast, contrastOf, type Described, describedBy, isApart } from "./contrast.js";
import type { Entry } from "./entry.js";
import { isOnePerson } from "./persons.js";

/** One person as one phrase tells of it, with how it fared there. */
export interface Individual extends Described {
  readonly e: Entry;
  readonly dead: boolean;
}

/** People told of one by one, brought together: each in the phrases that are taken to tell of him. */
export type Group = readonly Individual[];

/**
 * Those told of one by one as killed or injured by the lead event, in text order, and how each stands to each. Not yet how many they
 * are: that depends on how readily two phrases are taken for one person.
 */
export class Company {
  readonly all: readonly Individual[];
  private readonly known: (Contrast | undefined)[] = [];

  constructor(
    readonly doc: Document,
    actors: Findings["actors"],
    killed: readonly Entry[],
    injured: readonly Entry[],
    near: (e: Entry) => boolean,
  ) {
    const of = (entries: readonly Entry[], dead: boolean): Individual[] =>
      entries
        .filter((e) => e.c.word.mark !== "zero" && !e.ofPeriod && isOnePerson(doc, e.c) && near(e))
        .map((e) => ({ ...describedBy(doc, actors, e.c), e, dead }));
    this.all = [...of(killed, true), ...of(injured, false)].sort((a, b) => a.c.head - b.c.head || a.c.token - b.c.token).slice(0, MOST);
  }

  /** How the later of two stands to the earlier, by their places in `all`. */
  contrast(i: number, j: number): Contrast {
    const [a, b] = i < j ? [i, j] : [j, i];
    return (this.known[a * this.all.length + b] ??= contrastOf(this.doc, this.all[a], this.all[b]));
  }

  /**
   * The persons, `open` where two that nothing brings together are two, else one; without hints, who is only told of as taken to a
   * hospital counts for nobody.
   */
  gathered(open: boolean, hints: boolean): readonly Group[] {
    const groups: number[][] = [];
    this.all.forEach((p, j) => {
      if (!hints && p.c.word.mark === "hint") return;
      const by = groups.map((g) => g.map((i) => this.contrast(i, j)));
      let at = by.findIndex((cs) => cs.includes("same"));
      if (at < 0) at = lastIndex(by, (cs) => !cs.some(isApart) && (!open || cs.some((c) => LIKE.has(c))));
      if (at >= 0) groups[at].push(j);
      else groups.push([j]);
    });
    return groups.map((g) => g.map((j) => this.all[j]));
  }
}

/** How many phrases are looked at. */
const MOST = 40;

/** Contrasts that bring two together even where persons are told apart readily. */
const LIKE = new Set<Contrast>(["like", "pronoun", "definite"]);

function lastIndex<T>(all: readonly T[], test: (x: T) => boolean): number {
  for (let i = all.length - 1; i >= 0; i--) if (test(all[i])) return i;
  return -1;
}
