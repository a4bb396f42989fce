import { type Document, tokenAt } from "../language/document.js";
import { analyse as analyseText } from "../language/index.js";
import type { Part, Report, ReportPart } from "../model/report.js";
import { stage } from "./stage.js";

/** Tokens, sentences, tags, lemmas and trees of the report's text; no sentence crosses the border of a part. */
export const analyse = stage({
  name: "analyse",
  needs: ["report"],
  gives: ["doc", "partOf"],
  run({ report }) {
    const doc = analyseText(report.text, breaksOf(report));
    return { doc, partOf: partsOfSentences(doc, report.parts) };
  },
});

function breaksOf(report: Report): readonly number[] {
  const borders = new Set(report.parts.flatMap((p) => [p.span[0], p.span[1]]));
  return [...borders].filter((at) => at > 0 && at < report.text.length).sort((a, b) => a - b);
}

/** The part that each sentence starts in; `body` where no part covers it. */
function partsOfSentences(doc: Document, parts: readonly ReportPart[]): readonly Part[] {
  const all = new Array<Part>(doc.sentenceCount).fill("body");
  for (const { span, part } of parts) {
    if (part === "body") continue;
    for (let i = tokenAt(doc, span[0]); i < doc.length && doc.start[i] < span[1]; i++) all[doc.sentence[i]] = part;
  }
  return all;
}
