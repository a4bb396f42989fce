import { overlaps, wordsAt } from "../../base/span.js";
import { U } from "../../language/tags.js";
import type { TollStatement } from "../../model/reading.js";
import { isGrievance } from "../events/grievance.js";
import type { EventFinding, Findings } from "../findings.js";
import { statementId } from "../ids.js";
import { asOf } from "../times/as-of.js";
import { chainAt } from "../voice.js";
import { isOfAilment } from "./ailments.js";
import { attackersIn } from "./attackers.js";
import type { Candidate } from "./candidate.js";
import { isAlso } from "./contrast.js";
import type { Entry } from "./entry.js";
import { evidenceOf, type Lists, listsOf } from "./evidence.js";
import { countedIn, isHurt } from "./in-disaster.js";
import { type EventIndex, eventOf } from "./link.js";
import { partitive } from "./of-them.js";
import { groupOf, isGeneric, isSinglePerson, whoSpan } from "./people.js";
import { isOfEarlierTime, isOfPeriod, type Periods, periodsOf } from "./period.js";
import { actorAt, isAnaphoric, isFurther, isOnePerson, Roll } from "./persons.js";
import { isOfStatistics } from "./statistic.js";
import { victims } from "./victims.js";

export type Needs = Pick<
  Findings,
  "report" | "doc" | "partOf" | "names" | "quantities" | "actors" | "attributions" | "events" | "lead" | "times"
>;

/** Effects of which names told besides a number are the numbered. */
const NAMED_PARTS = new Set<TollStatement["effect"]>(["arrested", "abducted"]);

const DOERS = new Set<string>(["authority", "perpetrator"]);
const HARMED = new Set<string>(["victim", "defendant"]);

/** Tells tolls one by one, each tied to its event, and remembers whom they told of. */
export class Teller {
  readonly statements: TollStatement[] = [];
  /** Everything that was looked at, told or not. */
  readonly entries: Entry[] = [];
  private readonly rolls = new Map<string, Roll>();
  private readonly heads = new Set<string>();
  /** Tolls by what they say. */
  private readonly said = new Map<string, string>();
  /** The toll that was told last, now or before in the same words. */
  private latest: string | null = null;
  private readonly ids = new Map<Candidate, string>();
  private readonly candidates = new Map<string, Candidate>();
  /** Tolls of a person told of before, with the toll that told of the person first in the same voice. */
  readonly again = new Map<string, string>();
  private readonly voices = new Map<string, string>();
  private readonly tokens = new Map<string, number>();
  /** Tolls that say no more than people. */
  private readonly general = new Set<string>();
  /** Tolls of "others": people besides those told of. */
  private readonly further = new Set<string>();

  private readonly periods: Periods;
  private readonly isEpidemic: boolean;
  private lists: Lists = new Map();

  constructor(
    readonly found: Needs & { readonly classes: Int32Array },
    private readonly index: EventIndex,
  ) {
    const published = found.report.published.value;
    this.isEpidemic = found.events.some((e) => e.type === "hazard.epidemic");
    this.periods = periodsOf(found.doc, found.times, published ? Date.parse(published.slice(0, 10)) : null);
  }

  /** Who was killed where only the event says so: "police named the victim of the killing". */
  tellVictims(): void {
    for (const event of this.found.events) {
      if (event.background || this.of(event, "killed").length > 0 || this.of(event, "injured").length > 0) continue;
      for (const c of victims(this.found, event)) this.tell(c, []);
    }
  }

  /** Tells every candidate, those of the first `rank` first. */
  tellAll(all: readonly Candidate[], ranks: number, rank: (c: Candidate) => number): void {
    this.lists = listsOf(all);
    for (let r = 0; r < ranks; r++) for (const c of all) if (rank(c) === r) this.tell(c, all);
  }

  /** Tells a candidate, unless it tells of nothing new; either way it is entered. */
  tell(c: Candidate, all: readonly Candidate[]): void {
    const { doc } = this.found;
    // "were wounded, suffering injuries": the same people in the same words
    const here = `${c.head}:${c.word.effect}`;
    if (this.heads.has(here)) return;
    this.heads.add(here);
    if (isOfAilment(doc, c.token, this.isEpidemic) || isOfStatistics(this.found, c)) return;
    const event =
      countedIn(c, this.index.lead, this.statements, this.general) ??
      eventOf(doc, this.index, c.token, c.word.effect, c.head, c.word.counted.includes("tally"));
    const ofPeriod =
      event !== null && (isOfPeriod(this.periods, doc, c.token, event) || isOfEarlierTime(this.periods, doc, c.token, event));
    const before = this.statements.length;
    if (event && !ofPeriod && (c.word.mark !== "hint" || isHurt(c, event, this.found.lead))) this.tellOf(c, event, all);
    // "protests over the death of a student": whatever the report is about, that was before it
    const isEarlier = ofPeriod || (event !== null && event.id !== this.found.lead && isGrievance(doc, c.token));
    this.entries.push({ c, event, ofPeriod: isEarlier, told: this.statements.length > before ? this.statements[before].id : null });
  }

