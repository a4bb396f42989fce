import type { Statement, TollStatement } from "../../model/reading.js";
import type { Findings } from "../findings.js";
import { isSelf } from "./beyond.js";
import type { Entry } from "./entry.js";
import { type Account, type Kind, numberOf, type Value, type Way } from "./hypotheses.js";
import { groupOf } from "./people.js";
import type { Choice } from "./reckon.js";
import { saidOf } from "./said.js";
import { RIVAL, type Teller } from "./teller.js";

type Needs = Pick<Findings, "report" | "actors">;

/** Sources of a number beside the phrases that say it, the plainest first. */
const PLAINEST: readonly Kind[] = [
  "apart",
  "parts",
  "sentence",
  "further",
  "apart-persons",
  "few",
  "named",
  "many",
  "all",
  "joined",
  "split",
  "hinted",
  "some",
  "added",
  "ordinal",
  "rest",
];

/**
 * The tolls such that those of the lead event tell the numbers chosen: smaller ones become parts of the total, greater ones leave the
 * event. Where the tolls cannot be made to tell a number by what the text says, they stay as they stand.
 */
export function settled(found: Needs, account: Account, told: Teller, choice: Choice): readonly Statement[] {
  let tolls: readonly TollStatement[] = [...told.statements];
  for (const effect of ["killed", "injured"] as const) {
    const value = choice[effect];
    const said = saidOf(found, tolls, account.lead.id, effect) ?? 0;
    const isLessened =
      ((value.v === 0 || value.ways.every((w) => w.kind === "rest")) && SELDOM.test(account.lead.type)) ||
      (value.v === 0 && (said >= MANY || tolls.some((s) => isOfAnother(account, told, s, effect)))) ||
      (value.v > 0 && value.ways.every(isOfBounds));
    if (said === value.v || isLessened) continue;
    for (const way of waysTo(value)) {
      const next = new Settling(account, told, effect, tolls).by(value, way);
      if (!next || (saidOf(found, next, account.lead.id, effect) ?? 0) !== value.v) continue;
      tolls = next;
      break;
    }
  }
  return tolls;
}

/** Acts so seldom in what the weights were learned from that what was said is neither taken from them nor lessened by the dead. */
const SELDOM = /^violence\.(bombing|shelling|arson|coup|hijacking)$/;

/** "at least 26 killed and more than 50 wounded": what is told of by a bound and as wounded counts no dead, and nothing is left of it. */
function isOfBounds({ kind, entries }: Way): boolean {
  return kind === "rest" && entries.every(({ c }) => c.word.mark === null && c.count.low !== c.count.high);
}

/** "A second boy suffered a wound": hurt beside whom the act killed, and nobody told of before. */
function isOfAnother({ lead }: Account, told: Teller, s: TollStatement, effect: TollStatement["effect"]): boolean {
  return (
    s.event === lead.id && s.effect === effect && s.count.low === 1 && told.candidateOf(s.id)?.word.mark === null && told.isOfFurther(s.id)
  );
}

/** So many, told of the event itself, are never nobody: a massacre that a court sits on, a crowd hurt on the streets. */
const MANY = 5;

/** The ways in which the text comes to a number, the plainest first; phrases that say it outright are one way together. */
function waysTo(value: Value): readonly Way[] {
  if (value.v === 0) return [{ kind: "none", entries: [] }];
  const told = value.by.get("told");
  return [
    ...(told ? [{ kind: "told" as const, entries: told }] : []),
    ...PLAINEST.flatMap((kind) => value.ways.filter((w) => w.kind === kind)),
  ];
}

class Settling {
  private all: TollStatement[];

  constructor(
    private readonly account: Account,
    private readonly told: Teller,
    private readonly effect: "killed" | "injured",
    tolls: readonly TollStatement[],
  ) {
    this.all = [...tolls];
  }

