import type { Entry } from "../../gazetteer/index.js";
import { distance } from "./distance.js";

/** A town that a hamlet is told by, with the ground around it. */
export function isBeside(outer: Entry, inner: Entry): boolean {
  return outer.kind === "town" && outer.index !== inner.index && distance(outer, inner) < BESIDE;
}

const BESIDE = 40;

/** Whether a place is near enough to a district to be told by it, its borders unknown. */
export function isInReach(outer: Entry, inner: Entry): boolean {
  return outer.kind === "district" && outer.country === inner.country && distance(outer, inner) < WIDEST_DISTRICT;
}

const WIDEST_DISTRICT = 90;

/** Whether one place lies in another, as far as the gazetteer can tell. */
export function holds(outer: Entry, inner: Entry): boolean {
  if (outer.index === inner.index) return false;
  if (outer.kind === "country") return outer.country === inner.country && inner.kind !== "country";
  if (outer.kind === "region") {
    if (outer.division && inner.division) return outer.division.code === inner.division.code && inner.kind !== "region";
    return outer.country === inner.country && distance(outer, inner) < 300;
  }
  if (outer.kind === "district")
    return outer.country === inner.country && inner.kind !== "region" && inner.kind !== "country" && distance(outer, inner) < 60;
  if (outer.kind === "town") return inner.kind === "site" && distance(outer, inner) < 40;
  return (
    outer.kind === "area" &&
    (outer.country === null || outer.country === inner.country) &&
    inner.kind !== "country" &&
    distance(outer, inner) < 1500
  );
}
