import type { EventFinding, Findings } from "./findings.js";
import { stage } from "./stage.js";

type Needs = Pick<Findings, "doc" | "report" | "partOf" | "events">;

/** The event that the report is chiefly about. Not its first: an arrest gives way to the act it is about. */
export const lead = stage({
  name: "lead",
  needs: ["doc", "report", "partOf", "events"],
  gives: ["lead", "events"],
  run(found) {
    const chief = chiefOf(found);
    return {
      lead: chief?.id ?? null,
      events: found.events.map((e) => ({ ...e, background: chief !== null && isBackground(found, e, chief) })),
    };
  },
});

function chiefOf(found: Needs): EventFinding | null {
  const title = new Set((found.report.title ?? "").toLowerCase().match(/[a-z]+/g) ?? []);
  let best: EventFinding | null = null;
  let top = 0;
  for (const e of found.events) {
    const score = weightOf(found, e, title);
    if (score > top) {
      top = score;
      best = e;
    }
  }
  return best && actOf(found, best);
}

function weightOf({ doc, partOf }: Needs, e: EventFinding, title: ReadonlySet<string>): number {
  if (e.part === "teaser" || e.part === "furniture") return 0;
  let score = 0;
  for (const t of e.triggers) {
    const s = doc.sentence[t];
    const part = partOf[s];
    const words = doc.text.slice(doc.start[t], doc.end[t]).toLowerCase();
    score += part === "headline" ? 3 : s === 0 ? 2.5 : s === 1 ? 1.2 : s === 2 ? 0.8 : s < 6 ? 0.5 : 0.3;
    if (title.has(words)) score += 0.8;
  }
  if (/^(violence|hazard)/.test(e.type)) score *= 1.3;
  if (/^(policy|movement|justice\.investigation|security\.(deployment|escape|travel))/.test(e.type)) score *= 0.6;
  if (e.status !== "occurred" && e.status !== "ongoing" && e.status !== "foiled") score *= 0.5;
  return score;
}

const DEEDS = /^(violence|unrest|hazard)/;
const FOLLOW_UPS = /^(security\.(arrest|raid)|justice\.(charge|trial|conviction|sentence|investigation|acquittal|appeal))/;

/** The act behind an arrest, charge, trial, sentence or investigation, where the report tells of it. */
function actOf({ events }: Needs, e: EventFinding): EventFinding {
  if (!FOLLOW_UPS.test(e.type)) return e;
  const to = e.links.find((l) => l.relation === "about")?.to;
  const act = events.find((o) => o.id === to);
  return act && DEEDS.test(act.type) ? act : e;
}

/** Whether an event belongs to another story: it ended weeks before the chief event and nothing links them. */
function isBackground(_found: Needs, e: EventFinding, chief: EventFinding): boolean {
  if (e === chief || e.part === "teaser") return false;
  if (e.links.some((l) => l.to === chief.id) || chief.links.some((l) => l.to === e.id)) return false;
  if (!e.latest || !chief.earliest) return false;
  return Date.parse(chief.earliest) - Date.parse(e.latest) > 14 * 86_400_000;
}
