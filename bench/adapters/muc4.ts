import { phraseOf } from "../../src/read/fillers/candidates.js";
import { headOf } from "../../src/read/fillers/match.js";
import { FILLED, type Filled, fillings } from "../../src/read/fillers/model.js";
import { findAll } from "../../src/read/index.js";
import { type Predictor, reportOfLine } from "../predictions.js";

/** How sure the scorer must be before a phrase fills a role, chosen on a held-out tenth of the training reports. */
const LEAST: Readonly<Record<Filled, number>> = { perpetrator: 0.4, organisation: 0.4, target: 0.4, victim: 0.4, weapon: 0.4 };

/** Phrases that differ by their heads only in capitals and number are one filler. */
export const predictor: Predictor = {
  kind: "each",
  predict(line) {
    const { report } = reportOfLine(line);
    const found = findAll(report, "story");
    const roles: Record<string, string[]> = Object.fromEntries(FILLED.map((role) => [role, []]));
    const taken = new Map<string, number>();
    for (const { candidate, role, probability } of fillings(found, 0.05)) {
      const { span } = phraseOf(found.doc, candidate.head);
      const text = report.text.slice(span[0], span[1]).replace(/\s+/g, " ");
      const key = `${role}:${headOf(text)}`;
      const best = taken.get(key);
      if (best === undefined) roles[role].push(text);
      taken.set(key, Math.max(best ?? 0, probability));
    }
    const sure = (role: Filled, text: string): boolean => (taken.get(`${role}:${headOf(text)}`) ?? 0) >= LEAST[role];
    return { id: line.id, roles: Object.fromEntries(FILLED.map((role) => [role, roles[role].filter((text) => sure(role, text))])) };
  },
};
