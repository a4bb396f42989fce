import type { Document } from "../../language/document.js";
import { vocabulary } from "../../language/vocabulary.js";
import type { Place } from "../../model/reading.js";
import type { Spot } from "./spots.js";
import { S, senseOf } from "./words.js";

const KM_IN: Readonly<Record<string, number>> = {
  km: 1,
  kms: 1,
  kilometre: 1,
  kilometres: 1,
  kilometer: 1,
  kilometers: 1,
  mile: 1.609,
  miles: 1.609,
  mi: 1.609,
};
const OF = vocabulary.id("of");
const FROM = vocabulary.id("from");

/** How the event stands to the named place: at it, near it, or so many kilometres to a side of it ("20 km north of"). */
export function relationOf(doc: Document, spot: Spot): Place["relation"] {
  const from = doc.sentenceStart[doc.sentence[spot.first]];
  let i = spot.first - 1;
  if (i < from) return "at";
  if (senseOf(doc.norm[i]) === S.near) return "near";
  if (doc.norm[i] !== OF && doc.norm[i] !== FROM) return "at";
  i--;
  let bearing: string | null = null;
  if (i >= from && senseOf(doc.norm[i]) === S.bearing) bearing = vocabulary.of(doc.norm[i--]);
  const km = lengthAt(doc, from, i);
  if (km !== null) return { km, bearing };
  return bearing !== null && doc.norm[spot.first - 1] === OF ? "near" : "at";
}

/** A length whose last token is `i` ("20 km", "12 miles (20 km)" gives the last), in kilometres. */
function lengthAt(doc: Document, from: number, i: number): number | null {
  let at = i;
  while (at >= from && at > i - 3 && KM_IN[vocabulary.of(doc.norm[at])] === undefined) at--;
  if (at <= from || at <= i - 3) return null;
  const unit = KM_IN[vocabulary.of(doc.norm[at])];
  const number = Number(vocabulary.of(doc.norm[at - 1]).replace(/,/g, ""));
  return unit === undefined || !Number.isFinite(number) || number <= 0 ? null : Math.round(number * unit * 10) / 10;
}