  by(value: Value, { kind, entries }: Way): readonly TollStatement[] | null {
    switch (kind) {
      case "none":
        for (const s of this.own()) if (numberIn(s) > 0) this.detach(s);
        return this.all;
      case "told":
        return this.asTotal(value, entries);
      case "apart":
        return this.withAttackers(value, entries);
      case "ordinal":
        return this.asOrdinal(value, entries);
      case "rest":
        return this.asRest(value, entries);
      default:
        return this.asSum(value, entries);
    }
  }

  /** Tolls of the lead event by this effect. */
  private own(): readonly TollStatement[] {
    return this.all.filter((s) => s.event === this.account.lead.id && s.effect === this.effect);
  }

  private asTotal(value: Value, entries: readonly Entry[]): readonly TollStatement[] | null {
    const total = this.stand(bestOf(this.account, entries));
    if (!total) return null;
    // "Five people were wounded, among them two minors": the two are no total
    if (this.told.statements.some((s) => s.partOf !== null && s.event === total.event && numberIn(s) === value.v && this.isWhole(s.partOf)))
      return null;
    for (const s of this.own()) if (s.id !== total.id) this.below(s, total, value.v);
    return this.all;
  }

  /** Whether a toll tells outright, by an exact number, of more people than its parts. */
  private isWhole(id: string): boolean {
    const s = this.told.statements.find((o) => o.id === id);
    return s !== undefined && s.effect === this.effect && s.count.low === s.count.high && this.told.candidateOf(id)?.word.mark === null;
  }

  /** "killed three people and himself": a total that leaves out its attackers, and they beside it. */
  private withAttackers(value: Value, [whole, self]: readonly Entry[]): readonly TollStatement[] | null {
    // "a soldier and four assailants died": the four are no total of which the soldier is left out
    if (groupOf(this.account.doc, whole.c.head) === "attackers") return null;
    // "killed two guards ... a policeman also died": he was no attacker
    if (groupOf(this.account.doc, self.c.head) === "security-forces" && !isSelf(this.account.doc, self)) return null;
    const total = this.stand(whole);
    const apart = this.stand(self);
    if (!total || !apart) return null;
    this.change(total, { who: null, withAttackers: false });
    this.change(apart, { who: apart.who ?? self.c.phrase, of: "attackers" });
    for (const s of this.own()) if (s.id !== total.id && s.id !== apart.id) this.below(s, total, value.v - 1);
    return this.all;
  }

  /** People told of one by one, each for himself. */
  private asSum(value: Value, entries: readonly Entry[]): readonly TollStatement[] | null {
    const parts: TollStatement[] = [];
    for (const e of entries) {
      const part = this.stand(e);
      if (!part) return null;
      parts.push(part);
      this.change(part, { who: part.who ?? (part.rules.some((r) => MOVED.has(r)) ? null : e.c.phrase) });
    }
    for (const s of this.own()) {
      if (parts.some((p) => p.id === s.id) || numberIn(s) === 0) continue;
      if (numberIn(s) > value.v) this.detach(s);
      else if (s.partOf === null) this.change(s, { who: null });
    }
    return this.all;
  }

  /** "Four people were shot, one of whom died": three. */
  private asRest(value: Value, entries: readonly Entry[]): readonly TollStatement[] | null {
    const e = bestOf(this.account, entries);
    const { c } = e;
    const count = { ...c.count, low: value.v, high: value.v };
    const rest = this.told.add({ ...c, count, head: c.token, rules: [...c.rules, "toll:rest"] }, this.account.lead, null, false);
    if (!rest) return null;
    this.all = this.all.filter((s) => s.id !== e.told);
    for (const s of this.own()) this.below(s, rest, value.v);
    this.all.push(rest);
    return this.all;
  }

  /** "an 8th teen was hit": eight, as the ordinal says. */
  private asOrdinal(value: Value, [e]: readonly Entry[]): readonly TollStatement[] | null {
    const { c } = e;
    const count = { ...c.count, low: value.v, high: value.v };
    const total = this.told.add({ ...c, count, head: c.token, rules: [...c.rules, "toll:ordinal"] }, this.account.lead, null, false);
    if (!total) return null;
    for (const s of this.own()) this.below(s, total, value.v);
    this.all.push(total);
    return this.all;
  }

