import { contains, overlap, type Span } from "../../base/span.js";
import { childWith, type Document, spanOf, tokensIn } from "../../language/document.js";
import { R, U } from "../../language/tags.js";
import type { AttributionFinding, Findings } from "../findings.js";
import { isInfinitive } from "../voice.js";
import { asQuoted, quoter, withCited } from "./cited.js";
import { infinitiveAfter } from "./cues.js";
import { withoutOtherVoices } from "./cuts.js";
import type { Decided } from "./decide.js";
import { accusedOf } from "./hedges.js";
import { INTERPOSED } from "./interposed.js";
import { CUE_KINDS, type CueKind, isSelf, sourceKindAt } from "./lexicon.js";
import { asksForSilence, mended } from "./mended.js";
import { isOwn } from "./outlets.js";
import { resolveSpeakers } from "./pronouns.js";
import { type Quotations, quotationsOf } from "./quotes.js";
import { ownThoughts, sameSource } from "./same-source.js";
import { actorAt, isUnnamedSpeaker, senderOf, sourceSpanOf } from "./speaker.js";
import { byStance } from "./split.js";
import { stanceOf } from "./stance.js";
import { type ReportingTag, tagAt } from "./tag.js";
import { outletTold, signedMessages } from "./told.js";
import { isTopic } from "./topic.js";
import { unclaimedQuotations } from "./unclaimed.js";
import { isAccused, isFearedFor } from "./undergone.js";
import { isUnsaid, leavesOpen, saysNobody, UNSAID, unconfirmed } from "./unsaid.js";

type Found = Pick<Findings, "doc" | "report" | "names" | "actors" | "actorMentions">;
type Draft = { -readonly [K in keyof AttributionFinding]: AttributionFinding[K] };

/** Turns what the scorers decided into attributions: source with its actor, stance, quotation, and who reports whom. */
export function finish(found: Found, decided: readonly Decided[]): readonly AttributionFinding[] {
  const quotes = quotationsOf(found.doc);
  const cues = new Set(decided.filter((d) => !isOwnWill(found.doc, d)).map((d) => d.cue.token));
  const drafts: Draft[] = [];
  const outer: AttributionFinding[] = [];
  const corrected = decided
    .filter((d) => !isInName(found, d))
    .map((d) => withSender(found.doc, withSpeaker(found.doc, mended(found.doc, asQuoted(found.doc, d)))));
  const { decided: settled, hosts } = withCited(found.doc, withoutOtherVoices(found.doc, quotes, withoutTags(found.doc, corrected)));
  for (const d of settled) {
    // "reportedly told": the cue that the hedge stands by is the attribution
    if (isHedge(d) && cues.has(found.doc.head[d.cue.token])) continue;
    if (
      isDateline(found, d) ||
      isTopic(found.doc, found.names, d.cue.token, d.source, d.content) ||
      asksForSilence(found.doc, d) ||
      isHearsay(found.doc, d) ||
      saysNobody(found.doc, d) ||
      namesSource(found.doc, decided, d)
    )
      continue;
    const draft = draftOf(found, quotes, d, `a${drafts.length + 1}`);
    if (!draft) continue;
    drafts.push(draft);
    const open = unconfirmed(found.doc, d, draft, `u${outer.length + 1}`);
    if (open) outer.push(open);
    const id = `o${outer.length + 1}`;
    const told = outletTold(found, draft, d, id) ?? quoter(found, draft, d, id);
    if (!told) continue;
    outer.push(told);
    draft.within = told.id;
  }
  for (const d of drafts) {
    const host = hosts.get(d.cueToken ?? -1);
    if (host !== undefined) d.within ??= drafts.find((o) => o.cueToken === host)?.id ?? null;
  }
  resolveSpeakers(found, drafts);
  nest(found.doc, drafts);
  ownThoughts(found.doc, drafts);
  // "is expected to recover, doctors said": the sourceless passive bends what a speaker says of it
  for (const d of drafts) if (d.within !== null && d.sourceSpan === null && d.stance === "expects") d.vouches = true;
  const spoken = [...drafts, ...outer];
  const signed = [...spoken, ...signedMessages(found, quotes, spoken)];
  const all = [...signed, ...unclaimedQuotations(found, quotes, signed)];
  return all.flatMap((a) => byStance(found.doc, quotes, a)).sort((x, y) => first(x) - first(y));
}

/** "the Ministry of Defence", "the Claim Board": a word of a name reports nothing. */
function isInName({ doc, names }: Found, { cue }: Decided): boolean {
  if (doc.upos[cue.token] !== U.PROPN && doc.upos[cue.token] !== U.NOUN) return false;
  return names.some(
    (n) => n.type === "organisation" && n.tokens[1] - n.tokens[0] > 1 && n.tokens[0] <= cue.token && cue.token < n.tokens[1],
  );
}

