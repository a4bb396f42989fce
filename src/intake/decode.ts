import iconv from "iconv-lite";
import { AccordingError } from "../base/error.js";

export interface Decoded {
  readonly text: string;
  /** The charset that the bytes were read in, lower case. */
  readonly charset: string;
  /** Whether nothing said so: neither the bytes nor the page. */
  readonly guessed: boolean;
}

/** First bytes of what is surely no text, with its name. */
const MAGIC: readonly (readonly [name: string, ...bytes: number[]])[] = [
  ["a PDF", 0x25, 0x50, 0x44, 0x46],
  ["a ZIP archive or office file", 0x50, 0x4b, 0x03, 0x04],
  ["a gzip archive", 0x1f, 0x8b],
  ["a PNG image", 0x89, 0x50, 0x4e, 0x47],
  ["a JPEG image", 0xff, 0xd8, 0xff],
  ["a GIF image", 0x47, 0x49, 0x46, 0x38],
  ["a program", 0x7f, 0x45, 0x4c, 0x46],
];

/**
 * Bytes as text: by the byte order mark, else strictly as UTF-8, else in the charset that the page declares, else as
 * windows-1252, which the caller should say in a note. Keeps every character but the mark.
 *
 * @throws AccordingError `intake.empty`, `intake.binary`
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new AccordingError("intake.empty", "the file is empty");
  const magic = MAGIC.find(([, ...head]) => head.every((byte, k) => bytes[k] === byte));
  if (magic) throw binary(magic[0]);
  const marked = byMark(bytes);
  if (marked) return marked;
  refuseControls(bytes);
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return { text: utf8, charset: "utf-8", guessed: false };
  const declared = declaredCharset(bytes);
  const charset = declared && iconv.encodingExists(declared) ? declared : "windows-1252";
  return {
    text: iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset),
    charset,
    guessed: charset !== declared,
  };
}

function binary(what: string): AccordingError {
  return new AccordingError("intake.binary", `not a text: looks like ${what}`, "Hand in plain text, HTML or JSONL.");
}

function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const text = strictUtf8(bytes.subarray(3));
    return text === null ? null : { text, charset: "utf-8", guessed: false };
  }
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes.subarray(2)), charset: "utf-16le", guessed: false };
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes.subarray(2)), charset: "utf-16be", guessed: false };
  return null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** NUL bytes, or more than one control character in fifty, are no text. */
function refuseControls(bytes: Uint8Array): void {
  let controls = 0;
  const looked = Math.min(bytes.length, 1 << 20);
  for (let k = 0; k < looked; k++) {
    const byte = bytes[k];
    if (byte === 0) throw binary("binary data (it holds NUL bytes)");
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++;
  }
  if (controls * 50 > looked) throw binary("binary data (it holds control characters)");
}

/** What the first kilobytes of a page declare: `<meta charset=...>` or an XML declaration. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString("latin1");
  const found = /<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head);
  return found ? found[1].toLowerCase() : null;
}
