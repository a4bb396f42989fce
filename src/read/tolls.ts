import { overlaps, wordsAt } from "../base/span.js";
import type { Statement, TollStatement } from "../model/reading.js";
import { classesOf } from "./events/classes.js";
import type { EventFinding, Findings } from "./findings.js";
import { statementId } from "./ids.js";
import { stage } from "./stage.js";
import { type Candidate, candidates } from "./tolls/candidates.js";
import { type EventIndex, eventOf, indexEvents } from "./tolls/link.js";
import { groupOf, isGeneric, isSinglePerson } from "./tolls/people.js";
import { actorAt, isAnaphoric, isFurther, isOnePerson, Roll } from "./tolls/persons.js";
import { chainAt, evidenceAt } from "./voice.js";

type Needs = Pick<Findings, "report" | "doc" | "partOf" | "names" | "quantities" | "actors" | "attributions" | "events" | "lead">;

/**
 * Statements of kind `toll`: how many people or things an event is said to have harmed or touched, each count as it was said, by
 * whom. Not the sum of them: a breakdown is a toll of its own, part of its total.
 */
export const tolls = stage({
  name: "tolls",
  needs: ["report", "doc", "partOf", "names", "quantities", "actors", "attributions", "events", "lead"],
  gives: ["tolls"],
  run(found) {
    return { tolls: tollsOf(found) };
  },
});

function tollsOf(found: Needs): readonly Statement[] {
  const index = indexEvents(found.events, found.lead);
  const told = new Teller(found, index);
  const all = candidates({ ...found, classes: classesOf(found.doc, found.names) });
  // deaths first: an injury told of somebody who died is no injury of the toll
  for (const c of all) if (c.word.mark !== "weak") told.tell(c, all);
  for (const c of all) if (c.word.mark === "weak") told.tell(c, all);
  return told.statements;
}

class Teller {
  readonly statements: TollStatement[] = [];
  private readonly rolls = new Map<string, Roll>();
  private readonly heads = new Set<string>();
  private readonly said = new Set<string>();
  private readonly ids = new Map<Candidate, string>();

  constructor(
    private readonly found: Needs,
    private readonly index: EventIndex,
  ) {}

  tell(c: Candidate, all: readonly Candidate[]): void {
    const { doc } = this.found;
    // "were wounded, suffering injuries": the same people in the same words
    const here = `${c.head}:${c.word.effect}`;
    if (this.heads.has(here)) return;
    this.heads.add(here);
    const event = eventOf(doc, this.index, c.token, c.word.effect, c.head);
    if (!event) return;
    const stated = c.partOf === null ? null : (this.ids.get(all[c.partOf]) ?? null);
    if (c.partOf !== null && stated === null) return;
    const known = stated === null ? this.isKnown(c, event) : "new";
    if (known === "skip") return;
    this.add(c, event, stated ?? (known === "new" ? this.wholeOf(c, event) : null), known === "repeat");
  }

  /** Whether the candidate repeats people already told of; `skip` where telling of them again would say nothing. */
  private isKnown(c: Candidate, event: EventFinding): "new" | "repeat" | "skip" {
    const { doc } = this.found;
    if (isOnePerson(doc, c)) {
      const dead = this.rolls.get(`${event.id}:killed`);
      if (c.word.mark === "weak" && dead?.has(c)) return "skip";
      const repeat = this.roll(event, c).enter(c);
      return repeat && isAnaphoric(doc, c.head) ? "skip" : repeat ? "repeat" : "new";
    }
    const counted = this.statements.some((s) => s.event === event.id && s.effect === c.word.effect);
    if (isAnaphoric(doc, c.head) && counted) return "skip";
    if (this.statements.some((s) => this.isSameCount(s, c, event))) return "repeat";
    if (c.word.mark === "weak") {
      const dead = this.statements.filter((s) => s.event === event.id && s.effect === "killed").map((s) => s.count.low ?? 0);
      if (dead.includes(c.count.low ?? -1)) return "skip";
    }
    return "new";
  }

  /** "Four rebels were killed. ... the four militants": one number, told of again. */
  private isSameCount(s: TollStatement, c: Candidate, event: EventFinding): boolean {
    if (s.event !== event.id || s.effect !== c.word.effect || s.partOf !== null || c.word.things || (c.count.low ?? 0) < 2) return false;
    const group = groupOf(this.found.doc, c.head);
    return s.count.low === c.count.low && (s.of === group || s.of === null || group === null);
  }

  /** The total of the same people that a smaller count told later is a part of: "eight rebels ... seven of them in the forest". */
  private wholeOf(c: Candidate, event: EventFinding): string | null {
    const { doc } = this.found;
    if (c.coordinated || c.word.things || isFurther(doc, c.head)) return null;
    const group = groupOf(doc, c.head);
    const n = c.count.low ?? c.count.high ?? 0;
    const whole = this.statements.find(
      (s) =>
        s.event === event.id &&
        s.effect === c.word.effect &&
        s.partOf === null &&
        (s.count.low ?? 0) > n &&
        n > 0 &&
        s.of === group &&
        s.who !== null,
    );
    return whole?.id ?? null;
  }

  private roll(event: EventFinding, c: Candidate): Roll {
    const key = `${event.id}:${c.word.effect}`;
    const roll = this.rolls.get(key) ?? new Roll(this.found.doc, this.found.actors);
    this.rolls.set(key, roll);
    return roll;
  }

  private add(c: Candidate, event: EventFinding, whole: string | null, repeat: boolean): void {
    const { doc, report, partOf } = this.found;
    const attribution = chainAt(this.found, c.token);
    const who = this.whoOf(c, whole, repeat);
    const whoKey = who ? (actorAt(this.found.actors, who)?.id ?? wordsAt(report.text, who).toLowerCase()) : "";
    const part = partOf[doc.sentence[c.token]] ?? "body";
    const key = [event.id, c.word.effect, c.count.low, c.count.high, whoKey, attribution[0] ?? "", part === "teaser"].join("|");
    if (this.said.has(key)) return;
    this.said.add(key);
    const evidence = evidenceAt(this.found, c.token);
    const id = statementId(report, "toll", [evidence, c.count.span, who], [c.word.effect, c.count.low, c.count.high, c.count.was]);
    this.ids.set(c, id);
    this.statements.push({
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
      withAttackers: null,
      partOf: whole,
      asOf: null,
    });
  }

  /** The phrase counted, where it says more than people. One person described in passing again says no more. */
  private whoOf(c: Candidate, whole: string | null, repeat: boolean): TollStatement["who"] {
    const { doc } = this.found;
    if (c.head === c.token || overlaps(c.phrase, [doc.start[c.token], doc.end[c.token]])) return null;
    if (c.word.things) return c.phrase;
    if (isGeneric(doc, c.head) || (repeat && !this.namesActor(c))) return null;
    return isSinglePerson(doc, c.head) && !c.coordinated && whole === null && c.count.low === 1 ? null : c.phrase;
  }

  private namesActor(c: Candidate): boolean {
    return actorAt(this.found.actors, c.phrase) !== null && !isSinglePerson(this.found.doc, c.head);
  }
}
