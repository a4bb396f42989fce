import type { EventType } from "../src/model/vocabulary.js";

/** A made report, with what a reader would find in it. Not a report of anything that happened. */
export interface MadeReport {
  readonly id: string;
  readonly story: number;
  readonly title: string;
  readonly text: string;
  readonly published: string;
  readonly trigger: string;
  readonly type: EventType;
  readonly place: { readonly name: string; readonly lat: number; readonly lon: number };
}

const KINDS: readonly { readonly type: EventType; readonly trigger: string; readonly act: string }[] = [
  { type: "violence.attack", trigger: "opened fire", act: "Gunmen opened fire on" },
  { type: "violence.bombing", trigger: "bomb went off", act: "A bomb went off beside" },
  { type: "hazard.fire", trigger: "fire", act: "A fire destroyed" },
  { type: "unrest.protest", trigger: "protested", act: "Thousands protested in front of" },
  { type: "violence.abduction", trigger: "abducted", act: "Armed men abducted teachers from" },
  { type: "hazard.flood", trigger: "flood", act: "A flood swept away" },
];
const TARGETS = "a market;a school;a police post;a bus;a hospital;a mosque;a warehouse;a bridge;a hotel;a court;a farm;a ferry".split(";");
const SAYS = [
  "police said",
  "the mayor said",
  "a spokeswoman for the ministry said",
  "according to the fire brigade",
  "witnesses said",
  "the governor told reporters",
];
const MORE = [
  "Two of the wounded were taken to the district hospital, where doctors worked through the night.",
  "Roads into the quarter were closed until the evening and shops stayed shut.",
  "Nobody had claimed responsibility by the next morning.",
  "Neighbours said that they had heard shouting before it began.",
  "The authorities promised an inquiry and asked people to stay at home.",
  "Relatives waited at the gate for news of those who were missing.",
  "It was the third such incident in the region since the spring.",
  "A man was held for questioning and later let go.",
];
const SYLLABLES = "ba ko ri ta mu sel dar nov gan lis per ash tor vim eno qua zel hur fio dra".split(" ");
/** Reports a story, by turns: most stories have one or two. */
const TOLD = [1, 2, 1, 3, 1, 5, 2, 1, 8, 1];
/** Reports a day. */
const A_DAY = 55;

/** So many made reports of stories told by one outlet to eight, over as many days as an archive of that size would have. The same number gives the same reports. */
export function storyReports(n: number): readonly MadeReport[] {
  const reports: MadeReport[] = [];
  for (let story = 0; reports.length < n; story++) {
    const next = chance(story + 1);
    const kind = KINDS[next(KINDS.length)];
    const target = TARGETS[next(TARGETS.length)];
    const place = { name: name(next, 3), lat: next(120) - 60, lon: next(360) - 180 };
    const [person, other] = [`${name(next, 2)} ${name(next, 3)}`, `${name(next, 2)} ${name(next, 3)}`];
    const killed = next(9) + 2;
    const day = Math.floor(reports.length / A_DAY);
    for (let k = 0; k < TOLD[story % TOLD.length] && reports.length < n; k++) {
      const published = new Date(Date.UTC(2001, 0, 1 + day + (k > 3 ? 2 : k > 0 ? 1 : 0))).toISOString().slice(0, 10);
      const lead = `${kind.act} ${target} in ${place.name} on ${["Monday", "Tuesday", "Friday"][next(3)]}, and ${killed} people died, ${SAYS[next(SAYS.length)]}.`;
      const rest = [`${person}, ${next(60) + 18}, was among the dead.`, `"We ran," said ${other}, who lives nearby.`, ...MORE];
      const told = rest.filter((_, i) => i < 2 || next(2) === 1);
      reports.push({
        id: `r${reports.length}`,
        story,
        title: `${killed} dead in ${place.name}`,
        text: [lead, ...told].join(" "),
        published,
        trigger: kind.trigger,
        type: kind.type,
        place,
      });
    }
  }
  return reports;
}

/** Whole numbers below a bound, the same for the same seed (a linear congruential generator). */
function chance(seed: number): (below: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

function name(next: (below: number) => number, syllables: number): string {
  const word = Array.from({ length: syllables }, () => SYLLABLES[next(SYLLABLES.length)]).join("");
  return word.charAt(0).toUpperCase() + word.slice(1);
}
