/** Prepositions, relatives and participles that end the head part of a phrase, and words that are never its head. */
const ENDS = new Set(
  "of in on at from to with who that which for by and under near belonging located carrying headed led against whose where wearing armed".split(
    " ",
  ),
);
const LIGHT = new Set("the a an some several two three four five six one mr mrs dr".split(" "));

function wordsOf(s: string): readonly string[] {
  return s
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_' -]/gu, " ")
    .replace(/-/g, " ")
    .split(/\s+/)
    .filter(Boolean);
}

/** A written noun phrase's head, roughly: the last word before the first preposition, relative or comma, in the singular. */
export function headOf(phrase: string): string {
  const bare = phrase.split(/,|;| — | – /)[0].replace(/\(.*?\)|\[.*?\]/g, " ");
  let words = wordsOf(bare);
  const end = words.findIndex((w, i) => i > 0 && ENDS.has(w));
  if (end >= 0) words = words.slice(0, end);
  const heavy = words.filter((w) => !LIGHT.has(w));
  const word = ((heavy.length > 0 ? heavy : words).at(-1) ?? "").replace(/'s?$/, "");
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** Whether two written phrases name the same thing by their heads. */
export function sameHead(a: string, b: string): boolean {
  return a !== "" && b !== "" && (headOf(a) === headOf(b) || wordsOf(a).join(" ") === wordsOf(b).join(" "));
}
