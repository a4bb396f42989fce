import type { Place } from "../model/reading.js";
import { surroundingsOf } from "./names/surroundings.js";
import { words } from "./names/words.js";
import { groupsOf, settingOf } from "./places/evidence.js";
import { lentOf } from "./places/lent.js";
import { spelledOtherwise } from "./places/misprints.js";
import { placesModel } from "./places/model.js";
import { placeOf } from "./places/place.js";
import { recognise } from "./places/recognise.js";
import { beliefs } from "./places/resolve.js";
import { viewOf } from "./places/spots.js";
import { stage } from "./stage.js";

/**
 * Places named in the report, each with the one place of that name that the report means, and why; without coordinates where that
 * cannot be told. Every mention is a place of its own: events say where, these only which.
 */
export const places = stage({
  name: "places",
  needs: ["doc", "partOf", "names", "report"],
  gives: ["places"],
  run({ doc, partOf, names, report }) {
    words.grow();
    const model = placesModel();
    const view = viewOf(doc, surroundingsOf(doc), names);
    const spots = recognise(view, model.recogniser, model.threshold);
    const named = groupsOf(view, spots, report.title);
    const setting = settingOf(view, spots, report);
    const { groups, believed } = spelledOtherwise(named, beliefs(named, setting, model.weights, doc), setting);
    const groupAt = new Map(groups.flatMap((group, g) => group.spots.map((spot) => [spot, g] as const)));
    const lent = lentOf(view, groups, believed, (spot) => partOf[doc.sentence[spot.first]] === "dateline");
    const found: Place[] = [];
    for (const spot of spots) {
      const g = groupAt.get(spot)!;
      const place = placeOf(`p${found.length + 1}`, view, spot, groups[g], believed[g], groups, believed, lent[g]);
      if (place) found.push(place);
    }
    return { places: found };
  },
});
