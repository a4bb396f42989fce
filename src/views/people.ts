import { shortHash } from "../base/hash.js";
import type { Actor, Reading } from "../model/reading.js";
import type { Role } from "../model/vocabulary.js";
import { groupsOf, type Member } from "./groups.js";
import { isName, plain, surname } from "./parts.js";
import type { State } from "./state.js";
import type { EventAccount, Person } from "./types.js";
import { voiceOf, wordsOf } from "./voices.js";

interface Open {
  readonly names: string[];
  readonly keys: Set<string>;
  readonly roles: Set<Role>;
  readonly actors: { readonly actor: Actor; readonly member: Member }[];
}

/** Named people of each event, with what is said of them. Two people of one name in two events stay two. */
export function people(state: State, accounts: readonly EventAccount[]): readonly Person[] {
  const wanted = new Set(accounts.map((a) => a.id));
  return groupsOf(state)
    .all.filter((g) => wanted.has(g.id))
    .flatMap((group) => {
      const open: Open[] = [];
      for (const member of group.members) {
        for (const { role, actor: id } of member.event.roles) {
          const actor = member.reading.actors.find((a) => a.id === id);
          if (actor?.kind !== "person") continue;
          const keys = isName(actor.name) ? [plain(actor.name), surname(actor.name)].filter(Boolean) : [`${member.report} ${actor.id}`];
          const known = open.find((o) => keys.some((k) => o.keys.has(k)) && agree(o, actor));
          const into = known ?? { names: [], keys: new Set<string>(), roles: new Set<Role>(), actors: [] };
          if (!known) open.push(into);
          into.names.push(actor.name);
          into.roles.add(role);
          for (const k of keys) into.keys.add(k);
          if (!into.actors.some((a) => a.actor === actor && a.member.report === member.report)) into.actors.push({ actor, member });
        }
      }
      return open.map((o) => person(state, group.id, o));
    });
}

/** A father and a son share a name, not an age. */
function agree(open: Open, actor: Actor): boolean {
  return open.actors.every(({ actor: a }) => a.age === null || actor.age === null || Math.abs(a.age - actor.age) <= 1);
}

function person(state: State, event: string, open: Open): Person {
  const name = [...open.names].sort((a, b) => b.length - a.length)[0];
  const first = <K extends "title" | "age" | "sex" | "minor">(key: K): Actor[K] | null =>
    open.actors.find((a) => a.actor[key] !== null)?.actor[key] ?? null;
  return {
    id: shortHash([event, plain(name)]).slice(0, 12),
    name,
    variants: [...new Set(open.names)].filter((n) => n !== name),
    event,
    roles: [...open.roles],
    title: first("title"),
    age: first("age"),
    sex: first("sex"),
    minor: first("minor"),
    said: open.actors.flatMap(({ actor, member }) => saidOf(state, member.reading, actor)),
  };
}

/** Statements whose words mention this actor. */
function saidOf(state: State, reading: Reading, actor: Actor): Person["said"] {
  return reading.statements
    .filter((s) => actor.mentions.some((m) => m[0] >= s.evidence[0] && m[1] <= s.evidence[1]))
    .map((s) => ({ statement: s.id, what: s.kind, voice: voiceOf(state, reading, s), evidence: wordsOf(reading, s.evidence) }));
}
