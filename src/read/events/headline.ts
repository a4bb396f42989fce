import type { Cluster } from "./cluster.js";
import type { Context } from "./context.js";
import { setsApart } from "./further.js";

/** Sentences of the story within which it tells what its headline told. */
const OPENING = 3;

/**
 * A headline tells what the story tells: what only the headline has an event for is the first event of its type in the story's opening,
 * or the only one of that type. Not where a word sets that one apart.
 */
export function withHeadline(ctx: Context, clusters: readonly Cluster[]): Cluster[] {
  const made = [...clusters];
  const first = ctx.partOf.indexOf("body");
  for (const told of clusters.filter((c) => c.mentions.every((m) => ctx.partOf[m.sentence] === "headline"))) {
    const [{ type, status }] = told.mentions;
    const alike = made.filter((c) => c !== told && c.mentions[0].type === type && c.mentions[0].status === status);
    const opening = alike.find((c) => ctx.partOf[c.mentions[0].sentence] === "body" && c.mentions[0].sentence < first + OPENING);
    const same = opening ?? (alike.length === 1 ? alike[0] : undefined);
    if (same === undefined || alike.some((c) => ctx.partOf[c.mentions[0].sentence] === "headline")) continue;
    if (same.mentions.some((m) => setsApart(ctx.doc, m.trigger.token) || m.definite === "apart")) continue;
    made.splice(made.indexOf(same), 1);
    told.mentions.push(...same.mentions);
    told.results.push(...same.results);
  }
  return made;
}
