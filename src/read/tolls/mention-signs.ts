import { hashUnits, key3 } from "../../language/hash.js";
import { U } from "../../language/tags.js";
import { stableHash } from "../linear.js";
import type { Mention, Mentions, Standing } from "./mentions.js";
import { groupOf } from "./people.js";

/**
 * What a phrase that counts somebody is judged by, as hashes: its words, those around them, and how it stands to the phrases before.
 * Each is asked apart for the dead and the hurt, for one person and for several.
 */
export function signsOfMention(mentions: Mentions, j: number, s: Standing): readonly number[] {
  const { all, account } = mentions;
  const m = all[j];
  const kind = (m.dead ? 3 : 0) + (m.n >= 2 ? 2 : m.one ? 1 : 0);
  const out: number[] = [];
  const add = (template: number, a = 0, b = 0, c = 0): void => void out.push(key3(template * 8 + kind, a, b, c));
  ofItself(m, s, add, account.doc);
  ofStanding(m, s, add);
  if (m.n >= 2) ofNumber(mentions, m, s, add);
  if (m.one) {
    const ends = [
      [m.dead, j],
      [!m.dead, m.dead ? j : all.length],
      [!m.dead, j],
    ] as const;
    ends.forEach(([dead, end], n) => {
      ofFit(mentions, j, mentions.fit(j, dead, end, true), 60 + n * 10, add);
    });
  }
  ofPrevious(mentions, j, s, add);
  ofContext(mentions, m, add);
  ofGroup(mentions, m, add);
  for (const [cue, place] of mentions.signs.cues) add(56, textHash(cue), Number(place >= 1), s.own < 0 ? 1 : s.own === 0 ? 0 : 2);
  return out;
}

type Add = (template: number, a?: number, b?: number, c?: number) => void;

const bucket = (n: number): number => Math.min(6, n);
const order = (a: number, b: number): number => Math.sign(a - b) + 2;
/** A norm or lemma by its letters; a class stays what it is. */
const word = (id: number): number => (id < 0 ? id : stableHash(id));

const hashes = new Map<string, number>();

/** A hash of the name of a toll word, rule or cue, of which there are few. */
function textHash(s: string): number {
  let h = hashes.get(s);
  if (h === undefined) hashes.set(s, (h = hashUnits(s, 0, s.length)));
  return h;
}

function ofItself(m: Mention, s: Standing, add: Add, doc: Mentions["account"]["doc"]): void {
  const { c } = m.e;
  const [toll, article, noun] = [textHash(c.word.id), word(m.article), word(m.noun)];
  const { person } = m.described;
  add(1);
  add(2, m.place);
  add(3, m.relation);
  add(4, toll);
  add(5, toll, m.place);
  add(6, m.strength, m.relation);
  add(7, textHash(c.rules[1] ?? ""));
  add(8, Number(m.e.told !== null), m.strength);
  add(9, Number(m.e.ofPeriod), Number(c.partOf !== null), Number(c.coordinated));
  add(10, article);
  add(11, noun);
  add(12, noun, article);
  add(13, Number(m.further), article);
  add(14, textHash(groupOf(doc, c.head) ?? ""), m.strength);
  add(15, Number(person.name !== null), Number(person.age !== null), s.own);
  add(18, s.own, article);
  add(19, s.own, toll);
  add(24, s.other, toll);
  add(27, s.other, article);
}

function ofStanding(m: Mention, s: Standing, add: Add): void {
  add(16, s.own);
  add(17, s.own, m.place);
  add(20, s.own, m.strength, m.relation);
  add(21, s.ownAll);
  add(22, s.other);
  add(23, s.other, m.strength);
  add(25, s.other, s.own);
  add(26, s.other, s.otherBefore, m.strength);
  add(28, s.other, m.place, s.own);
  add(30, bucket(s.singles), s.own);
  add(31, bucket(s.most), bucket(s.singles));
  add(32, bucket(s.top), s.own);
  add(33, bucket(s.top), bucket(s.singles), m.strength);
  add(34, bucket(s.topOther), m.strength);
  add(35, bucket(s.top), bucket(s.topOther), s.own);
}

