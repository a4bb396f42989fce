/** Content words of what something is called: of four letters and more, cut to their first six ("robberies" and "robbery" are one). */
export function termsOf(words: string): ReadonlySet<string> {
  return new Set([...words.toLowerCase().matchAll(/\p{L}{4,}/gu)].map((m) => m[0].slice(0, 6)));
}

/** Share of the terms of both that both have: 1 where they are the same. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((t) => b.has(t)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
