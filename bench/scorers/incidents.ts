import { fixed, km, Points, type Report, repr, type Task } from "./shared.js";
import { number, say, textOf, toll } from "./tolls.js";

const ACTS: Readonly<Record<string, string>> = {
  "violence.attack": "armed_assault",
  "violence.clash": "armed_assault",
  "violence.killing": "armed_assault",
  "violence.shelling": "armed_assault",
  "violence.bombing": "bombing",
  "violence.abduction": "abduction",
  "security.arrest": "arrest",
  "security.surrender": "surrender",
  "security.seizure": "seizure",
};
const COUNTED: Readonly<Record<string, readonly [type: string, role: string]>> = {
  arrested: ["security.arrest", "defendant"],
  abducted: ["violence.abduction", "victim"],
};

/** Word borders as Python has them: letters of every script count. */
const border = (pattern: string): RegExp =>
  new RegExp(pattern.replace(/\\b(?=\w|\\)/g, "(?<![\\p{L}\\p{N}_])").replace(/\\b/g, "(?![\\p{L}\\p{N}_])"), "iu");
const SIDES: readonly (readonly [string, RegExp])[] = [
  [
    "Maoist",
    border(
      "maoist|naxal|\\bcpi\\b|\\bplfi\\b|\\btpc\\b|\\bpwg\\b|\\bmcc|rebel|insurgent|extremist|militant|guerr?illa|ultras?\\b|\\bdalam\\b|cadre",
    ),
  ],
  [
    "Security",
    border(
      "police|security|\\bsfs?\\b|crpf|\\bcobra\\b|\\bbsf\\b|\\bssb\\b|\\bitbp\\b|\\bsog\\b|\\bstf\\b|greyhound|paramilitary|jawan|army|troop|commando|\\bforces?\\b|personnel",
    ),
  ],
];
const NEAR = 40;

const isLive = (e: any): boolean => !e.background && (e.status === "occurred" || e.status === "ongoing");

/** One coded row a report: counts, acts, side, place (SATP). The headline is the mean of the rows with a star. */
export const incidents: Task = {
  name: "incidents",
  score(gold, said, report) {
    const stars: number[] = [];
    for (const effect of ["killed", "injured", "arrested", "abducted"]) stars.push(counts(effect, gold, said, report));
    let [right, spoke, asked, sides, sided, near, located] = [0, 0, 0, 0, 0, 0, 0];
    for (const g of gold) {
      const r = said.get(g.id) ?? { events: [] };
      const want = new Set<string>(g.gold.acts);
      const got = new Set<string>(r.events.filter(isLive).flatMap((e: any) => ACTS[e.type] ?? []));
      right += [...want].filter((act) => got.has(act)).length;
      spoke += got.size;
      asked += want.size;
      const main = r.lead === undefined ? undefined : r.events.find((e: any) => e.id === r.lead);
      if (SIDES.some(([name, pattern]) => g.gold.side === name && pattern.test(g.text))) {
        sided++;
        if (main) sides += Number(sideOf(r, main) === g.gold.side);
      }
      if (!g.gold.latlon) continue;
      located++;
      const place = main && (r.places ?? []).find((p: any) => p.id === main.where);
      near += Number(Boolean(place) && place.lat !== null && place.lat !== undefined && km([place.lat, place.lon], g.gold.latlon) <= NEAR);
    }
    stars.push(report.row("* acts", right, spoke, asked));
    report.share("* side", 24, sides, sided);
    report.share("* place within 40 km", 24, near, located);
    stars.push(sides / Math.max(1, sided), near / Math.max(1, located));
    return stars.reduce((a, b) => a + b, 0) / stars.length;
  },
};

function counts(effect: string, gold: readonly any[], said: ReadonlyMap<string, any>, report: Report): number {
  let [right, spoke, asked, rows, big, bigRight] = [0, 0, 0, 0, 0, 0];
  for (const g of gold) {
    const want = g.gold[effect];
    const r = said.get(g.id);
    const got = r ? harmed(r, effect) : 0;
    rows += Number(want === got);
    right += Number(want === got && want > 0);
    spoke += Number(got > 0);
    asked += Number(want > 0);
    big += Number(want >= 3);
    bigRight += Number(want >= 3 && want === got);
    if (want !== got) report.error(() => `${g.id}: ${effect} ${want}, said ${got}: ${repr(new Points(g.text).slice(0, 160))}`);
  }
  const star = report.row(`* ${effect}, exactly`, right, spoke, asked);
  const ofBig = fixed((100 * bigRight) / Math.max(1, big), 1);
  report.print(`  all rows ${fixed((100 * rows) / gold.length, 1)}% exact; of those with three or more ${ofBig}% (${bigRight} of ${big})`);
  return star;
}

/** People harmed in what a report tells as having happened, over its events; without a toll, those counted or named in the role. */
function harmed(r: any, effect: string): number {
  let total = 0;
  for (const e of r.events) {
    if (!isLive(e)) continue;
    let n = toll(r, e.id, effect);
    const counted = COUNTED[effect];
    if (n === null && counted && e.type === counted[0]) {
      const people = e.roles.filter((x: any) => x.role === counted[1]);
      const said = people.filter((x: any) => x.count).map((x: any) => number(x.count));
      n = said.length > 0 ? Math.max(...said) : people.length;
    }
    total += n ?? 0;
  }
  return total;
}

/** The side whose words come first among those who acted. */
function sideOf(r: any, main: any): string | null {
  const names = new Map<string, string>(r.actors.map((a: any) => [a.id, a.name || ""]));
  const roles = ["perpetrator", "organisation", "authority", ...(main.type === "security.surrender" ? ["defendant"] : []), "participant"];
  const words = roles
    .flatMap((role) =>
      main.roles.filter((x: any) => x.role === role && x.span).map((x: any) => `${say(textOf(r), x.span)} ${names.get(x.actor) ?? ""}`),
    )
    .join(" ");
  const first = SIDES.flatMap(([name, pattern]) => {
    const at = pattern.exec(words)?.index;
    return at === undefined ? [] : [{ at, name }];
  }).sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
  return first[0]?.name ?? null;
}
