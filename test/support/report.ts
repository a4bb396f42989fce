import type { Report } from "../../src/model/report.js";

/** A report of one body part, published on Thursday 21 July 2016 unless told otherwise. */
export function reportOf(text: string, published: string | null = "2016-07-21"): Report {
  return {
    id: "test",
    url: null,
    outlet: null,
    title: null,
    byline: null,
    dateline: null,
    published: { value: published, from: published ? "given" : null },
    modified: null,
    retrieved: null,
    revisionOf: null,
    bytes: "",
    language: "en",
    text,
    parts: [{ span: [0, text.length], part: "body" }],
  };
}
