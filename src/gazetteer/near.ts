/**
 * Whether two words differ by at most `most` edits: a letter left out, added, changed, or two neighbours swapped (optimal string
 * alignment; Damerau 1964). Gives the number, or `most + 1` where it is more.
 */
export function editDistance(a: Uint8Array, b: Uint8Array, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2] + 1);
      row.push(d);
      if (d < least) least = d;
    }
    if (least > most) return most + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length];
}

/** Edits that a word of this length may be off by and still be a misprint of another. */
export function misprints(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2;
}
