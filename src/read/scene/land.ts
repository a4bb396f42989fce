import { countryOf } from "../../gazetteer/index.js";
import { tokenAt } from "../../language/document.js";
import { R } from "../../language/tags.js";
import type { Place } from "../../model/reading.js";
import type { Findings } from "../findings.js";

/** Share of a report's places and adjectives of origin that one country must have, and how many of them there must be. */
const SHARE = 0.7;
const LEAST = 2;

/** The one country (alpha-3) that nearly all places and adjectives of origin of a report are of; null where there is none. */
export function landOf({ doc, places, names }: Pick<Findings, "doc" | "places" | "names">): string | null {
  const counts = new Map<string, number>();
  let total = 0;
  const add = (country: string | null): void => {
    if (country === null) return;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    total++;
  };
  for (const place of places) add(place.country);
  for (const name of names) if (name.type === "nationality") add(countryOf(doc.text.slice(name.span[0], name.span[1])));
  for (const [country, n] of counts) if (n >= LEAST && n >= SHARE * total) return country;
  return null;
}

/** Parts that name a land without saying that anything was there. */
const UNSAID: ReadonlySet<string> = new Set(["teaser", "dateline"]);

/** Where the report names its land as a place, the first mention of it; not by an adjective, nor by its name before a noun ("U.S. history"). */
export function namedLand({ places, partOf, doc }: Pick<Findings, "doc" | "places" | "partOf">, land: string): Place | null {
  return (
    places.find(
      (p) =>
        p.precision === "country" &&
        p.country === land &&
        p.relation === "at" &&
        doc.relation[tokenAt(doc, p.span[1] - 1)] !== R.compound &&
        !UNSAID.has(partOf[doc.sentence[tokenAt(doc, p.span[0])]]),
    ) ?? null
  );
}
