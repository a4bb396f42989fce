import type { Document } from "../../language/document.js";
import type { TollStatement } from "../../model/reading.js";
import type { Effect } from "../../model/vocabulary.js";
import type { EventFinding, Findings } from "../findings.js";
import { attackersAmong, byOrdinal, withNumbers } from "./beyond.js";
import { type Described, describedBy, personsApart } from "./contrast.js";
import type { Entry } from "./entry.js";
import { Company, type Group } from "./gather.js";
import { ofOtherHands } from "./other-hands.js";
import { isAnaphoric, isFurther, isOnePerson, type Person, Roll } from "./persons.js";
import { saidOf } from "./said.js";

/**
 * Where a number of harmed people comes from: `now` what the tolls say as they stand, `none` nobody, `told` one phrase, `parts` the
 * coordinated phrases of one word, `sentence` all phrases of one sentence, `further` people besides those before, `apart` a total and the attackers beside it; `few`, `many` and `all` the persons of the event
 * told apart by more or less, `named` those with a name, `apart-persons` those that something sets apart from each other, `rest` those shot who did not die;
 * `joined` and `split` the dead, or the hurt who are none of the dead, of all persons gathered, less or more readily told apart, `hinted` with
 * those only told of as taken to a hospital, `some` of them; `ordinal` what an ordinal gives away; `added` those told of one by one and
 * those told of by number together.
 */
export type Kind =
  | "now"
  | "none"
  | "told"
  | "parts"
  | "sentence"
  | "further"
  | "apart"
  | "few"
  | "many"
  | "all"
  | "named"
  | "apart-persons"
  | "rest"
  | "joined"
  | "split"
  | "hinted"
  | "some"
  | "ordinal"
  | "added";

/** One number that may be how many the lead event harmed in one way, with what speaks for it. */
export interface Value {
  readonly v: number;
  readonly by: Map<Kind, readonly Entry[]>;
  /** The same sources one by one: people told of together in two sentences are two ways to one number. */
  readonly ways: Way[];
}

/** One way to a number: the phrases that come to it. */
export interface Way {
  readonly kind: Kind;
  readonly entries: readonly Entry[];
}

/** What a report says of the people that its lead event killed or injured, before it is decided what of it holds. */
export interface Account {
  readonly doc: Document;
  readonly lead: EventFinding;
  readonly actors: Findings["actors"];
  readonly killed: readonly Entry[];
  readonly injured: readonly Entry[];
  readonly values: { readonly killed: readonly Value[]; readonly injured: readonly Value[] };
  readonly company: Company;
}

type Needs = Pick<Findings, "doc" | "report" | "actors" | "names">;

export function accountOf(found: Needs, lead: EventFinding, entries: readonly Entry[], tolls: readonly TollStatement[]): Account {
  const others = ofOtherHands(found, lead, entries);
  const of = (effect: Effect): readonly Entry[] =>
    entries
      .filter((e) => e.c.word.effect === effect && !e.c.word.things && !(e.event && others.has(e.event.id)))
      .sort((a, b) => a.c.token - b.c.token || a.c.head - b.c.head)
      .slice(0, MOST_ENTRIES);
  const [killed, injured] = [of("killed"), of("injured")];
  const dead = valuesOf(found, lead, killed, tolls, null);
  const hurt = valuesOf(found, lead, injured, tolls, killed);
  addRests(dead, hurt, injured);
  const company = new Company(found.doc, found.actors, killed, injured, (e) => isNear(e, lead));
  addGathered(company, dead, hurt, { killed, injured }, (e) => isNear(e, lead));
  return { doc: found.doc, actors: found.actors, lead, killed, injured, values: { killed: most(dead), injured: most(hurt) }, company };
}

/** How many phrases of one effect are weighed, each against each: those of some ten thousand words about nothing else. */
const MOST_ENTRIES = 400;

/** How many values of one effect are weighed. */
const MOST = 9;

function most(values: ReadonlyMap<number, Value>): readonly Value[] {
  const weight = (x: Value): number => (x.by.has("now") || x.by.has("none") ? 100 : 0) + x.by.size + (x.by.get("told")?.length ?? 0);
  return [...values.values()].sort((a, b) => weight(b) - weight(a) || a.v - b.v).slice(0, MOST);
}

type Values = Map<number, Value>;

