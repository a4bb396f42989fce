import type { Document } from "../../language/document.js";
import { R } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { EventType } from "../../model/vocabulary.js";
import { areApart, isOtherNumber, partyFits } from "./affinity-parties.js";
import { closeTime, GROUPS, placeFit, statusFit, timeFit } from "./affinity-setting.js";
import { areOfTwoHands, areOtherPeople, hasPlace, isToldApart } from "./another.js";
import type { Cluster } from "./cluster.js";
import type { Context } from "./context.js";
import { isFurther } from "./further.js";
import type { Mention } from "./mention.js";
import { inSequence, lagBefore } from "./sequence.js";
import { nameOf, type Tell } from "./tell.js";
import { wordsOf } from "./words.js";

let loaded: Map<string, Map<string, number>> | null = null;

function mergeWeights(): Map<string, Map<string, number>> {
  const made = new Map<string, Map<string, number>>();
  const add = (a: string, b: string, weight: number): void => void made.set(a, (made.get(a) ?? new Map()).set(b, weight));
  for (const row of loadTable("event-merging").rows) {
    add(row.a, row.b, Number(row.weight));
    add(row.b, row.a, Number(row.weight));
  }
  return made;
}

const families = new Map<EventType | null, string>();

function familyName(type: EventType | null): string {
  const known = families.get(type);
  if (known !== undefined) return known;
  const name = (type ?? "-").split(".")[0];
  families.set(type, name);
  return name;
}

/** How readily two types are one event, 0 to 3, or null where they cannot be. */
function typeFit(a: EventType | null, b: EventType | null): number | null {
  if (a === null || b === null) return 1;
  if (a === b) return 3;
  loaded ??= mergeWeights();
  return loaded.get(a)?.get(b) ?? null;
}

/** Names of what speaks for and against a mention being of a cluster's event; null where it cannot be. For training and `explain`. */
export function affinityFeatures(ctx: Context, m: Mention, c: Cluster, clusters: readonly Cluster[]): readonly string[] | null {
  const features: string[] = [];
  return tellAffinity(ctx, m, c, clusters, (form, x, y, z) => features.push(nameOf(form, x, y, z))) ? features : null;
}

/**
 * Tells what speaks for and against a mention being of a cluster's event, as features of a linear scorer (mention-pair features in the
 * manner of Bejan & Harabagiu 2010 and Lee et al. 2012); false where the types forbid it.
 */
export function tellAffinity(ctx: Context, m: Mention, c: Cluster, clusters: readonly Cluster[], tell: Tell): boolean {
  const fit = bestFit(m, c);
  if (fit === null) return false;
  const first = c.mentions[0];
  if (areApart(ctx, m, c) || areOfTwoHands(ctx, m, c) || isOfAnotherSentence(ctx, m, c)) return false;
  // "had considered attacking": a verb says by itself how far its act came
  // and so does a noun of what police left undone: "a picket was posted, but no help came"
  // and an arrest that was not made is not one that was
  if (m.type === "security.arrest" && (m.status === "not-occurred") !== (first.status === "not-occurred")) return false;
  if ((m.verbal || m.trigger.row.frame.id === "inaction") && GROUPS[m.status] !== GROUPS[first.status]) return false;
  const place = placeFit(m, c);
  const time = timeFit(m, c);
  const parties = partyFits(ctx, m, c);
  if (
    isLongBefore(ctx, m, c) ||
    isAnother(m, c, place, time, parties) ||
    ((time === "new" || time === "vague") && isOfOldDays(ctx, m) && (differs(m, place, parties) || isOtherNumber(m, c))) ||
    conflicts(ctx.doc, m, c, place, parties) ||
    c.mentions.some((o) => inSequence(ctx.doc, ctx.times, m.trigger.token, o.trigger.token))
  )
    return false;
  const kind = m.verbal ? "verb" : m.trigger.row.kind === "generic" ? "generic" : "noun";
  const words = wordFit(ctx, m, c);
  tell("bias");
  tell("kind={}", kind);
  tell("fit={}", fit);
  tell("fit={}&kind={}&definite={}", fit, kind, m.definite);
  tell("definite={}", m.definite);
  tell("words={}", words);
  tell("words={}&kind={}", words, kind);
  tell("words={}&definite={}", words, m.definite);
  tell("family={}&fit={}", familyName(first.type), fit === 3);
  tell("status={}", statusFit(m, first));
  tell("status={}&kind={}&definite={}", statusFit(m, first), kind, m.definite === "same");
  tell("place={}", place);
  tell("time={}", time);
  tell("place={}&time={}", place, time);
  for (const party of parties) tell(party);
  tell("plural={}{}", m.plural && !m.verbal, first.plural && !first.verbal);
  tellSetting(m, c, clusters, tell);
  const bond = bondOf(ctx.doc, m, c);
  tell("bond={}", bond);
  tell("bond={}&words={}", bond, words);
  tell("bond={}&fit={}&kind={}", bond, fit >= 2, kind);
  if (ctx.partOf[first.sentence] === "headline") tell("headline&away={}", AWAY[Math.min(6, m.sentence - first.sentence)]);
  if (first.sentence !== 0 || m.sentence > 3) return true;
  tell("retold");
  tell("retold&definite={}", m.definite);
  return true;
}

