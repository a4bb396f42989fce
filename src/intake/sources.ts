import { AccordingError } from "../base/error.js";
import { sha256 } from "../base/hash.js";
import type { Given, Source } from "../model/source.js";
import { decode } from "./decode.js";
import { STDIN } from "./files.js";

const NOTHING_GIVEN: Given = { published: null, outlet: null, title: null, url: null };

/** What a file holds: one report, or one a line. */
export type Format = "text" | "html" | "jsonl";

/** By the file's name, else by its first characters: a page declares itself, a line of JSONL starts with a brace. */
export function formatOf(name: string, head: string): Format {
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return "jsonl";
  if (/\.(?:html?|xhtml)$/i.test(name)) return "html";
  const start = head.trimStart().slice(0, 2000);
  if (/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return "html";
  return name === STDIN && /^\{\s*"/.test(start) ? "jsonl" : "text";
}

/**
 * The one report of a text or HTML file.
 *
 * @throws AccordingError `intake.empty`, `intake.binary`
 */
export function sourceOfBytes(name: string, bytes: Uint8Array, given: Partial<Given>): Source {
  const { text, charset, guessed } = decode(bytes);
  if (text.trim() === "") throw new AccordingError("intake.empty", "the file holds nothing but white space");
  const format = formatOf(name, text.slice(0, 4000)) === "html" ? "html" : "text";
  return {
    name,
    inputId: null,
    format,
    raw: text,
    bytes: sha256(bytes),
    given: { ...NOTHING_GIVEN, ...given },
    notes: guessed
      ? [{ code: "charset", span: null, message: `not UTF-8 and no charset declared: read as ${charset}, some letters may be wrong` }]
      : [],
  };
}

/**
 * The report of one line of JSONL: `{id, text | html, published, outlet, title, url}`. What the caller gives holds where the line
 * says nothing.
 *
 * @throws AccordingError `intake.json`, `intake.empty`, `intake.binary`
 */
export function sourceOfLine(name: string, line: Uint8Array, given: Partial<Given>): Source {
  const record = parse(decode(line).text);
  const html = stringOf(record.html);
  const raw = stringOf(record.text) ?? html;
  if (raw === null)
    throw new AccordingError(
      "intake.json",
      `the line has neither "text" nor "html"`,
      "A line is {id, text | html, published, outlet, title, url}.",
    );
  if (raw.trim() === "") throw new AccordingError("intake.empty", "the line's text is empty");
  if (raw.includes("\0")) throw new AccordingError("intake.binary", "the line's text holds NUL characters");
  const id = typeof record.id === "number" ? String(record.id) : stringOf(record.id);
  const said = (key: keyof Given): string | null => stringOf(record[key]) ?? given[key] ?? null;
  return {
    name,
    inputId: id,
    format: stringOf(record.text) === null ? "html" : "text",
    raw,
    bytes: sha256(line),
    given: { published: said("published"), outlet: said("outlet"), title: said("title"), url: said("url") },
    notes: [],
  };
}

function parse(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new AccordingError("intake.json", `not JSON: ${(error as Error).message.slice(0, 100)}`, "One JSON object a line.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new AccordingError("intake.json", "the line is no JSON object");
  return value as Record<string, unknown>;
}

function stringOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
