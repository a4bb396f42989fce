import type { Document } from "../../language/document.js";
import type { Expression } from "./expression.js";
import { at, has } from "./look.js";
import { is } from "./words.js";

type Reader = (doc: Document, i: number) => Expression | null;

/** A day or week told by a date beside it: "the day before last Tuesday", "the week of March 6", "Easter week". Not "two days after July 4". */
export function readBeside(doc: Document, i: number, date: Reader): Expression | null {
  const the = has(doc, i, "det") ? i + 1 : i;
  const unit = is(at(doc, the), "unit");
  if (unit !== "D" && unit !== "W") return null;
  const step = unit === "D" ? is(at(doc, the + 1), "day-step") : null;
  const of = unit === "W" && the > i && has(doc, the + 1, "week-of");
  if ((step === null && !of) || the + 2 >= doc.length) return null;
  const inner = date(doc, the + 2);
  if (!inner || inner.clock || inner.phase || !isOneDay(inner)) return null;
  return { ...inner, first: i, beside: of ? "week" : step === "-1" ? "eve" : "morrow" };
}

/** "Easter week", "Christmas week". */
export function withWeek(doc: Document, feast: Expression | null): Expression | null {
  if (!feast || is(at(doc, feast.end), "unit") !== "W") return feast;
  return { ...feast, end: feast.end + 1, beside: "week" };
}

function isOneDay({ meaning: m }: Expression): boolean {
  return m.kind === "weekday" || m.kind === "day" || m.kind === "feast" || (m.kind === "calendar" && m.day !== null && m.month !== null);
}