/** "In a separate attack, ...": told apart from all that sentences before it tell. */
function isOfAnotherSentence(ctx: Context, m: Mention, c: Cluster): boolean {
  const told = c.mentions.filter((o) => ctx.partOf[o.sentence] !== "headline");
  // what only the headline has told of the story's opening tells again
  if (told.length === 0)
    return m.verbal && m.sentence >= ctx.partOf.indexOf("body") + OPENING && ctx.partOf[m.sentence] === "body" && hasPlace(m);
  return told.every((o) => o.sentence < m.sentence) && isToldApart(ctx, m);
}

/** Sentences of the story within which it tells what its headline told. */
const OPENING = 3;

/** Where the cluster stands among the others. */
function tellSetting(m: Mention, c: Cluster, clusters: readonly Cluster[], tell: Tell): void {
  const first = c.mentions[0];
  const last = c.mentions[c.mentions.length - 1];
  tell("away={}", AWAY[Math.min(6, Math.abs(m.sentence - last.sentence))]);
  tell("size={}", Math.min(4, c.mentions.length));
  if (c === clusters[clusters.length - 1]) tell("latest");
  if (c === clusters[0]) tell("earliest");
  if (clusters.length === 1) tell("only");
  if (m.modifier) tell("modifier");
  const [a, b] = [m.type ?? "-", first.type ?? "-"];
  if (a < b) tell("types={}+{}", a, b);
  else tell("types={}+{}", b, a);
  tell("rivals={}&definite={}", Math.min(2, rivalsOf(m, c, clusters)), m.definite);
}

/** "It comes a week after 44 people were killed in an attack": no mention of an event told before those words. */
function isLongBefore({ doc, times }: Context, m: Mention, c: Cluster): boolean {
  const after = lagBefore(doc, times, m.trigger.token);
  return after >= 0 && c.mentions.every((o) => o.trigger.token < after);
}

/** "A 6.7-strength quake killed ... in 2003": told as new, late in the report, at another time or with other people harmed. */
function isAnother(m: Mention, c: Cluster, place: string, time: string, parties: readonly string[]): boolean {
  if (time === "other") return true;
  if (m.verbal || (m.definite !== "new" && m.definite !== "apart")) return false;
  if (m.sentence - c.mentions[0].sentence <= 2) return false;
  const others = parties.includes("harmed=other count") || parties.includes("harmed=other name");
  return (time === "new" && c.mentions.length > 1) || (others && (place === "within" || place === "new" || place === "elsewhere"));
}

/** "In 2017, flooding killed more than 100", "over the kidnapping of 80 pupils in 2021": days long before the report, of which only this mention tells. */
function isOfOldDays({ report }: Context, m: Mention): boolean {
  const said = report.published.value?.slice(0, 10);
  const latest = closeTime(m)?.latest;
  return said !== undefined && latest !== undefined && latest !== null && Date.parse(said) - Date.parse(latest) > LONG_AGO;
}

const LONG_AGO = 60 * 86_400_000;

/** Other people harmed, another place; a flood of another year that nothing points at is another flood. */
function differs(m: Mention, place: string, parties: readonly string[]): boolean {
  if (m.definite === "bare" && /^hazard\./.test(m.type ?? "")) return true;
  return place === "elsewhere" || place === "abroad" || parties.includes("harmed=other count") || parties.includes("harmed=other name");
}

/**
 * What no wording outweighs: two acts told by verbs in places apart, a plot that failed and an act that did not, two rulings on
 * different people.
 */
