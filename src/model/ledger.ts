import { z } from "zod";
import { readingSchema, statementSchema } from "./reading.js";
import { reportSchema } from "./report.js";
import { spanSchema } from "./span.js";
import { EVENT_TYPES } from "./vocabulary.js";

const id = z.string();

/** A reading as the ledger stores it: its report by id, its statements by id, since both have entries of their own. */
export const storedReadingSchema = readingSchema
  .unwrap()
  .omit({ report: true, statements: true })
  .extend({ id, report: id, statements: z.array(id).readonly() })
  .readonly();
export type StoredReading = z.infer<typeof storedReadingSchema>;

/** A statement with the reading that it stands in. Its ids of events, actors, times and attributions are that reading's. */
export const storedStatementSchema = z.object({ report: id, reading: id, statement: statementSchema }).readonly();
export type StoredStatement = z.infer<typeof storedStatementSchema>;

/**
 * An event of one report as a judgement holds on to it: by report, type and the words that tell of it, which a better reader will
 * find again. Not by an id of a reading.
 */
export const eventRefSchema = z.object({ report: id, type: z.enum(EVENT_TYPES), evidence: z.array(spanSchema).readonly() }).readonly();
export type EventRef = z.infer<typeof eventRefSchema>;

export const VERDICTS = ["same", "different", "unsure"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const judgeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("resolver"), version: z.string() }).readonly(),
  z.object({ kind: z.literal("person"), name: z.string() }).readonly(),
]);
/** Who judged: a resolver with its version, or a person by name. A person always wins. */
export type Judge = z.infer<typeof judgeSchema>;

/** Whether two events of two reports (or of one) are the same event, says somebody, for reasons. Never written onto the evidence. */
export const judgementSchema = z
  .object({
    id,
    verdict: z.enum(VERDICTS),
    a: eventRefSchema,
    b: eventRefSchema,
    by: judgeSchema,
    score: z.number().nullable().describe("how sure, 0 to 1; null for a person"),
    features: z.record(z.string(), z.number()).describe("what the score was made from"),
    reason: z.string().nullable(),
    action: z.string().nullable().describe("id of the join, split or pin of a person that it belongs to: taken back together"),
  })
  .readonly();
export type Judgement = z.infer<typeof judgementSchema>;

/** Takes back a reading (with its statements) or a judgement. What is taken back stays in the ledger. */
export const withdrawalSchema = z
  .object({ kind: z.enum(["reading", "judgement"]), target: id, reason: z.string(), by: judgeSchema.nullable() })
  .readonly();
export type Withdrawal = z.infer<typeof withdrawalSchema>;

export const ENTRY_KINDS = ["report", "reading", "statement", "judgement", "withdrawal"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const entryBodySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("report"), body: reportSchema }).readonly(),
  z.object({ kind: z.literal("reading"), body: storedReadingSchema }).readonly(),
  z.object({ kind: z.literal("statement"), body: storedStatementSchema }).readonly(),
  z.object({ kind: z.literal("judgement"), body: judgementSchema }).readonly(),
  z.object({ kind: z.literal("withdrawal"), body: withdrawalSchema }).readonly(),
]);
type EntryBody = z.infer<typeof entryBodySchema>;

/** What is to be entered: what it is, and the key that makes entering it twice enter it once. */
export type Draft = EntryBody & { readonly key: string; readonly report: string | null };

/** One line of the ledger. `hash` covers everything else in it and the hash before, so that no line can change unseen. */
export type Entry = Draft & {
  /** 1, 2, 3 ... without a gap. */
  readonly seq: number;
  /** When it was recorded: what the caller's clock said. No export holds it. */
  readonly at: string;
  /** Hash of the entry before; of the first, 64 zeros. */
  readonly previous: string;
  readonly hash: string;
};
