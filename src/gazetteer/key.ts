/** Letters that no decomposition makes plain. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ħ: "h",
  ŋ: "n",
  ə: "a",
};

/** Words that names spell in full or in short; the key has the short one. */
const SHORT: Readonly<Record<string, string>> = { saint: "st", sainte: "ste", mount: "mt", fort: "ft" };

/**
 * The form under which a place name is filed and looked up: lower case, no diacritics, apostrophes or full stops, hyphens as spaces,
 * "Saint", "Mount" and "Fort" in short, no leading "the". Not for showing.
 */
export function nameKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= MOST_KEYS) keys.clear();
  const key = keyOf(name);
  keys.set(name, key);
  return key;
}

/** Keys made before: a report says its names again and again. */
const keys = new Map<string, string>();
const MOST_KEYS = 20_000;

function keyOf(name: string): string {
  const words = fold(name).split(" ");
  let out = "";
  for (const word of words) {
    if (word === "" || (word === "the" && out === "")) continue;
    out += (out === "" ? "" : " ") + (SHORT[word] ?? word);
  }
  return out;
}

/** Lower case, plain letters, single kinds of space; still with all its words. */
function fold(name: string): string {
  let lower = name.toLowerCase();
  if (!isAscii(lower))
    lower = lower
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/[^\x00-\x7f]/g, plainLetter);
  let out = "";
  for (let i = 0; i < lower.length; i++) {
    const c = lower.charCodeAt(i);
    if ((c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c > 0x7f) out += lower[i];
    else if (c !== 0x27 && c !== 0x2e && c !== 0x60) out += c === 0x26 ? " and " : " ";
  }
  return out;
}

function isAscii(s: string): boolean {
  for (let i = 0; i < s.length; i++) if (s.charCodeAt(i) > 0x7f) return false;
  return true;
}

function plainLetter(c: string): string {
  if (PLAIN[c]) return PLAIN[c];
  if (c === "\u2018" || c === "\u2019" || c === "\u02bb" || c === "\u02bc" || c === "\u02b9") return "'";
  return c >= "\u2010" && c <= "\u2015" ? "-" : c === "\u00a0" ? " " : c;
}
