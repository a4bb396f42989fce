import type { Reading, Statement } from "../model/reading.js";
import { speakerName } from "../model/speaker-name.js";
import { type EventAccount, eventAccounts, instant, type State } from "../views/index.js";
import type { ExportRow, RowOptions } from "./format.js";
import { hide } from "./hide.js";

/** Every live statement as a row, sorted by report date, report, place in the text and id. */
export function* rows(state: State, options: RowOptions = {}): Generator<ExportRow> {
  const accounts = eventAccounts(state);
  const events = new Map(accounts.flatMap((a) => a.ids.map((id) => [id, a] as const)));
  const of = new Map<string, EventAccount>();
  for (const a of events.values()) for (const s of a.statements) of.set(s, a);
  const readings = [...state.readings.values()].sort(
    (a, b) => instant(a.report.published.value) - instant(b.report.published.value) || (a.report.id < b.report.id ? -1 : 1),
  );
  for (const reading of readings) {
    const sorted = [...reading.statements].sort((a, b) => a.evidence[0] - b.evidence[0] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    for (const s of sorted) {
      const row = rowOf(reading, s, of.get(s.id) ?? null);
      yield options.hideNames ? hide(row, reading) : row;
    }
  }
}

function rowOf(reading: Reading, s: Statement, account: EventAccount | null): ExportRow {
  const { report } = reading;
  const words = (span: readonly [number, number] | null): string | null => (span ? report.text.slice(span[0], span[1]) : null);
  const event = reading.events.find((e) => e.id === s.event);
  const place = reading.places.find((p) => p.id === (s.kind === "figure" ? s.where : event?.where));
  const chain = s.attribution.flatMap((id) => reading.attributions.find((a) => a.id === id) ?? []);
  const name = (a: (typeof chain)[number]): string => speakerName(reading, a) ?? "";
  const count = s.kind === "toll" || s.kind === "figure" ? s.count : null;
  return {
    statement: s.id,
    kind: s.kind,
    event: account?.id ?? null,
    event_type: event?.type ?? null,
    event_status: event?.status ?? null,
    event_earliest: event?.earliest ?? null,
    event_latest: event?.latest ?? null,
    place: place?.name ?? null,
    place_geonames: place?.geonames ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    country: event?.country ?? place?.country ?? null,
    said_by: chain.map(name).join(" > "),
    stance: chain[0]?.stance ?? null,
    outlet: report.outlet,
    published: report.published.value,
    url: report.url,
    report: report.id,
    part: s.part,
    effect: s.kind === "toll" ? s.effect : null,
    low: count?.low ?? null,
    high: count?.high ?? null,
    was: count?.was ?? null,
    unit: count?.unit ?? null,
    qualifier: count?.qualifier ?? null,
    who: s.kind === "toll" ? words(s.who) : null,
    of: s.kind === "toll" ? s.of : null,
    part_of: s.kind === "toll" ? s.partOf : null,
    label: s.kind === "label" ? s.label : null,
    measure: s.kind === "figure" ? words(s.measure) : null,
    period: s.kind === "figure" ? (reading.times.find((t) => t.id === s.period)?.value ?? null) : null,
    words: words(s.evidence) ?? "",
    start: s.evidence[0],
    end: s.evidence[1],
    rules: s.rules.join(" "),
  };
}
