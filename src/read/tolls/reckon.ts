import { readFileSync } from "node:fs";
import { type Forest, logOdds } from "../../base/forest.js";
import type { Statement } from "../../model/reading.js";
import type { Part } from "../../model/report.js";
import { familyOf } from "../../model/vocabulary.js";
import { afterBefore } from "../events/sequence.js";
import type { EventFinding, Findings } from "../findings.js";
import { isExplaining } from "../journal.js";
import { Census, countedBy, gatheringOf, personModels, type SignWeights } from "./census.js";
import { clueFeatures } from "./clue-features.js";
import { denseRows, type Row, type Scores } from "./dense.js";
import type { Entry } from "./entry.js";
import { type Account, accountOf, type Value } from "./hypotheses.js";
import { TOLD_AS_FACT } from "./link.js";
import { settled } from "./settle.js";
import { sheetOf } from "./sheet.js";
import type { Teller } from "./teller.js";
import { contrasts, kindFeatures, pairFeatures, pairKindOf, type Signs, signsOf, valueFeatures } from "./weigh.js";
import { keepNumbers } from "./why.js";
import { likelihoodsOf, type Wording, wording } from "./wording.js";

type Needs = Pick<Findings, "report" | "doc" | "partOf" | "names" | "quantities" | "actors" | "attributions" | "events" | "lead">;

let loaded: ReadonlyMap<string, number> | null = null;

function weights(): ReadonlyMap<string, number> {
  loaded ??= new Map(
    readFileSync(new URL("../../../models/tolls.tsv", import.meta.url), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split("\t"))
      .map(([name, weight]) => [name, Number(weight)]),
  );
  return loaded;
}

let grown: Forest | null = null;

function forest(): Forest {
  grown ??= JSON.parse(readFileSync(new URL("../../../models/tolls.json", import.meta.url), "utf8")) as Forest;
  return grown;
}

/** Two numbers that are to hold together: killed and injured. */
export interface Choice {
  readonly killed: Value;
  readonly injured: Value;
}

/** The account of the lead event where it is an act of violence that somebody was counted or named in; null elsewhere. */
export function chiefAccount(found: Needs, told: Teller): Account | null {
  const lead = found.events.find((e) => e.id === found.lead);
  if (!lead || !isWeighed(lead) || !TOLD_AS_FACT.has(lead.status)) return null;
  if (!told.entries.some((e) => e.c.word.effect === "killed" || e.c.word.effect === "injured")) return null;
  // "Read more: Three hurt in bridge collapse last year" counts nobody of the story above it
  const own = told.entries.filter((e) => isStory(found.partOf[found.doc.sentence[e.c.token]]) && !isEarlier(found, lead, e));
  return accountOf(found, lead, own, told.statements);
}

/** "Police fired after a mob killed a cleric", "a day after a bombing killed 13": whom an act before the lead event harmed. */
function isEarlier({ doc }: Needs, lead: EventFinding, { event: e, c }: Entry): boolean {
  if (e === null || e === lead) return false;
  const days = e.type === lead.type && e.latest !== null && lead.earliest !== null && e.latest < lead.earliest;
  if (days && e.triggers.some((t) => t < c.token && doc.sentence[t] === doc.sentence[c.token])) return true;
  return e.triggers.some((t) => {
    const opened = afterBefore(doc, t);
    return opened >= 0 && lead.triggers.some((l) => l < opened && doc.sentence[l] === doc.sentence[t]);
  });
}

/** Acts that harm people themselves; who is shot at a kidnapping was killed by another act than the taking. */
const isWeighed = ({ type }: EventFinding): boolean =>
  (familyOf(type) === "violence" && type !== "violence.abduction") || type === "hazard.accident";

const isStory = (part: Part | undefined): boolean => part !== "teaser" && part !== "furniture";

/**
 * The tolls with those of the lead event weighed against each other: which numbers of killed and injured hold, what is a part of
 * them, what is told of another act. What was said stays as it was said.
 */
export function reckoned(found: Needs, told: Teller): readonly Statement[] {
  const account = chiefAccount(found, told);
  if (!account) return told.statements;
  const models = { linear: weights(), trees: forest(), words: wording(), persons: personModels() };
  return settled(found, account, told, givenChoice(found.report.id, account) ?? choose(found, account, models));
}

/** What the linear scorer says of the numbers and pairs of an account, by the weights given. */
export function scoresOf(signs: Signs, account: Account, w: ReadonlyMap<string, number>): Scores {
  const sum = (features: readonly string[]): number => features.reduce((s, f) => s + (w.get(f) ?? 0), 0);
  const contrast = contrasts(account);
  const killed = account.values.killed.map((value) => sum(valueFeatures(signs, account, "killed", value)));
  const injured = account.values.injured.map((value) => sum(valueFeatures(signs, account, "injured", value)));
  const kinds: (number | undefined)[] = [];
  const ofKind = (k: number, i: number): number =>
    (kinds[pairKindOf(k, i)] ??= sum(kindFeatures(signs, account, Math.min(2, k), Math.min(2, i), contrast)));
  const pairs = account.values.killed.flatMap((k, a) =>
    account.values.injured.map(
      (i, b) => killed[a] + injured[b] + ofKind(k.v, i.v) + sum([...pairFeatures(account, k, i), ...clueFeatures(signs.clues, k.v, i.v)]),
    ),
  );
  return { killed, injured, pairs };
}

/** What numbers are weighed by. */
export interface Models {
  readonly linear: ReadonlyMap<string, number>;
  readonly trees: Forest;
  readonly words: Wording;
  readonly persons: { readonly weights: SignWeights; readonly trees: Forest };
}

let given: ReadonlyMap<string, readonly [killed: number, injured: number]> | null = null;

/**
 * Runs readings in which the numbers of some reports, by id, are given: what is learned from readings of reports that the models learned
 * from is learned of numbers that had not seen them.
 */
export function withNumbers<T>(numbers: NonNullable<typeof given>, run: () => T): T {
  const before = given;
  given = numbers;
  try {
    return run();
  } finally {
    given = before;
  }
}

/** The choice that is given for a report, where one is and its account may tell it. */
function givenChoice(report: string, { values }: Account): Choice | null {
  const numbers = given?.get(report);
  if (!numbers) return null;
  const killed = values.killed.find((o) => o.v === numbers[0]);
  const injured = values.injured.find((o) => o.v === numbers[1]);
  return killed && injured ? { killed, injured } : null;
}

/** The pair that holds: the log-odds of the linear scorer, the words and the persons told of, with what the trees add to them. */
export function choose(found: Needs, account: Account, { linear, trees, words, persons }: Models): Choice {
  const signs = signsOf(found);
  const scores = scoresOf(signs, account, linear);
  const census = new Census(countedBy(gatheringOf(signs, account), persons.weights, persons.trees));
  const rows = denseRows(sheetOf(signs, account), scores, likelihoodsOf(found.doc, found.partOf, words), census);
  if (isExplaining()) keepNumbers(signs, account, rows, trees, linear);
  const pair = likeliest(rows, trees);
  const { killed, injured } = account.values;
  return { killed: killed[Math.floor(pair / injured.length)], injured: injured[pair % injured.length] };
}

/** The pair of the row that weighs most. */
export function likeliest(rows: readonly Row[], trees: Forest): number {
  let [best, top] = [rows[0].pair, Number.NEGATIVE_INFINITY];
  if (rows.length === 1) return best;
  for (const row of rows) {
    const s = row.score + logOdds(trees, row.x);
    if (s > top) [best, top] = [row.pair, s];
  }
  return best;
}
