import { childWith, type Document, normOf, spanOf, tokenAt } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Effect, Status } from "../../model/vocabulary.js";
import { meant } from "../events/phrase.js";
import { statusOf } from "../events/status.js";
import type { Trigger } from "../events/triggers.js";
import { wordsOf } from "../events/words.js";
import type { Quantity } from "../findings.js";
import { brokenDown, victimsBrokenDown } from "./broken-down.js";
import { addByPlace } from "./by-place.js";
import { type Candidate, candidateOf } from "./candidate.js";
import { companionOf } from "./companions.js";
import { countOf, indexOf, isArticle, isOfPerson, type Needs, one } from "./count.js";
import { countedBy } from "./counted.js";
import { isFoundAgain, isOfEither } from "./either.js";
import { multiplied } from "./multiple.js";
import { isMoved, movedToll, toldNumber } from "./numbered.js";
import { brokenOff, partitive, shareOfWhom } from "./of-them.js";
import { allOfWhom } from "./one-of.js";
import { ordinalOfPhrase } from "./ordinals.js";
import { partWord } from "./parts.js";
import { mayBePeople } from "./people.js";
import { isBare, nearerPerson, personBeside, selfBefore } from "./person-beside.js";
import { isOfReleased, isShareReleased, tellsAct } from "./released.js";
import { rosterAt } from "./roster.js";
import { type Item, seriesBefore, seriesOf } from "./series.js";
import { addParts, nextNoun } from "./shares.js";
import { adjacent, announced, beforeAdverb, following, justBefore, preceding } from "./surface.js";
import { type TollWord, tollWordAt } from "./words.js";

/** Every phrase that a toll word counts, in text order, each followed by its parts. */
export function candidates(found: Needs): readonly Candidate[] {
  const { doc } = found;
  const all: Candidate[] = [];
  for (let i = 0; i < doc.length; i++) {
    const multiple = multiplied(doc, i);
    if (multiple) all.push(multiple);
    const harmed = partWord(doc.norm[i]) === "harmed";
    all.push(...rosterAt(found, i, harmed));
    const moved = movedToll(found, i, all.findLast((c) => TALLIED.has(c.word.effect)) ?? null);
    if (moved) all.push(candidateOf(doc, moved.token, moved.word, moved.token, moved.q.count, null, false, "toll:moved-tally"));
    const word = tollWordAt(doc, i);
    const victims = harmed ? victimsBrokenDown(found, i, all) : [];
    all.push(...victims);
    if (
      !word ||
      victims.length > 0 ||
      isNegatedAway(doc, i, word) ||
      isOfEither(doc, i, word) ||
      isFoundAgain(doc, i, word) ||
      (isUnreal(doc, i) && !isFearedSo(found, i) && !countsNone(found, i)) ||
      isOfName(found, i)
    )
      continue;
    const made = fromWord(found, i, word).filter((c) => !isOfOtherKind(found, c));
    // "Three cadres, identified as A, B and C, were arrested": the tree may take C for the first of them
    const whole = made.reduce((first, c) => (c.head < first.head ? c : first), made[0]);
    const total = all.length + made.indexOf(whole);
    for (const c of made) all.push(isNameOf(doc, whole, c) ? { ...c, partOf: total } : c);
    if (made.length === 0) continue;
    addParts(found, all, all.length - made.length);
    addByPlace(found, all, total);
  }
  return all;
}

const IT = vocabulary.id("it");

/** "counted 11 dead, two more than the ministry": by how many one count is above another. */
function isDifference(doc: Document, number: number): boolean {
  const more = number + 1;
  return number >= 0 && more + 1 < doc.length && MORE.has(doc.norm[more]) && THAN.has(doc.norm[more + 1]);
}

const MORE = wordsOf("more-than");
const THAN = wordsOf("than");

/** Effects whose counts are given in sum, and moved. */
const TALLIED = new Set<Effect>(["killed", "injured", "missing", "abducted", "arrested", "displaced", "evacuated"]);

