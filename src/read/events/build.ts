import type { Span } from "../../base/span.js";
import { type Document, spanOf } from "../../language/document.js";
import { U } from "../../language/tags.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";
import type { Event, Place } from "../../model/reading.js";
import type { EventType, Status } from "../../model/vocabulary.js";
import type { EventFinding } from "../findings.js";
import { handsOfAll, isToldApart } from "./another.js";
import { C } from "./classes.js";
import type { Cluster } from "./cluster.js";
import type { Context } from "./context.js";
import { isNone } from "./denied.js";
import type { Mention } from "./mention.js";
import { fillersOf } from "./parties.js";
import { tellsOfDeath } from "./results.js";
import { agreedTime } from "./when.js";
import { bestPlace } from "./where.js";
import { wordsOf } from "./words.js";

/** Types that say little of the act, beside one that says more. */
const VAGUE = new Set<EventType>(["violence.attack", "hazard.explosion", "hazard.accident"]);

/** The event that a cluster's mentions tell of, without its links. */
export function eventOf(ctx: Context, c: Cluster, id: string): EventFinding {
  const kind = typeOf(c);
  const type = kind === "violence.attack" && isDeadlyForce(ctx, c) ? "violence.killing" : kind;
  const status = statusOf(c);
  const told = type === "violence.killing" ? c.results.filter(tellsOfDeath) : [];
  const all = [...c.mentions, ...told].sort((a, b) => a.trigger.token - b.trigger.token);
  const place = placeOf(c, type);
  const when = whenOf(ctx, c, status);
  return {
    id,
    type,
    status,
    mentions: all.map((m) => spanOfTrigger(ctx, m)),
    triggers: all.map((m) => m.trigger.token),
    results: c.results.filter((m) => !told.includes(m)).map((m) => m.trigger.token),
    where: place?.id ?? null,
    also: alsoOf(c, place),
    country: place?.country ?? (place !== null && isSea(place) ? null : countryOf(ctx, c)),
    ...when,
    clock: clockOf(ctx, c),
    roles: fillersOf(ctx, c, type),
    links: [],
    part: ctx.partOf[c.mentions[0].sentence] ?? "body",
    background: false,
    apart: isToldApart(ctx, c.mentions[0]),
    hands: handsOfAll(ctx, c.mentions),
    rules: [...new Set(all.map((m) => `trigger:${m.trigger.row.id}`))],
  };
}

const AND = vocabulary.id("and");

/** How far behind a proposal's word the verb of what it proposes may stand. */
const PROPOSED = 12;

/** "is looking to increase sentences", "suggested that citizenship be stripped": the verb of what is proposed, or -1. */
function proposedBy({ doc }: Context, { trigger, fillers }: Mention): number {
  const verb = fillers.find((f) => f.role === "measure" && doc.upos[f.token] === U.VERB && f.token > trigger.last)?.token ?? -1;
  return verb - trigger.last <= PROPOSED ? verb : -1;
}

/** A trigger's words; of two verbs that one row joins ("shot and killed") the last, which says what came of it. */
function spanOfTrigger(ctx: Context, m: Mention): Span {
  const { first, last, row } = m.trigger;
  if (row.type === "policy.proposal") return spanOf(ctx.doc, first, Math.max(last, proposedBy(ctx, m)));
  return spanOf(ctx.doc, row.pos === "VERB" && row.words.includes(AND) ? last : first, last);
}

const DOES: ReadonlySet<string> = new Set(["perpetrator", "authority"]);

/**
 * "Most of the victims died in police firing", "those killed when the constables fired": force of the police by which nobody knows how many
 * died is told of as what it was, a killing. Where they are counted the toll tells it.
 */
function isDeadlyForce(ctx: Context, { mentions, results }: Cluster): boolean {
  const died = results.filter((m) => m.status === "occurred" && tellsOfDeath(m));
  if (died.length === 0 || results.some((m) => m.fillers.some((f) => f.count !== null))) return false;
  if (!mentions.some((m) => m.fillers.some((f) => DOES.has(f.role) && (ctx.classes[f.token] & C.police) !== 0))) return false;
  return died.some((m) => !ctx.argumentsAt(m.trigger.token, m.verbal).some((a) => isNobody(ctx.doc, a.token)));
}

function isNobody(doc: Document, t: number): boolean {
  return NOBODY.has(doc.norm[t]) || isNone(doc, t);
}

const NOBODY = wordsOf("nobody");

/** The type that its mentions vote for; generic words count little beside those that say what was done. */
function typeOf(c: Cluster): EventType {
  const votes = new Map<EventType, number>();
  c.mentions.forEach((m, k) => {
    if (!m.type || m.trigger.row.kind === "generic") return;
    const weight = (k === 0 ? 1.5 : 1) * (VAGUE.has(m.type) ? 0.6 : 1) + (m.trigger.row.words.length > 1 ? 0.3 : 0);
    votes.set(m.type, (votes.get(m.type) ?? 0) + weight);
  });
  let best = c.mentions[0].type as EventType;
  for (const [type, n] of votes) if (n > (votes.get(best) ?? 0)) best = type;
  // "A blast tore through a mosque. Nobody claimed the attack"
  const isBlast =
    (best === "hazard.explosion" || best === "violence.attack") && votes.has("hazard.explosion") && votes.has("violence.attack");
  return isBlast ? "violence.bombing" : best;
}

const RANK: readonly Status[] = ["foiled", "attempted", "ongoing", "occurred", "threatened", "planned", "possible", "not-occurred"];

