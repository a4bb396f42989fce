import { vocabulary } from "../../language/vocabulary.js";
import { type NumberWord, type Unit, words } from "./words.js";

const SHAPE = /^([a-z]{0,3}[$£€¥₹₪₦₩]|rs\.?)?(\d+(?:,\d+)*)(\.\d+)?(?:[-–](\d+(?:,\d+)*)(\.\d+)?)?[-–]?([a-z%°+/.]+)?$/;
const GROUPED = /^\d{1,3}(?:,\d{2,3})*,\d{3}$/;
const FRACTION = /^(\d{1,2})\/(\d{1,3})$/;
const DIGIT = /[0-9]/;

const cache: (NumberWord | null)[] = [];

/** The number that a token is or begins, by its norm id; null where it is none. Every norm is parsed once. */
export function numberWord(norm: number): NumberWord | null {
  const known = cache[norm];
  if (known !== undefined) return known;
  const made = parse(vocabulary.of(norm));
  while (cache.length < norm) cache.push(undefined as unknown as null);
  cache[norm] = made;
  return made;
}

function parse(form: string): NumberWord | null {
  const word = words().numbers.get(form);
  if (word) return word;
  if (form.length > 24) return null;
  if (DIGIT.test(form)) return numeral(form);
  return form.includes("-") ? hyphenated(form) : null;
}

/** "twenty-one", "two-thirds" in one token. */
function hyphenated(form: string): NumberWord | null {
  const parts = form.split("-");
  const [a, b] = parts.map((p) => words().numbers.get(p));
  if (parts.length !== 2 || !a || !b) return null;
  if (a.kind === "ten" && b.kind === "digit") return { ...a, kind: "ten", value: a.value + b.value };
  if (a.kind === "digit" && b.kind === "fraction" && a.value * b.value <= 1) return { ...b, value: a.value * b.value };
  return null;
}

function integer(digits: string): number | null {
  if (digits.includes(",") && !GROUPED.test(digits)) return null;
  if (digits.length > 1 && digits[0] === "0") return null;
  const value = Number(digits.replaceAll(",", ""));
  return value <= 1e15 ? value : null;
}

/** A token with digits: "5,000", "10.21mn", "$1.5m", "58km", "30-40". Not a clock time, an ordinal, a decade, a part number. */
function numeral(form: string): NumberWord | null {
  const part = FRACTION.exec(form);
  if (part) return fractionOf(Number(part[1]), Number(part[2]));
  const m = SHAPE.exec(form);
  if (!m) return null;
  const whole = integer(m[2]);
  if (whole === null) return null;
  const value = whole + (m[3] ? Number(m[3]) : 0);
  const unit = m[1] ? (words().units.get(m[1]) ?? null) : null;
  const plain: NumberWord = { kind: "numeral", value, high: null, unit, millionOrMetre: false, row: "quantity.numeral" };
  const high = m[4] ? rangeEnd(m[2], m[4], m[5]) : null;
  if (m[4] && (high === null || high <= value)) return null;
  return suffixed({ ...plain, high }, m[6] ?? "");
}

/** "30-40" is a range; "555-1234" a telephone number. */
function rangeEnd(low: string, high: string, decimals: string | undefined): number | null {
  if (low.length >= 3 && high.length !== low.length && !high.includes(",")) return null;
  const whole = integer(high);
  return whole === null ? null : whole + (decimals ? Number(decimals) : 0);
}

function fractionOf(a: number, b: number): NumberWord | null {
  if (b < 2 || a >= b || b > 16) return null;
  return { kind: "fraction", value: a / b, high: null, unit: null, millionOrMetre: false, row: "quantity.numeral" };
}

function suffixed(n: NumberWord, suffix: string): NumberWord | null {
  if (suffix === "" || suffix === "." || suffix === "+") return n;
  const scale = words().numbers.get(suffix);
  const unit: Unit | null = words().units.get(suffix) ?? null;
  if (scale?.kind === "suffix" && unit && !n.unit) return { ...n, millionOrMetre: true };
  if (scale?.kind === "suffix" || scale?.kind === "scale") return scaled(n, scale.value);
  return unit && unit.kind !== "money" ? { ...n, unit } : null;
}

/** A number times a scale, rid of what binary fractions add (10.21 million is 10,210,000). */
export function times(value: number, factor: number): number {
  const product = value * factor;
  return Number.isInteger(value) && Number.isInteger(factor) && product < 1e12 ? product : Number(product.toPrecision(12));
}

function scaled(n: NumberWord, factor: number): NumberWord {
  return { ...n, value: times(n.value, factor), high: n.high === null ? null : times(n.high, factor) };
}
