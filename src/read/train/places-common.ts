/**
 * Counts how often words that are also places stand small in news, for `models/places-common.tsv`.
 *
 *     npx tsx src/read/train/places-common.ts FILE.jsonl...   (reports with a `text`)
 */
import { readFileSync, writeFileSync } from "node:fs";
import { lookupKey, nameKey } from "../../gazetteer/index.js";

const small = new Map<string, number>();
const capital = new Map<string, number>();
for (const file of process.argv.slice(2)) {
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const text = (JSON.parse(line) as { text?: string }).text ?? "";
    for (const [word] of text.matchAll(/(?<=[\p{L}\p{N},] )\p{L}[\p{L}']+/gu)) {
      const lower = word.toLowerCase();
      const into = word === lower ? small : word.slice(1) === lower.slice(1) ? capital : null;
      into?.set(lower, (into.get(lower) ?? 0) + 1);
    }
  }
}
const rows: string[] = [];
for (const [word, n] of [...small].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (n < 3 || lookupKey(nameKey(word)).length === 0) continue;
  const share = n / (n + (capital.get(word) ?? 0));
  const level = share < 0.02 ? 0 : share < 0.2 ? 1 : share < 0.6 ? 2 : share < 0.95 ? 3 : 4;
  if (level > 0) rows.push(`${word}\t${level}`);
}
writeFileSync(
  new URL("../../../models/places-common.tsv", import.meta.url),
  `# Words that are also places, by how often news write them small: 1 rarely, 2 sometimes, 3 mostly, 4 nearly always. Made by src/read/train/places-common.ts.\n${rows.join("\n")}\n`,
);
console.error(`${rows.length} words`);
