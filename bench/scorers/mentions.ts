import { compareTuples, fixed, overlap, Points, repr, type Task } from "./shared.js";

type Predicted = readonly [start: number, end: number, event: number];

/** Pairs of mentions said to be one event (ECB+), within annotated sentences; verbs of reporting are left out. */
export const mentions: Task = {
  name: "mentions",
  score(gold, said, report) {
    let [found, asked, spoke, right, links, saidLinks, goldLinks, within] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (const g of gold) {
      const ps = predicted(g, said.get(g.id));
      const acts: readonly any[] = g.mentions.filter((m: any) => !m.class.includes("REPORTING"));
      const other: readonly any[] = g.mentions.filter((m: any) => m.class.includes("REPORTING"));
      const match = acts.map((m) => eventOf(m, ps));
      asked += acts.length;
      found += match.filter((k) => k !== null).length;
      for (const p of new Map(ps.map((x) => [`${x[0]} ${x[1]}`, x])).values()) {
        const touches = (m: any): boolean => at(m).some((q) => overlap(p, q) > 0);
        const ok = acts.some(touches);
        if (!ok && other.some(touches)) continue;
        spoke++;
        right += Number(ok);
      }
      const text = new Points(g.text);
      for (let i = 0; i < acts.length; i++) {
        for (let j = i + 1; j < acts.length; j++) {
          const sameChain = acts[i].chain !== null && acts[i].chain === acts[j].chain;
          const both = match[i] !== null && match[j] !== null;
          const link = both && match[i] === match[j];
          goldLinks += Number(sameChain);
          within += Number(sameChain && both);
          saidLinks += Number(link);
          links += Number(link && sameChain);
          if (link === sameChain) continue;
          report.error(() => {
            const [a, b] = [acts[i], acts[j]].map((m) => repr(text.slice(m.start, m.end)));
            return `${g.id}: ${link ? "joined" : both ? "kept apart" : "not found"} ${a} ${b} at ${acts[i].start}, ${acts[j].start}`;
          });
        }
      }
    }
    report.print(`found                    R ${fixed((100 * found) / Math.max(1, asked), 1, 5)}   (${found} of ${asked})`);
    report.print(`said in those sentences  P ${fixed((100 * right) / Math.max(1, spoke), 1, 5)}   (${right} of ${spoke})`);
    report.row("same event (both found)", links, saidLinks, within);
    return report.row("same event", links, saidLinks, goldLinks);
  },
};

function predicted(g: any, p: any): readonly Predicted[] {
  const all = (p?.events ?? []).flatMap((e: any, k: number) => e.mentions.map((m: number[]): Predicted => [m[0], m[1], k]));
  return all.filter((m: Predicted) => g.annotated.some((a: number[]) => overlap(m, a) > 0));
}

function at(m: any): readonly (readonly number[])[] {
  return m.parts?.length ? m.parts : [[m.start, m.end]];
}

/** The event of the predicted mention that overlaps most; of equals the shorter, the earlier, the first. */
function eventOf(m: any, ps: readonly Predicted[]): number | null {
  let best: readonly number[] = [0, 0, 0, 0];
  let any = false;
  for (const p of ps) {
    const shared = at(m).reduce((sum, q) => sum + overlap(p, q), 0);
    const key = [shared, p[0] - p[1], -p[0], -p[2]];
    if (!any || compareTuples(key, best) > 0) best = key;
    any = true;
  }
  return best[0] > 0 ? -best[3] + 0 : null;
}
