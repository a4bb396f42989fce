import { shortHash } from "../base/hash.js";
import { groupsOf } from "./groups.js";
import { partsOf, voicesOf } from "./parts.js";
import type { State } from "./state.js";
import type { Proposal } from "./types.js";
import { wordsOf } from "./voices.js";

/** Measures proposed, passed, dropped: what, who, and how each report says it stands. */
export function proposals(state: State): readonly Proposal[] {
  return groupsOf(state)
    .all.filter(
      (g) =>
        g.members.some((m) => m.event.type === "policy.proposal" || m.event.type === "policy.law") && g.members[0].event.part !== "teaser",
    )
    .map((group) => {
      const parts = partsOf(state, group);
      return {
        id: shortHash([group.id, "proposal"]).slice(0, 12),
        event: group.id,
        measure: group.members.flatMap((m) => m.event.roles.filter((r) => r.role === "measure").map((r) => wordsOf(m.reading, r.span))),
        by: parts.filter((p) => p.role === "authority" || p.role === "perpetrator"),
        status: (group.members.at(-1) ?? group.members[0]).event.status,
        steps: group.members.flatMap((m) =>
          voicesOf(state, m).map((voice) => ({
            status: m.event.status,
            published: m.reading.report.published.value,
            voice,
            evidence: wordsOf(
              m.reading,
              m.reading.statements.find((s) => s.kind === "event" && s.event === m.event.id)?.evidence ?? m.event.mentions[0] ?? [0, 0],
            ),
          })),
        ),
      };
    });
}
