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
/** Pieces of which the rest of a report is put together, so that reports share words and seldom sentences. */
const WHO = (
  "shopkeepers;residents of the quarter;two nurses;the imam of the old mosque;a taxi driver;firefighters;a teacher;port workers;soldiers on leave;" +
  "the owner of a bakery;students;a retired judge;members of the council;fishermen;a photographer;railway staff;relatives of the missing;an engineer;" +
  "doctors on the night shift;the head of the union"
).split(";");
const DID = (
  "carried the wounded to;closed;waited for hours outside;were turned back from;searched;had warned of trouble near;wrote to the governor about;" +
  "cleared rubble from;saw smoke over;complained about the lights at;were questioned at;laid flowers before;drove past;had left;returned to;" +
  "counted eleven holes in the wall of;took shelter in;blamed the guards of;asked for news at;filmed"
).split(";");
const WHAT = (
  "the district hospital;the road to the airport;a row of stalls;the police barracks;a school yard;the grain store;the bus station;a petrol pump;" +
  "the courthouse;the river bridge;a textile mill;the post office;two apartment blocks;the stadium;a cemetery;the water works;a clinic;the old town gate;" +
  "the customs house;a warehouse for medicine"
).split(";");
const WHEN = (
  "before dawn;until late in the evening;as shops were opening;during the evening prayer;while it was raining;after the second alarm;for most of the day;" +
  "minutes later;when the power failed;on the eve of the feast;in the first hours;long after the shouting had stopped"
).split(";");
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
    const common = Array.from({ length: 6 }, () => sentence(next));
    const day = Math.floor(reports.length / A_DAY);
    for (let k = 0; k < TOLD[story % TOLD.length] && reports.length < n; k++) {
      const published = new Date(Date.UTC(2001, 0, 1 + day + (k > 3 ? 2 : k > 0 ? 1 : 0))).toISOString().slice(0, 10);
      const lead = `${kind.act} ${target} in ${place.name} on ${["Monday", "Tuesday", "Friday"][next(3)]}, and ${killed} people died, ${SAYS[next(SAYS.length)]}.`;
      // some of what every outlet had, and what this one found out
      const told = [`${person}, ${next(60) + 18}, was among the dead.`, `"We ran," said ${other}, who lives nearby.`];
      told.push(...common.filter(() => next(2) === 1), ...Array.from({ length: 2 + next(4) }, () => sentence(next)));
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

/** "Rizel Enota and two nurses took shelter in a school yard of Selko when the power failed, near Torvim." */
function sentence(next: (below: number) => number): string {
  const one = (list: readonly string[]): string => list[next(list.length)];
  const who = next(3) === 0 ? `${name(next, 2)} ${name(next, 2)} and ${one(WHO)}` : one(WHO);
  const where = next(2) === 0 ? ` of ${name(next, 2)}` : "";
  const words = `${who} ${one(DID)} ${one(WHAT)}${where} ${one(WHEN)}${next(3) === 0 ? `, near ${name(next, 3)}` : ""}.`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function name(next: (below: number) => number, syllables: number): string {
  const word = Array.from({ length: syllables }, () => SYLLABLES[next(SYLLABLES.length)]).join("");
  return word.charAt(0).toUpperCase() + word.slice(1);
}
