import { repr, type Task } from "./shared.js";

const HITS = ["all its reports together", "killed, best", "injured, best", "both within low and high", "both, best"] as const;

/** Final tolls of incidents that two reports or more tell, from the event that most of them ended in. */
export const accounts: Task = {
  name: "accounts",
  score(gold, said, report) {
    const by = new Map<string, any[]>();
    for (const g of gold) by.set(g.incident, [...(by.get(g.incident) ?? []), g]);
    const hits: Record<(typeof HITS)[number], number> = {
      "all its reports together": 0,
      "killed, best": 0,
      "injured, best": 0,
      "both within low and high": 0,
      "both, best": 0,
    };
    let n = 0;
    for (const reports of by.values()) {
      if (reports.length < 2) continue;
      n++;
      const told = reports.flatMap((g) => (said.has(g.id) ? [said.get(g.id)] : []));
      const voted = mostVoted(told);
      if (!voted) continue;
      const account = told.find((p) => eventOf(p) === voted.event);
      if (voted.count === reports.length) hits["all its reports together"]++;
      let [exact, covers] = [true, true];
      for (const effect of ["killed", "injured"] as const) {
        const want = reports[0].gold[effect];
        const [low, best, high] = account[effect]?.length ? account[effect] : [0, 0, 0];
        if (best === want) hits[`${effect}, best`]++;
        exact &&= best === want;
        covers &&= (low || 0) <= want && want <= (high ?? 2 * (best || 0));
      }
      if (exact) hits["both, best"]++;
      if (covers) hits["both within low and high"]++;
      const { gold: want, incident, title } = reports[0];
      if (!exact)
        report.error(
          () =>
            `${incident}: registry ${want.killed}, ${want.injured}; account ${repr(account.killed)}, ${repr(account.injured)}: ${repr(title)}`,
        );
    }
    for (const name of HITS) report.share(name, 26, hits[name], n, 0);
    return hits["both, best"] / n;
  },
};

function eventOf(p: any): string {
  return p.event || `alone:${p.id}`;
}

function mostVoted(told: readonly any[]): { event: string; count: number } | null {
  const votes = new Map<string, number>();
  for (const p of told) votes.set(eventOf(p), (votes.get(eventOf(p)) ?? 0) + 1);
  const sorted = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted.length > 0 ? { event: sorted[0][0], count: sorted[0][1] } : null;
}