function ofNumber({ all }: Mentions, m: Mention, s: Standing, add: Add): void {
  add(36, bucket(m.n));
  add(37, order(m.n, s.top), s.most === 0 ? 0 : order(m.n, s.most));
  add(38, order(m.n, s.singles), m.strength, Number(m.further));
  add(39, Number(s.before.some((i) => all[i].n === m.n)), m.place, m.relation);
  add(40, s.topOther === 0 ? 0 : order(m.n, s.topOther), m.strength);
  add(41, Number(m.anaphoric));
  const beside = all.filter((o) => o.dead !== m.dead && o.sentence === m.sentence && o.e !== m.e).slice(0, 2);
  const sizes = beside.reduce((code, o) => code * 5 + (o.n >= 2 ? order(o.n, m.n) : 4), 0);
  add(42, sizes, m.strength, textHash(m.e.c.word.id));
}

/** How the phrase stands to the person whom it fits best. */
function ofFit(mentions: Mentions, j: number, at: number, template: number, add: Add): void {
  if (at < 0) {
    add(template);
    return;
  }
  const [m, o] = [mentions.all[j], mentions.all[at]];
  const c = mentions.contrast(at, j) + 1;
  const gap = Math.max(-4, Math.min(4, m.sentence - o.sentence));
  const articles = Math.imul(word(o.article), 31) + word(m.article);
  add(template + 1, c, word(o.noun), word(m.noun));
  add(template + 2, c, articles);
  add(template + 3, c, textHash(o.e.c.word.id), textHash(m.e.c.word.id));
  add(template + 4, c, gap);
  add(template + 5, c, known(o), known(m));
  add(template + 6, c, gap, articles);
  add(template + 7, c, m.place, o.place);
  add(template + 8, c, Number(o.e.event === m.e.event), m.strength);
}

/** What is known of a person: name, age, sex. */
function known({ described: { person } }: Mention): number {
  return Number(person.name !== null) * 4 + Number(person.age !== null) * 2 + Number(person.sex !== null);
}

function ofPrevious(mentions: Mentions, j: number, s: Standing, add: Add): void {
  const { all } = mentions;
  const previous = s.before.at(-1);
  if (previous === undefined) add(29);
  else add(29, mentions.contrast(previous, j) + 1, Math.min(3, all[j].sentence - all[previous].sentence), all[previous].strength);
}

function ofContext({ account: { doc } }: Mentions, { e, sentence }: Mention, add: Add): void {
  const at = e.c.token;
  const [from, to] = [doc.sentenceStart[sentence], doc.sentenceStart[sentence + 1]];
  const near = (k: number): number =>
    k < from || k >= to ? 0 : doc.upos[k] === U.PROPN ? 1 : doc.upos[k] === U.NUM ? 2 : stableHash(doc.lemma[k]);
  for (let o = 1; o <= 3; o++) {
    add(43, o, near(at - o));
    add(44, o, near(at + o));
  }
  add(45, near(at + 1), near(at + 2));
  add(46, near(at - 2), near(at - 1));
  const around = new Set<number>();
  for (let k = Math.max(from, at - REACH); k < Math.min(to, at + REACH); k++)
    if (doc.upos[k] !== U.PROPN && doc.upos[k] !== U.NUM && doc.upos[k] !== U.PUNCT) around.add(doc.lemma[k]);
  for (const lemma of around) add(47, stableHash(lemma));
}

/** How far around a toll word other words are asked. */
const REACH = 15;

function ofGroup({ groups }: Mentions, { e, dead, group, strength }: Mention, add: Add): void {
  if (!group) {
    add(48);
    return;
  }
  const died = Number(group.some((p) => p.dead));
  const first = Number(group.find((p) => p.dead === dead)?.e === e);
  const dying = groups.filter((g) => g.some((p) => p.dead)).length;
  add(49, died, Number(group[0].e === e), strength);
  add(50, first, died);
  add(51, bucket(groups.length), bucket(dying), first);
  add(52, bucket(group.length), first);
}
