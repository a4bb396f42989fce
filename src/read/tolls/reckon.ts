import { readFileSync } from "node:fs";
import type { Statement } from "../../model/reading.js";
import type { Part } from "../../model/report.js";
import { familyOf } from "../../model/vocabulary.js";
import type { Findings } from "../findings.js";
import { type Account, accountOf, type Value } from "./hypotheses.js";
import { TOLD_AS_FACT } from "./link.js";
import { settled } from "./settle.js";
import type { Teller } from "./teller.js";
import { contrasts, pairFeatures, signsOf, valueFeatures } from "./weigh.js";

type Needs = Pick<Findings, "report" | "doc" | "partOf" | "actors" | "attributions" | "events" | "lead">;

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

/** Two numbers that are to hold together: killed and injured. */
export interface Choice {
  readonly killed: Value;
  readonly injured: Value;
}

/** The account of the lead event where it is an act of violence that somebody was counted or named in; null elsewhere. */
export function chiefAccount(found: Needs, told: Teller): Account | null {
  const lead = found.events.find((e) => e.id === found.lead);
  if (!lead || (familyOf(lead.type) !== "violence" && lead.type !== "hazard.accident") || !TOLD_AS_FACT.has(lead.status)) return null;
  if (!told.entries.some((e) => e.c.word.effect === "killed" || e.c.word.effect === "injured")) return null;
  // "Read more: Three hurt in bridge collapse last year" counts nobody of the story above it
  const own = told.entries.filter((e) => isStory(found.partOf[found.doc.sentence[e.c.token]]));
  return accountOf(found, lead, own, told.statements);
}

const isStory = (part: Part | undefined): boolean => part !== "teaser" && part !== "furniture";

/**
 * The tolls with those of the lead event weighed against each other: which numbers of killed and injured hold, what is a part of
 * them, what is told of another act. What was said stays as it was said.
 */
export function reckoned(found: Needs, told: Teller): readonly Statement[] {
  const account = chiefAccount(found, told);
  return account ? settled(found, account, told, choose(found, account, weights())) : told.statements;
}

export function choose(found: Needs, account: Account, w: ReadonlyMap<string, number>): Choice {
  const signs = signsOf(found.doc, found.partOf);
  const sum = (features: readonly string[]): number => features.reduce((s, f) => s + (w.get(f) ?? 0), 0);
  const contrast = contrasts(account);
  const dead = account.values.killed.map((value) => sum(valueFeatures(signs, account, "killed", value)));
  const hurt = account.values.injured.map((value) => sum(valueFeatures(signs, account, "injured", value)));
  let best: Choice | null = null;
  let top = Number.NEGATIVE_INFINITY;
  account.values.killed.forEach((killed, a) => {
    account.values.injured.forEach((injured, b) => {
      const s = dead[a] + hurt[b] + sum(pairFeatures(account, killed, injured, contrast));
      if (s <= top) return;
      top = s;
      best = { killed, injured };
    });
  });
  return best as unknown as Choice;
}
