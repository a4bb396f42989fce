import { plain } from "./parts.js";
import type { State } from "./state.js";
import { asserted } from "./tellings.js";
import type { EventAccount, SourceCount, SourceRecord, TollPoint } from "./types.js";
import { speakerKey, voiceOf } from "./voices.js";

interface Tally {
  readonly name: string;
  readonly kind: SourceRecord["kind"];
  statements: number;
  readonly events: Set<string>;
  readonly first: SourceCount[];
  readonly revised: (SourceCount & { to: SourceCount })[];
  readonly alone: SourceCount[];
}

type Tallies = (name: string, kind: SourceRecord["kind"]) => Tally;

/** What outlets and speakers were first with, revised, said alone: outlets first, then by how much they said. */
export function sources(state: State, accounts: readonly EventAccount[]): readonly SourceRecord[] {
  const all = new Map<string, Tally>();
  const tally: Tallies = (name, kind) => {
    const key = `${kind} ${plain(name)}`;
    const known = all.get(key) ?? { name, kind, statements: 0, events: new Set<string>(), first: [], revised: [], alone: [] };
    all.set(key, known);
    return known;
  };
  const eventOf = new Map(accounts.flatMap((a) => a.statements.map((s) => [s, a.id] as const)));
  for (const reading of state.readings.values()) {
    for (const s of reading.statements) {
      const voice = voiceOf(state, reading, s);
      for (const t of talliesOf(voice, tally)) {
        t.statements++;
        const event = eventOf.get(s.id);
        if (event) t.events.add(event);
      }
    }
  }
  for (const account of accounts) for (const history of account.tolls) countTolls(account.id, history.points.filter(asserted), tally);
  return [...all.values()]
    .map(({ events, ...t }) => ({ ...t, events: events.size }))
    .sort((a, b) => compare(a.kind, b.kind) || b.statements - a.statements || compare(a.name, b.name));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function talliesOf(voice: TollPoint["voice"], tally: Tallies): readonly Tally[] {
  const outlet = voice.outlet ? [tally(voice.outlet, "outlet")] : [];
  return voice.chain[0]?.name ? [...outlet, tally(voice.chain[0].name, "speaker")] : outlet;
}

function countTolls(event: string, points: readonly TollPoint[], tally: Tallies): void {
  const same = (p: TollPoint, q: TollPoint): boolean => p.count.low === q.count.low && p.count.high === q.count.high;
  const of = (p: TollPoint): SourceCount => {
    const { statement, effect, number, who, published } = p;
    return { event, statement, effect, number, who, published };
  };
  points.forEach((p, i) => {
    const equal = points.filter((q) => same(p, q));
    const others = equal.some((q) => q.voice.origin !== p.voice.origin);
    const changed = points.slice(i + 1).find((q) => speakerKey(q.voice) === speakerKey(p.voice) && q.partOf === p.partOf && !same(p, q));
    for (const t of talliesOf(p.voice, tally)) {
      if (others && equal[0] === p) t.first.push(of(p));
      if (!others && !t.alone.some((c) => equal.some((q) => q.statement === c.statement))) t.alone.push(of(p));
      if (changed) t.revised.push({ ...of(p), to: of(changed) });
    }
  });
}
