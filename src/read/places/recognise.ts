import type { Match } from "../../gazetteer/index.js";
import { Features, type Linear, score } from "../linear.js";
import { CASE, SHAPE } from "../names/shapes.js";
import { words } from "../names/words.js";
import { commonness } from "./common.js";
import { isNameLike, type Spot, spotAt, type View } from "./spots.js";
import { isMonth, S, senseOf } from "./words.js";

export const BITS = 17;

/** What decides on a spot; the trainer puts the gold in its place. `pass`: neither yes nor no, goes on behind it. */
export type Decide = (spot: Spot, features: Features) => "yes" | "no" | "pass";

/** Walks the report from left to right and keeps the spots that are places. A refused spot frees the tokens behind its first. */
export function walk(view: View, decide: Decide): Spot[] {
  const { doc } = view;
  const kept: Spot[] = [];
  const features = new Features(BITS);
  let before: Spot | null = null;
  for (let s = 0; s < doc.sentenceCount; s++) {
    const limit = doc.sentenceStart[s + 1];
    for (let i = doc.sentenceStart[s]; i < limit; ) {
      const spot = spotAt(view, i, limit);
      if (spot === null) {
        i++;
        continue;
      }
      spotFeatures(view, spot, before, features);
      const verdict = decide(spot, features);
      if (verdict === "yes") {
        kept.push(spot);
        before = spot;
      }
      i = verdict === "no" ? i + 1 : spot.end;
    }
  }
  return kept;
}

/** Log-odds that a name is let off where the report uses it as a place elsewhere. */
const ONCE_A_PLACE = 1.2;

/** Log-odds that "village", "block" or "police station" right behind a name give it: the texts learned from hold few of them. */
const TOLD_BY_KIND = 2;

/** "Churmi village", "Narapur block", "Belgai Police Station": the kind of place stands right behind the name, or closes it. */
function isToldByKind({ doc, around }: View, { first, end }: Spot): boolean {
  if (first > doc.sentenceStart[doc.sentence[first]] && around.shape[first - 1] === SHAPE.digits) return false;
  const limit = doc.sentenceStart[doc.sentence[first] + 1];
  for (let i = Math.max(end - 1, first + 2); i <= end + 1 && i < limit; i++)
    if (senseOf(doc.norm[i]) === S.site && senseOf(doc.norm[i - 1]) === S.organisation) return true;
  if (end >= limit) return false;
  const sense = senseOf(doc.norm[end]);
  return around.shape[end] === SHAPE.lower && (sense === S.town || sense === S.district);
}

/** The spots that are places: those that look it by themselves, then those of the same names that nearly do. */
export function recognise(view: View, model: Linear, threshold: number): Spot[] {
  const doubted: Spot[] = [];
  const kept = walk(view, (spot, features) => {
    const logOdds = score(model, features) + (isToldByKind(view, spot) ? TOLD_BY_KIND : 0);
    if (logOdds > threshold) return "yes";
    if (logOdds > threshold - ONCE_A_PLACE) doubted.push(spot);
    return "no";
  });
  const keys = new Set(kept.map((spot) => spot.key));
  const again = doubted.filter((spot) => keys.has(spot.key) && !kept.some((k) => k.first < spot.end && spot.first < k.end));
  return again.length === 0 ? kept : [...kept, ...again].sort((x, y) => x.first - y.first);
}

