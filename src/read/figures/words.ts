import { vocabulary } from "../../language/vocabulary.js";
import { loadTable } from "../../lexicon/table.js";

function load() {
  const rows = loadTable("figure-words").rows;
  const of = (name: string): ReadonlySet<number> => new Set(rows.filter((r) => r.class === name).map((r) => vocabulary.id(r.form)));
  return {
    /** Lemma of a noun that makes a figure even of a small number, with the unit of its count (null: the noun itself). */
    counted: new Map(
      rows.filter((r) => r.class === "counted").map((r) => [vocabulary.id(r.form), { unit: r.unit || null, id: `figure-words.${r.id}` }]),
    ),
    times: new Map(rows.filter((r) => r.class === "times").map((r) => [vocabulary.id(r.form), r.unit])),
    fire: of("fire"),
    lasting: of("lasting"),
    uncounted: of("uncounted"),
    ratio: of("ratio"),
    people: of("people"),
    penalty: of("penalty"),
    ordered: of("ordered"),
    behind: of("behind"),
    definite: of("definite"),
    generic: of("generic"),
    /** What has parts that nobody counts: "half of the truth", "a third of their term". */
    whole: of("undivided"),
    /** People as an act's parties are called: their number is the act's. */
    parties: of("party"),
  };
}

let loaded: ReturnType<typeof load> | null = null;

/** The words of figures, loaded on first use. */
export function figureWords(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}
