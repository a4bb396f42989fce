import { z } from "zod";
import { spanSchema } from "./span.js";

export const PARTS = ["headline", "dateline", "body", "caption", "teaser", "furniture"] as const;
export const partSchema = z.enum(PARTS);
/** What a stretch of a report is: `teaser` points to another story, `furniture` is menus, credits, buttons. */
export type Part = z.infer<typeof partSchema>;

export const reportPartSchema = z.object({ span: spanSchema, part: partSchema }).readonly();
export type ReportPart = z.infer<typeof reportPartSchema>;

export const publishedSchema = z
  .object({
    /** ISO date (2016-07-21), or date and time with its offset where known. */
    value: z.string().nullable(),
    from: z.enum(["given", "metadata", "dateline", "url"]).nullable(),
  })
  .readonly();
export type Published = z.infer<typeof publishedSchema>;

export const reportSchema = z
  .object({
    id: z.string(),
    url: z.string().nullable(),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    byline: z.string().nullable(),
    dateline: z.string().nullable(),
    published: publishedSchema,
    modified: z.string().nullable(),
    retrieved: z.string().nullable(),
    revisionOf: z.string().nullable(),
    bytes: z.string(),
    language: z.string().nullable(),
    text: z.string(),
    parts: z.array(reportPartSchema).readonly(),
  })
  .readonly();
/** One report as it came in: its text character for character, and what is known of where it came from. Not a reading of it. */
export type Report = z.infer<typeof reportSchema>;

/** What may be given beside a plain report's text. */
export type GivenOfReport = Partial<Omit<Report, "text" | "published">> & { readonly published?: string | null };

/** A report of plain text alone: one body part, in English, nothing else known of it but what is given. For trainers, cases and tests. */
export function plainReport(text: string, given: GivenOfReport = {}): Report {
  const published = given.published ?? null;
  return {
    id: "plain",
    url: null,
    outlet: null,
    title: null,
    byline: null,
    dateline: null,
    modified: null,
    retrieved: null,
    revisionOf: null,
    bytes: "",
    language: "en",
    parts: [{ span: [0, text.length], part: "body" }],
    ...given,
    published: { value: published, from: published === null ? null : "given" },
    text,
  };
}