function put(values: Values, v: number, kind: Kind, entries: readonly Entry[]): void {
  if (v < 0) return;
  const value: Value = values.get(v) ?? { v, by: new Map(), ways: [] };
  values.set(v, value);
  value.ways.push({ kind, entries });
  value.by.set(kind, [...(value.by.get(kind) ?? []), ...entries]);
}

/** The number that an entry tells of. */
export function numberOf(e: Entry): number {
  return e.c.count.low ?? e.c.count.high ?? 0;
}

/** Whether the entry's event may be the lead event, told of in another way: one that happened, of this report's story. */
export function isNear(e: Entry, lead: EventFinding): boolean {
  return e.event === null || e.event.id === lead.id || !e.event.background;
}

function valuesOf(
  found: Needs,
  lead: EventFinding,
  entries: readonly Entry[],
  tolls: readonly TollStatement[],
  dead: readonly Entry[] | null,
): Values {
  const values: Values = new Map();
  const effect = dead === null ? "killed" : "injured";
  put(values, saidOf(found, tolls, lead.id, effect) ?? 0, "now", []);
  put(values, 0, "none", []);
  const byToken = new Map<number, Entry[]>();
  for (const e of entries) {
    const n = numberOf(e);
    if (n >= 2 || e.c.rules.includes("toll:number") || e.c.rules.includes("toll:adjacent")) put(values, n, "told", [e]);
    if (e.c.coordinated && e.c.partOf === null) byToken.set(e.c.token, [...(byToken.get(e.c.token) ?? []), e]);
  }
  for (const group of byToken.values()) if (group.length > 1) put(values, sum(group), "parts", group);
  addSentences(found.doc, values, entries);
  addFurther(found, lead, values, entries);
  addPersons(found, lead, values, entries, dead);
  addApart(found, lead, values, entries);
  for (const { v, kind, entries: by } of byOrdinal(found.doc, entries)) put(values, v, kind, by);
  return values;
}

/** "One is in critical condition and three are stable": several numbers of one sentence, taken together. */
function addSentences(doc: Document, values: Values, entries: readonly Entry[]): void {
  const bySentence = new Map<number, Entry[]>();
  for (const e of entries) {
    if (e.c.partOf !== null || e.c.word.mark === "zero" || numberOf(e) === 0 || isAnaphoric(doc, e.c.head)) continue;
    const s = doc.sentence[e.c.token];
    const group = bySentence.get(s) ?? [];
    if (!group.some((o) => o.c.head === e.c.head)) bySentence.set(s, [...group, e]);
  }
  for (const group of bySentence.values()) if (group.length > 1) put(values, sum(group), "sentence", group);
}

/** "... and seven others": people besides those told of one by one. */
function addFurther(found: Needs, lead: EventFinding, values: Values, entries: readonly Entry[]): void {
  const single = entries.filter(
    (e) => isOnePerson(found.doc, e.c) && isNear(e, lead) && e.c.word.mark !== "hint" && e.c.word.mark !== "zero",
  );
  for (const e of entries) {
    if (numberOf(e) < 1 || !isFurther(found.doc, e.c.head)) continue;
    const others = personsOf(
      found,
      single.filter((o) => o.c.token < e.c.token && o.c.head !== e.c.head),
    );
    put(values, numberOf(e) + Math.max(1, others.length), "further", [e, ...others]);
  }
}

function sum(entries: readonly Entry[]): number {
  return entries.reduce((n, e) => n + numberOf(e), 0);
}

/** "their murder-suicide": a number with which the attacker is told. */
const SELF_KILLED = new Set(["toll-words:kill-self"]);

/** "killed three people and then himself": the attackers come on top of a total that leaves them out. */
function addApart(found: Needs, lead: EventFinding, values: Values, entries: readonly Entry[]): void {
  const selves = attackersAmong(found.doc, found.actors, lead, entries);
  if (selves.length === 0) return;
  for (const value of [...values.values()]) {
    const told = value.by.get("told")?.filter((e) => !selves.includes(e) && !SELF_KILLED.has(e.c.word.id)) ?? [];
    if (told.length > 0 && value.v > 0) put(values, value.v + 1, "apart", [told[0], selves[0]]);
  }
}