/** Features of a spot as a place: its name, its neighbours, the capitals around it, what the gazetteer and the names stage say. */
function spotFeatures(view: View, spot: Spot, before: Spot | null, f: Features): void {
  const { doc, around } = view;
  const sentence = doc.sentence[spot.first];
  const from = doc.sentenceStart[sentence];
  const to = doc.sentenceStart[sentence + 1];
  const mode = around.mode[sentence];
  const at = (i: number) => (i < from ? 1 : i >= to ? 2 : words.hash[doc.norm[i]]);
  const inside = (i: number) => i >= from && i < to;
  const sense = (i: number) => (inside(i) ? senseOf(doc.norm[i]) : 0);
  const flags = (i: number) => (inside(i) ? words.flags[doc.norm[i]] : 0);
  const first = spot.first;
  const last = spot.end - 1;
  const joinedBefore = inside(first - 1) && isNameLike(view, first - 1) && mode !== CASE.none ? 1 : 0;
  const joinedAfter = inside(spot.end) && isNameLike(view, spot.end) && mode !== CASE.none ? 1 : 0;
  const single = spot.end - first === 1 ? 1 : 0;
  const common = single ? commonness(doc.norm[first]) : 0;
  const position = joinedBefore * 2 + joinedAfter;
  const name = nameSays(view, spot);
  const chained = before !== null && before.end >= first - 2 && before.end <= first ? 1 + Math.min(2, first - before.end) : 0;
  f.clear();
  f.add(0);
  f.add(1, mode);
  f.add(2, keyHash(doc, spot, words.hash));
  f.add(3, spot.strength, single, common);
  f.add(4, spot.strength, name);
  f.add(5, name, position);
  f.add(6, at(first - 1));
  f.add(7, at(spot.end));
  f.add(8, at(first - 1), at(first - 2));
  f.add(9, at(spot.end), at(spot.end + 1));
  f.add(10, sense(first - 1), sense(spot.end), position);
  f.add(11, flags(first - 1) & 0x33, position);
  f.add(12, flags(first) & 0x1fff, single);
  f.add(13, flags(spot.end) & 0x3ff, joinedAfter);
  f.add(14, position, spot.strength, single);
  f.add(15, around.elsewhere[first], single, first === from ? 1 : 0);
  f.add(16, inside(first - 1) ? words.fine[doc.norm[first - 1]] : 0);
  f.add(17, inside(spot.end) ? words.fine[doc.norm[spot.end]] : 0);
  f.add(18, words.fine[doc.norm[first]], single);
  f.add(19, words.coarse[doc.norm[first]], mode, common);
  f.add(20, doc.upos[last], doc.relation[last], single);
  f.add(21, doc.upos[first], spot.strength, common);
  f.add(22, chained, spot.afterComma ? 1 : 0, spot.strength);
  f.add(23, spot.end > spot.nameEnd ? 1 : 0, sense(last));
  f.add(24, around.shape[first], mode, single);
  f.add(25, inside(first - 2) ? words.coarse[doc.norm[first - 2]] : 0, at(first - 1));
  f.add(26, kindMask(spot.matches), position);
  const head = doc.head[last];
  f.add(27, head >= 0 ? words.coarse[doc.norm[head]] : 0, doc.relation[last]);
  if (joinedBefore) f.add(28, flags(first - 1) & 3, flags(last) & 3, single);
  if (joinedAfter) f.add(29, sense(spot.end), spot.strength, name);
  if (inside(first - 1)) f.add(30, doc.upos[first - 1], spot.strength, common);
  f.add(31, around.phrase[first] > 0 ? 1 + (around.phrase[first] >> 2) : 0, spot.strength);
  if (before !== null && before.key === spot.key) f.add(32);
  f.add(33, view.personWords.has(doc.norm[first]) ? 1 : 0, view.personWords.has(doc.norm[last]) ? 1 : 0, single);
  f.add(34, isMonth(doc.norm[first]) ? 1 : 0, inside(spot.end) && around.shape[spot.end] === SHAPE.digits ? 1 : 0);
}

/** How the names stage sees the words of a spot: 0 nothing; else its type and whether it covers just these words, more, or less. */
function nameSays({ nameAt, names }: View, spot: Spot): number {
  const k = nameAt[spot.first] || nameAt[spot.nameEnd - 1];
  if (k === 0) return 0;
  const name = names[k - 1];
  const type = name.type === "place" ? 1 : name.type === "person" ? 2 : name.type === "organisation" ? 3 : 4;
  const fit =
    name.tokens[0] === spot.first && (name.tokens[1] === spot.end || name.tokens[1] === spot.nameEnd)
      ? 0
      : name.tokens[0] < spot.first
        ? 1
        : 2;
  return 3 * type + fit;
}

function keyHash(doc: View["doc"], spot: Spot, hash: Int32Array): number {
  let h = 17;
  for (let i = spot.first; i < spot.nameEnd; i++) h = Math.imul(h ^ hash[doc.norm[i]], 0x01000193);
  return h;
}

function kindMask(matches: readonly Match[]): number {
  let mask = 0;
  for (const { entry, alternate } of matches) {
    const kind =
      entry.kind === "country"
        ? 1
        : entry.kind === "region"
          ? 2
          : entry.kind === "district"
            ? 4
            : entry.kind === "area"
              ? 8
              : entry.kind === "site"
                ? 16
                : 32;
    mask |= alternate ? 64 : kind;
  }
  return mask;
}
