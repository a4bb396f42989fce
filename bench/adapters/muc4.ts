import { tokensIn } from "../../src/language/document.js";
import { C, classesOf } from "../../src/read/events/classes.js";
import type { Findings } from "../../src/read/findings.js";
import { findAll } from "../../src/read/index.js";
import { type Predictor, reportOfLine } from "../predictions.js";

/**
 * What MUC-3/4 asks of a report: the fillers of terrorist acts, as strings, over the whole report. What counts as relevant is the
 * corpus's definition (acts of violence against persons and property outside combat), so it is decided here and not by the reader.
 */
export const predictor: Predictor = {
  kind: "each",
  predict: (line) => ({ id: line.id, roles: rolesOf(findAll(reportOfLine(line).report, "story")) }),
};

const ROLES = ["perpetrator", "organisation", "target", "victim", "weapon"] as const;
type Roles = Record<(typeof ROLES)[number], string[]>;

const ACTS = new Set([
  "violence.attack",
  "violence.bombing",
  "violence.killing",
  "violence.abduction",
  "violence.hijacking",
  "violence.arson",
  "violence.robbery",
]);
const TOLD = new Set(["occurred", "ongoing", "attempted", "foiled", "threatened"]);

function rolesOf(found: Findings): Roles {
  const roles: Roles = { perpetrator: [], organisation: [], target: [], victim: [], weapon: [] };
  const classes = classesOf(found.doc, found.names, found);
  for (const e of found.events) {
    if (!ACTS.has(e.type) || !TOLD.has(e.status)) continue;
    const harmed = e.roles.some((f) => f.role === "victim" || f.role === "target");
    // an operation of the army is no terrorist act
    if (!harmed || e.roles.some((f) => f.role === "authority")) continue;
    for (const name of groupsBy(found, e)) if (!roles.organisation.includes(name)) roles.organisation.push(name);
    for (const f of e.roles) {
      const [first, end] = tokensIn(found.doc, f.span);
      let bits = 0;
      for (let i = first; i < end; i++) bits |= classes[i];
      const role = roleIn(f.role, bits, found.actors.find((a) => a.id === f.actor)?.kind ?? null);
      const words = found.report.text.slice(f.span[0], f.span[1]).replace(/\s+/g, " ");
      if (role && !roles[role].includes(words)) roles[role].push(words);
    }
  }
  return roles;
}

/** Armed groups named in the sentences that tell of the act. */
function groupsBy(found: Findings, e: Findings["events"][number]): readonly string[] {
  const sentences = new Set(e.triggers.map((t) => found.doc.sentence[t]));
  const harmed = new Set(e.roles.filter((f) => f.role === "victim" || f.role === "target").map((f) => f.actor));
  return found.actors
    .filter((a) => a.kind === "armed-group" && !harmed.has(a.id))
    .filter((a) => found.actorMentions.some((m) => m.actor === a.id && sentences.has(found.doc.sentence[m.head])))
    .map((a) => a.name);
}

function roleIn(role: string, bits: number, kind: string | null): keyof Roles | null {
  switch (role) {
    case "perpetrator":
    case "authority":
      return kind === "armed-group" || kind === "organisation" || kind === "government" ? "organisation" : "perpetrator";
    case "organisation":
    case "weapon":
      return role;
    case "victim":
      return bits & C.militant ? null : "victim";
    case "target":
      return bits & (C.building | C.vehicle | C.infrastructure)
        ? "target"
        : bits & (C.person | C.police | C.security | C.pronoun)
          ? "victim"
          : "target";
    default:
      return null;
  }
}
