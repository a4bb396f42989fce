import { score } from "./scorers/index.js";
import type { Task } from "./scorers/shared.js";

type Line = Readonly<Record<string, unknown>>;

/** The middle 95% of a figure over resampled reports, 0 to 100. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Bootstrap intervals of a task's figures, by name, and of its headline under the task's name (percentile method, Efron 1979): reports are drawn with replacement, those of one incident or
 * topic together, and scored again. It says how far the figure would move with other reports of the same kind, not of another kind.
 */
export function bootstrap(task: Task, gold: readonly Line[], predictions: readonly Line[], draws: number): ReadonlyMap<string, Interval> {
  const said = new Map(predictions.map((p) => [p.id, p]));
  const groups = groupsOf(gold);
  const random = seeded(1979);
  const drawn = new Map<string, number[]>();
  for (let draw = 0; draw < draws; draw++) {
    const [drawnGold, drawnSaid]: [Line[], Line[]] = [[], []];
    groups.forEach((_, k) => {
      for (const line of groups[Math.floor(random() * groups.length)]) {
        const renamed = (name: unknown): unknown => (name === undefined || name === null ? name : `${k}:${name}`);
        drawnGold.push({ ...line, id: renamed(line.id), incident: renamed(line.incident), topic: renamed(line.topic) });
        const p = said.get(line.id);
        if (p) drawnSaid.push({ ...p, id: renamed(p.id), event: renamed(p.event) });
      }
    });
    const { headline, figures } = score(task, drawnGold, drawnSaid);
    for (const [name, figure] of [...figures, [task.name, headline] as const]) {
      const all = drawn.get(name);
      if (all) all.push(figure);
      else drawn.set(name, [figure]);
    }
  }
  return new Map([...drawn].map(([name, figures]) => [name, middle(figures)]));
}

function middle(figures: readonly number[]): Interval {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { low: at(0.025), high: at(0.975) };
}

function groupsOf(gold: readonly Line[]): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of gold) {
    const key = String(line.topic ?? line.incident ?? line.id);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()];
}

/** A small generator of numbers in [0, 1) that gives the same ones every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
