import { head, repr, same, sameWords, type Task } from "./shared.js";

const ROLES = ["perpetrator", "organisation", "target", "victim", "weapon"] as const;

interface Entity {
  readonly any: readonly string[];
  readonly optional: boolean;
}

/** Role fillers over a whole report, by head noun; an entity counts once however often it is said. */
export const muc4: Task = {
  name: "muc4",
  score(gold, said, report) {
    const total = [0, 0, 0];
    for (const role of ROLES) {
      let [right, spoke, asked] = [0, 0, 0];
      for (const g of gold) {
        const entities: readonly Entity[] = g.roles[role] ?? [];
        const hit = new Set<number>();
        const wrong = new Map<string, string>();
        for (const p of (said.get(g.id)?.roles?.[role] ?? []) as readonly string[]) {
          const fits = entities.flatMap((e, i) => (e.any.some((a) => same(p, a)) ? [i] : []));
          let k: number | undefined = fits.find((i) => entities[i].any.some((a) => sameWords(p, a)));
          if (fits.length > 0 && (k === undefined || hit.has(k))) k = fits.find((i) => !hit.has(i)) ?? fits[0];
          if (k !== undefined) hit.add(k);
          else if (!wrong.has(head(p))) wrong.set(head(p), p);
        }
        const good = [...hit].filter((k) => !entities[k].optional).length;
        const missed = entities.flatMap((e, i) => (!hit.has(i) && !e.optional ? [e.any[0]] : []));
        right += good;
        spoke += good + wrong.size;
        asked += entities.filter((e) => !e.optional).length;
        if (wrong.size > 0 || missed.length > 0)
          report.error(() => `${g.id} ${role}: wrong ${repr([...wrong.values()])} missed ${repr(missed)}`);
      }
      report.row(role, right, spoke, asked);
      total[0] += right;
      total[1] += spoke;
      total[2] += asked;
    }
    return report.row("all roles", total[0], total[1], total[2]);
  },
};
