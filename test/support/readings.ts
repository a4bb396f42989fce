import { shortHash } from "../../src/base/hash.js";
import type { Span } from "../../src/base/span.js";
import type { Actor, Attribution, Count, Event, Place, Reading, Statement, Time } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import type { ActorKind, Effect, EventType, Label, LinkRelation, Role, Stance, Status, TollOf } from "../../src/model/vocabulary.js";

/** Who says it: a name that stands in the text. */
export interface By {
  readonly name: string;
  readonly stance?: Stance;
  readonly kind?: ActorKind;
  /** Who reports that: the outer link. */
  readonly via?: string;
}

export interface EventSketch {
  readonly id: string;
  readonly type: EventType;
  /** Trigger words, each standing in the text. */
  readonly at: readonly string[];
  readonly status?: Status;
  readonly where?: { readonly name: string; readonly lat?: number; readonly lon?: number; readonly country?: string };
  readonly earliest?: string;
  readonly latest?: string;
  readonly background?: boolean;
  readonly roles?: readonly { readonly role: Role; readonly words: string; readonly person?: string }[];
  readonly links?: readonly { readonly to: string; readonly relation: LinkRelation }[];
}

export interface Sketch {
  readonly text: string;
  readonly outlet?: string;
  readonly published?: string | null;
  readonly title?: string;
  readonly lead?: string;
  readonly events?: readonly EventSketch[];
  readonly tolls?: readonly {
    readonly event: string;
    readonly effect: Effect;
    readonly words: string;
    readonly low: number | null;
    readonly high?: number | null;
    readonly was?: number;
    readonly who?: string;
    readonly of?: TollOf;
    readonly partOf?: number;
    readonly withAttackers?: boolean;
    readonly by?: By;
  }[];
  readonly remarks?: readonly { readonly words: string; readonly by: By }[];
  readonly labels?: readonly { readonly event: string; readonly label: Label; readonly words: string; readonly by?: By }[];
  readonly says?: readonly { readonly event: string; readonly words: string; readonly by?: By }[];
  readonly figures?: readonly {
    readonly measure: string;
    readonly words: string;
    readonly low: number;
    readonly year?: number;
    readonly by?: By;
  }[];
  readonly version?: string;
}

/** A reading made by hand, as a reader would give it: every span is found in the text, every id derived. For tests of rooms that use readings. */
export function sketch(s: Sketch): Reading {
  const id = shortHash([s.outlet ?? null, s.published ?? null, s.text]);
  const at = (words: string): Span => {
    const i = s.text.indexOf(words);
    if (i < 0) throw new Error(`"${words}" does not stand in "${s.text}"`);
    return [i, i + words.length];
  };
  const actors: Actor[] = [];
  const places: Place[] = [];
  const times: Time[] = [];
  const attributions: Attribution[] = [];
  const actor = (name: string, kind: ActorKind): string => {
    const known = actors.find((a) => a.name === name);
    if (known) return known.id;
    const found = s.text.includes(name) ? [at(name)] : [];
    actors.push({
      id: `a${actors.length}`,
      name,
      kind,
      title: null,
      age: null,
      minor: null,
      sex: null,
      standing: null,
      country: null,
      mentions: found,
    });
    return `a${actors.length - 1}`;
  };
  const attribute = (by: By | undefined, content: Span): string[] => {
    if (!by) return [];
    const link = (name: string, stance: Stance, kind: ActorKind, within: string | null): string => {
      const sourceSpan = at(name);
      attributions.push({
        id: `q${attributions.length}`,
        source: actor(name, kind),
        sourceSpan,
        cue: null,
        content: [content],
        quoted: "indirect",
        stance,
        within,
      });
      return `q${attributions.length - 1}`;
    };
    const outer = by.via ? link(by.via, "asserts", "outlet", null) : null;
    const inner = link(by.name, by.stance ?? "asserts", by.kind ?? "person", outer);
    return outer ? [inner, outer] : [inner];
  };
  const events = (s.events ?? []).map((e): Event => {
    if (e.where) {
      places.push({
        id: `p-${e.id}`,
        span: at(e.where.name),
        name: e.where.name,
        geonames: null,
        lat: e.where.lat ?? null,
        lon: e.where.lon ?? null,
        country: e.where.country ?? null,
        admin1: null,
        precision: "town",
        relation: "at",
        because: "by hand",
      });
    }
    return {
      id: e.id,
      type: e.type,
      status: e.status ?? "occurred",
      mentions: e.at.map(at),
      where: e.where ? `p-${e.id}` : null,
      also: [],
      country: e.where?.country ?? null,
      when: null,
      earliest: e.earliest ?? null,
      latest: e.latest ?? null,
      clock: null,
      roles: (e.roles ?? []).map((r) => ({
        role: r.role,
        actor: r.person ? actor(r.person, "person") : null,
        span: at(r.words),
        count: null,
      })),
      links: e.links ?? [],
      part: "body",
      background: e.background ?? false,
    };
  });
  const statements: Statement[] = [];
  const base = (kind: string, event: string | null, words: string, by: By | undefined, more: string) => {
    const span = at(words);
    return {
      id: shortHash([id, kind, event, span[0], span[1], by?.name ?? null, more]),
      event,
      attribution: attribute(by, span),
      evidence: sentence(s.text, span),
      part: "body" as const,
      rules: ["by-hand"],
    };
  };
  const number = (words: string, low: number | null, high: number | null | undefined, was?: number): Count => ({
    low,
    high: high === undefined ? low : high,
    was: was ?? null,
    unit: null,
    qualifier: high === null ? "at-least" : "exact",
    span: at(words),
  });
  for (const e of s.says ?? events.map((x) => ({ event: x.id, words: s.text.slice(...x.mentions[0]) }))) {
    statements.push({ kind: "event", ...base("event", e.event, e.words, "by" in e ? (e.by as By) : undefined, "") });
  }
  const tolls: string[] = [];
  for (const t of s.tolls ?? []) {
    const b = base("toll", t.event, t.words, t.by, `${t.effect} ${t.low}`);
    tolls.push(b.id);
    statements.push({
      kind: "toll",
      ...b,
      effect: t.effect,
      count: number(t.words, t.low, t.high, t.was),
      who: t.who ? at(t.who) : null,
      of: t.of ?? null,
      withAttackers: t.withAttackers ?? null,
      partOf: t.partOf === undefined ? null : tolls[t.partOf],
      asOf: null,
    });
  }
  for (const r of s.remarks ?? [])
    statements.push({ kind: "remark", ...base("remark", null, r.words, r.by, r.words), evidence: at(r.words), span: at(r.words) });
  for (const l of s.labels ?? [])
    statements.push({ kind: "label", ...base("label", l.event, l.words, l.by, l.label), label: l.label, span: at(l.words) });
  for (const f of s.figures ?? []) {
    const period = f.year ? `t${times.length}` : null;
    if (f.year)
      times.push({
        id: `t${times.length}`,
        span: at(String(f.year)),
        type: "date",
        value: String(f.year),
        earliest: `${f.year}-01-01`,
        latest: `${f.year}-12-31`,
        anchor: "none",
      });
    statements.push({
      kind: "figure",
      ...base("figure", null, f.words, f.by, f.measure),
      measure: at(f.measure),
      count: number(f.words, f.low, f.low),
      period,
      where: null,
    });
  }
  return {
    report: plainReport(s.text, { id, outlet: s.outlet ?? null, title: s.title ?? null, published: s.published ?? null, bytes: id }),
    actors,
    places,
    times,
    attributions,
    events,
    lead: s.lead ?? events[0]?.id ?? null,
    statements,
    notes: [],
    read: { reader: "by-hand", version: s.version ?? "1", lexicon: "-", models: "-" },
  };
}

