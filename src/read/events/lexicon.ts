import { AccordingError } from "../../base/error.js";
import { ById } from "../../language/by-id.js";
import { vocabulary } from "../../language/vocabulary.js";
import { loadTable, values } from "../../lexicon/table.js";
import { EVENT_TYPES, type EventType, ROLES, type Role } from "../../model/vocabulary.js";
import { C, type WordClass } from "./classes.js";
import { wordsOf } from "./words.js";

export type TriggerKind = "act" | "result" | "generic";

/** What a condition asks of one slot. */
export interface Condition {
  readonly slot: string;
  readonly denied: boolean;
  /** Lemma ids any of which fits. */
  readonly lemmas: ReadonlySet<number>;
  readonly mask: number;
  readonly any: boolean;
  /** Whether the filler must itself be a trigger of kind result (`@result`). */
  readonly result: boolean;
}

export interface RoleChoice {
  readonly role: Role;
  readonly mask: number;
  readonly denied: boolean;
}

/** Which role each slot of a trigger fills. */
export interface Frame {
  readonly id: string;
  readonly slots: ReadonlyMap<string, readonly RoleChoice[]>;
}

/** One sense of a trigger word or phrase. */
export interface TriggerRow {
  readonly id: string;
  /** Lemma ids of the phrase, in order. */
  readonly words: readonly number[];
  readonly pos: "VERB" | "NOUN" | "ADJ";
  readonly type: EventType | null;
  readonly kind: TriggerKind;
  readonly frame: Frame;
  readonly conditions: readonly Condition[];
}

export interface EventLexicon {
  /** Rows by the lemma that anchors them: a verb's first word, another's last. Longer phrases and rows with conditions come first. */
  readonly rows: ById<readonly TriggerRow[]>;
  /** Rows of verbs by the norms of their regular forms, for verbs that were tagged as nouns or adjectives. */
  readonly forms: ById<readonly TriggerRow[]>;
  /** Rows of acts that count only where a report tells of no other act that harms, by the same lemmas. */
  readonly sole: ReadonlyMap<number, readonly TriggerRow[]>;
  readonly light: ReadonlyMap<number, string>;
}

let loaded: EventLexicon | null = null;

/** The tables of triggers, frames and light verbs, compiled to vocabulary ids; read once. */
export function eventLexicon(): EventLexicon {
  loaded ??= load();
  return loaded;
}

/** The kind of row that is an act where there is no other. */
const SOLE = "sole";

function load(): EventLexicon {
  const frames = loadFrames();
  const rows = new Map<number, TriggerRow[]>();
  const sole = new Map<number, TriggerRow[]>();
  for (const row of loadTable("triggers").rows) {
    const words = row.words.split(" ").map((w) => vocabulary.id(w));
    const frame = frames.get(row.frame);
    if (!frame) throw new AccordingError("lexicon.frame", `triggers.tsv row ${row.id}: no frame "${row.frame}"`, "Add it to frames.tsv.");
    const pos = row.pos as TriggerRow["pos"];
    const made: TriggerRow = {
      id: row.id,
      words,
      pos,
      type: typeOf(row.id, row.type),
      kind: row.kind === SOLE ? "act" : (row.kind as TriggerKind),
      frame,
      conditions: (row.if ?? "").split(" ").filter(Boolean).map(conditionOf),
    };
    const anchor = pos === "VERB" ? words[0] : words[words.length - 1];
    const own = row.kind === SOLE ? sole : rows;
    own.set(anchor, [...(own.get(anchor) ?? []), made]);
  }
  for (const list of rows.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    rows: new ById(rows),
    forms: new ById(formsOf(rows)),
    sole,
    light: new Map(loadTable("light-verbs").rows.map((r) => [vocabulary.id(r.id), r.subject])),
  };
}

function formsOf(rows: ReadonlyMap<number, readonly TriggerRow[]>): Map<number, readonly TriggerRow[]> {
  const forms = new Map<number, readonly TriggerRow[]>();
  for (const row of loadTable("verb-forms").rows) {
    const verbs = (rows.get(vocabulary.id(row.lemma)) ?? []).filter((r) => r.pos === "VERB");
    if (verbs.length > 0) forms.set(vocabulary.id(row.form), verbs);
  }
  for (const [lemma, list] of rows) {
    const verbs = list.filter((row) => row.pos === "VERB");
    const word = vocabulary.of(lemma);
    const past = word.endsWith("e") ? `${word}d` : word.endsWith("y") && !/[aeo]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${word}ed`;
    if (verbs.length === 0) continue;
    forms.set(vocabulary.id(past), verbs);
    // headlines in title case: "Gunman Kills Two"
    const third = /(s|sh|ch|x|z)$/.test(word) ? `${word}es` : past.endsWith("ied") ? `${word.slice(0, -1)}ies` : `${word}s`;
    forms.set(vocabulary.id(third), verbs);
  }
  return forms;
}

function typeOf(id: string, type: string): EventType | null {
  if (type === "-") return null;
  if (!EVENT_TYPES.includes(type as EventType)) throw new AccordingError("lexicon.type", `triggers.tsv row ${id}: no type "${type}"`);
  return type as EventType;
}

/** `-obj:film|@person` denies that the object is "film" or a person. */
function conditionOf(text: string): Condition {
  const denied = text.startsWith("-");
  const [slot, cell] = (denied ? text.slice(1) : text).split(":");
  const lemmas = new Set<number>();
  let mask = 0;
  let any = false;
  let result = false;
  for (const value of values(cell)) {
    if (value === "@any") any = true;
    else if (value === "@result") result = true;
    else if (value.startsWith("=")) for (const word of wordsOf(value.slice(1))) lemmas.add(word);
    else if (value.startsWith("@")) mask |= C[value.slice(1) as WordClass] ?? 0;
    else lemmas.add(vocabulary.id(value));
  }
  return { slot, denied, lemmas, mask, any, result };
}

function loadFrames(): ReadonlyMap<string, Frame> {
  const defaults = new Map(loadTable("role-classes").rows.map((r) => [r.id, maskOf(r.classes)]));
  const table = loadTable("frames");
  return new Map(
    table.rows.map((row) => {
      const slots = table.columns.slice(1).flatMap((slot): [string, readonly RoleChoice[]][] => {
        const choices = values(row[slot]).map((value) => choiceOf(row.id, value, defaults));
        return choices.length > 0 ? [[slot, choices]] : [];
      });
      return [row.id, { id: row.id, slots: new Map(slots) }];
    }),
  );
}

function choiceOf(frame: string, value: string, defaults: ReadonlyMap<string, Mask>): RoleChoice {
  const [role, classes] = value.split(":");
  if (!ROLES.includes(role as Role)) throw new AccordingError("lexicon.role", `frames.tsv row ${frame}: no role "${role}"`);
  return { role: role as Role, ...(classes === undefined ? (defaults.get(role) ?? { mask: 0, denied: true }) : maskOf(classes)) };
}

interface Mask {
  readonly mask: number;
  readonly denied: boolean;
}

function maskOf(cell: string): Mask {
  const denied = cell === "" || cell.startsWith("-");
  const mask = cell
    .replace(/^-/, "")
    .split("+")
    .filter(Boolean)
    .reduce((bits, name) => bits | (C[name as WordClass] ?? 0), 0);
  return { mask, denied };
}

export function fits(choice: RoleChoice, bits: number): boolean {
  return choice.denied ? (bits & choice.mask) === 0 : (bits & choice.mask) !== 0;
}
