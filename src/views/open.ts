import { familyOf } from "../model/vocabulary.js";
import { isStage } from "./about.js";
import { type Group, groupsOf } from "./groups.js";
import type { State } from "./state.js";
import type { EventAccount, OpenCell, TollHistory } from "./types.js";
import { wordsOf } from "./voices.js";

/** What of each event is not known, and why: nobody says it, it is told roughly, it could not be decided, reports differ. */
export function openCells(state: State, accounts: readonly EventAccount[]): ReadonlyMap<string, readonly OpenCell[]> {
  const groups = new Map(groupsOf(state).all.map((g) => [g.id, g]));
  return new Map(
    accounts.map((account) => {
      const group = groups.get(account.id);
      return [account.id, group ? cellsOf(account, group) : []];
    }),
  );
}

function cellsOf(account: EventAccount, group: Group): readonly OpenCell[] {
  const { type } = group.members[0].event;
  const family = familyOf(type);
  const harms = family === "violence" || family === "hazard" ? harmCells(account) : [];
  const roles = isStage(group.members[0].event) ? caseCells(account) : family === "violence" ? doerCell(account) : [];
  return [...whereCell(account, group), ...whenCell(account, group), ...statusCell(group), ...harms, ...roles];
}

const open = (cell: string, why: string, evidence: OpenCell["evidence"] = []): readonly OpenCell[] => [{ cell, why, evidence }];

const COARSE: ReadonlySet<string> = new Set(["country", "region", "area"]);

function whereCell({ where, country, elsewhere }: EventAccount, group: Group): readonly OpenCell[] {
  if (!where) return open("where", country ? `no report says where in ${country}` : "no report says where");
  if (where.geonames === null) {
    const place = group.members.flatMap((m) => m.reading.places.filter((p) => p.id === m.event.where && p.geonames === null))[0];
    return open("where", place ? `${where.name}: ${place.because}` : `${where.name} could not be decided`, where.evidence.slice(0, 1));
  }
  const others = elsewhere.filter((w) => !COARSE.has(w.precision) && w.precision === where.precision);
  if (COARSE.has(where.precision)) return open("where", `told no closer than ${where.name}`, where.evidence.slice(0, 1));
  if (!others.length) return [];
  const names = [where, ...others].map((w) => w.name).join(", ");
  return open(
    "where",
    `reports name several places: ${names}`,
    [where, ...others].flatMap((w) => w.evidence.slice(0, 1)),
  );
}

function whenCell({ when }: EventAccount, group: Group): readonly OpenCell[] {
  const { earliest, latest, evidence } = when;
  if (earliest === null && latest === null) return open("when", "no report says when");
  if (earliest === null) return open("when", `told only as before ${latest}`, evidence.slice(0, 1));
  if (latest === null) return open("when", `told only as since ${earliest}`, evidence.slice(0, 1));
  const days = new Set(group.members.flatMap(({ event: e }) => (e.earliest !== null && e.earliest === e.latest ? [e.earliest] : [])));
  if (days.size > 1) return open("when", `reports give several days: ${[...days].sort().join(", ")}`, evidence.slice(0, 1));
  return earliest === latest ? [] : open("when", `told no closer than ${earliest} to ${latest}`, evidence.slice(0, 1));
}

function statusCell({ members }: Group): readonly OpenCell[] {
  const said = [...new Set(members.map((m) => m.event.status))];
  if (said.length < 2) return [];
  const evidence = said.flatMap((status) => {
    const m = members.find((x) => x.event.status === status);
    return m?.event.mentions[0] ? [wordsOf(m.reading, m.event.mentions[0])] : [];
  });
  return open("status", `reports tell it as ${said.join(", ")}`, evidence);
}

function harmCells({ tolls, namedDead }: EventAccount): readonly OpenCell[] {
  return (["killed", "injured"] as const).flatMap((effect) => {
    const whole = tolls.find((t) => t.effect === effect && t.scope === "people");
    return whole ? harmCell(effect, whole, effect === "killed" ? namedDead.length : null) : open(effect, "no report counts them");
  });
}

function harmCell(effect: string, { now, points }: TollHistory, named: number | null): readonly OpenCell[] {
  const evidence = points.slice(-1).map((p) => p.evidence);
  if (now.best === null && now.low === null) return open(effect, "no count that is asserted", evidence);
  if (now.high === null) return open(effect, `at least ${now.low ?? now.best}: no report gives a highest`, evidence);
  if (now.low !== now.high) return open(effect, `sources' last words go from ${now.low ?? "unsaid"} to ${now.high}`, evidence);
  if (named === null || now.best === null || named >= now.best) return [];
  return open("names of the dead", `${named} of ${now.best} have a name`);
}

function doerCell({ parts, disputes }: EventAccount): readonly OpenCell[] {
  const claim = disputes.find((d) => d.matter === "claim");
  if (claim) return open("who did it", `claimed; the claim is ${claim.standing}`, claim.sides[0].evidence.slice(0, 1));
  if (parts.some((p) => p.role === "perpetrator" || p.role === "organisation")) return [];
  return open("who did it", "no report says");
}

function caseCells({ type, parts }: EventAccount): readonly OpenCell[] {
  const has = (role: string): boolean => parts.some((p) => p.role === role);
  return [
    ...(has("defendant") ? [] : open("who", "no report says whom it concerns")),
    ...(type === "justice.sentence" && !has("penalty") ? open("penalty", "no report gives it") : []),
    ...(type !== "security.arrest" && !has("offence") ? open("offence", "no report gives it") : []),
  ];
}
