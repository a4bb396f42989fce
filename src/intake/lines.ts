import { AccordingError } from "../base/error.js";
import { asIntakeError, streamOf } from "./files.js";

const MOST_BYTES_A_LINE = 64 * 2 ** 20;

export interface Line {
  /** 1, 2, 3 ... as an editor counts. */
  readonly number: number;
  readonly bytes: Uint8Array;
}

/**
 * Lines of a file as bytes, without ends of line; empty ones are left out but counted. Splits at line feeds only: JSON strings may
 * hold U+2028.
 *
 * @throws AccordingError as `bytesOf`
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let number = 0;
  let parts: Buffer[] = [];
  let size = 0;
  const whole = (): Buffer => {
    const line = parts.length === 1 ? parts[0] : Buffer.concat(parts);
    parts = [];
    size = 0;
    number++;
    return line;
  };
  try {
    for await (const chunk of chunks) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        parts.push(chunk.subarray(from, at));
        from = at + 1;
        const bytes = whole();
        if (!isBlank(bytes)) yield { number, bytes };
      }
      if (from < chunk.length) {
        parts.push(chunk.subarray(from));
        size += chunk.length - from;
        if (size > MOST_BYTES_A_LINE)
          throw new AccordingError("intake.too-big", `line ${number + 1} is longer than ${MOST_BYTES_A_LINE / 2 ** 20} MB`);
      }
    }
  } catch (error) {
    throw asIntakeError(error);
  }
  if (parts.length > 0) {
    const bytes = whole();
    if (!isBlank(bytes)) yield { number, bytes };
  }
}

export function linesOfFile(name: string): AsyncGenerator<Line> {
  return linesOf(streamOf(name));
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
}
