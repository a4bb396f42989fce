import { overlap, Points, words } from "./shared.js";

/** A count's number: its low, else its high, else 0. */
export function number(count: any): number {
  return count.low ?? (count.high || 0);
}

/** Texts of readings by code points, made once. */
const texts = new WeakMap<object, Points>();

export function textOf(reading: any): Points {
  let points = texts.get(reading);
  if (!points) texts.set(reading, (points = new Points(reading.report.text)));
  return points;
}

export function say(text: Points, span: readonly number[] | null | undefined): string {
  return span ? text.slice(span[0], span[1]) : "";
}

/** What a reading says of how many an event harmed in one way, or null: the greatest total with attackers apart, or the sum of parts. */
export function toll(r: any, event: unknown, effect: string): number | null {
  const text = textOf(r);
  let total: number | null = null;
  let apart = 0;
  let within = false;
  const parts = new Map<string, number>();
  for (const s of r.statements) {
    if (s.kind !== "toll" || s.effect !== effect || (s.event ?? null) !== event || !s.count || s.partOf) continue;
    const n = number(s.count);
    if (s.who) {
      const actor = r.actors.find((a: any) => a.mentions.some((m: number[]) => overlap(m, s.who) > 0))?.id;
      const key = actor || words(say(text, s.who)).join(" ");
      if (s.of === "attackers") apart += Math.max(0, n - (parts.get(key) ?? 0));
      parts.set(key, Math.max(parts.get(key) ?? 0, n));
    } else {
      total = Math.max(total ?? 0, n);
      within ||= s.withAttackers === true;
    }
  }
  if (total === null && parts.size === 0) return null;
  const sum = [...parts.values()].reduce((a, b) => a + b, 0);
  return Math.max((total ?? 0) + (within ? 0 : apart), sum);
}
