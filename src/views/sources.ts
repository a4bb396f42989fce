import type { State } from "./state.js";
import type { EventAccount, SourceRecord, TollPoint } from "./types.js";
import { speakerKey, voiceOf } from "./voices.js";

interface Tally {
  readonly name: string;
  readonly kind: SourceRecord["kind"];
  statements: number;
  readonly events: Set<string>;
  first: number;
  revised: number;
  alone: number;
}

/** What outlets and speakers were first with, revised, said alone. Counts, not a score: being alone may be a scoop or a mistake. */
export function sources(state: State, accounts: readonly EventAccount[]): readonly SourceRecord[] {
  const all = new Map<string, Tally>();
  const tally = (name: string, kind: SourceRecord["kind"]): Tally => {
    const key = `${kind} ${name}`;
    const known = all.get(key) ?? { name, kind, statements: 0, events: new Set<string>(), first: 0, revised: 0, alone: 0 };
    all.set(key, known);
    return known;
  };
  const eventOf = new Map(accounts.flatMap((a) => a.statements.map((s) => [s, a.id] as const)));
  for (const reading of state.readings.values()) {
    for (const s of reading.statements) {
      const voice = voiceOf(state, reading, s);
      for (const t of [
        ...(voice.outlet ? [tally(voice.outlet, "outlet")] : []),
        ...(voice.chain[0]?.name ? [tally(voice.chain[0].name, "speaker")] : []),
      ]) {
        t.statements++;
        const event = eventOf.get(s.id);
        if (event) t.events.add(event);
      }
    }
  }
  for (const account of accounts) for (const history of account.tolls) countTolls(history.points, tally);
  return [...all.values()]
    .map(({ events, ...t }) => ({ ...t, events: events.size }))
    .sort((a, b) => b.statements - a.statements || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.name < b.name ? -1 : 1));
}

function countTolls(points: readonly TollPoint[], tally: (name: string, kind: SourceRecord["kind"]) => Tally): void {
  points.forEach((p, i) => {
    const equal = points.filter((q) => q.count.low === p.count.low && q.count.high === p.count.high);
    const own = [
      ...(p.voice.outlet ? [tally(p.voice.outlet, "outlet")] : []),
      ...(p.voice.chain[0]?.name ? [tally(p.voice.chain[0].name, "speaker")] : []),
    ];
    const first = points.indexOf(equal[0]) === i;
    const alone = equal.every((q) => q.voice.origin === p.voice.origin);
    const revised = points.slice(i + 1).some((q) => speakerKey(q.voice) === speakerKey(p.voice) && q.count.low !== p.count.low);
    for (const t of own) {
      t.first += Number(first);
      t.alone += Number(alone);
      t.revised += Number(revised);
    }
  });
}
