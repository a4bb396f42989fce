import { compareTuples, fixed, km, overlap, Points, repr, type Task } from "./shared.js";

/** Far enough to be wrong whatever is near. */
const NOWHERE = 20000;
const NEAR = 161;

/** Toponyms found, and put within 161 km (or given the same GeoNames id). */
export const places: Task = {
  name: "places",
  score(gold, said, report) {
    let [found, near, spoke, asked] = [0, 0, 0, 0];
    const distances: number[] = [];
    for (const g of gold) {
      const ps: readonly any[] = said.get(g.id)?.places ?? [];
      const taken = new Set<number>();
      const text = new Points(g.text);
      const inOrder = [...g.toponyms].sort((a: any, b: any) => Number(Boolean(a.ignore)) - Number(Boolean(b.ignore)));
      for (const t of inOrder) {
        const i = bestFit(ps, taken, [t.start, t.end]);
        if (i !== null) taken.add(i);
        if (t.ignore) continue;
        asked++;
        if (i === null) {
          report.error(() => `${g.id}: missed ${repr(text.slice(t.start, t.end))}`);
          continue;
        }
        found++;
        spoke++;
        const p = ps[i];
        const same = p.geonames && String(p.geonames) === String(t.geonames);
        const d = same ? 0 : p.lat !== null && p.lat !== undefined ? km([p.lat, p.lon], [t.lat, t.lon]) : NOWHERE;
        distances.push(d);
        if (d <= NEAR) near++;
        else report.error(() => `${g.id}: ${repr(text.slice(t.start, t.end))} off by ${fixed(d, 0)} km`);
      }
      spoke += ps.filter((_, i) => !taken.has(i)).length;
    }
    report.row("found", found, spoke, asked);
    if (distances.length > 0) {
      distances.sort((a, b) => a - b);
      const median = fixed(distances[Math.floor(distances.length / 2)], 1);
      report.print(`median distance ${median} km; within 161 km ${fixed((100 * near) / distances.length, 1)}% of those found`);
    }
    return report.row("found within 161 km", near, spoke, asked);
  },
};

/** Exact spans first, then the greatest overlap, then the first. */
function bestFit(ps: readonly any[], taken: ReadonlySet<number>, here: readonly [number, number]): number | null {
  let best: { readonly i: number; readonly key: readonly (number | boolean)[] } | null = null;
  for (let i = 0; i < ps.length; i++) {
    if (taken.has(i)) continue;
    const { span } = ps[i];
    const shared = overlap(span, here);
    if (shared <= 0) continue;
    const key = [span[0] === here[0] && span[1] === here[1], shared, -i];
    if (best === null || compareTuples(key, best.key) > 0) best = { i, key };
  }
  return best?.i ?? null;
}
