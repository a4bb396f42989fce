import { contains } from "../../base/span.js";
import { childWith, type Document, tokenAt, tokensIn } from "../../language/document.js";
import { Ids } from "../../language/ids.js";
import { P, R, U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Actor } from "../../model/reading.js";
import type { Stance } from "../../model/vocabulary.js";
import { actorLexicon } from "../actors/lexicon.js";
import type { ActorMention, AttributionFinding, Findings } from "../findings.js";
import { isMessage, SOURCE_KINDS, sourceKindAt, sourceStanceAt } from "./lexicon.js";

type Found = Pick<Findings, "doc" | "actors" | "actorMentions">;
type Draft = { -readonly [K in keyof AttributionFinding]: AttributionFinding[K] };

/** How many sentences a speaker's pronoun looks back. */
const BACK = 2;

/**
 * Whom a pronoun that speaks stands for: "He added ..." is the speaker just before, not the person last mentioned; "who said ..." is
 * the noun it hangs on. Changes the drafts' sources; a pronoun for which nobody fits keeps what it had.
 */
export function resolveSpeakers({ doc, actors, actorMentions }: Found, drafts: readonly Draft[]): void {
  const byId = new Map(actors.map((a) => [a.id, a]));
  const byHead = new Map<number, ActorMention>();
  const byEnd = new Map<number, ActorMention>();
  for (const m of actorMentions) {
    if (!byHead.has(m.head)) byHead.set(m.head, m);
    byEnd.set(m.span[1], m);
  }
  const spoken = [...drafts].filter((d) => d.cueToken !== null && d.sourceSpan !== null).sort((a, b) => place(a) - place(b));
  const bent = new Set<Draft>();
  spoken.forEach((d, k) => {
    const token = tokenAt(doc, d.sourceSpan?.[0] ?? 0);
    resolveMessage(doc, byId, spoken, k);
    if (doc.end[token] !== d.sourceSpan?.[1]) return;
    if (doc.xpos[token] === P.WP || doc.xpos[token] === P.WDT) {
      const noun = antecedentOf(doc, d.cueToken as number);
      // "met the head of the council, Pia Moll, who said": the name right before it, whatever the tree hangs the clause on
      const beside = besideWho(doc, byEnd, token);
      d.source = (isPerson(byId, beside) ? beside?.actor : byHead.get(noun)?.actor) ?? beside?.actor ?? d.source;
      return;
    }
    const word = actorLexicon().pronouns.get(doc.norm[token]);
    if (word?.class !== "third" || word.case !== "subject") return;
    // "blamed the Front, which it accuses": whoever blames accuses
    const aside = antecedentOf(doc, d.cueToken as number) >= 0;
    const about = byHead.get(topicBefore(doc, token));
    const topic = byId.get(about?.actor ?? "");
    for (let j = k - 1; j >= 0; j--) {
      const before = spoken[j];
      const away = doc.sentence[token] - doc.sentence[before.cueToken as number];
      // "A soldier gave another account. He said": whom the sentence between is about, where nobody speaks in it
      // `"A dead man changed it," he said. He added`: not whom the speaker's words are about
      const isTold = about !== undefined && before.content.some((c) => contains(c, about.span));
      if (away > 1 && !isTold && topic?.kind === "person" && fits(word, topic)) {
        d.source = topic.id;
        break;
      }
      if (away > BACK) break;
      // `"A nurse told me that," she said`: who is told of in the words does not say them
      if (d.content.some((c) => before.cue !== null && contains(c, before.cue))) continue;
      const actor = before.source === null ? undefined : byId.get(before.source);
      if (!actor && isThingSpeaking(doc, word, before)) {
        d.source = null;
        d.sourceSpan = before.sourceSpan;
        break;
      }
      if (!actor || (!aside && before.content.some((c) => d.cue !== null && contains(c, d.cue))) || !fits(word, actor)) continue;
      if (word.number === "one" && isPlural(doc, before)) continue; // "Prosecutors said ... He denied it"
      d.source = actor.id;
      // "They said blood was found": prosecutors, who allege
      if (d.stance === "asserts" && (bent.has(before) || bendsTo(doc, before) === "alleges")) {
        d.stance = "alleges";
        bent.add(d);
      }
      break;
    }
  });
}

