import { type Forest, logOdds, partings } from "../../base/forest.js";
import { spanOf } from "../../language/document.js";
import { against, heaviest, keep, type Spoken } from "../journal.js";
import { clueFeatures } from "./clue-features.js";
import { DENSE, type Row, SHARES } from "./dense.js";
import type { Account } from "./hypotheses.js";
import { contrasts, kindFeatures, pairFeatures, type Signs, valueFeatures } from "./weigh.js";

/**
 * Keeps why two numbers of killed and injured hold together: what told them from the next best, in the linear scorer, in the
 * words at large, in the persons told of one by one and in the trees.
 */
export function keepNumbers(signs: Signs, account: Account, rows: readonly Row[], trees: Forest, w: ReadonlyMap<string, number>): void {
  const { killed, injured } = account.values;
  const judged = rows.map((row) => ({ row, score: row.score + logOdds(trees, row.x) })).toSorted((a, b) => b.score - a.score);
  const [best, next] = judged;
  if (next === undefined) return;
  const valuesOf = ({ pair }: Row) => ({ k: killed[Math.floor(pair / injured.length)], i: injured[pair % injured.length] });
  const linear = (row: Row): readonly Spoken[] => {
    const { k, i } = valuesOf(row);
    const names = [
      ...valueFeatures(signs, account, "killed", k),
      ...valueFeatures(signs, account, "injured", i),
      ...kindFeatures(signs, account, Math.min(2, k.v), Math.min(2, i.v), contrasts(account)),
      ...pairFeatures(account, k, i),
      ...clueFeatures(signs.clues, k.v, i.v),
    ];
    return names.map((name) => ({ name, weight: SHARES.linear * (w.get(name) ?? 0) }));
  };
  const called = (row: Row): string => `${valuesOf(row).k.v} killed, ${valuesOf(row).i.v} injured`;
  const grown = [...partings(trees, best.row.x, next.row.x)].map(([name, weight]) => ({ name: `trees: ${name}`, weight }));
  const behind = (name: string): number => best.row.x[DENSE.indexOf(name)] - next.row.x[DENSE.indexOf(name)];
  const besides = [
    { name: "words at large", weight: SHARES.words * behind("words pair") },
    { name: "persons one by one", weight: SHARES.persons * behind("census pair") },
  ];
  const [trigger] = account.lead.triggers;
  keep({
    what: `reckoned at ${called(best.row)}`,
    model: "tolls",
    span: spanOf(signs.doc, trigger, trigger),
    of: null,
    score: best.score - next.score,
    least: null,
    instead: called(next.row),
    features: heaviest([...against(linear(best.row), linear(next.row)), ...besides, ...grown]),
  });
}
