import { overlaps, wordsAt } from "../../base/span.js";
import type { TollStatement } from "../../model/reading.js";
import type { Effect } from "../../model/vocabulary.js";
import type { Findings } from "../findings.js";

/**
 * How many people the tolls of an event tell of in one way: the greatest total and the attackers beside it, or the sum of its parts
 * where that is more; null where they tell nothing. One person told of twice is one part.
 */
export function saidOf(
  { actors, report }: Pick<Findings, "actors" | "report">,
  tolls: readonly TollStatement[],
  event: string,
  effect: Effect,
): number | null {
  let total: number | null = null;
  let apart = 0;
  let within = false;
  const parts = new Map<string, number>();
  for (const t of tolls) {
    if (t.event !== event || t.effect !== effect || t.partOf !== null) continue;
    const n = t.count.low ?? t.count.high ?? 0;
    if (t.who) {
      const who = t.who;
      const actor = actors.find((a) => a.mentions.some((m) => overlaps(m, who)));
      const key = actor?.id ?? wordsAt(report.text, who).toLowerCase();
      if (t.of === "attackers") apart += Math.max(0, n - (parts.get(key) ?? 0));
      parts.set(key, Math.max(parts.get(key) ?? 0, n));
    } else {
      total = Math.max(total ?? 0, n);
      within ||= t.withAttackers === true;
    }
  }
  if (total === null && parts.size === 0) return null;
  let sum = 0;
  for (const n of parts.values()) sum += n;
  return Math.max((total ?? 0) + (within ? 0 : apart), sum);
}
