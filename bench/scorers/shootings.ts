import { km, repr, type Task } from "./shared.js";
import { toll } from "./tolls.js";

const WIDEST_DAYS = 3;
const NEAR = 40;

/** Exact counts of the lead event against a registry's, in reports of the first week; its date and place beside. */
export const shootings: Task = {
  name: "shootings",
  score(all, said, report) {
    const gold = all.filter((g) => g.near ?? true);
    const located = gold.filter((g) => g.gold.latlon).length;
    const hits = { killed: 0, injured: 0, both: 0, date: 0, "place within 40 km": 0 };
    for (const g of gold) {
      const r = said.get(g.id);
      if (!r) continue;
      const event = r.events.find((e: any) => e.id === r.lead);
      const k = toll(r, r.lead ?? null, "killed") ?? 0;
      const i = toll(r, r.lead ?? null, "injured") ?? 0;
      hits.killed += Number(k === g.gold.killed);
      hits.injured += Number(i === g.gold.injured);
      const both = k === g.gold.killed && i === g.gold.injured;
      hits.both += Number(both);
      if (event) {
        hits.date += Number(dated(event, g.gold.date));
        hits["place within 40 km"] += Number(placed(r, event, g.gold.latlon));
      }
      if (!both) report.error(() => `${g.id}: said ${k} killed ${i} injured; gold ${g.gold.killed}, ${g.gold.injured}: ${repr(g.title)}`);
    }
    for (const [name, hit] of Object.entries(hits)) report.share(name, 24, hit, name.startsWith("place") ? located : gold.length);
    return hits.both / gold.length;
  },
};

function dated(event: any, date: string | null): boolean {
  const { earliest, latest } = event;
  if (!earliest || !latest || !date || !(earliest <= date && date <= latest)) return false;
  return (Date.parse(latest.slice(0, 10)) - Date.parse(earliest.slice(0, 10))) / 86_400_000 <= WIDEST_DAYS;
}

function placed(r: any, event: any, latlon: readonly [number, number] | null): boolean {
  const place = r.places.find((p: any) => p.id === event.where);
  if (!place || place.lat === null || place.lat === undefined || !latlon) return false;
  return km([place.lat, place.lon], latlon) <= NEAR;
}