/** What its mentions agree on; that it happened outweighs that it may. */
function statusOf(c: Cluster): Status {
  const first = c.mentions[0].status;
  if (c.mentions[0].type === "policy.proposal") return c.mentions.some((m) => m.status === "not-occurred") ? "not-occurred" : "planned";
  const said = c.mentions.map((m) => m.status);
  if (said.includes("foiled")) return "foiled";
  if (first === "attempted") return "attempted";
  // what goes on has happened so far: later mentions in the past tense do not end it
  if (first === "ongoing") return "ongoing";
  const counts = new Map<Status, number>();
  for (const [k, s] of said.entries()) counts.set(s, (counts.get(s) ?? 0) + (k === 0 ? 1.5 : 1));
  if (c.results.some((r) => r.status === "occurred")) counts.set("occurred", (counts.get("occurred") ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || RANK.indexOf(a[0]) - RANK.indexOf(b[0]))[0][0];
}

/** Deeds of police, courts and parliaments are where their own clause says; acts are also where the rest of the sentence says. */
function placeOf(c: Cluster, type: EventType): Place | null {
  const reach = FAR.test(type) ? 3 : 1;
  const options = [
    ...c.mentions.flatMap((m) => m.places),
    ...c.results.flatMap((m) => m.places.map((p) => ({ ...p, tier: p.tier + 0.5 }))),
  ];
  return bestPlace(options.filter((o) => o.tier <= reach));
}

const FAR = /^(violence\.(?!threat)|hazard|unrest|movement|security\.(seizure|raid|deployment))/;

/** Seas are no country's, whoever was caught there. */
function isSea({ name, precision }: Place): boolean {
  return (
    precision === "area" &&
    name
      .toLowerCase()
      .split(" ")
      .some((w) => SEAS.has(vocabulary.id(w)))
  );
}

const SEAS = wordsOf("sea");

function alsoOf(c: Cluster, chosen: Place | null): readonly string[] {
  if (!chosen) return [];
  const close = c.mentions.flatMap((m) =>
    m.places.filter((p) => p.tier <= 1 && p.place.precision === chosen.precision).map((p) => p.place),
  );
  const names = new Set([chosen.name]);
  return close.filter((p) => !names.has(p.name) && names.add(p.name)).map((p) => p.id);
}

/** Where no place is named: the country of who acted or to whom it was done, or that an adjective of theirs names. */
function countryOf(ctx: Context, c: Cluster): string | null {
  const fillers = [...c.mentions, ...c.results].flatMap((m) => m.fillers);
  for (const roles of COUNTRY_ROLES) {
    for (const f of fillers) {
      if (!roles.has(f.role)) continue;
      const country = ctx.lookups.actor(f.actor)?.country ?? adjectiveCountry(ctx, f.span);
      if (country) return country;
    }
  }
  return null;
}

const COUNTRY_ROLES: readonly ReadonlySet<string>[] = [
  new Set(["authority"]),
  new Set(["perpetrator", "participant", "organisation", "defendant"]),
  new Set(["victim", "target"]),
];

/** "A Greek police officer": the country of a nationality among the words. */
function adjectiveCountry(ctx: Context, span: Span): string | null {
  for (const name of nationalityNames(ctx)) {
    if (name.span[0] < span[0] || name.span[1] > span[1]) continue;
    const country = nationalities().get(ctx.doc.text.slice(name.span[0], name.span[1]).toLowerCase());
    if (country) return country;
  }
  return null;
}

const namesOf = new WeakMap<Context, Context["names"]>();

function nationalityNames(ctx: Context): Context["names"] {
  const known = namesOf.get(ctx);
  if (known) return known;
  const made = ctx.names.filter((n) => n.type === "nationality");
  namesOf.set(ctx, made);
  return made;
}

let loaded: ReadonlyMap<string, string> | null = null;

function nationalities(): ReadonlyMap<string, string> {
  loaded ??= new Map(loadTable("nationalities").rows.map((r) => [r.word, r.country]));
  return loaded;
}

/** The time of day as said with one of its mentions: "shortly after 6 a.m.", "on Saturday evening". */
function clockOf(ctx: Context, c: Cluster): string | null {
  for (const m of c.mentions) {
    const said = m.times.find((t) => t.tier < 2 && t.time.type === "time");
    if (said) return ctx.doc.text.slice(said.time.span[0], said.time.span[1]).replace(/\s+/g, " ");
  }
  return null;
}

const UNDATED = new Set<Status>(["planned", "threatened", "possible", "ongoing"]);

function whenOf(ctx: Context, c: Cluster, status: Status): Pick<Event, "when" | "earliest" | "latest"> {
  const late = c.results.map((m: Mention) => m.times.map((t) => ({ ...t, tier: t.tier + 0.5 })));
  const best = agreedTime([...c.mentions.map((m) => m.times), ...late]);
  const published = ctx.report.published.value?.slice(0, 10) ?? null;
  if (best && (best.time.earliest || best.time.latest)) {
    const { earliest, latest } = best.time;
    const past = status === "occurred" || status === "attempted" || status === "foiled";
    return {
      when: best.time.id,
      earliest,
      latest:
        past && published && (latest === null || latest > published) && (earliest ?? "") <= published
          ? published
          : status === "ongoing" && latest === published
            ? null
            : latest,
    };
  }
  return { when: best?.time.id ?? null, earliest: null, latest: UNDATED.has(status) ? null : published };
}
