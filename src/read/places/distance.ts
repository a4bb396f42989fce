import type { Point } from "./outlet.js";

/** Kilometres a degree. */
export const KM = (Math.PI / 180) * 6371;

/** Great-circle distance, by the flat formula: good to a percent at the distances that matter. */
export function distance(a: Point, b: Point): number {
  const dLat = a.lat - b.lat;
  let dLon = Math.abs(a.lon - b.lon);
  if (dLon > 180) dLon = 360 - dLon;
  const x = dLon * Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180));
  return KM * Math.sqrt(dLat * dLat + x * x);
}