/** The mention that ends where a relative pronoun, or the comma before it, begins. */
function besideWho(doc: Document, byEnd: ReadonlyMap<number, ActorMention>, who: number): ActorMention | undefined {
  const before = doc.upos[who - 1] === U.PUNCT ? who - 2 : who - 1;
  return before < 0 || doc.sentence[before] !== doc.sentence[who] ? undefined : byEnd.get(doc.end[before]);
}

function isPerson(byId: ReadonlyMap<string, Actor>, mention: ActorMention | undefined): boolean {
  return mention !== undefined && byId.get(mention.actor)?.kind === "person";
}

/** Subject of the main verb of the sentence before a token's own, within the same paragraph; or -1. */
function topicBefore(doc: Document, token: number): number {
  const s = doc.sentence[token] - 1;
  if (s < 0 || doc.text.slice(doc.end[doc.sentenceStart[s + 1] - 1], doc.start[doc.sentenceStart[s + 1]]).includes("\n")) return -1;
  for (let k = doc.sentenceStart[s]; k < doc.sentenceStart[s + 1]; k++)
    if (doc.relation[k] === R.root) return childWith(doc, k, R.nsubj, R["nsubj:pass"]);
  return -1;
}

/** "The report says ... It says": a document or a body that is nobody's name, for which "it" speaks. */
function isThingSpeaking(doc: Document, word: { readonly number: string | null }, { sourceSpan, source }: Draft): boolean {
  if (word.number !== "thing" || source !== null || !sourceSpan) return false;
  const head = tokensIn(doc, sourceSpan)[1] - 1;
  const kind = SOURCE_KINDS[sourceKindAt(doc, head)];
  return kind === "document" || kind === "group";
}

function isPlural(doc: Document, { sourceSpan }: Draft): boolean {
  const last = sourceSpan ? tokensIn(doc, sourceSpan)[1] - 1 : -1;
  return last >= 0 && (doc.xpos[last] === P.NNS || doc.xpos[last] === P.NNPS);
}

/** The stance that a speaker's noun gives to what he plainly says, or null. */
function bendsTo(doc: Document, { sourceSpan }: Draft): Stance | null {
  return sourceSpan ? sourceStanceAt(doc, tokensIn(doc, sourceSpan)[1] - 1) : null;
}

const DEFINITE: ReadonlySet<number> = new Ids(["the", "this", "that"].map((w) => vocabulary.id(w)));

/** "The statement", after somebody whose it must be. */
function isStatementOf(doc: Document, { sourceSpan }: Draft): boolean {
  if (!sourceSpan) return false;
  const [first, end] = tokensIn(doc, sourceSpan);
  return end - first === 2 && isMessage(doc, end - 1) && DEFINITE.has(doc.norm[first]);
}

/** "The statement said": the body or person who spoke just before speaks in it. */
function resolveMessage(doc: Document, byId: ReadonlyMap<string, Actor>, spoken: readonly Draft[], k: number): void {
  const d = spoken[k];
  if (!isStatementOf(doc, d)) return;
  for (let j = k - 1; j >= 0; j--) {
    const before = spoken[j];
    if (doc.sentence[d.cueToken as number] - doc.sentence[before.cueToken as number] > BACK) return;
    const actor = before.source === null ? undefined : byId.get(before.source);
    if (!actor || isStatementOf(doc, before)) continue;
    d.source = actor.id;
    return;
  }
}

function place(d: Draft): number {
  return d.cueToken as number;
}

function fits(word: { readonly number: string | null; readonly sex: string | null }, actor: Actor): boolean {
  if (word.number === "many") return MANY.has(actor.kind);
  if (word.number === "thing") return BODIES.has(actor.kind);
  return (actor.kind === "person" || actor.kind === "unnamed") && (actor.sex === null || actor.sex === word.sex);
}

/** Bodies that "it" may stand for where it speaks. */
const BODIES: ReadonlySet<Actor["kind"]> = new Set(["organisation", "government", "armed-group", "outlet"]);
const MANY: ReadonlySet<Actor["kind"]> = new Set(["organisation", "government", "armed-group", "group", "unnamed"]);

/** The noun that a relative clause hangs on whose verb, or whose verb's governor, is the cue; or -1. */
function antecedentOf(doc: Document, cue: number): number {
  for (let at = cue, n = 0; at >= 0 && n < 3; at = doc.head[at], n++) if (doc.relation[at] === R["acl:relcl"]) return doc.head[at];
  return -1;
}
