import { headOf } from "../../src/read/fillers/match.js";
import { FILLED, type Filled, fillings } from "../../src/read/fillers/model.js";
import { findAll } from "../../src/read/index.js";
import { type Predictor, reportOfLine } from "../predictions.js";

/** How sure the scorer must be that a phrase fills a role; below `HEARD` a mention does not count at all. */
const LEAST = 0.3;
const HEARD = 0.05;

/** What the mentions of one filler say together. */
interface Filler {
  readonly role: Filled;
  readonly text: string;
  best: number;
  /** Probability that none of its mentions fills the role, were they independent. */
  none: number;
}

/** Role fillers of a whole report; phrases with one head are one filler, and its mentions vouch for each other. */
export const predictor: Predictor = {
  kind: "each",
  predict(line) {
    const { report } = reportOfLine(line);
    const fillers = new Map<string, Filler>();
    for (const { candidate, role, probability } of fillings(findAll(report, "story"), HEARD)) {
      const text = report.text.slice(candidate.span[0], candidate.span[1]).replace(/\s+/g, " ");
      const key = `${role}:${headOf(text)}`;
      const filler = fillers.get(key) ?? { role, text, best: 0, none: 1 };
      filler.best = Math.max(filler.best, probability);
      filler.none *= 1 - probability;
      fillers.set(key, filler);
    }
    const sure = [...fillers.values()].filter((f) => (f.best + 1 - f.none) / 2 >= LEAST);
    return { id: line.id, roles: Object.fromEntries(FILLED.map((role) => [role, sure.filter((f) => f.role === role).map((f) => f.text)])) };
  },
};
