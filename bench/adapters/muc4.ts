import { fillers } from "../../src/read/fillers/model.js";
import { FILLED } from "../../src/read/fillers/roles.js";
import { findAll } from "../../src/read/index.js";
import { type Predictor, reportOfLine } from "../predictions.js";

/**
 * How sure the scorer must be of a filler. Half of the F that is to be had is best, 0.3; five-fold over train, anything from 0.25 to 0.32 is as
 * good, and for perpetrators from 0.2. The least of each, since the later keys of the corpus name more fillers a report than those that the
 * scorer learned from, above all perpetrators.
 */
const LEAST = { perpetrator: 0.2, organisation: 0.25, target: 0.25, victim: 0.25, weapon: 0.25 } as const;
/** The same of another name beside a likelier one of the same. */
const LEAST_AGAIN = 0.5;

/** Role fillers of a whole report. */
export const predictor: Predictor = {
  kind: "each",
  predict(line) {
    const { report } = reportOfLine(line);
    const all = fillers(findAll(report, "tolls"), LEAST, LEAST_AGAIN);
    return { id: line.id, roles: Object.fromEntries(FILLED.map((role) => [role, all.filter((f) => f.role === role).map((f) => f.text)])) };
  },
};
