import { childWith, type Document } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import { type Contrast, contrastOf, type Described, describedBy } from "./contrast.js";
import type { Entry } from "./entry.js";
import type { Group } from "./gather.js";
import { type Account, isNear, numberOf } from "./hypotheses.js";
import { isAnaphoric, isFurther, isOnePerson } from "./persons.js";
import { placeOf, type Signs } from "./weigh.js";

/** Contrasts from one person to two. */
export const FITS: readonly Contrast[] = [
  "same",
  "like",
  "pronoun",
  "definite",
  "open",
  "noun",
  "anew",
  "also",
  "further",
  "kin",
  "listed",
  "agent",
  "group",
  "adult",
  "sex",
  "age",
  "name",
];
/** Where nobody is there to be compared with, and where more than one person is told of. */
export const NOBODY = -1;
export const SEVERAL = -2;

/** One phrase that counts somebody killed or hurt, among the others of its report. */
export interface Mention {
  readonly e: Entry;
  readonly described: Described;
  readonly dead: boolean;
  readonly n: number;
  /** Whether it tells of one person, not of a number. */
  readonly one: boolean;
  readonly sentence: number;
  /** 2 headline, 1 first sentences, 0 later. */
  readonly place: number;
  /** 2 a plain word, 1 a weak one, 0 a hint. */
  readonly strength: number;
  /** 3 of the chief event, 2 of none, 1 of another of the story, 0 of one told of as background. */
  readonly relation: number;
  /** Of the chief event or one that may be it, and of one act. */
  readonly near: boolean;
  readonly further: boolean;
  readonly anaphoric: boolean;
  /** Norm of the article, or what else stands for it, below 0. */
  readonly article: number;
  /** Lemma of the head, or the class of a name or number, below 0. */
  readonly noun: number;
  readonly group: Group | null;
}

/** Phrases with how each stands to each, as a place in `FITS`; asked only of single persons of one effect. */
export interface People {
  readonly all: readonly Pick<Mention, "dead" | "n" | "one">[];
  contrast(i: number, j: number): number;
}

/** What stands for an article: a pronoun, a name, a possessive, nothing. */
export const [PRONOUN, NAME, OWNED, BARE, NUMBER] = [-1, -2, -3, -4, -5];

/** How many phrases are looked at. */
const MOST = 40;

/** The phrases of a report that count somebody killed or hurt, in text order, with how each stands to each. */
export class Mentions {
  readonly all: readonly Mention[];
  readonly groups: readonly Group[];
  private readonly known: Int8Array;

  constructor(
    readonly signs: Signs,
    readonly account: Account,
  ) {
    const { killed, injured, company } = account;
    this.groups = company.gathered(true, true);
    const of = (entries: readonly Entry[], dead: boolean): (readonly [Entry, boolean])[] => entries.map((e) => [e, dead] as const);
    this.all = [...of(killed, true), ...of(injured, false)]
      .filter(([e]) => e.c.word.mark !== "zero" && numberOf(e) > 0)
      .sort(([a], [b]) => a.c.head - b.c.head || a.c.token - b.c.token)
      .slice(0, MOST)
      .map(([e, dead]) => this.mention(e, dead));
    this.known = new Int8Array(this.all.length ** 2).fill(NOBODY);
  }

  /** How the later of two persons stands to the earlier, as a place in `FITS`. */
  contrast(i: number, j: number): number {
    const [a, b] = i < j ? [i, j] : [j, i];
    const at = a * this.all.length + b;
    if (this.known[at] < 0) this.known[at] = FITS.indexOf(contrastOf(this.account.doc, this.all[a].described, this.all[b].described));
    return this.known[at];
  }

  /** The same without the report, to be kept. */
  people(): People {
    const all = this.all.map(({ dead, n, one }) => ({ dead, n, one }));
    const size = all.length;
    for (let i = 0; i < size; i++)
      for (let j = i + 1; j < size; j++) if (all[i].one && all[j].one && all[i].dead === all[j].dead) this.contrast(i, j);
    const known = this.known;
    return { all, contrast: (i, j) => known[Math.min(i, j) * size + Math.max(i, j)] };
  }