  private tellOf(c: Candidate, event: EventFinding, all: readonly Candidate[]): void {
    const stated = c.partOf === null ? null : (this.ids.get(all[c.partOf]) ?? null);
    if (c.partOf !== null && stated === null) return;
    if (stated !== null) {
      this.add(c, event, stated, true);
      return;
    }
    if (this.isDoer(c, event)) return;
    if (c.where !== null) {
      this.add(c, event, this.wholeOf(c, event), true);
      return;
    }
    if (isOnePerson(this.found.doc, c)) {
      this.tellPerson(c, event);
      return;
    }
    if (this.isKnownNumber(c, event)) return;
    if (c.word.mark === "weak" && (c.count.low ?? 0) >= 2) this.tellShot(c, event);
    else this.add(c, event, this.wholeOf(c, event), !this.isSaidByAnother(c, event));
  }

  /** One person: told of once, however often and by whatever words. */
  private tellPerson(c: Candidate, event: EventFinding): void {
    if (this.isToldOfBefore(c, event)) return;
    const dead = c.word.effect === "injured" ? this.rolls.get(`${event.id}:killed`) : undefined;
    if (dead && (c.word.mark === "weak" ? dead.has(c) : dead.names(c))) return;
    const { person, known } = this.roll(event, c).enter(c);
    if (known && isAnaphoric(this.found.doc, c.head)) return;
    const whole = known ? person.toll : this.wholeOf(c, event);
    const told = this.add(c, event, whole, !known || (person.toll === null && this.namesActor(c)));
    if (told?.who && told.partOf === null) person.toll ??= told.id;
    if (told) this.tellAgain(person.told, told.id);
    if (this.latest !== null) person.told.push(this.latest);
  }

  /** "A cadre was arrested ... Police raided a hideout and arrested the Maoist": who is looked back at was told of, or is the authority itself. */
  private isToldOfBefore(c: Candidate, event: EventFinding): boolean {
    const { doc } = this.found;
    if (!NAMED_PARTS.has(c.word.effect)) return false;
    const at = doc.start[c.head];
    if (event.roles.some((r) => DOERS.has(r.role) && r.span[0] <= at && at < r.span[1])) return true;
    return isAnaphoric(doc, c.head) && !c.coordinated && !isFurther(doc, c.head) && this.of(event, c.word.effect).length > 0;
  }

  /** "A dozen cadres of a faction of the outfit shot dead a farmer": who did it to another is not whom it befell, whatever the tree says. */
  private isDoer(c: Candidate, event: EventFinding): boolean {
    if (!event.triggers.includes(c.token) || c.head > c.token || (c.count.low ?? 0) < 2) return false;
    const at = this.found.doc.start[c.head];
    const holds = (r: EventFinding["roles"][number]): boolean => r.span[0] <= at && at < r.span[1];
    const harmed = event.roles.filter((r) => HARMED.has(r.role));
    return harmed.length > 0 && !harmed.some(holds) && event.roles.some((r) => DOERS.has(r.role) && holds(r));
  }

  private tellAgain(before: readonly string[], id: string): void {
    const first = before.find((o) => this.voices.get(o) === this.voices.get(id));
    if (first !== undefined) this.again.set(id, first);
  }

  /** The toll that was told last, now or before in the same words. */
  lastSaid(): TollStatement | null {
    return this.statements.find((s) => s.id === this.latest) ?? null;
  }

  /** The candidate that told a toll, or null. */
  readonly candidateOf = (id: string): Candidate | null => this.candidates.get(id) ?? null;

  /** Whether a toll tells of people besides those told of before. */
  isOfFurther(id: string): boolean {
    return this.further.has(id);
  }

