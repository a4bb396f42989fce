import { type Document, tokensIn } from "../../language/document.js";
import type { Time } from "../../model/reading.js";
import { has } from "./look.js";

/**
 * The time as of which the sentence of a token says how things stand: "as of Tuesday evening", "by Monday the toll had reached 12".
 * Not when anything happened: "were to leave by Monday" says nothing of how things stand.
 */
export function asOf(doc: Document, times: readonly Time[], token: number): string | null {
  const s = doc.sentence[token];
  const [start, end] = [doc.sentenceStart[s], doc.sentenceStart[s + 1]];
  for (const t of times) {
    if (t.type === "set" || t.type === "duration" || t.span[0] < doc.start[start] || t.span[0] >= doc.end[end - 1]) continue;
    const [first] = tokensIn(doc, t.span);
    const led = leadOf(doc, first, start);
    if (led === "as-of" || (led === "by" && stands(doc, start, end))) return t.id;
  }
  return null;
}

/** "as of", "as at"; "by", "until" straight before a time, over words such as "late", "about". */
function leadOf(doc: Document, first: number, start: number): "as-of" | "by" | null {
  let i = first - 1;
  while (i > start && (has(doc, i, "at") || has(doc, i, "phase") || has(doc, i, "det")) && !has(doc, i, "so-far") && !has(doc, i - 1, "as"))
    i--;
  if (i <= start - 1) return null;
  if (i > start && has(doc, i - 1, "as") && (has(doc, i, "of") || has(doc, i, "at"))) return "as-of";
  return has(doc, i, "so-far") ? "by" : null;
}

/** Whether a sentence tells how high a count stood: "had risen", "stood at". */
function stands(doc: Document, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (has(doc, i, "stands")) return true;
  return false;
}