  /** The person before place `end` killed (or hurt) whom phrase `j` fits best, the last of several; -1 where there is none. */
  fit(j: number, dead: boolean, end: number, hints: boolean): number {
    let [best, at] = [FITS.length, -1];
    for (let i = 0; i < end; i++) {
      const m = this.all[i];
      if (i === j || m.dead !== dead || !m.one || !m.near || (!hints && m.strength === 0)) continue;
      const c = this.contrast(i, j);
      if (c <= best) [best, at] = [c, i];
    }
    return at;
  }

  /** How well it fits: a place in `FITS`, or `NOBODY`, or `SEVERAL` for a phrase of several. */
  fits(j: number, dead: boolean, end: number, hints: boolean): number {
    if (!this.all[j].one) return SEVERAL;
    const at = this.fit(j, dead, end, hints);
    return at < 0 ? NOBODY : this.contrast(at, j);
  }

  private mention(e: Entry, dead: boolean): Mention {
    const { doc, actors, lead } = this.account;
    const { head, token } = e.c;
    return {
      e,
      described: describedBy(doc, actors, e.c),
      dead,
      n: numberOf(e),
      one: isOnePerson(doc, e.c),
      sentence: doc.sentence[token],
      place: placeOf(doc, this.signs.partOf, token),
      strength: e.c.word.mark === null ? 2 : e.c.word.mark === "weak" ? 1 : 0,
      relation: e.event === null ? 2 : e.event.id === lead.id ? 3 : e.event.background ? 0 : 1,
      near: isNear(e, lead) && !e.ofPeriod,
      further: isFurther(doc, head),
      anaphoric: isAnaphoric(doc, head),
      article: articleOf(doc, head),
      noun: doc.upos[head] === U.PROPN ? NAME : doc.upos[head] === U.NUM ? NUMBER : doc.lemma[head],
      group: this.groups.find((g) => g.some((p) => p.e === e)) ?? null,
    };
  }
}

function articleOf(doc: Document, head: number): number {
  if (doc.upos[head] === U.PRON) return PRONOUN;
  if (doc.upos[head] === U.PROPN) return NAME;
  const det = childWith(doc, head, R.det);
  if (det >= 0) return doc.norm[det];
  return childWith(doc, head, R["nmod:poss"]) >= 0 ? OWNED : BARE;
}

/** How phrase `j` stands to those told of before it, and to all. */
export interface Standing {
  /** By `FITS`: to those before of its own effect, without hints of the hurt and with; to those of the other effect, and to those before. */
  readonly own: number;
  readonly ownAll: number;
  readonly other: number;
  readonly otherBefore: number;
  /** Phrases before of its effect; single persons of them without hints; the greatest number of them. */
  readonly before: readonly number[];
  readonly singles: number;
  readonly most: number;
  /** The greatest number of its effect and of the other in the report. */
  readonly top: number;
  readonly topOther: number;
}

export function standingOf(mentions: Mentions, j: number): Standing {
  const { all } = mentions;
  const { dead } = all[j];
  const before = all.flatMap((m, i) => (i < j && m.dead === dead && m.near ? [i] : []));
  const top = (of: boolean): number => all.reduce((n, m) => (m.dead === of && m.n >= 2 && m.near ? Math.max(n, m.n) : n), 0);
  return {
    own: mentions.fits(j, dead, j, dead),
    ownAll: mentions.fits(j, dead, j, true),
    other: mentions.fits(j, !dead, all.length, false),
    otherBefore: mentions.fits(j, !dead, j, false),
    before,
    singles: before.filter((i) => all[i].one && all[i].strength > 0).length,
    most: before.reduce((n, i) => (all[i].n >= 2 ? Math.max(n, all[i].n) : n), 0),
    top: top(dead),
    topOther: top(!dead),
  };
}
