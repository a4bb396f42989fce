import type { EventType } from "../../model/vocabulary.js";
import { C } from "./classes.js";
import type { Context } from "./context.js";
import type { Filler } from "./roles.js";
import type { Trigger } from "./triggers.js";
import { clauseOf } from "./when.js";

/** Who fights: their raid is no search of the police. */
const FIGHTERS = C.militant;
const SERVICE = C.police | C.security;

/**
 * What a raid was, and who was what in it: one that fighters made ("jihadists killed nine farmers in a raid on a village", "Islamic State
 * said it had carried out the raid") is an attack of theirs.
 */
export function asRaided(
  ctx: Context,
  { token, row }: Trigger,
  fillers: readonly Filler[],
): { readonly type: EventType | null; readonly fillers: readonly Filler[] } {
  if (row.type !== "security.raid") return { type: row.type, fillers };
  const isOf = (t: number, bits: number): boolean => (ctx.classes[t] & bits) !== 0;
  const doers = fillers.filter((f) => f.role === "authority");
  const attack = {
    type: "violence.attack" as const,
    fillers: fillers.map((f) => (f.role === "authority" ? { ...f, role: "perpetrator" as const } : f)),
  };
  if (doers.length > 0)
    return doers.every((f) => isOf(f.token, FIGHTERS) && !isOf(f.token, SERVICE)) ? attack : { type: row.type, fillers };
  const verb = clauseOf(ctx.doc, token);
  if (verb < 0 || verb === token) return { type: row.type, fillers };
  const agents = ctx.argumentsAt(verb, true).filter((a) => a.slot === "agent");
  const isTheirs = agents.length > 0 && agents.every((a) => isOf(a.token, FIGHTERS) && !isOf(a.token, SERVICE));
  return isTheirs ? attack : { type: row.type, fillers };
}
