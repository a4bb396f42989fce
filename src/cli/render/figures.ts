import type { FigurePoint, FigureSeries } from "../../views/index.js";
import { clip, columnsOf, padTo, type Style, wrap } from "../terminal.js";
import { countWords, period } from "./reading.js";
import { flat, inside, shown, unique } from "./words.js";

const INDENT = "  ";

/** Units that the measure's own words say better. */
const COUNTED: ReadonlySet<string> = new Set(["person"]);

/** Figures as small series: a block a measure, a line a value, by period. Unit and place stand above, comparisons and revisions behind. */
export function renderFigures(all: readonly FigureSeries[], style: Style): readonly string[] {
  return all.flatMap((series) => {
    const name = flat(series.measure) || "a measure that is not named";
    const place =
      series.place && !name.toLowerCase().includes(flat(series.place).toLowerCase()) ? style.dim(` (${flat(series.place)})`) : "";
    const lines = [...wrap(style.bold(name) + place, style.width, "", INDENT)];
    const unit = series.unit !== null && !COUNTED.has(series.unit) && !name.toLowerCase().includes(stem(series.unit)) ? series.unit : null;
    const values = series.points.map((p) => p.count.low ?? p.count.high ?? 0);
    const most = Math.max(1, ...values);
    const numbers = series.points.map((p) => `${p.direction ? `${p.direction} ` : ""}${countWords({ ...p.count, unit, was: null })}`);
    const wide = Math.max(8, ...numbers.map((n) => n.length));
    series.points.forEach((point, k) => {
      if (point.change === "repeat") return;
      const bar = series.points.length > 1 ? "▇".repeat(Math.max(1, Math.round((values[k] / most) * 12))) : "";
      const left = `${INDENT}${padTo(clip(whenOf(point), 22), 22)}  ${style.yellow(numbers[k].padStart(wide))}  ${padTo(bar, bar ? 14 : 0)}`;
      lines.push(left + style.dim(clip(inside(point.voice.text), style.width - columnsOf(left))));
      const beneath = beneathOf(point, series);
      if (beneath) lines.push(...wrap(beneath, style.width, " ".repeat(26)).map(style.dim));
    });
    return lines;
  });
}

/** "bodies" are counted in "body", "robberies" in "robbery". */
function stem(unit: string): string {
  return unit.length > 3 ? unit.slice(0, Math.max(3, Math.min(5, unit.length - 1))) : unit;
}

/** "2023", "2024-01 to 2024-05", "last year (2023)". */
function whenOf({ period: said, earliest, latest, voice }: FigurePoint): string {
  const year = earliest !== null && latest !== null && earliest.endsWith("-01-01") && latest === `${earliest.slice(0, 4)}-12-31`;
  if (year) return (earliest as string).slice(0, 4);
  if (earliest !== null || latest !== null) return period(earliest, latest);
  return said ? flat(said.words) : voice.published ? `said ${voice.published.slice(0, 10)}` : "no date";
}

function beneathOf(point: FigurePoint, series: FigureSeries): string {
  const { comparedTo } = point;
  const by = (id: string | null): FigurePoint | undefined => (id === null ? undefined : series.points.find((p) => p.statement === id));
  const notes: string[] = [];
  if (comparedTo) {
    const told = by(comparedTo.statement);
    const of = told ? ` in ${whenOf(told)}` : "";
    if (!told || told.earliest !== point.earliest) notes.push(`against ${comparedTo.value.toLocaleString("en")}${of}, in its own words`);
    const other = by(comparedTo.differs);
    if (other) notes.push(`${flat(other.number.words)} was said of ${whenOf(other)} (${inside(other.voice.text)})`);
  }
  const old = by(point.replaces);
  if (old)
    notes.push(
      `${point.change === "revision" ? "revised from" : "another speaker says"} ${flat(old.number.words)} (${inside(old.voice.text)})`,
    );
  const again = series.points.filter((p) => p.change === "repeat" && isSame(p, point));
  if (again.length > 0) notes.push(`the same again: ${shown(unique(again.map((p) => inside(p.voice.text))), 2)}`);
  return notes.join("; ");
}

/** The same value of the same period. */
function isSame(a: FigurePoint, b: FigurePoint): boolean {
  return a.earliest === b.earliest && a.latest === b.latest && a.count.low === b.count.low && a.count.high === b.count.high;
}
