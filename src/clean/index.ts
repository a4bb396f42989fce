import type { OffsetMap } from "../base/offsets.js";
import { identity } from "../base/offsets.js";
import { dateInUrl } from "../lexicon/dates.js";
import type { Note } from "../model/reading.js";
import type { ReportPart } from "../model/report.js";
import type { Source } from "../model/source.js";
import { metadataOf } from "./html/metadata.js";
import { readPage } from "./html/page.js";
import { partsOfPage } from "./html/parts.js";
import { type Parted, partsOfText } from "./plain.js";

/** A report's text with its parts, the way home to what came in, and what the report says of itself. */
export interface Cleaned {
  readonly text: string;
  readonly offsets: OffsetMap;
  readonly parts: readonly ReportPart[];
  /** What was found in the report; what the caller gave stands above it. */
  readonly found: {
    readonly title: string | null;
    readonly byline: string | null;
    readonly outlet: string | null;
    readonly url: string | null;
    readonly dateline: string | null;
    readonly published: { readonly metadata: string | null; readonly dateline: string | null; readonly url: string | null };
    readonly modified: string | null;
    readonly language: string | null;
  };
  readonly notes: readonly Note[];
}

/** Text of a source, character for character, and its parts. Plain text stays as it is; a page becomes its visible text in order. */
export function clean(source: Source): Cleaned {
  return source.format === "html" ? cleanPage(source) : cleanText(source);
}

function cleanText({ raw, given }: Source): Cleaned {
  const parted = partsOfText(raw, given.title);
  const title = parted.headline ? raw.slice(...parted.headline) : null;
  return {
    text: raw,
    offsets: identity,
    parts: parted.parts,
    found: {
      title,
      byline: parted.byline,
      outlet: null,
      url: null,
      dateline: parted.dateline?.words ?? null,
      published: { metadata: null, dateline: parted.dateline?.date ?? null, url: dateOf(given.url) },
      modified: null,
      language: null,
    },
    notes: [],
  };
}

function cleanPage({ raw, given }: Source): Cleaned {
  const page = readPage(raw);
  const said = metadataOf(page);
  const parted: Parted = partsOfPage(page, given.title ?? said.title);
  const url = given.url ?? said.url;
  return {
    text: page.text,
    offsets: page.offsets,
    parts: parted.parts,
    found: {
      ...said,
      byline: said.byline ?? parted.byline,
      title: said.title ?? (parted.headline ? page.text.slice(...parted.headline) : null),
      url,
      dateline: parted.dateline?.words ?? null,
      published: { metadata: said.published, dateline: parted.dateline?.date ?? null, url: dateOf(url) },
    },
    notes: parted.parts.some((p) => p.part === "body")
      ? []
      : [{ code: "no-article", span: null, message: "no article found on this page" }],
  };
}

function dateOf(url: string | null): string | null {
  return url === null ? null : dateInUrl(url);
}
