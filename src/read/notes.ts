import { overlaps } from "../base/span.js";
import type { Note, Time } from "../model/reading.js";
import type { Findings } from "./findings.js";
import { stage } from "./stage.js";

type Needs = Pick<Findings, "report" | "times" | "places">;

/** What a person should know about this text before trusting what was read in it. */
export const notes = stage({
  name: "notes",
  needs: ["report", "times", "places"],
  gives: ["notes"],
  run(found) {
    return { notes: [...undated(found), ...afterPublished(found), ...unplaced(found)] };
  },
});

function undated({ report }: Needs): readonly Note[] {
  if (report.published.value !== null) return [];
  return [{ code: "no-published-date", span: null, message: "no published date: relative dates stay unresolved" }];
}

/** One note a year that lies after the published one: the sign of a page captured later, or of a plan. */
function afterPublished({ report, times }: Needs): readonly Note[] {
  const published = report.published.value?.slice(0, 10);
  if (!published) return [];
  const years = new Map<string, Time>();
  for (const t of times) {
    const stated = t.anchor === "none" && t.earliest !== null && t.earliest > published;
    if (stated && t.earliest !== null && !years.has(t.earliest.slice(0, 4))) years.set(t.earliest.slice(0, 4), t);
  }
  return [...years].map(([year, t]) => {
    const part = report.parts.find((p) => overlaps(p.span, t.span))?.part ?? "body";
    return { code: "after-published", span: t.span, message: `mentions ${year}, after the published date (${part})` };
  });
}

function unplaced({ places }: Needs): readonly Note[] {
  return places.filter((p) => p.lat === null).map((p) => ({ code: "unresolved-place", span: p.span, message: `${p.name}: ${p.because}` }));
}
