import { readFileSync } from "node:fs";
import { sha256, shortHash } from "../../base/hash.js";
import { plainReport, type Report } from "../../model/report.js";
import { findAll } from "../index.js";
import { surroundingsOf } from "../names/surroundings.js";
import { words } from "../names/words.js";
import { type View, viewOf } from "../places/spots.js";

export interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly geonames: string | null;
  readonly ignore?: boolean;
}

/** A report with its toponyms, analysed and with its names. */
export interface GoldReport {
  readonly id: string;
  readonly report: Report;
  readonly view: View;
  readonly toponyms: readonly Toponym[];
}

interface Line {
  readonly id: string;
  readonly text: string;
  readonly published?: string | null;
  readonly outlet?: string | null;
  readonly title?: string | null;
  readonly url?: string | null;
  readonly toponyms: readonly Toponym[];
}

export function readGold(file: string): GoldReport[] {
  return readLines(file).map((line) => goldReport(line));
}

/** The same reports in capitals, or without any: the reader must find places there too. Left out where a letter changes its length. */
export function recased(file: string, how: "upper" | "lower"): GoldReport[] {
  const all: GoldReport[] = [];
  for (const line of readLines(file)) {
    const text = how === "upper" ? line.text.toUpperCase() : line.text.toLowerCase();
    if (text.length === line.text.length) all.push(goldReport({ ...line, id: `${line.id}-${how}`, text }));
  }
  return all;
}

/** Reports of which only the place of one event is known: all candidates near it are taken as right, for what that is worth. */
export interface WeakReport {
  readonly report: Report;
  readonly view: View;
  readonly lat: number;
  readonly lon: number;
  /** The town or county of the event, or null where any name near it counts. */
  readonly town: string | null;
}

interface WeakLine extends Omit<Line, "toponyms"> {
  readonly url?: string | null;
  readonly gold: { readonly latlon?: readonly [number, number] | null; readonly city_or_county?: string | null };
}

/** Every `nth` report that has a point. */
export function readWeak(file: string, nth: number): WeakReport[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((raw) => raw.trim() !== "")
    .map((raw) => JSON.parse(raw) as WeakLine);
  return lines
    .filter((line) => line.gold.latlon)
    .filter((_, i) => i % nth === 0)
    .map((line) => {
      const { report, view } = goldReport({ ...line, toponyms: [] });
      return { report, view, lat: line.gold.latlon![0], lon: line.gold.latlon![1], town: line.gold.city_or_county ?? null };
    });
}

function readLines(file: string): Line[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((raw) => raw.trim() !== "")
    .map((raw) => JSON.parse(raw) as Line);
}

function goldReport(line: Line): GoldReport {
  const { text, published = null, outlet = null, title = null, url = null } = line;
  const report = plainReport(text, { id: shortHash([outlet, null, published, text]), url, outlet, title, published, bytes: sha256(text) });
  const { doc, names } = findAll(report, "names");
  words.grow();
  return { id: line.id, report, view: viewOf(doc, surroundingsOf(doc), names), toponyms: line.toponyms };
}
