import { type Document, normOf } from "../../language/document.js";
import { P, R, U } from "../../language/tags.js";
import { attackerBy } from "./beyond.js";
import type { Entry } from "./entry.js";
import { type Account, isNear, numberOf, type Value } from "./hypotheses.js";
import { isFurther } from "./persons.js";

/*
 * What a report says of how its numbers are to be taken together: some who died of those who were shot, attackers beside a total, an
 * ordinal that a number has to reach.
 */

/** A number of dead told as a share of a number shot: "Four people were shot ... Two of them died". */
interface Parting {
  readonly dead: number;
  readonly whole: number;
  readonly name: string;
}

/** How many sentences behind the whole its share may stand. */
const REACH = 2;

const parted = new WeakMap<Account, readonly Parting[]>();

function partingsOf(account: Account): readonly Parting[] {
  const known = parted.get(account);
  if (known) return known;
  const { doc, lead } = account;
  const wholes = account.injured.filter(
    (e) => numberOf(e) >= 2 && e.c.partOf === null && !e.ofPeriod && isNear(e, lead) && !isFurther(doc, e.c.head),
  );
  const made = account.killed.flatMap((e) => {
    const kind = shareKind(doc, e);
    if (kind === null || e.ofPeriod || !isNear(e, lead)) return [];
    const s = doc.sentence[e.c.token];
    const whole = wholes.findLast(
      (w) => w.c.token < e.c.token && s - doc.sentence[w.c.token] <= REACH && numberOf(w) >= numberOf(e) && numberOf(w) > 1,
    );
    if (!whole) return [];
    const near = doc.sentence[whole.c.token] === s ? "here" : "before";
    return [{ dead: numberOf(e), whole: numberOf(whole), name: `${kind} ${whole.c.word.mark ?? "plain"} ${near}` }];
  });
  parted.set(account, made);
  return made;
}

/** "two of them died", "one fatally", "Two died": how a number of dead is told as a share of others; null where it stands for itself. */
function shareKind(doc: Document, e: Entry): string | null {
  const { head, token, word } = e.c;
  if (numberOf(e) < 1 || word.mark === "zero" || word.mark === "hint") return null;
  if (doc.upos[token] === U.ADV) return "fatally";
  for (let c = doc.firstChild[head]; c >= 0; c = doc.nextSibling[c])
    if (c > head && doc.relation[c] === R.nmod && (doc.xpos[c] === P.PRP || doc.xpos[c] === P.WP || isVictims(doc, c))) return "of them";
  return doc.upos[head] === U.NUM && !isFurther(doc, head) ? "bare" : null;
}

/** "two of the victims", "one of the four". */
function isVictims(doc: Document, c: number): boolean {
  return (
    doc.firstChild[c] >= 0 && doc.xpos[doc.left[c]] === P.IN && doc.upos[doc.left[c] + 1] === U.DET && normOf(doc, doc.left[c]) === "of"
  );
}

/** Whether a pair of numbers is the one that a share and its whole come to. */
export function partedFeatures(account: Account, k: number, i: number): readonly string[] {
  const features = new Set<string>();
  for (const { dead, whole, name } of partingsOf(account)) {
    const fits = k === dead && i === whole - dead;
    features.add(fits ? "parted" : "not parted").add(`${fits ? "parted" : "not parted"} ${name}`);
    if (!fits && k === dead && i === whole) features.add("parted, the dead among the hurt");
  }
  return [...features];
}

/** Whether a number has the attackers on top where the report tells of them, by what befell them. */
export function apartFeatures(account: Account, x: string, entries: readonly Entry[], value: Value): readonly string[] {
  const { doc, actors, lead } = account;
  const kind = attackerBy(doc, actors, lead, entries);
  if (kind === null) return [];
  if (value.by.has("apart")) return [`${x}:apart ${kind}`];
  const over = account.values[x === "K" ? "killed" : "injured"].some((o) => o.v === value.v + 1 && o.by.has("apart"));
  return over && value.by.has("told") ? [`${x}:told without ${kind}`] : [];
}

/** How a number stands to the greatest that an ordinal says. */
export function ordinalFeatures(account: Account, k: number, i: number): readonly string[] {
  let most = 0;
  for (const effect of ["killed", "injured"] as const)
    for (const o of account.values[effect]) if (o.by.has("ordinal") && o.v > most) most = o.v;
  if (most === 0) return [];
  const total = k + i;
  return [total === most ? "total by ordinal" : total < most ? "total under ordinal" : "total over ordinal"];
}
