import type { Effect } from "../model/vocabulary.js";
import { candidatesOf } from "./candidates.js";
import { WHOLE } from "./tellings.js";
import { inTime } from "./tolls.js";
import type { EventAccount, TollPoint } from "./types.js";
import type { Weighed } from "./weighing.js";

/** What is weighed of an account that was reckoned by the latest word. */
export function weighedOf(account: EventAccount, effect: "killed" | "injured"): Weighed {
  const pointsOf = (e: Effect): readonly TollPoint[] => inTime(account.tolls.filter((t) => t.effect === e).flatMap((t) => t.points));
  const best = (e: Effect): number | null => account.tolls.find((t) => t.effect === e && t.scope === WHOLE)?.now.best ?? null;
  const injured = effect === "injured";
  const [points, dead] = [pointsOf(effect), injured ? pointsOf("killed") : []];
  return {
    candidates: candidatesOf(points, dead),
    points,
    dead,
    injured,
    reports: account.reports.length,
    chief: new Set(account.reports.filter((r) => r.as === "lead").map((r) => r.report)),
    latest: best(effect),
    killed: injured ? (best("killed") ?? 0) : 0,
  };
}