/** "shot down four of the seven missiles", "we have buried seven": the number counts things where people are asked for, or nothing that is named. */
function isOfOtherKind({ doc, classes }: Needs, { word, head, count }: Candidate): boolean {
  if (isDifference(doc, tokenAt(doc, count.span[1] - 1))) return true;
  if (doc.upos[head] !== U.NUM) return false;
  const of = meant(doc, head);
  return of === head ? word.things && word.verbal : !word.things && !mayBePeople(doc, of, classes) && doc.upos[of] === U.NOUN;
}

/** "Judge John Hurt": a word of somebody's name counts nobody. */
function isOfName({ doc, names }: Needs, i: number): boolean {
  if (doc.upos[i] !== U.PROPN) return false;
  const [from, to] = [doc.start[i], doc.end[i]];
  return names.some((n) => n.type === "person" && n.span[0] < from && n.span[1] >= to);
}

/** "Coroner: boy, 12, dead": who says it is not who died. */
function isSayer(doc: Document, i: number, head: number): boolean {
  return head < i && head + 1 < i && doc.upos[head + 1] === U.PUNCT && normOf(doc, head + 1) === ":";
}

/** "Roeville police: Victim of shooting has died": whom the sayer tells of, where the tree took the sayer for him. */
function saidBehind(doc: Document, i: number, head: number): readonly number[] {
  const noun = nextNoun(doc, head + 1, i);
  return noun < 0 ? [] : [noun];
}

/** "Three cadres, identified as A, B and C, were arrested": names that follow a number as its people. */
function isNameOf(doc: Document, total: Candidate, c: Candidate): boolean {
  if (c === total || (total.count.low ?? 0) < 2 || c.count.low !== 1 || doc.upos[c.head] !== U.PROPN || c.head < total.head) return false;
  const next = total.head + 1;
  // "three rebels identified as A, B and C"
  const isTold = doc.upos[next] === U.PUNCT || (doc.xpos[next] === P.VBN && doc.relation[next] === R.acl) || isCalled(doc, next, c.head);
  return isTold && (doc.upos[total.head] !== U.PROPN || doc.xpos[total.head] === P.NNPS);
}

/** "two persons acting as couriers, identified as A and B": whether between them stands what names come behind. */
function isCalled(doc: Document, from: number, to: number): boolean {
  for (let k = from; k + 1 < to; k++) if (doc.xpos[k] === P.VBN && doc.upos[k - 1] === U.PUNCT && doc.upos[k + 1] === U.ADP) return true;
  return false;
}

/** "nearly 40 injured": a bare number right before the word is its own, whatever the tree says. */
function bareBefore({ doc, quantities }: Needs, i: number, word: TollWord): Quantity | null {
  const q = indexOf(quantities).byEnd.get(i) ?? beforeAdverb(doc, quantities, i);
  const passive = word.counted.includes("pass") || word.counted.includes("noun");
  return q &&
    passive &&
    !isOfPerson(doc, q) &&
    doc.xpos[i] !== P.VBG &&
    q.count.unit === null &&
    (q.noun === null || q.noun === i) &&
    !isArticle(doc, q)
    ? q
    : null;
}

/** "five of the wounded died", however the tree hangs it: the number of those who died. */
function shareBefore({ doc, quantities }: Needs, i: number): Quantity | null {
  let head = i - 1;
  while (head > 2 && (doc.upos[head] === U.AUX || doc.upos[head] === U.ADV)) head--;
  const isState = head > 2 && doc.sentence[head] === doc.sentence[i] && (doc.upos[head] === U.ADJ || doc.xpos[head] === P.VBN);
  if (!isState || doc.upos[head - 1] !== U.DET || normOf(doc, head - 2) !== "of") return null;
  const q = indexOf(quantities).byEnd.get(head - 2);
  return q && q.count.unit === null && doc.sentence[q.tokens[0]] === doc.sentence[i] ? q : null;
}

/** "was not killed", "did not die": nothing to count. "No one was killed" counts none, by its quantity. */
function isNegatedAway(doc: Document, i: number, word: TollWord): boolean {
  if (!word.verbal && doc.head[i] >= 0 && partWord(doc.lemma[doc.head[i]]) === "feigned") return true;
  for (let c = doc.firstChild[i]; c >= 0; c = doc.nextSibling[c]) {
    if (doc.relation[c] === R.advmod && partWord(doc.lemma[c]) === "undone" && (word.verbal || doc.head[c] === i)) return true;
    if (doc.relation[c] === R.aux && partWord(doc.norm[c]) === "unreal" && !word.verbal) return true;
  }
  return false;
}

