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
    const severally = alike.some((c) => ctx.partOf[c.mentions[0].sentence] === "headline");
    const same = severally ? likest(ctx, told, alike, first) : (opening ?? (alike.length === 1 ? alike[0] : undefined));
    if (same === undefined) continue;
    if (same.mentions.some((m) => setsApart(ctx.doc, m.trigger.token) || m.definite === "apart")) continue;
    made.splice(made.indexOf(same), 1);
    told.mentions.push(...same.mentions);
    told.results.push(...same.results);
  }
  return made;
}

/**
 * Of a headline that tells of two acts of one kind ("Rockets kill farmer in Israel as strikes on Lebanon leave 14 dead") each is what the opening
 * tells in the same land, with the same people harmed by the same hand; none where two are as like.
 */
function likest(ctx: Context, told: Cluster, alike: readonly Cluster[], first: number): Cluster | undefined {
  const open = alike.filter((c) => ctx.partOf[c.mentions[0].sentence] === "body" && c.mentions[0].sentence < first + OPENING);
  const scored = open.map((c) => ({ c, score: likeness(ctx, told, c) })).sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  return best !== undefined && best.score > 0 && best.score > (next?.score ?? 0) ? best.c : undefined;
}

function likeness({ doc }: Context, a: Cluster, b: Cluster): number {
  const lands = (c: Cluster): ReadonlySet<string | null> =>
    new Set(c.mentions.flatMap((m) => m.places.filter((p) => p.tier <= 1).map((p) => p.place.country)));
  const people = (c: Cluster): ReadonlySet<number> =>
    new Set(c.mentions.flatMap((m) => [...m.fillers, ...m.harmed]).map((f) => doc.lemma[f.token]));
  const counts = (c: Cluster): ReadonlySet<number | null> =>
    new Set([...c.mentions, ...c.results].flatMap((m) => [...m.fillers, ...m.harmed]).flatMap((f) => f.count?.low ?? []));
  const meet = <T>(x: ReadonlySet<T>, y: ReadonlySet<T>): boolean => [...x].some((v) => y.has(v));
  return (meet(lands(a), lands(b)) ? 1 : 0) + (meet(people(a), people(b)) ? 2 : 0) + (meet(counts(a), counts(b)) ? 1 : 0);
}
