import type { Span } from "../base/span.js";
import type { Part, ReportPart } from "../model/report.js";

/** Parts of a text in order, without a gap: white space between two belongs to the first. */
export class PartsBuilder {
  private readonly parts: { start: number; part: Part }[] = [];

  /** From `start` on, the text is of this part. */
  mark(start: number, part: Part): void {
    const last = this.parts.at(-1);
    if (last && last.start === start) last.part = part;
    else if (last?.part !== part) this.parts.push({ start, part });
  }

  build(length: number): readonly ReportPart[] {
    if (length === 0) return [];
    return this.parts.map(({ start, part }, k): ReportPart => {
      const end = this.parts[k + 1]?.start ?? length;
      return { span: [k === 0 ? 0 : start, end], part };
    });
  }
}

export interface LineSpan {
  readonly span: Span;
}

/** The lines of a text without their ends and without white space around them; empty ones are left out. */
export function linesIn(text: string): readonly Span[] {
  const lines: Span[] = [];
  let from = 0;
  while (from <= text.length) {
    let to = text.indexOf("\n", from);
    if (to < 0) to = text.length;
    let start = from;
    let end = to;
    while (start < end && text.charCodeAt(start) <= 32) start++;
    while (end > start && text.charCodeAt(end - 1) <= 32) end--;
    if (end > start) lines.push([start, end]);
    from = to + 1;
  }
  return lines;
}