/** "There were no casualties": none is a number. */
function countsNone({ doc, quantities }: Needs, i: number): boolean {
  return doc.upos[i] === U.NOUN && indexOf(quantities).byNoun.get(i)?.count.high === 0;
}

const REAL = new Set<Status>(["occurred", "ongoing"]);

/** "planned to kill hundreds", "could kill": told of, but not as having happened. */
function isUnreal(doc: Document, i: number): boolean {
  // a finite past tells of what happened, whatever it hangs on: "search for the men who shot four"
  if (doc.xpos[i] === P.VBD && doc.relation[i] === R["acl:relcl"]) return false;
  // "charged with manslaughter in the shooting death of a girl"
  if (partWord(doc.lemma[i]) === "fact" && normOf(doc, i + 1) === "of") return false;
  return !REAL.has(statusOf(doc, { token: i, first: i, last: i, row: { type: null } } as unknown as Trigger));
}

/** "At least 40 are feared dead": a number that somebody fears is told, with the fear. */
function isFearedSo({ doc, attributions }: Needs, i: number): boolean {
  return i > 0 && FEARED.has(doc.norm[i - 1]) && attributions.some((a) => a.cueToken === i - 1 && a.stance === "expects");
}

const FEARED = wordsOf("feared");

/** Where a noun or adjective counts a number beside it: "12 dead", but not "multiple gunshot wounds". */
const BESIDE = new Set<TollWord["counted"][number]>(["num", "noun", "subj", "tally"]);

function fromWord(found: Needs, i: number, word: TollWord): Candidate[] {
  const { doc } = found;
  if (word.mark === "act" && !tellsAct(found, i, word.effect)) return [];
  if (word.effect === "abducted" && (isOfReleased(doc, i) || isShareReleased(found, i))) return [];
  if (word.counted.includes("before")) {
    const head = justBefore(found, i);
    const count = head < 0 ? null : countOf(found, head, word);
    if (count) return [candidateOf(doc, i, word, head, count.count, count.after, false, "toll:before")];
    return ofSeries(found, i, word, seriesBefore(found, i));
  }
  const shares = word.things || word.mark === "hint" ? [] : brokenDown(found, i, word);
  if (shares.length > 0) return shares;
  const told = toldNumber(found, i);
  if (told)
    return [
      candidateOf(
        doc,
        i,
        word,
        told.noun !== null && told.noun >= told.tokens[0] ? told.noun : i,
        told.count,
        told.tokens[1],
        false,
        "toll:told-number",
      ),
    ];
  const share = word.things ? null : (shareOfWhom(found, i) ?? (word.counted.includes("subj") ? shareBefore(found, i) : null));
  if (share) return [candidateOf(doc, i, word, share.tokens[0], share.count, share.tokens[1], true, "toll:share")];
  const bare = bareBefore(found, i, word);
  if (bare) return [candidateOf(doc, i, word, i, bare.count, bare.tokens[1], false, "toll:adjacent")];
  const broken = word.things ? null : (brokenOff(found, i) ?? allOfWhom(found, i));
  if (broken) return [candidateOf(doc, i, word, broken.noun, broken.count, broken.after, false, "toll:broken-off")];
  const heads = countedBy(doc, i, word).flatMap((head) =>
    isSayer(doc, i, head) ? saidBehind(doc, i, head) : [summed(doc, nearerPerson(found, i, head))],
  );
  // "142 passengers and 38 crew when it was hit by waves": what is hit is a thing
  if (heads.length > 0 && !word.things && heads.every((head) => doc.norm[head] === IT)) return [];
  const listed = mayBeListed(found, i, word) ? seriesBefore(found, i) : [];
  if (listed.length > 0 && !heads.some((head) => head >= listed[0].first)) return ofSeries(found, i, word, listed);
  const series = heads.length > 0 && !word.things ? seriesOf(found, i, heads[0]) : [];
  const other = heads.length === 1 && series.length === 0 && !word.things ? companionOf(found, i, word, heads[0]) : -1;
  const phrases = withSeries(other < 0 ? heads : [...heads, other], series).flatMap((head) => {
    // "abducted the station master and two other employees"
    const count = countOf(found, head, word) ?? (other >= 0 && head === heads[0] ? one(doc, head, true) : null);
    return count ? [{ head, ...count }] : [];
  });
  if (phrases.length > 0) {
    return phrases.map((p) => {
      const c = candidateOf(doc, i, word, p.head, p.count, p.after, phrases.length > 1, p.rule);
      const item = series.find((one) => one.named && one.head === p.head);
      return item ? { ...c, phrase: spanOf(doc, item.first, item.end - 1) } : c;
    });
  }
  const beside = [following(found, i, word), preceding(found, i, word)].find((head) => head >= 0);
  if (beside !== undefined) {
    const count = countOf(found, beside, word);
    if (count) return [candidateOf(doc, i, word, beside, count.count, count.after, false, "toll:beside")];
  }
  const self = word.counted.includes("obj") ? selfBefore(found, i) : -1;
  const selfCount = self < 0 ? null : countOf(found, self, word);
  if (selfCount) return [candidateOf(doc, i, word, self, selfCount.count, selfCount.after, false, "toll:self")];
  // "a fourth victim was found": a victim whom nothing but his number counts
  const numbered = word.mark === "hint" && word.counted.includes("num") && ordinalOfPhrase(doc, i) > 1 ? one(doc, i, true) : null;
  if (numbered) return [candidateOf(doc, i, word, i, numbered.count, null, false, "toll:ordinal")];
  const person = personBeside(found, i, word);
  if (person >= 0) {
    const count = countOf(found, person, word);
    if (count) return [candidateOf(doc, i, word, person, count.count, count.after, false, "toll:beside-one")];
  }
  if (heads.length > 0 && !word.counted.includes("num") && !word.counted.includes("tally")) return [];
  if (!word.verbal && !word.counted.some((where) => BESIDE.has(where))) return [];
  const tally = word.counted.includes("tally");
  const q = tally ? announced(found, i) : adjacent(found, i, word);
  if (!q) return [];
  // "a student died, bringing the death toll to nine"
  const rule = !tally ? "toll:adjacent" : isMoved(doc, i) ? "toll:moved-tally" : "toll:tally";
  // "raised the toll of last week's protest from two to six": the noun before the number is nobody counted
  const head = q.noun !== null && !(tally && q.noun < q.tokens[0]) ? q.noun : i;
  return [candidateOf(doc, i, word, head, q.count, q.tokens[1], false, rule)];
}

