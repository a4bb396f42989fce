import { countryOf, type Match } from "../../gazetteer/index.js";
import { vocabulary } from "../../language/vocabulary.js";
import { CLASS } from "../names/classes.js";
import { SHAPE } from "../names/shapes.js";
import { words } from "../names/words.js";
import { isNameLike, type View } from "./spots.js";
import { S, senseOf } from "./words.js";

const OF = vocabulary.id("of");
const PERSON = CLASS.firstName | CLASS.surname;

/** Whether one word that is a place's name stands here as another word or in a longer name. */
export function isOtherName(view: View, i: number, limit: number, key: string, matches: readonly Match[]): boolean {
  return isBareBearing(view, i, limit) || isOrigin(key, matches) || isBody(view, i, limit) || isNamesake(view, i, limit);
}

/**
 * "The Simao Mendes hospital", "Jackson Mendez Park": a town's name that is also a first name, before a surname and the kind of
 * what was named after the person.
 */
function isNamesake({ doc, around }: View, i: number, limit: number): boolean {
  const surname = i + 1;
  if (surname + 1 >= limit || (words.flags[doc.norm[i]] & PERSON) === 0) return false;
  if (around.shape[surname] === SHAPE.lower || (words.flags[doc.norm[surname]] & CLASS.surname) === 0) return false;
  for (let k = surname + 1; k < limit && k <= surname + 2; k++) {
    if (senseOf(doc.norm[k]) === S.site || (words.flags[doc.norm[k]] & CLASS.organisationNoun) !== 0) return true;
    if (around.shape[k] === SHAPE.lower) return false;
  }
  return false;
}

/** "University" of "University of California", "United" of "United Nations": no town of that name. */
function isBody(view: View, i: number, limit: number): boolean {
  const sense = senseOf(view.doc.norm[i]);
  if ((sense !== S.organisation && sense !== S.site) || i + 1 >= limit) return false;
  return view.doc.norm[i + 1] === OF || isNameLike(view, i + 1);
}

/** "Argentine" is an adjective before it is a suburb of Kansas City. */
function isOrigin(key: string, matches: readonly Match[]): boolean {
  return countryOf(key) !== null && matches.every((m) => m.entry.kind !== "country" && m.entry.kind !== "region");
}

/** "North" of "North County" is no place. */
function isBareBearing(view: View, i: number, limit: number): boolean {
  return senseOf(view.doc.norm[i]) === S.bearing && i + 1 < limit && isNameLike(view, i + 1);
}
