import { fixed, type Task } from "./shared.js";

/** B-cubed over reports grouped by event; a report without an event stands alone. */
export const stories: Task = {
  name: "stories",
  score(gold, said, report) {
    const truth = new Map<string, string>(gold.map((g) => [g.id, g.incident]));
    const guess = new Map([...truth.keys()].map((id) => [id, (said.get(id)?.event || `alone:${id}`) as string]));
    const byTruth = group(truth);
    const byGuess = group(guess);
    let [p, r] = [0, 0];
    for (const [id, incident] of truth) {
      const [a, b] = [byTruth.get(incident) as Set<string>, byGuess.get(guess.get(id) as string) as Set<string>];
      const both = [...a].filter((x) => b.has(x)).length;
      p += both / b.size;
      r += both / a.size;
    }
    const n = truth.size;
    p /= n;
    r /= n;
    const f = p + r ? (2 * p * r) / (p + r) : 0;
    report.print(`reports ${n}, gold events ${byTruth.size}, said events ${byGuess.size}`);
    const topical = gold.filter((g) => g.topic);
    let [alike, wrong] = [0, 0];
    topical.forEach((a, i) => {
      for (const b of topical.slice(i + 1)) {
        if (a.topic !== b.topic || a.incident === b.incident) continue;
        alike++;
        wrong += Number(guess.get(a.id) === guess.get(b.id));
      }
    });
    if (alike) report.print(`like but different events joined ${fixed((100 * wrong) / alike, 1)}%  (${wrong} of ${alike} pairs)`);
    report.print(`B-cubed                  P ${fixed(100 * p, 1, 5)}  R ${fixed(100 * r, 1, 5)}  F ${fixed(100 * f, 1, 5)}`);
    return f;
  },
};

function group(of: ReadonlyMap<string, string>): ReadonlyMap<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [id, key] of of) groups.set(key, (groups.get(key) ?? new Set()).add(id));
  return groups;
}
