import { AccordingError } from "../base/error.js";
import type { Span } from "../base/span.js";

/** What a mark says of its words: `stance=denies`, `killed>=12`, `source`. */
export interface Key {
  readonly name: string;
  readonly is: "=" | ">=" | "<=" | null;
  readonly value: string | null;
}

/** Words of a case with what must be found of them. */
export interface Mark {
  readonly span: Span;
  readonly keys: readonly Key[];
}

/** One line of a case file. `+` must find its marks, `-` must find nothing of the kinds in `finds`, `?` is known wrong today. */
export interface Case {
  readonly line: number;
  readonly sign: "+" | "-" | "?";
  /** The sentence without its marks. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** What a `-` line must not find. */
  readonly finds: readonly Finding[];
  readonly published: string | null;
}

export const FINDINGS = ["attribution", "event", "time", "quantity", "place", "toll", "label", "figure", "name", "remark"] as const;
/** A kind of finding that a case can ask for. */
export type Finding = (typeof FINDINGS)[number];

/** Which kind of finding a key asks for. */
const FINDING_OF: Readonly<Record<string, Finding>> = {
  source: "attribution",
  cue: "attribution",
  content: "attribution",
  stance: "attribution",
  event: "event",
  status: "event",
  role: "event",
  time: "time",
  number: "quantity",
  place: "place",
  label: "label",
  figure: "figure",
  name: "name",
};

export function findingOf(key: string): Finding {
  return FINDING_OF[key] ?? "toll";
}

/**
 * Reads a case file: marks instead of counted offsets, `+ [Police](source) [said](cue) [the road was closed](content).` Lines with
 * `@` hold for those that follow: `@ published 2016-07-21`, `@ finds event`. Where no `@ finds` stands, `-` lines must not find what
 * the marks above them ask for.
 *
 * @throws AccordingError `lexicon.case` with file and line
 */
export function parseCases(name: string, text: string): readonly Case[] {
  const cases: Case[] = [];
  const marked = new Set<Finding>();
  let published: string | null = null;
  let finds: readonly Finding[] | null = null;
  text.split(/\r?\n/).forEach((raw, k) => {
    const where = `${name} line ${k + 1}`;
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return;
    const [sign, rest] = [line.charAt(0), line.slice(1).trim()];
    if (sign === "@") {
      const [what, ...values] = rest.split(/[\s,|]+/);
      if (what === "published") published = values[0] ?? null;
      else if (what === "finds") finds = values.map((value) => findingNamed(value, where));
      else throw wrong(where, `"@ ${what}" says nothing`, "Known: @ published DATE, @ finds KIND.");
      return;
    }
    if (sign !== "+" && sign !== "-" && sign !== "?") throw wrong(where, `a case begins with + - ? @ or #, not "${sign}"`);
    const parsed = parseMarks(rest, where);
    if (sign === "+" && parsed.marks.length === 0)
      throw wrong(where, "a + case has no marks", "Mark what must be found: [Police](source).");
    for (const mark of parsed.marks) for (const key of mark.keys) marked.add(findingOf(key.name));
    cases.push({ line: k + 1, sign, ...parsed, finds: finds ?? [...marked], published });
  });
  return cases;
}

function findingNamed(value: string, where: string): Finding {
  const found = FINDINGS.find((f) => f === value);
  if (!found) throw wrong(where, `"${value}" is no kind of finding`, `Known: ${FINDINGS.join(", ")}.`);
  return found;
}

function wrong(where: string, what: string, hint: string | null = null): AccordingError {
  return new AccordingError("lexicon.case", `${where}: ${what}`, hint);
}

/** Takes the marks out of a sentence. A bracket that no `](...)` follows is a bracket of the sentence. */
function parseMarks(line: string, where: string): { text: string; marks: readonly Mark[] } {
  const marks: Mark[] = [];
  const open: { readonly at: number }[] = [];
  let text = "";
  for (let k = 0; k < line.length; k++) {
    const c = line.charAt(k);
    if (c === "[" && closes(line, k)) open.push({ at: text.length });
    else if (c === "]" && line.charAt(k + 1) === "(" && open.length > 0) {
      const end = line.indexOf(")", k);
      if (end < 0) throw wrong(where, "a mark's bracket is not closed");
      const { at } = open.pop() as { at: number };
      marks.push({ span: [at, text.length], keys: parseKeys(line.slice(k + 2, end), where) });
      k = end;
    } else text += c;
  }
  if (open.length > 0) throw wrong(where, "a mark is not closed", "Write [words](key).");
  return { text, marks: marks.sort((a, b) => a.span[0] - b.span[0]) };
}

/** Whether the bracket at `at` is closed by one that a parenthesis follows. */
function closes(line: string, at: number): boolean {
  let depth = 0;
  for (let k = at; k < line.length; k++) {
    if (line.charAt(k) === "[") depth++;
    else if (line.charAt(k) === "]" && --depth === 0) return line.charAt(k + 1) === "(";
  }
  return false;
}

function parseKeys(words: string, where: string): readonly Key[] {
  return words.split(",").map((word): Key => {
    const found = /^\s*([a-z][a-z-]*)\s*(?:(>=|<=|=)\s*(.+?))?\s*$/.exec(word);
    if (!found) throw wrong(where, `"${word}" is no key`, "Write source, stance=denies, killed>=12.");
    return { name: found[1], is: (found[2] as Key["is"]) ?? null, value: found[3] ?? null };
  });
}