function sentence(text: string, span: Span): Span {
  const start = text.lastIndexOf(". ", span[0]);
  const end = text.indexOf(". ", span[1]);
  return [start < 0 ? 0 : start + 2, end < 0 ? text.length : end + 1];
}

/** Three reports of one shooting whose toll rises, one of another in the same town. */
export function harbourStory(): readonly Reading[] {
  const where = { name: "Aktau", lat: 43.65, lon: 51.16, country: "KAZ" };
  return [
    sketch({
      text: "Five people were killed when a gunman opened fire at a market in Aktau on Monday, the mayor said. Twelve were wounded.",
      outlet: "Steppe Wire",
      published: "2019-03-04",
      title: "Five dead in Aktau market shooting",
      events: [
        {
          id: "e1",
          type: "violence.attack",
          at: ["opened fire"],
          where,
          earliest: "2019-03-04",
          latest: "2019-03-04",
          roles: [{ role: "perpetrator", words: "a gunman" }],
        },
      ],
      tolls: [
        { event: "e1", effect: "killed", words: "Five", low: 5, by: { name: "the mayor" } },
        { event: "e1", effect: "injured", words: "Twelve", low: 12 },
      ],
    }),
    sketch({
      text: "The number of dead in Monday's market shooting in Aktau has risen from five to six, Steppe Wire reports. The interior minister calls it terrorism.",
      outlet: "Caspian Mail",
      published: "2019-03-05",
      title: "Aktau toll rises to six",
      events: [{ id: "e1", type: "violence.attack", at: ["market shooting"], where, earliest: "2019-03-04", latest: "2019-03-04" }],
      tolls: [{ event: "e1", effect: "killed", words: "six", low: 6, was: 5, by: { name: "Steppe Wire", kind: "outlet" } }],
      labels: [{ event: "e1", label: "terrorism", words: "terrorism", by: { name: "The interior minister" } }],
    }),
    sketch({
      text: "Lawyers doubt that the shooting in Aktau was terrorism. Six people, including two policemen, were killed by a gunman on 4 March at the market.",
      outlet: "Northern Post",
      published: "2019-03-06",
      title: "Was the Aktau market shooting terrorism?",
      events: [{ id: "e1", type: "violence.attack", at: ["shooting"], where, earliest: "2019-03-04", latest: "2019-03-04" }],
      tolls: [
        { event: "e1", effect: "killed", words: "Six", low: 6 },
        { event: "e1", effect: "killed", words: "two", low: 2, who: "two policemen", of: "security-forces", partOf: 0 },
      ],
      labels: [{ event: "e1", label: "terrorism", words: "terrorism", by: { name: "Lawyers", stance: "doubts" } }],
    }),
    sketch({
      text: "A fire destroyed a warehouse by the port in Aktau on Tuesday night. Nobody was hurt, the fire brigade said.",
      outlet: "Caspian Mail",
      published: "2019-03-06",
      title: "Warehouse burns down at port",
      events: [{ id: "e1", type: "hazard.fire", at: ["fire"], where, earliest: "2019-03-05", latest: "2019-03-05" }],
      tolls: [{ event: "e1", effect: "injured", words: "Nobody", low: 0, by: { name: "the fire brigade" } }],
    }),
  ];
}
