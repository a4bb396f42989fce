import { vocabulary } from "../../language/vocabulary.js";
import { loadTable, type Row, values } from "../../lexicon/table.js";

/** How a number word joins its neighbours; `numeral` is a token of digits, the rest are kinds of `numbers.tsv`. */
export type NumberKind =
  | "numeral"
  | "digit"
  | "teen"
  | "ten"
  | "hundred"
  | "scale"
  | "suffix"
  | "group"
  | "pair"
  | "vague"
  | "vague-of"
  | "many"
  | "fraction"
  | "exact"
  | "none"
  | "article"
  | "ordinal"
  | "range";

/** A token read as a number or a part of one. */
export interface NumberWord {
  readonly kind: NumberKind;
  readonly value: number;
  /** Upper end of a range written in one token ("30-40"), else null. */
  readonly high: number | null;
  /** Unit written into the token ("58km", "$5"), else null. */
  readonly unit: Unit | null;
  /** Digits with an "m" behind them: million or metre, which only the neighbours tell. */
  readonly millionOrMetre: boolean;
  readonly row: string;
}

export interface Unit {
  readonly id: string;
  readonly unit: string;
  readonly kind: string;
}

/** A phrase of several tokens with the row that holds it. */
export interface Phrase {
  readonly ids: readonly number[];
  readonly row: Row;
  /** Lemmas of verbs behind which the words belong to the verb: "handed over three hostages". */
  readonly notAfter: ReadonlySet<number>;
}

function split(phrase: string): readonly number[] {
  return phrase.split(" ").map((w) => vocabulary.id(w));
}

/** Phrases by their first (or last) word, longest first. */
export function phraseIndex(rows: readonly Row[], column: string, by: "first" | "last"): ReadonlyMap<number, readonly Phrase[]> {
  const index = new Map<number, Phrase[]>();
  for (const row of rows) {
    const ids = split(row[column]);
    const key = ids[by === "first" ? 0 : ids.length - 1];
    const notAfter = new Set(values(row["not-after"] ?? "").map((w) => vocabulary.id(w)));
    index.set(key, [...(index.get(key) ?? []), { ids, row, notAfter }]);
  }
  for (const list of index.values()) list.sort((a, b) => b.ids.length - a.ids.length);
  return index;
}

function fraction(cell: string): number {
  const [a, b] = cell.split("/");
  return b ? Number(a) / Number(b) : Number(a);
}

function load() {
  const numbers = new Map<string, NumberWord>();
  for (const row of loadTable("numbers").rows) {
    const value = fraction(row.value);
    numbers.set(row.form, { kind: row.kind as NumberKind, value, high: null, unit: null, millionOrMetre: false, row: `numbers.${row.id}` });
  }
  const unitRows = loadTable("units").rows;
  const units = new Map<string, Unit>();
  for (const row of unitRows) if (!units.has(row.form)) units.set(row.form, { id: `units.${row.id}`, unit: row.unit, kind: row.kind });
  const qualifiers = loadTable("qualifiers").rows;
  const contexts = loadTable("number-contexts").rows;
  const revisions = loadTable("revisions").rows;
  const lemmas = (kind: string) => new Set(revisions.filter((r) => r.kind === kind).map((r) => vocabulary.id(r.lemma)));
  return {
    numbers,
    units,
    unitPhrases: phraseIndex(unitRows, "form", "first"),
    before: phraseIndex(
      qualifiers.filter((r) => r.side === "before"),
      "phrase",
      "last",
    ),
    after: phraseIndex(
      qualifiers.filter((r) => r.side === "after"),
      "phrase",
      "first",
    ),
    contextBefore: phraseIndex(
      contexts.filter((r) => r.side === "before"),
      "form",
      "last",
    ),
    contextAfter: phraseIndex(
      contexts.filter((r) => r.side === "after"),
      "form",
      "first",
    ),
    never: new Set(contexts.filter((r) => r.side === "never").map((r) => vocabulary.id(r.form))),
    streets: new Set(contexts.filter((r) => r.side === "street").map((r) => vocabulary.id(r.form))),
    moves: new Set([...lemmas("verb"), ...lemmas("noun")]),
    /** Verbs that say of a bare plural that there are more or fewer of it. */
    trends: lemmas("trend"),
    particles: lemmas("particle"),
    tallies: lemmas("tally"),
    /** Verbs that say how many of a plural there are: "deaths totalled 411". */
    levels: lemmas("level"),
    glue: glue(),
  };
}

/** Function words and signs that number grammar is written over. */
function glue() {
  const rows = new Map(loadTable("number-glue").rows.map((row) => [row.id, new Set(row.forms.split(" ").map((w) => vocabulary.id(w)))]));
  const of = (id: string) => rows.get(id) ?? new Set<number>();
  return {
    and: of("and"),
    or: of("or"),
    to: of("to"),
    from: of("from"),
    of: of("of"),
    between: of("between"),
    hyphen: of("hyphen"),
    comma: of("comma"),
    open: of("open"),
    close: of("close"),
    stop: of("stop"),
    determiner: of("determiner"),
    one: of("one"),
    some: of("some"),
    over: of("over"),
    under: of("under"),
    article: of("article"),
    notCounted: of("not-counted"),
    past: of("past"),
    half: of("half"),
    colon: of("colon"),
    old: of("old"),
    year: of("year"),
    in: of("in"),
    every: of("every"),
    modifier: of("modifier"),
    lasting: of("lasting"),
    pointing: of("pointing"),
    stretch: of("stretch"),
    out: of("out"),
    by: of("by"),
    nearly: of("nearly"),
    per: of("per"),
    separate: of("separate"),
  };
}

let loaded: ReturnType<typeof load> | null = null;

/** The tables of numbers, units and their neighbours, loaded on first use. */
export function words(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}
