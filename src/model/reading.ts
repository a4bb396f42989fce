import { z } from "zod";
import { partSchema, reportSchema } from "./report.js";
import { spanSchema } from "./span.js";
import {
  ACTOR_KINDS,
  EFFECTS,
  EVENT_TYPES,
  LABELS,
  LINK_RELATIONS,
  PRECISIONS,
  QUALIFIERS,
  ROLES,
  STANCES,
  STANDINGS,
  STATUSES,
  TIME_TYPES,
  TOLL_OF,
} from "./vocabulary.js";

const id = z.string();
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const actorSchema = z
  .object({
    id,
    name: z.string().describe("the fullest form in the report"),
    kind: z.enum(ACTOR_KINDS),
    title: z.string().nullable(),
    age: z.number().nullable(),
    minor: z.boolean().nullable().describe("under 18, or called a child; null where unsaid"),
    sex: z.enum(["female", "male"]).nullable().describe("as said"),
    standing: z.enum(STANDINGS).nullable(),
    country: z.string().nullable().describe("ISO 3166-1 alpha-3"),
    mentions: z.array(spanSchema).readonly(),
  })
  .readonly();
export type Actor = z.infer<typeof actorSchema>;

export const placeSchema = z
  .object({
    id,
    span: spanSchema,
    name: z.string().describe("canonical"),
    geonames: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    country: z.string().nullable(),
    admin1: z.string().nullable(),
    precision: z.enum(PRECISIONS),
    relation: z.union([z.enum(["at", "near"]), z.object({ km: z.number(), bearing: z.string().nullable() }).readonly()]),
    because: z.string().describe("why this one, or why none"),
  })
  .readonly();
export type Place = z.infer<typeof placeSchema>;

export const timeSchema = z
  .object({
    id,
    span: spanSchema,
    type: z.enum(TIME_TYPES),
    value: z.string().describe("TIMEX3 value"),
    earliest: isoDate.nullable().describe("inclusive; null where open"),
    latest: isoDate.nullable().describe("inclusive; null where open"),
    anchor: z.string().describe("published, none, or the id of the time or event it hangs on"),
  })
  .readonly();
export type Time = z.infer<typeof timeSchema>;

export const attributionSchema = z
  .object({
    id,
    source: id.nullable(),
    sourceSpan: spanSchema.nullable(),
    cue: spanSchema.nullable(),
    content: z.array(spanSchema).readonly(),
    quoted: z.enum(["direct", "indirect", "mixed"]),
    stance: z.enum(STANCES),
    within: id.nullable().describe("the attribution that reports this one"),
  })
  .readonly();
export type Attribution = z.infer<typeof attributionSchema>;

export const countSchema = z
  .object({
    low: z.number().nullable(),
    high: z.number().nullable(),
    was: z.number().nullable().describe("the earlier value of a revised count"),
    unit: z.string().nullable(),
    qualifier: z.enum(QUALIFIERS),
    span: spanSchema,
  })
  .readonly();
/** A number as it was said. Not an estimate. */
export type Count = z.infer<typeof countSchema>;

export const roleFillerSchema = z
  .object({ role: z.enum(ROLES), actor: id.nullable(), span: spanSchema, count: countSchema.nullable() })
  .readonly();
export type RoleFiller = z.infer<typeof roleFillerSchema>;

export const eventSchema = z
  .object({
    id,
    type: z.enum(EVENT_TYPES),
    status: z.enum(STATUSES),
    mentions: z.array(spanSchema).readonly(),
    where: id.nullable(),
    also: z.array(id).readonly(),
    country: z.string().nullable(),
    when: id.nullable(),
    earliest: isoDate.nullable(),
    latest: isoDate.nullable(),
    clock: z.string().nullable(),
    roles: z.array(roleFillerSchema).readonly(),
    links: z.array(z.object({ to: id, relation: z.enum(LINK_RELATIONS) }).readonly()).readonly(),
    part: partSchema,
    background: z.boolean(),
  })
  .readonly();
/** What is said to have happened, be happening, be planned. Not that it did. */
export type Event = z.infer<typeof eventSchema>;

const statementBase = {
  id,
  event: id.nullable(),
  attribution: z.array(id).readonly().describe("attribution ids, innermost speaker first; empty: the outlet's own voice"),
  evidence: spanSchema,
  part: partSchema,
  rules: z.array(z.string()).readonly(),
};

export const eventStatementSchema = z.object({ kind: z.literal("event"), ...statementBase }).readonly();
export const tollStatementSchema = z
  .object({
    kind: z.literal("toll"),
    ...statementBase,
    effect: z.enum(EFFECTS),
    count: countSchema,
    who: spanSchema.nullable(),
    of: z.enum(TOLL_OF).nullable(),
    withAttackers: z.boolean().nullable(),
    partOf: id.nullable(),
    asOf: id.nullable(),
  })
  .readonly();
export const labelStatementSchema = z
  .object({ kind: z.literal("label"), ...statementBase, label: z.enum(LABELS), span: spanSchema })
  .readonly();
export const figureStatementSchema = z
  .object({
    kind: z.literal("figure"),
    ...statementBase,
    measure: spanSchema.nullable(),
    count: countSchema,
    period: id.nullable(),
    where: id.nullable(),
  })
  .readonly();
export const remarkStatementSchema = z.object({ kind: z.literal("remark"), ...statementBase, span: spanSchema }).readonly();

export const statementSchema = z.discriminatedUnion("kind", [
  eventStatementSchema,
  tollStatementSchema,
  labelStatementSchema,
  figureStatementSchema,
  remarkStatementSchema,
]);
/** A row of the ledger: who says what, in which words. */
export type Statement = z.infer<typeof statementSchema>;
export type EventStatement = z.infer<typeof eventStatementSchema>;
export type TollStatement = z.infer<typeof tollStatementSchema>;
export type LabelStatement = z.infer<typeof labelStatementSchema>;
export type FigureStatement = z.infer<typeof figureStatementSchema>;
export type RemarkStatement = z.infer<typeof remarkStatementSchema>;

export const noteSchema = z.object({ code: z.string(), span: spanSchema.nullable(), message: z.string() }).readonly();
/** What the reader wants a person to know about this text. */
export type Note = z.infer<typeof noteSchema>;

export const readingSchema = z
  .object({
    report: reportSchema,
    actors: z.array(actorSchema).readonly(),
    places: z.array(placeSchema).readonly(),
    times: z.array(timeSchema).readonly(),
    attributions: z.array(attributionSchema).readonly(),
    events: z.array(eventSchema).readonly(),
    lead: id.nullable(),
    statements: z.array(statementSchema).readonly(),
    notes: z.array(noteSchema).readonly(),
    read: z.object({ reader: z.string(), version: z.string(), lexicon: z.string(), models: z.string() }).readonly(),
  })
  .readonly();
/** Everything According takes out of one report. */
export type Reading = z.infer<typeof readingSchema>;