  /** Whether the number tells of people already told of, and saying it again would say nothing. */
  private isKnownNumber(c: Candidate, event: EventFinding): boolean {
    const { doc } = this.found;
    const before = this.of(event, c.word.effect);
    // "The death toll rose to 24" looks back at the dead, and counts them anew
    if (c.head !== c.token && isAnaphoric(doc, c.head) && before.length > 0) return true;
    const voice = this.voiceAt(c);
    return before.some((s) => this.isSameCount(s, c) && this.voices.get(s.id) === voice);
  }

  /** "Police held two men. ... 'We held two suspects,' he said": the number of those told of, in another's words, and nobody besides. */
  private isSaidByAnother(c: Candidate, event: EventFinding): boolean {
    return NAMED_PARTS.has(c.word.effect) && this.of(event, c.word.effect).some((s) => s.partOf === null && this.isSameCount(s, c));
  }

  /** "The league counts 17 dead. The government says that 11 people died": people whom another speaker counts in sum. */
  private isRival(c: Candidate, id: string): boolean {
    const [mine, theirs] = [this.voiceAt(c), this.voices.get(id) ?? ""];
    const everybody = c.head === c.token || isGeneric(this.found.doc, c.head); // "put the number of dead at two"
    return (c.count.low ?? 0) >= 2 && mine !== theirs && mine !== "" && theirs !== "" && everybody && !c.coordinated;
  }

  private of(event: EventFinding, effect: TollStatement["effect"]): readonly TollStatement[] {
    return this.statements.filter((s) => s.event === event.id && s.effect === effect);
  }

  /**
   * "Four people were shot": injured, but for those of them who died. Where the text tells how many died, the rest is the toll; where
   * it tells how many were injured besides, that is.
   */
  private tellShot(c: Candidate, event: EventFinding): void {
    const n = c.count.low ?? 0;
    const dead = sumOf(this.of(event, "killed"));
    const injured = sumOf(this.of(event, "injured"));
    if (n === dead || (dead > 0 && n === dead + injured)) return;
    const rest = n - dead;
    if (dead === 0 || rest < 0 || c.count.high !== n || isFurther(this.found.doc, c.head)) {
      this.add(c, event, this.wholeOf(c, event), true);
      return;
    }
    if (rest <= injured) return;
    const count = { ...c.count, low: rest, high: rest };
    this.add({ ...c, count, head: c.token, rules: [...c.rules, "toll:rest"] }, event, null, false);
  }

  /** "Four rebels were killed. ... the four militants": one number, told of again. */
  private isSameCount(s: TollStatement, c: Candidate): boolean {
    const { doc } = this.found;
    if (c.word.things || (c.count.low ?? 0) < 2 || s.count.low !== c.count.low || s.count.high !== c.count.high || isFurther(doc, c.head))
      return false;
    const group = groupOf(doc, c.head);
    return (s.of === group || s.of === null || group === null) && !(c.coordinated && this.tokens.get(s.id) === c.token);
  }

  /** The total of the same people that a smaller count is a part of: "eight rebels ... seven of them in the forest". */
  private wholeOf(c: Candidate, event: EventFinding): string | null {
    const { doc } = this.found;
    const n = c.count.low ?? c.count.high ?? 0;
    if (n === 0 || c.word.things || isFurther(doc, c.head) || c.word.counted.includes("tally") || c.rules.includes("toll:moved-tally"))
      return null;
    // "killed two guards. A policeman also died": besides them
    if (c.word.effect === "killed" && isAlso(doc, c.token)) return null;
    const group = groupOf(doc, c.head);
    const whole = this.of(event, c.word.effect).find(
      (s) =>
        s.partOf === null &&
        (s.count.low ?? 0) > n &&
        (s.count.low ?? 0) >= 2 &&
        this.tokens.get(s.id) !== c.token &&
        !this.further.has(s.id) &&
        !this.isRival(c, s.id) &&
        (s.of === group || (group === null && this.isNamed(c)) || (s.of === null && this.general.has(s.id) && group !== "attackers")),
    );
    return whole?.id ?? null;
  }

  /** "Three cadres, identified as ...": a name may be one of any group. */
  private isNamed(c: Candidate): boolean {
    return NAMED_PARTS.has(c.word.effect) && !c.coordinated && this.found.doc.upos[c.head] === U.PROPN;
  }

  private roll(event: EventFinding, c: Candidate): Roll {
    const key = `${event.id}:${c.word.effect}`;
    const roll = this.rolls.get(key) ?? new Roll(this.found.doc, this.found.actors);
    this.rolls.set(key, roll);
    return roll;
  }

