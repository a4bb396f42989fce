import type { Attribution, Reading } from "./reading.js";

const JOINED = / and /;

/**
 * What the speaker of an attribution is called: the actor's fullest name; of joint speakers ("local leaders and a priest"), who are one source,
 * the words that name them all. Null where nobody is named.
 */
export function speakerName({ report, actors }: Pick<Reading, "report" | "actors">, { source, sourceSpan }: Attribution): string | null {
  const words = sourceSpan === null ? null : report.text.slice(sourceSpan[0], sourceSpan[1]);
  const name = actors.find((a) => a.id === source)?.name ?? null;
  if (name === null || words === null) return name ?? words;
  return JOINED.test(words) && !JOINED.test(name) && words.length > name.length ? words : name;
}