/** Whether the people before a word may be those whom it harmed. */
function mayBeListed({ doc }: Needs, i: number, word: TollWord): boolean {
  if (word.things) return false;
  return word.counted.some((where) => where === "subj" || where === "noun") || (word.counted.includes("pass") && isBare(doc, i));
}

/** Each of a list that stands right before the word. */
function ofSeries(found: Needs, i: number, word: TollWord, items: readonly Item[]): Candidate[] {
  const { doc } = found;
  return items.flatMap((item) => {
    const count = countOf(found, item.head, word);
    if (!count) return [];
    const c = candidateOf(doc, i, word, item.head, count.count, count.after, true, count.rule);
    return [item.named ? { ...c, phrase: spanOf(doc, item.first, item.end - 1) } : c];
  });
}

/** "a total of seven people", "seven people total", "a group of four students": the people, not what they come to together. */
function summed(doc: Document, head: number): number {
  if (partWord(doc.lemma[head]) !== "sum") return head;
  const people = Math.max(partitive(doc, head), childWith(doc, head, R["obl:unmarked"], R.compound));
  return people < 0 ? head : people;
}

/** The heads that the tree gives and those of the list they stand in, each person once. */
function withSeries(heads: readonly number[], series: readonly Item[]): readonly number[] {
  if (series.length === 0) return heads;
  const apart = heads.filter((head) => !series.some((item) => item.first <= head && head < item.end) && !isWithin(head, series));
  return [...series.map((item) => item.head), ...apart];
}

/** Between the first and the last of a list: an age, or a name that tells who one of them is. */
function isWithin(head: number, series: readonly Item[]): boolean {
  return head > series[0].first && head < series[series.length - 1].end;
}