/** Persons told of one by one, brought together by what they share, by how readily that is done. */
function addPersons(found: Needs, lead: EventFinding, values: Values, entries: readonly Entry[], dead: readonly Entry[] | null): void {
  const { doc } = found;
  const single = (e: Entry): boolean => isOnePerson(doc, e.c) && e.c.word.mark !== "zero" && !e.ofPeriod;
  const roll = (list: readonly Entry[] | null, near: (e: Entry) => boolean): Roll => {
    const made = new Roll(doc, found.actors);
    for (const e of list ?? []) if (single(e) && near(e) && e.c.word.mark !== "hint") made.enter(e.c);
    return made;
  };
  const own = (e: Entry): boolean => e.event?.id === lead.id;
  const near = (e: Entry): boolean => isNear(e, lead);
  for (const [kind, within] of [
    ["few", own],
    ["all", near],
  ] as const) {
    const gone = roll(dead, within);
    const persons = personsOf(
      found,
      entries.filter((e) => single(e) && within(e) && !(dead !== null && gone.names(e.c))),
    );
    put(values, persons.length, kind, persons);
  }
  const gone = roll(dead, own);
  const told = entries.filter((e) => single(e) && own(e) && !(dead !== null && gone.names(e.c)));
  const many = distinct(found, told);
  put(values, many.length, "many", many);
  const described = (list: readonly Entry[]): readonly Described[] =>
    list.filter((e) => single(e) && near(e) && e.c.word.mark !== "hint").map((e) => describedBy(doc, found.actors, e.c));
  const set = personsApart(doc, described(entries), described(dead ?? []));
  put(
    values,
    set.length,
    "apart-persons",
    entries.filter((e) => set.some((d) => d.c === e.c)),
  );
  const named = personsOf(
    found,
    entries.filter((e) => single(e) && near(e) && isNamed(found, e) && !(dead !== null && gone.names(e.c))),
  );
  put(values, named.length, "named", named);
}

/** How many died and how many were hurt of those gathered, by how readily they are told apart. */
function addGathered(
  company: Company,
  dead: Values,
  hurt: Values,
  all: { readonly killed: readonly Entry[]; readonly injured: readonly Entry[] },
  near: (e: Entry) => boolean,
): void {
  const ways = [
    ["joined", company.gathered(false, false)],
    ["split", company.gathered(true, false)],
    ["hinted", company.gathered(true, true)],
  ] as const;
  for (const [effect, values] of [
    [true, dead],
    [false, hurt],
  ] as const) {
    let most: readonly Entry[] = [];
    for (const [kind, groups] of ways) {
      const own = groups.filter((g) => g.some((p) => p.dead) === effect).map((g) => best(g.filter((p) => p.dead === effect)));
      put(values, own.length, kind, own);
      if (own.length > most.length) most = own;
      const added = kind === "joined" ? null : withNumbers(company.doc, own, effect ? all.killed : all.injured, near, kind === "hinted");
      if (added) put(values, added.v, added.kind, added.entries);
    }
    for (let n = 1; n < most.length; n++) if (!values.has(n)) put(values, n, "some", most.slice(0, n));
  }
}

/** The phrase of a person that tells a toll, else the first. */
function best(group: Group): Entry {
  return (group.find((p) => p.e.told !== null) ?? group[0]).e;
}

function personsOf(found: Needs, entries: readonly Entry[]): readonly Entry[] {
  const roll = new Roll(found.doc, found.actors);
  return entries.filter((e) => e.c.word.mark !== "hint").flatMap((e) => (roll.enter(e.c).known ? [] : [e]));
}

function distinct(found: Needs, entries: readonly Entry[]): readonly Entry[] {
  const roll = new Roll(found.doc, found.actors);
  const seen = new Set<string>();
  return entries.flatMap((e) => {
    const p: Person = roll.describe(e.c);
    const key = p.actor ?? p.name ?? String(found.doc.lemma[e.c.head]);
    if (seen.has(key) || roll.names(e.c)) return [];
    seen.add(key);
    roll.enter(e.c);
    return [e];
  });
}

function isNamed(found: Needs, e: Entry): boolean {
  return new Roll(found.doc, found.actors).describe(e.c).name !== null;
}

/** "Four people were shot": of whom those who died are not the injured. */
function addRests(dead: Values, hurt: Values, injured: readonly Entry[]): void {
  for (const e of injured) {
    const n = numberOf(e);
    if (n < 2) continue;
    for (const k of [...dead.keys()])
      if (
        k > 0 &&
        k <= n &&
        !hurt
          .get(n - k)
          ?.by.get("rest")
          ?.includes(e)
      )
        put(hurt, n - k, "rest", [e]);
  }
}