function conflicts(doc: Document, m: Mention, { mentions }: Cluster, place: string, parties: readonly string[]): boolean {
  const [first] = mentions;
  if (m.verbal && (place === "elsewhere" || place === "abroad") && mentions.some((o) => o.verbal && (o === first || hasPlace(o))))
    return true;
  // "kidnapped 15 pupils and shot dead a guard"
  if (m.type === "violence.killing" && first.type === "violence.abduction") return true;
  if (!m.verbal && place === "abroad" && m.definite !== "same") return true;
  // "in retaliation for the killing of a commander in Beirut": the noun's own words say whom, and where else
  const isOther = parties.includes("harmed=other name") || parties.includes("harmed=other count") || parties.includes("harmed=other");
  if (!m.verbal && (place === "abroad" || place === "elsewhere") && isOther) return true;
  // "11 villagers were shot dead in Tera", behind soldiers killed somewhere in the region
  if (m.verbal && place === "within" && parties.includes("harmed=other count") && hasPlace(m) && areOtherPeople(doc, m, mentions))
    return true;
  // "killed 45 churchgoers and burned dozens of houses": what is told next, of things, is a deed of its own
  if (
    m.verbal &&
    m.type === "violence.arson" &&
    mentions.every((o) => o.type !== m.type) &&
    mentions.some((o) => o.trigger.token === doc.head[m.trigger.token])
  )
    return true;
  const fit = statusFit(m, first);
  if (m.definite !== "same" && (fit === "failed/real" || fit === "real/failed" || fit === "open/real")) return true;
  if (!m.verbal || !BY_CASE.test(m.type ?? "")) return false;
  // "A second man was detained later in the day"
  if (m.fillers.some((f) => f.role === "defendant" && isFurther(doc, f.token))) return true;
  // "He had already been sentenced to five years": not the sentence that is the news
  if (first.verbal && isToldAsEarlier(doc, m.trigger.token) !== isToldAsEarlier(doc, first.trigger.token)) return true;
  return (
    ["accused=other", "accused=other name", "accused=other count"].some((p) => parties.includes(p)) &&
    (place === "elsewhere" || parties.includes("accused=other count"))
  );
}

/** "had already been jailed", "was previously convicted": a verb with a word that sets it before the rest. */
function isToldAsEarlier(doc: Document, t: number): boolean {
  for (let c = doc.firstChild[t]; c >= 0; c = doc.nextSibling[c]) if (doc.relation[c] === R.advmod && BEFORE.has(doc.norm[c])) return true;
  return false;
}

const BEFORE = wordsOf("before-now");

/** Families of which every case is an event of its own. */
const BY_CASE = /^(justice|security)\./;

const AWAY = ["0", "1", "2-3", "2-3", "4+", "4+", "4+"];

function bestFit(m: Mention, c: Cluster): number | null {
  let best: number | null = null;
  for (const other of c.mentions) {
    if (other.trigger.row.kind === "generic") continue;
    const fit = typeFit(m.type, other.type);
    if (fit !== null) best = Math.max(best ?? 0, fit);
  }
  if (best !== null && m.type === null && !/^(violence|hazard)/.test(c.mentions[0].type ?? "")) return null;
  return best;
}

/** The mention asked for last and how many events it could be of, by type: it is asked for against each of them in turn. */
let asked: { readonly m: Mention; readonly clusters: readonly Cluster[]; readonly length: number; readonly fitting: number } | null = null;

/** How many other events the mention could as well be of, by type. */
function rivalsOf(m: Mention, c: Cluster, clusters: readonly Cluster[]): number {
  if (asked?.m !== m || asked.clusters !== clusters || asked.length !== clusters.length) {
    let fitting = 0;
    for (const o of clusters) if (fits(m, o)) fitting++;
    asked = { m, clusters, length: clusters.length, fitting };
  }
  return asked.fitting - (fits(m, c) ? 1 : 0);
}

function fits(m: Mention, c: Cluster): boolean {
  return (typeFit(m.type, c.mentions[0].type) ?? 0) >= 2;
}

/** How the mention hangs together with one of the cluster's in the same sentence ("shot and killed", "killed in a shooting"). */
function bondOf(doc: Document, m: Mention, c: Cluster): string {
  const t = m.trigger.token;
  let bond = "apart";
  for (const o of c.mentions) {
    if (o.sentence !== m.sentence) continue;
    const u = o.trigger.token;
    if (doc.head[t] === u) return BONDS.get(doc.relation[t]) ?? "below";
    if (doc.head[u] === t) return OVER.get(doc.relation[u]) ?? "over other";
    bond = doc.left[u] <= t && t <= doc.right[u] ? "deep" : doc.left[t] <= u && u <= doc.right[t] ? "high" : "beside";
  }
  return bond;
}

const BONDS = new Map<number, string>([
  [R.conj, "and"],
  [R.nmod, "of"],
  [R.obl, "in"],
  [R.advcl, "clause"],
  [R.acl, "clause"],
  [R["acl:relcl"], "which"],
  [R.compound, "part"],
  [R.nsubj, "subject"],
  [R["nsubj:pass"], "subject"],
  [R.obj, "object"],
]);

const OVER = new Map([...BONDS].map(([relation, bond]) => [relation, `over ${bond}`]));

/** Whether the same word told of the event before, in the same or another form. */
function wordFit(ctx: Context, m: Mention, c: Cluster): string {
  const mine = m.trigger.row.words;
  let stem = false;
  for (const other of c.mentions) {
    const theirs = other.trigger.row.words;
    if (mine[mine.length - 1] === theirs[theirs.length - 1]) return "same";
    stem ||= prefix(vocabulary.of(ctx.doc.lemma[m.trigger.token])) === prefix(vocabulary.of(ctx.doc.lemma[other.trigger.token]));
  }
  return stem ? "stem" : "other";
}

function prefix(word: string): string {
  return word.slice(0, 4);
}
