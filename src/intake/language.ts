import { eld } from "eld/small";

/** The first letters of a text say enough. */
const LOOKED_AT = 600;
/** A shorter text says too little to judge by. */
const LEAST = 60;
/** English where it comes so near the best: reports in English are full of names that are not. */
const NEARLY = 0.85;

/**
 * The language of a text (ISO 639-1) where it is plain, else `null`. Judged by its first 600 characters, in lower case, since wire
 * copy in capitals is English too.
 */
export function languageOf(text: string): string | null {
  const head = text
    .slice(0, LOOKED_AT * 2)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LOOKED_AT)
    .toLowerCase();
  if (head.length < LEAST) return null;
  const found = eld.detect(head);
  if (!found.isReliable() || !found.language) return null;
  const scores: Readonly<Record<string, number>> = found.getScores();
  return (scores.en ?? 0) >= NEARLY * (scores[found.language] ?? 1) ? "en" : found.language;
}
