import { C } from "./classes.js";
import type { Context } from "./context.js";
import type { Filler } from "./roles.js";

/** How far up the tree from a group's name to the person who belongs to it. */
const STEPS = 6;

/**
 * Armed groups whose member a perpetrator, or who surrenders, is said to be outside the words that name the party: "two men
 * belonging to the Red Front surrendered", "X, a commander of the Red Front, shot". A name within the party's own phrase says it of who
 * surrenders: "two Red Front fighters"; who attacks is told by the phrase.
 */
export function groupsOf(ctx: Context, f: Filler): readonly Filler[] {
  const { doc } = ctx;
  const found: Filler[] = [];
  for (const name of ctx.names) {
    const last = name.tokens[1] - 1;
    if (name.type !== "organisation" || doc.sentence[last] !== doc.sentence[f.token]) continue;
    const inside = name.span[0] >= f.span[0] && name.span[1] <= f.span[1];
    if ((inside && f.role === "perpetrator") || (ctx.classes[last] & C.militant) === 0) continue;
    if (!inside && !hangsOn(ctx, name.tokens, f.token)) continue;
    found.push({ role: "organisation", token: last, via: "own", span: name.span, actor: actorAt(ctx, last), count: null });
  }
  return found;
}

/** Whether the name hangs on a token through nouns and participles, and on no other act. */
function hangsOn(ctx: Context, [first, end]: readonly [number, number], token: number): boolean {
  const { doc } = ctx;
  let at = end - 1;
  for (let step = 0; step < STEPS && at >= 0; step++) {
    if (at === token) return true;
    if ((at < first || at >= end) && ctx.actTokens.has(at)) return false;
    at = doc.head[at];
  }
  return false;
}

function actorAt(ctx: Context, token: number): string | null {
  const at = ctx.doc.start[token];
  return ctx.actorMentions.find((m) => m.span[0] <= at && at < m.span[1])?.actor ?? null;
}
