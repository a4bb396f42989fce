import type { Clues } from "./clues.js";
import { type Contrast, contrastOf, describedBy, isApart } from "./contrast.js";
import type { Entry } from "./entry.js";
import type { Group } from "./gather.js";
import { type Account, isNear, type Kind, numberOf, type Value } from "./hypotheses.js";
import { isAnaphoric, isFurther, isOnePerson } from "./persons.js";
import { placeOf, type Signs } from "./weigh.js";

/** What is told of the killed and injured of a report, gathered once in plain figures. */

/** What a phrase that counts somebody says, as far as numbers are weighed by it. */
export interface Told {
  readonly n: number;
  /** 2 a plain word, 1 a weak one ("shot"), 0 a hint or a denial. */
  readonly strength: number;
  /** 2 of the chief event, 1 of one that may be it, 0 of another. */
  readonly near: number;
  /** 2 headline, 1 first sentences, 0 later. */
  readonly place: number;
  readonly sentence: number;
  readonly further: boolean;
  readonly anaphoric: boolean;
  readonly single: boolean;
  readonly aside: boolean;
}

/** A number with its sources: how many phrases bear it out, and in how many sentences. */
export interface Figure {
  readonly v: number;
  readonly by: readonly Kind[];
  readonly told: readonly Told[];
}

export interface Sheet {
  readonly sentences: number;
  readonly killed: readonly Told[];
  readonly injured: readonly Told[];
  readonly figures: { readonly killed: readonly Figure[]; readonly injured: readonly Figure[] };
  readonly cues: Readonly<Record<string, number>>;
  readonly clues: Clues;
  /** Those hurt one by one who are somebody besides the dead: by plain words, by weak ones; and those who may be the dead. */
  readonly besides: readonly [plain: number, weak: number, open: number];
  readonly gathered: Gathered;
}

/** Persons told of one by one over the whole report: how many of what kind there are. */
export interface Gathered {
  readonly dead: number;
  /** Of the dead, those told of as dead in two sentences or more. */
  readonly deadAgain: number;
  readonly deadInHeadline: number;
  readonly hurtInHeadline: number;
  /** The hurt who are none of the dead: set apart from all of them or not, by the strength of the word. */
  readonly apart: readonly [hint: number, weak: number, plain: number];
  readonly open: readonly [hint: number, weak: number, plain: number];
}

const STRENGTH: Readonly<Record<string, number>> = { weak: 1, hint: 0, zero: 0 };

export function sheetOf(signs: Signs, account: Account): Sheet {
  const { doc, partOf } = signs;
  const facts = (e: Entry): Told => ({
    n: numberOf(e),
    strength: e.c.word.mark === null ? 2 : (STRENGTH[e.c.word.mark] ?? 0),
    near: e.event?.id === account.lead.id ? 2 : isNear(e, account.lead) ? 1 : 0,
    place: placeOf(doc, partOf, e.c.token),
    sentence: doc.sentence[e.c.token],
    further: isFurther(doc, e.c.head),
    anaphoric: isAnaphoric(doc, e.c.head),
    single: isOnePerson(doc, e.c),
    aside: e.ofPeriod || e.c.partOf !== null,
  });
  const figures = (values: readonly Value[]): readonly Figure[] =>
    values.map((value) => ({ v: value.v, by: [...value.by.keys()], told: (value.by.get("told") ?? []).map(facts) }));
  return {
    sentences: doc.sentence[doc.length - 1] + 1,
    killed: account.killed.map(facts),
    injured: account.injured.map(facts),
    figures: { killed: figures(account.values.killed), injured: figures(account.values.injured) },
    cues: Object.fromEntries(signs.cues),
    clues: signs.clues,
    besides: besidesOf(account),
    gathered: gatheredOf(signs, account),
  };
}

function gatheredOf({ doc, partOf }: Signs, { company }: Account): Gathered {
  const groups = company.gathered(true, true);
  const dead = groups.filter((g) => g.some((p) => p.dead));
  const [apart, open] = [0, 1].map(() => [0, 0, 0] as [number, number, number]);
  for (const g of groups) {
    if (g.some((p) => p.dead)) continue;
    const strength = Math.max(...g.map((p) => (p.c.word.mark === null ? 2 : (STRENGTH[p.c.word.mark] ?? 0))));
    const set = dead.every((d) => d.some((p) => g.some((q) => isApart(company.contrast(company.all.indexOf(p), company.all.indexOf(q))))));
    (set ? apart : open)[strength]++;
  }
  const inHeadline = (g: Group, fared: boolean): boolean => g.some((p) => p.dead === fared && placeOf(doc, partOf, p.c.token) === 2);
  return {
    dead: dead.length,
    deadAgain: dead.filter((g) => new Set(g.filter((p) => p.dead).map((p) => doc.sentence[p.c.token])).size > 1).length,
    deadInHeadline: groups.filter((g) => inHeadline(g, true)).length,
    hurtInHeadline: groups.filter((g) => inHeadline(g, false)).length,
    apart,
    open,
  };
}

function besidesOf(account: Account): Sheet["besides"] {
  const { doc, actors } = account;
  const single = (e: Entry): boolean => isOnePerson(doc, e.c) && isNear(e, account.lead) && (STRENGTH[e.c.word.mark ?? ""] ?? 2) > 0;
  const dead = account.killed.filter(single).map((e) => describedBy(doc, actors, e.c));
  const count = [0, 0, 0] as [number, number, number];
  for (const e of account.injured.filter(single)) {
    const d = describedBy(doc, actors, e.c);
    const all: Contrast[] = dead.map((o) => contrastOf(doc, o, d));
    if (all.includes("same")) continue;
    count[all.every(isApart) ? (e.c.word.mark === null ? 0 : 1) : 2]++;
  }
  return count;
}