/** Corrects the scorer's choice of source: who is accused accuses nobody; "some wonder" has a source that the tagger takes for no noun. */
function withSpeaker(doc: Document, d: Decided): Decided {
  if (d.source >= 0) return isAccused(doc, d) ? { ...d, source: -1 } : d;
  const before = d.cue.token - 1;
  const stands = before >= 0 && doc.sentence[before] === doc.sentence[d.cue.token] && d.content.length > 0;
  return stands && CUE_KINDS[d.cue.row.kind] === "doubt" && isUnnamedSpeaker(doc, before) ? { ...d, source: before } : d;
}

function withSender(doc: Document, d: Decided): Decided {
  const source = senderOf(doc, d.source);
  return source === d.source ? d : { ...d, source };
}

/** "X says that Y, Z reports": what X says ends where Z's tag begins. */
function withoutTags(doc: Document, decided: readonly Decided[]): readonly Decided[] {
  const tags = decided
    .flatMap((d) => tagAt(doc, d.cue.token) ?? accordingAt(doc, d) ?? [])
    .map((t) => ({ ...t, sentence: doc.sentence[t.before] }));
  if (tags.length === 0) return decided;
  const bySentence = new Map<number, (typeof tags)[number][]>();
  for (const t of tags) bySentence.set(t.sentence, [...(bySentence.get(t.sentence) ?? []), t]);
  return decided.map((d) => {
    const tag = bySentence.get(doc.sentence[d.cue.token])?.find((t) => d.cue.token < t.before && d.source < t.before);
    if (!tag) return d;
    const cut = doc.start[tag.before];
    const content = d.content.flatMap((c): readonly Span[] =>
      c[0] >= cut && tokensIn(doc, c)[0] < sentenceEnd(doc, tag.sentence)
        ? []
        : c[0] < cut && c[1] > cut
          ? [[c[0], doc.end[tag.before - 1]]]
          : [c],
    );
    return { ...d, content };
  });
}

/** "..., according to AFP" at the end of a sentence, as a tag. */
function accordingAt(doc: Document, { cue, source, content }: Decided): ReportingTag | null {
  const before = doc.upos[cue.token - 1] === U.PUNCT ? cue.token - 1 : cue.token;
  const isLast = cue.row.id === ACCORDING && source > cue.token && content.some((c) => c[1] <= doc.start[cue.token]);
  return isLast ? { form: 0, source, before } : null;
}

const ACCORDING = "cue.according";

function sentenceEnd(doc: Document, s: number): number {
  return doc.sentenceStart[s + 1];
}

/** "lindhaven: the council met ...": a place before a colon, where the text begins, says nothing. */
function isDateline({ doc, names }: Found, { cue, source }: Decided): boolean {
  if (doc.upos[cue.token] !== U.PUNCT || cue.token > DATELINE || source < 0 || sourceKindAt(doc, source) > 0) return false;
  const isSpeaker = names.some((n) => n.type !== "place" && n.tokens[0] <= source && source < n.tokens[1]);
  return !isSpeaker && doc.sentenceStart[doc.sentence[cue.token] + 1] - cue.token > SENTENCE;
}

/** Most tokens of a dateline before its colon; fewest of a sentence behind it. */
const DATELINE = 3;
const SENTENCE = 10;

/** "is said to be furious" names nobody who says it. */
function isHearsay(doc: Document, d: Decided): boolean {
  return d.cue.row.id === HEARSAY && childWith(doc, d.cue.token, R["aux:pass"], R["nsubj:pass"]) >= 0;
}

const HEARSAY = "cue.say.v.inf";

/** "according to media reports": the noun is the source of another cue, not a cue. */
function namesSource(doc: Document, decided: readonly Decided[], d: Decided): boolean {
  if (doc.upos[d.cue.token] !== U.NOUN) return false;
  return decided.some(
    (o) =>
      o !== d &&
      o.source >= 0 &&
      (o.source === d.cue.token || (doc.head[d.cue.token] === o.source && doc.relation[d.cue.token] === R.conj)),
  );
}

/** "wanted to bomb the station": what somebody means to do himself. */
function isOwnWill(doc: Document, { cue, content }: Decided): boolean {
  return CUE_KINDS[cue.row.kind] === "wish" && content.every((c) => isInfinitive(doc, c));
}

function isHedge(d: Decided): boolean {
  return CUE_KINDS[d.cue.row.kind] === "hedge";
}

function first(a: AttributionFinding): number {
  return Math.min(a.cue?.[0] ?? Number.MAX_SAFE_INTEGER, ...a.content.map((c) => c[0]));
}

/** Kinds of cue whose content stands on the source's word; without a source, those that still say that somebody says so. */
const VOUCHING = new Set<CueKind>([
  "speech",
  "thought",
  "expect",
  "doubt",
  "deny",
  "accuse",
  "claim",
  "estimate",
  "evidence",
  "hedge",
  "impression",
]);
const VOUCHING_ALONE = new Set<CueKind>(["hedge", "impression", "estimate"]);

