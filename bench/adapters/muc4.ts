import { fillers } from "../../src/read/fillers/model.js";
import { FILLED } from "../../src/read/fillers/roles.js";
import { findAll } from "../../src/read/index.js";
import { type Predictor, reportOfLine } from "../predictions.js";

/** How sure the scorer must be of a filler, and of another name beside a likelier one of the same. */
const LEAST = 0.3;
const LEAST_AGAIN = 0.7;

/** Role fillers of a whole report. */
export const predictor: Predictor = {
  kind: "each",
  predict(line) {
    const { report } = reportOfLine(line);
    const all = fillers(findAll(report, "tolls"), LEAST, LEAST_AGAIN);
    return { id: line.id, roles: Object.fromEntries(FILLED.map((role) => [role, all.filter((f) => f.role === role).map((f) => f.text)])) };
  },
};
