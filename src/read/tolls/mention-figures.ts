import type { Clues } from "./clues.js";
import { BARE, FITS, type Mention, type Mentions, NAME, OWNED, type People, PRONOUN, type Standing } from "./mentions.js";
import { partWord } from "./parts.js";
import { groupOf, isAdult, isGeneric } from "./people.js";

/** What the trees may ask of a phrase that counts somebody, in plain figures. */

const CUES = [
  "victims",
  "both",
  "else",
  "double",
  "triple",
  "kin",
  "self",
  "gunman",
  "condition",
  "alive",
  "acts",
  "more",
  "accident",
] as const; // prettier-ignore
const CLUES: readonly (keyof Clues)[] = ["acts", "deaths", "ordinal", "victims", "backDead", "backHurt", "back", "murders", "attempts"];
const COMPANY = ["same", "like", "open", "apart", "apart without hints"] as const;

export const FIGURES: readonly string[] = [
  "dead",
  "number",
  "one",
  "place",
  "sentence",
  "strength",
  "relation",
  "told",
  "period",
  "part",
  "coordinated",
  "further",
  "anaphoric",
  "generic",
  "side",
  "adult",
  "named",
  "age",
  "sex",
  "actor",
  "article",
  "own",
  "own with hints",
  "other",
  "other before",
  "gap to own",
  "gap to other",
  "singles before",
  "most before",
  "top",
  "top of other",
  "phrases before",
  "persons before",
  "place among phrases",
  "phrases",
  "group",
  "group died",
  "first of group",
  "size of group",
  "groups",
  "groups that died",
  ...CUES.map((cue) => `cue ${cue}`),
  ...CLUES.map((clue) => `clue ${clue}`),
  ...["own before", "own later", "other", "other before"].flatMap((side) => COMPANY.map((c) => `${side}: ${c}`)),
  "log-odds",
  "sum before",
  "sum of the same before",
  "most of the like before",
  "sum",
  "sum of other",
  "sum later",
  "likelier",
  "less the dead",
];

const SIDES = [null, "civilians", "children", "attackers", "security-forces"] as const;

/** What the figures of a report's phrases are that no weights are asked for. */
export function fixedFigures(mentions: Mentions, standings: readonly Standing[]): readonly (readonly number[])[] {
  return mentions.all.map((m, j) => [
    ...ofItself(mentions, m),
    ...ofStanding(mentions, j, standings[j]),
    ...CUES.map((cue) => mentions.signs.cues.get(cue) ?? -1),
    ...CLUES.map((clue) => mentions.signs.clues[clue]),
    ...company(mentions, j, m.dead, 0, j),
    ...company(mentions, j, m.dead, j + 1, mentions.all.length),
    ...company(mentions, j, !m.dead, 0, mentions.all.length),
    ...company(mentions, j, !m.dead, 0, j),
  ]);
}

/** The figures that follow from what the linear weights say: the log-odds of each phrase, and whether its number holds the dead. */
export function weighedFigures(people: People, odds: readonly number[], less: readonly number[]): readonly (readonly number[])[] {
  const shares = odds.map((z) => 1 / (1 + Math.exp(-z)));
  return people.all.map((_, j) => [odds[j], ...ofShares(people, j, shares), less[j]]);
}

function ofItself({ account: { doc } }: Mentions, m: Mention): readonly number[] {
  const { c } = m.e;
  const { person } = m.described;
  const adult = isAdult(doc, c.head);
  return [
    Number(m.dead),
    m.n,
    Number(m.one),
    m.place,
    m.sentence,
    m.strength,
    m.relation,
    Number(m.e.told !== null),
    Number(m.e.ofPeriod),
    Number(c.partOf !== null),
    Number(c.coordinated),
    Number(m.further),
    Number(m.anaphoric),
    Number(isGeneric(doc, c.head)),
    SIDES.indexOf(groupOf(doc, c.head) as (typeof SIDES)[number]),
    adult === null ? 0 : adult ? 1 : -1,
    Number(person.name !== null),
    Number(person.age !== null),
    Number(person.sex !== null),
    Number(person.actor !== null),
    articleRank(m),
  ];
}

/** From who is known to who is new: a pronoun, "the", a name, "his", nothing, "a", "another". */
function articleRank({ article }: Mention): number {
  if (article < 0) return KNOWN.indexOf(article);
  const kind = partWord(article);
  return kind === "definite" ? 1 : kind === "indefinite" ? 5 : kind === "more" ? 6 : -1;
}

const KNOWN = [PRONOUN, 0, NAME, OWNED, BARE];

/** How far a phrase is from another that there is none of. */
const FAR = 99;

function ofStanding(mentions: Mentions, j: number, s: Standing): readonly number[] {
  const { all, groups } = mentions;
  const m = all[j];
  const gap = (at: number): number => (at < 0 ? FAR : m.sentence - all[at].sentence);
  const died = (g: readonly { readonly dead: boolean }[]): boolean => g.some((p) => p.dead);
  return [
    s.own,
    s.ownAll,
    s.other,
    s.otherBefore,
    m.one ? gap(mentions.fit(j, m.dead, j, true)) : FAR,
    m.one ? gap(mentions.fit(j, !m.dead, all.length, true)) : FAR,
    s.singles,
    s.most,
    s.top,
    s.topOther,
    s.before.length,
    s.before.filter((i) => all[i].one).length,
    j,
    all.length,
    m.group ? groups.indexOf(m.group) : -1,
    Number(m.group !== null && died(m.group)),
    Number(m.group?.find((p) => p.dead === m.dead)?.e === m.e),
    m.group?.length ?? 0,
    groups.length,
    groups.filter(died).length,
  ];
}

/** How many persons from place `from` on are the same, like this one, open, set apart; of these without those only hinted at. */
function company(mentions: Mentions, j: number, dead: boolean, from: number, end: number): readonly number[] {
  const counts = [0, 0, 0, 0, 0];
  if (!mentions.all[j].one) return counts;
  for (let i = from; i < end; i++) {
    const o = mentions.all[i];
    if (i === j || o.dead !== dead || !o.one || !o.near) continue;
    const c = mentions.contrast(i, j);
    counts[c === 0 ? 0 : c <= LIKE ? 1 : c <= OPEN ? 2 : 3]++;
    if (c > OPEN && o.strength > 0) counts[4]++;
  }
  return counts;
}

const LIKE = FITS.indexOf("definite");
const OPEN = FITS.indexOf("noun");

/** How many people the phrases before, later and of the other effect come to by what the linear weights say of each. */
function ofShares(people: People, j: number, shares: readonly number[]): readonly number[] {
  const { all } = people;
  const sums = { before: 0, same: 0, like: 0, all: 0, other: 0, later: 0, likelier: 0 };
  all.forEach((o, i) => {
    const v = shares[i] * o.n;
    if (o.dead !== all[j].dead) {
      sums.other += v;
      return;
    }
    sums.all += v;
    if (shares[i] > shares[j]) sums.likelier++;
    if (i > j) sums.later += v;
    if (i >= j) return;
    sums.before += v;
    if (!o.one || !all[j].one) return;
    const c = people.contrast(i, j);
    if (c === 0) sums.same += v;
    if (c <= OPEN) sums.like = Math.max(sums.like, shares[i]);
  });
  return [sums.before, sums.same, sums.like, sums.all, sums.other, sums.later, sums.likelier];
}