  /** A toll beside the total: the same number again, a part of it, or more than it and so another act's. */
  private below(s: TollStatement, total: TollStatement, v: number): void {
    const n = numberIn(s);
    if (this.isRivals(s, total)) return;
    if (n > v) this.detach(s);
    else if (n === v) this.change(s, { who: null, partOf: null });
    else if (n > 0 && !isOfOthers(s, total)) this.change(s, { partOf: total.id });
  }

  /** "The league counts 17 dead. The government says that 11 people died": another speaker's count of everybody stands beside the total. */
  private isRivals(s: TollStatement, total: TollStatement): boolean {
    if (s.who !== null || s.of !== null || numberIn(s) < RIVAL) return false;
    const [mine, theirs] = [this.sourceOf(s), this.sourceOf(total)];
    return mine !== null && mine !== theirs && (theirs !== null || numberIn(s) > numberIn(total));
  }

  private sourceOf({ attribution }: TollStatement): string | null {
    const said = this.told.found.attributions.find((a) => a.id === attribution[0]);
    return said?.source ?? (said?.sourceSpan ? `${said.sourceSpan[0]}` : null);
  }

  /** The entry's toll as one of the lead event, that is part of none. */
  private stand(e: Entry): TollStatement | null {
    // "In January, 25 were injured in riots": of days long before the news
    if (e.event?.background && e.event.id !== this.account.lead.id) return null;
    const known = this.all.find((s) => s.id === e.told);
    // "Four people were shot", told as three beside one who died: all four, where that is the number
    if (known && numberIn(known) === numberOf(e)) return this.change(known, { event: this.account.lead.id, partOf: null });
    if (known) this.all = this.all.filter((s) => s !== known);
    const made = this.told.add(e.c, this.account.lead, null, true) ?? this.told.lastSaid();
    if (!made) return null;
    if (!this.all.some((s) => s.id === made.id)) this.all.push(made);
    return this.change(made, { event: this.account.lead.id, partOf: null });
  }

  /** Takes a toll away from the lead event: an injury that words like "shot" only suggest is none then. */
  private detach(s: TollStatement): void {
    const entry = this.account[this.effect].find((e) => e.told === s.id);
    // "has risen from five to six", "bringing the number of people killed to nine": a revised count is the event's own
    if (s.count.was !== null || s.rules.some((r) => MOVED.has(r))) return;
    if (entry && entry.c.word.care !== true && entry.c.word.mark !== null) this.all = this.all.filter((o) => o.id !== s.id);
    else this.change(s, { event: entry?.event && entry.event.id !== this.account.lead.id ? entry.event.id : null, partOf: null });
  }

  private change(s: TollStatement, what: Partial<TollStatement>): TollStatement {
    const next = { ...s, ...what, rules: s.rules.includes(RULE) ? s.rules : [...s.rules, RULE] };
    this.all = this.all.map((o) => (o.id === s.id ? next : o));
    return next;
  }
}

const RULE = "toll:reckoned";
const MOVED: ReadonlySet<string> = new Set(["toll:told-number", "toll:moved-tally"]);

/** "killed two guards ... three attackers also died": people of one kind are no part of those of another. */
function isOfOthers(s: TollStatement, total: TollStatement): boolean {
  return total.of !== null && total.of !== s.of;
}

function numberIn(s: TollStatement): number {
  return s.count.low ?? s.count.high ?? 0;
}

/** The entry that tells a number best: one that stands as a toll of the lead event, then one that stands at all, then the first. */
function bestOf({ lead }: Account, entries: readonly Entry[]): Entry {
  const rank = (e: Entry): number =>
    (e.told !== null && e.event?.id === lead.id ? 0 : e.told !== null ? 1 : 2) +
    (e.c.word.mark === "hint" ? 3 : 0) +
    (numberOf(e) > 0 ? 0 : 9);
  return [...entries].sort((a, b) => rank(a) - rank(b))[0];
}
