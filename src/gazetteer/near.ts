/** Longest word compared. */
const LONGEST = 128;
const rows = [new Int32Array(LONGEST + 1), new Int32Array(LONGEST + 1), new Int32Array(LONGEST + 1)];

/**
 * Whether two words (as bytes) differ by at most `most` edits: a letter left out, added, changed, or two neighbours swapped (optimal
 * string alignment; Damerau 1964). Gives the number, or `most + 1` where it is more.
 */
export function editDistance(a: Uint8Array, aLength: number, b: Uint8Array, bLength: number, most: number): number {
  if (Math.abs(aLength - bLength) > most || letterDifference(a, aLength, b, bLength) > 2 * most) return most + 1;
  let [before, previous, row] = rows;
  for (let j = 0; j <= bLength; j++) previous[j] = j;
  for (let i = 1; i <= aLength; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= bLength; j++) {
      let d = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      if (previous[j] + 1 < d) d = previous[j] + 1;
      if (row[j - 1] + 1 < d) d = row[j - 1] + 1;
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && before[j - 2] + 1 < d) d = before[j - 2] + 1;
      row[j] = d;
      if (d < least) least = d;
    }
    if (least > most) return most + 1;
    [before, previous, row] = [previous, row, before];
  }
  return previous[bLength];
}

/** How many kinds of letters only one of two words has: an edit changes two at most. */
function letterDifference(a: Uint8Array, aLength: number, b: Uint8Array, bLength: number): number {
  let bits = letters(a, aLength) ^ letters(b, bLength);
  let n = 0;
  for (; bits !== 0; bits &= bits - 1) n++;
  return n;
}

function letters(word: Uint8Array, length: number): number {
  let bits = 0;
  for (let i = 0; i < length; i++) bits |= 1 << (word[i] & 31);
  return bits;
}

/** Edits that a word of this length may be off by and still be a misprint of another. */
export function misprints(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2;
}
