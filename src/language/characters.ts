/** What the scanner needs to know of a code unit. Not Unicode's general category. HIGH is the first half of a surrogate pair. */
export const SPACE = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const SYMBOL = 3;
export const HIGH = 4;

const UNKNOWN = 255;
const kinds = new Uint8Array(65536).fill(UNKNOWN);

function kindFromUnicode(code: number): number {
  if (code >= 0xd800 && code <= 0xdbff) return HIGH;
  if (code >= 0xdc00 && code <= 0xdfff) return SYMBOL;
  // A soft hyphen or a zero-width joiner stands inside a word: "basic\u00adally".
  if (code === 0xad || code === 0x200c || code === 0x200d) return LETTER;
  if (code <= 0x20 || code === 0x200b || code === 0xfeff || code === 0x200e || code === 0x200f) return SPACE;
  const char = String.fromCharCode(code);
  if (/\p{Nd}/u.test(char)) return DIGIT;
  if (/[\p{L}\p{M}\p{Nl}]/u.test(char)) return LETTER;
  if (/[\s\p{Z}\p{Cc}]/u.test(char)) return SPACE;
  return SYMBOL;
}

export function kindOf(code: number): number {
  const known = kinds[code];
  if (known !== UNKNOWN) return known;
  const kind = kindFromUnicode(code);
  kinds[code] = kind;
  return kind;
}

/** Letter case of a code unit: 1 upper, 2 lower, 0 neither. */
const cases = new Uint8Array(65536).fill(UNKNOWN);

export function caseOf(code: number): 0 | 1 | 2 {
  const known = cases[code];
  if (known !== UNKNOWN) return known as 0 | 1 | 2;
  const char = String.fromCharCode(code);
  const upper = char.toUpperCase();
  const lower = char.toLowerCase();
  cases[code] = upper === lower ? 0 : char === upper ? 1 : 2;
  return cases[code] as 0 | 1 | 2;
}

/** Straight and curly apostrophes and the grave accent that stands for one. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x60 || code === 0x2018 || code === 0x2bc;
}

/** The lower-case form of an ASCII letter's code unit; other code units as they are. */
export function lowerAscii(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