function vouches(doc: Document, d: Decided, named: boolean): boolean {
  const kind = CUE_KINDS[d.cue.row.kind];
  return named ? VOUCHING.has(kind) : VOUCHING_ALONE.has(kind) || isThoughtTo(doc, d) || isBlame(doc, d) || isFearedFor(doc, d.cue.token);
}

/** "was blamed for", "two men accused of": somebody says so, nobody is named. Not what a court does ("was charged with"). */
function isBlame(doc: Document, { cue }: Decided): boolean {
  if (CUE_KINDS[cue.row.kind] !== "accuse" || !cue.row.sure) return false;
  return childWith(doc, cue.token, R["aux:pass"]) >= 0 || accusedOf(doc, cue).length > 0;
}

/** "is believed to have fled": somebody's thought, nobody's name. Not "known as". */
function isThoughtTo(doc: Document, d: Decided): boolean {
  const { token, row } = d.cue;
  return CUE_KINDS[row.kind] === "thought" && childWith(doc, token, R["aux:pass"]) >= 0 && infinitiveAfter(doc, token);
}

function draftOf(found: Found, quotes: Quotations, d: Decided, id: string): Draft | null {
  const { doc, report, names, actorMentions } = found;
  const { token, row } = d.cue;
  const tag = tagAt(doc, token);
  const sourceSpan =
    d.source < 0 ? null : sourceSpanOf(doc, names, d.source, tag?.form === 1 && tag.source === d.source ? tag.before + 1 : d.source);
  if (sourceSpan && isOwn(report.text.slice(...sourceSpan), report)) return null;
  return {
    id,
    source: sourceSpan ? actorAt(doc, actorMentions, d.source, sourceSpan) : null,
    sourceSpan,
    cue: spanOf(doc, token, token),
    content: d.content,
    quoted: quotedOf(doc, quotes, d.content),
    stance: sourceSpan === null && isThoughtTo(doc, d) ? "alleges" : stanceOf(doc, d),
    within: null,
    cueToken: token,
    vouches: !isSpeakersOwn(doc, d) && !leavesOpen(doc, d) && vouches(doc, d, sourceSpan !== null),
    rules: [row.id, ...(isUnsaid(doc, d) ? [UNSAID] : []), ...(d.interposed ? [INTERPOSED] : [])],
  };
}

/** "I fear": in a quotation the quoted speaker's own word, outside of one the outlet's; no other voice in either. */
function isSpeakersOwn(doc: Document, d: Decided): boolean {
  return d.source >= 0 && isSelf(doc, d.source);
}

function quotedOf(doc: Document, quotes: Quotations, content: readonly Span[]): AttributionFinding["quoted"] {
  let all = 0;
  let inside = 0;
  for (const c of content) {
    const [start, end] = tokensIn(doc, c);
    for (let k = start; k < end; k++) {
      all++;
      if (quotes.at[k] >= 0) inside++;
    }
  }
  return inside === 0 ? "indirect" : inside === all ? "direct" : "mixed";
}

/** An attribution whose cue stands in the content of another is reported by it; of several, by the one that says least besides. */
function nest(doc: Document, drafts: readonly Draft[]): void {
  const size = (d: Draft): number => d.content.reduce((sum, c) => sum + c[1] - c[0], 0);
  const speaking = speakingIn(doc, drafts);
  for (const d of drafts) {
    if (!d.cue || d.within !== null) continue;
    let best: Draft | null = null;
    for (const other of speaking.get(doc.sentence[tokensIn(doc, d.cue)[0]]) ?? []) {
      if (other === d || !other.content.some((c) => contains(c, d.cue as Span)) || holdsCue(d, other) || sameSource(doc, d, other))
        continue;
      if (!best || size(other) < size(best)) best = other;
    }
    if (
      best &&
      !(best.cueToken !== null && d.cueToken !== null && doc.head[best.cueToken] === d.cueToken && doc.relation[best.cueToken] === R.xcomp)
    )
      d.within = best.id;
  }
}

/** By sentence, whose content has words in it and stands on a source's word. */
function speakingIn(doc: Document, drafts: readonly Draft[]): ReadonlyMap<number, ReadonlySet<Draft>> {
  const found = new Map<number, Set<Draft>>();
  for (const d of drafts) {
    if (!d.vouches || d.sourceSpan === null) continue;
    for (const c of d.content) {
      const [from, to] = tokensIn(doc, c);
      for (let s = doc.sentence[from] ?? 0; from < to && s <= doc.sentence[to - 1]; s++) found.set(s, (found.get(s) ?? new Set()).add(d));
    }
  }
  return found;
}

function holdsCue(inner: Draft, outer: Draft): boolean {
  return outer.cue !== null && inner.content.some((c) => overlap(c, outer.cue as Span) > 0);
}
