import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The floors of the house. A room imports from lower floors only; rooms of one floor have no doors between them. */
export const FLOORS: Readonly<Record<string, number>> = {
  base: 0,
  model: 1,
  language: 2,
  lexicon: 2,
  gazetteer: 2,
  intake: 3,
  clean: 3,
  read: 3,
  resolve: 3,
  ledger: 3,
  views: 4,
  pipeline: 5,
  export: 6,
  serve: 7,
  cli: 8,
};

/** A door that should not be there: from which file, to which, and why not. */
export interface Breach {
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?["'](\.[^"']+)["']|\bimport\(\s*["'](\.[^"']+)["']\s*\)/g;

/** Paths that a file imports from its own project. */
export function importsIn(source: string): readonly string[] {
  return [...source.matchAll(IMPORT)].map((m) => m[1] ?? m[2]);
}

/** Whether one room may import from another; why not, where it may not. */
export function breach(from: string, to: string): string | null {
  if (from === to) return null;
  if (!(from in FLOORS)) return `"${from}" is no room`;
  if (!(to in FLOORS)) return `"${to}" is no room`;
  // Rooms of floor 2 may use each other's loaders: they hold no reading.
  if (FLOORS[from] === 2 && FLOORS[to] === 2) return null;
  if (FLOORS[from] > FLOORS[to]) return null;
  return `floor ${FLOORS[from]} looks ${FLOORS[from] === FLOORS[to] ? "sideways" : "up"} to floor ${FLOORS[to]}`;
}

/** Every breach under a folder of rooms. Tests, benches and scripts may import anything; trainers (`train/`) too. */
export function breaches(root: string): readonly Breach[] {
  const found: Breach[] = [];
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((e) => e.isFile() && e.name.endsWith(".ts"));
  for (const entry of files) {
    const file = join(entry.parentPath, entry.name);
    const inside = relative(root, file);
    if (/node_modules|(?:^|\/)train\//.test(inside)) continue;
    const room = inside.split("/")[0];
    for (const path of importsIn(readFileSync(file, "utf8"))) {
      const target = relative(root, resolve(dirname(file), path));
      const why = target.startsWith("..") ? outside(target) : breach(room, target.split("/")[0]);
      if (why) found.push({ from: inside, to: target, why });
    }
  }
  return found;
}

function outside(target: string): string | null {
  return /^\.\.\/(?:package\.json|gazetteer\/place\.)/.test(target) ? null : "leaves src";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("../src", import.meta.url));
  const found = breaches(root);
  for (const { from, to, why } of found) console.error(`src/${from} imports ${to}: ${why}`);
  console.log(found.length === 0 ? "layers: every room looks down only" : `layers: ${found.length} doors too many`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