  /** Whose word it is, as far as two statements can be told apart by it. */
  voiceAt(c: Candidate): string {
    const { attributions, report } = this.found;
    return chainAt(this.found, c.token)
      .map((id) => attributions.find((a) => a.id === id))
      .map((a) => (a ? `${a.source ?? (a.sourceSpan ? wordsAt(report.text, a.sourceSpan) : "")}/${a.stance}` : ""))
      .join("<");
  }

  /** Enters the toll, `named` with the phrase counted; null where it was said before. */
  add(c: Candidate, event: EventFinding, whole: string | null, named: boolean): TollStatement | null {
    const { doc, report, partOf } = this.found;
    const attribution = chainAt(this.found, c.token);
    const who = named || whole !== null ? this.whoOf(c, whole) : null;
    const whoKey = who
      ? (actorAt(this.found.actors, [doc.start[c.head], doc.end[c.head]])?.id ?? wordsAt(report.text, who).toLowerCase())
      : "";
    const part = partOf[doc.sentence[c.token]] ?? "body";
    const key = [event.id, c.word.effect, c.count.low, c.count.high, whoKey, this.voiceAt(c), part === "teaser"].join("|");
    this.latest = this.said.get(key) ?? null;
    if (this.latest !== null) return null;
    const evidence = evidenceOf(this.found, c, this.lists);
    const id = statementId(report, "toll", [evidence, c.count.span, who], [c.word.effect, c.count.low, c.count.high, c.count.was]);
    this.said.set(key, id);
    this.latest = id;
    this.ids.set(c, id);
    this.candidates.set(id, c);
    this.voices.set(id, this.voiceAt(c));
    this.tokens.set(id, c.token);
    if (isFurther(doc, c.head)) this.further.add(id);
    if (who === null || isGeneric(doc, c.head)) this.general.add(id);
    const told: TollStatement = {
      id,
      kind: "toll",
      event: event.id,
      attribution,
      evidence,
      part,
      rules: c.rules,
      effect: c.word.effect,
      count: { ...c.count, unit: null },
      who,
      of: groupOf(doc, c.head),
      withAttackers: c.partOf === null ? attackersIn(doc, c) : null,
      partOf: whole,
      asOf: asOf(doc, this.found.times, c.token),
    };
    this.statements.push(told);
    return told;
  }

  /** The phrase counted, where it says more than people. One person described in passing again says no more. */
  private whoOf(c: Candidate, whole: string | null): TollStatement["who"] {
    const { doc } = this.found;
    if (c.where !== null) return c.where;
    if (c.head === c.token && c.word.effect === "affected" && c.count.high === 0) return c.phrase;
    if (c.head === c.token || overlaps(c.phrase, [doc.start[c.token], doc.end[c.token]])) return null;
    if (c.word.things) {
      const kind = partitive(doc, c.head);
      return kind >= 0 ? whoSpan(doc, kind, null) : c.phrase;
    }
    if (isGeneric(doc, c.head) && c.rules.includes("toll:breakdown") && doc.upos[c.head] === U.NOUN) return c.phrase; // "seven were patients"
    if (isGeneric(doc, c.head)) return c.coordinated && NAMED_PARTS.has(c.word.effect) ? this.besidesOf(c) : null;
    return isSinglePerson(doc, c.head) && !c.coordinated && whole === null && c.count.low === 1 ? null : c.phrase;
  }

  /** "Arjun Thakur and two of his associates": people counted beside others, who are no total. */
  private besidesOf(c: Candidate): TollStatement["who"] {
    const kind = partitive(this.found.doc, c.head);
    return kind < 0 ? c.phrase : whoSpan(this.found.doc, kind, null);
  }

  private namesActor(c: Candidate): boolean {
    return actorAt(this.found.actors, c.phrase) !== null && !isSinglePerson(this.found.doc, c.head);
  }
}

/** From how many on another speaker's count is a rival of the total: of a handful it is more often a part of them. */
export const RIVAL = 5;

/** How many people tolls of one effect tell of: the greatest total, or the sum of the parts where that is more. */
function sumOf(tolls: readonly TollStatement[]): number {
  let total = 0;
  let parts = 0;
  for (const s of tolls) {
    if (s.partOf !== null) continue;
    if (s.who === null) total = Math.max(total, s.count.low ?? 0);
    else parts += s.count.low ?? 0;
  }
  return Math.max(total, parts);
}
