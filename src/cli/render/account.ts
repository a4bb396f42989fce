import { loadTable } from "../../lexicon/table.js";
import type { Case, Dispute, EventAccount, Part, Proposal, Words } from "../../views/index.js";
import { clip, columnsOf, harmless, padTo, rule, type Style, wrap } from "../terminal.js";
import { renderCase, renderProposal } from "./cases.js";
import { period } from "./reading.js";
import { tollRows } from "./tolls.js";
import { capital, dated, flat, inside, plural, shown, unique } from "./words.js";

/** What of an account is told beside it, from other views. */
export interface Beside {
  readonly cases: readonly Case[];
  readonly proposals: readonly Proposal[];
  /** Another account that this one is linked with; `null` for itself and for what is no account. */
  readonly linked: (event: string) => EventAccount | null;
}

/** An account of one event, as one would want to read it: what, where, when; tolls and how they moved; what is contested; cases. */
export function renderAccount(account: EventAccount, beside: Beside, style: Style): readonly string[] {
  return [
    ...heading(account, style),
    ...tollRows(account, style),
    ...contested(account, style),
    ...called(account, style),
    ...people(account, style),
    ...cases(beside.cases, style),
    ...proposals(beside.proposals, style),
    ...links(account, beside, style),
    ...reports(account, style),
  ];
}

const INDENT = "  ";

function heading(account: EventAccount, style: Style): readonly string[] {
  const short = account.id.slice(0, 8);
  const title = titleOf(account);
  const lines = wrap(style.bold(title), style.width - short.length - 2);
  lines[0] = padTo(lines[0], style.width - short.length) + style.dim(short);
  return [
    rule(style),
    ...lines,
    ...wrap(factsOf(account).join(" · "), style.width),
    ...wrap(standsBehind(account), style.width).map(style.dim),
  ];
}

/** The report's own words, else the kind and place. */
export function titleOf(account: EventAccount): string {
  const title = account.title?.text.replace(/\s+/g, " ").trim();
  if (title) return harmless(/^\p{Ll}/u.test(title) ? `… ${title}` : title); // words from the middle of a sentence
  return [account.type.split(".")[1], placeOf(account)].filter(Boolean).join(", ");
}

function factsOf(account: EventAccount): readonly string[] {
  const when = [period(account.when.earliest, account.when.latest), account.when.clock].filter(Boolean).join(", ");
  return [account.type, account.status, placeOf(account), when].filter(Boolean).map(harmless);
}

export function placeOf(account: EventAccount): string {
  if (!account.where) return account.country ?? "";
  const { name, country, precision } = account.where;
  if (precision === "country") return name;
  return country && country !== name ? `${name}, ${country}` : name;
}

function standsBehind({ reports, sources }: EventAccount): string {
  const parts = [
    plural(reports.length, "report"),
    sources.outlets > 0 ? plural(sources.outlets, "outlet") : "",
    sources.speakers > 0 ? `${plural(sources.speakers, "speaker")} quoted` : "",
    plural(sources.independent, "independent source"),
  ];
  return parts.filter(Boolean).join(", ");
}

function contested(account: EventAccount, style: Style): readonly string[] {
  const section = (name: string, of: readonly Dispute[]): readonly string[] =>
    of.length > 0 ? ["", style.bold(name), ...of.flatMap((dispute) => renderDispute(dispute, style))] : [];
  return [
    ...section(
      "Claimed",
      account.disputes.filter((d) => d.sides.length === 1),
    ),
    ...section(
      "Contested",
      account.disputes.filter((d) => d.sides.length > 1),
    ),
  ];
}

/** A matter with its sides: who says what, in which words, and who took it back. */
export function renderDispute(dispute: Dispute, style: Style): readonly string[] {
  const settled = dispute.settledBy ? ` by ${inside(dispute.settledBy.text)}` : "";
  const lines = wrap(`${capital(harmless(dispute.about))} ${style.dim(`(${dispute.standing}${settled})`)}`, style.width, INDENT, "    ");
  for (const side of dispute.sides) {
    const voices = unique(side.voices.map((v) => dated(v)));
    const sources = side.voices.length > 1 ? style.dim(` · ${plural(side.independent, "independent source")}`) : "";
    lines.push(...wrap(`${style.magenta(harmless(side.says))} — ${shown(voices, 4)}${sources}`, style.width, "    ", "      "));
    const words = side.evidence.reduce<Words | null>((best, w) => (best === null || w.words.length > best.words.length ? w : best), null);
    if (words) lines.push(...quoted(words, style));
    if (side.withdrawn)
      lines.push(...wrap(`taken back — ${dated(side.withdrawn.voice)}`, style.width, "      "), ...quoted(side.withdrawn.evidence, style));
  }
  return lines;
}

function quoted(words: Words, style: Style): readonly string[] {
  return wrap(`“${clip(flat(words.words), style.width * 2)}”`, style.width, "      ").map(style.dim);
}

function called(account: EventAccount, style: Style): readonly string[] {
  const disputed = new Set(account.disputes.filter((d) => d.matter === "label").flatMap((d) => d.sides.flatMap((s) => s.statements)));
  const rest = account.labels.filter((label) => !disputed.has(label.statement));
  if (rest.length === 0) return [];
  const lines = rest.map((l) => `${style.magenta(l.label === "other" ? `“${flat(l.said.words)}”` : l.label)} — ${dated(l.voice)}`);
  return ["", style.bold("Called"), ...unique(lines).flatMap((line) => wrap(line, style.width, INDENT, "    "))];
}

/** Who is said to have done it, and for whom: never without who says so. */
const BLAMED: ReadonlySet<Part["role"]> = new Set<Part["role"]>(["perpetrator", "organisation"]);

function people(account: EventAccount, style: Style): readonly string[] {
  const counted = new Set(
    account.tolls.flatMap((t) => t.points.flatMap(({ number: n }) => [n.span[0], n.span[1] + 1].map((at) => `${n.report} ${at}`))),
  );
  const parts = account.parts.filter((p) => !isCounted(p, counted));
  const lines = [...new Set(parts.map((p) => p.role))].flatMap((role) => {
    const of = parts.filter((p) => p.role === role);
    const head = INDENT + padTo(role, 14);
    if (BLAMED.has(role))
      return of.slice(0, 6).flatMap((p, i) => wrap(blamed(p, style), style.width, i ? " ".repeat(16) : head, " ".repeat(18)));
    const names = unique(of.map((p) => clip(inside(p.name), 50)));
    return wrap(shown(apart(names), 6), style.width, head, " ".repeat(16));
  });
  return lines.length > 0 ? ["", style.bold("Who and what, as said"), ...lines] : [];
}

function blamed(part: Part, style: Style): string {
  const voices = unique(part.voices.map((v) => inside(v.text)));
  return `${inside(part.name)} ${style.dim(`— ${shown(voices, 3).replace("; and ", " and ")}`)}`;
}

/** Victims who are a count, or whom a count tells better: the tolls tell them, with who says so. */
function isCounted(part: Part, counted: ReadonlySet<string>): boolean {
  if (part.role !== "victim" || /\p{Lu}\S*$/u.test(part.name.replace(/^\S+/u, ""))) return false;
  return (
    part.evidence.every((w) => [...spanStarts(w)].some((at) => counted.has(`${w.report} ${at}`))) ||
    (part.count !== null && part.count.low !== 1 && counted.size > 0) ||
    isBareClass(part.name)
  );
}

let tallies: ReadonlySet<string> | null = null;

/** "people", "Sixty-four", "the number of dead", "more, officials": words that call nobody in particular. */
function isBareClass(name: string): boolean {
  tallies ??= new Set(loadTable("toll-parts").rows.flatMap((r) => (r.kind === "numbers" || r.kind === "more" ? [r.norm] : [])));
  const words = flat(name)
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u);
  return words.length === 1 || words.slice(0, 2).some((w) => tallies?.has(w));
}

function* spanStarts({ span }: Words): Generator<number> {
  for (let at = span[0]; at < span[1]; at++) yield at;
}

/** Names of one role, without those whose words another holds: "the bus station" beside "the main bus station". */
function apart(names: readonly string[]): readonly string[] {
  const words = names.map((n) =>
    n
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((w) => w.length > 3),
  );
  return names.filter(
    (_, i) => !names.some((_n, j) => j !== i && within(words[i], words[j]) && (words[i].length < words[j].length || j < i)),
  );
}

function within(few: readonly string[], many: readonly string[]): boolean {
  return few.length > 0 && few.every((w) => many.includes(w));
}

function cases(all: readonly Case[], style: Style): readonly string[] {
  if (all.length === 0) return [];
  return ["", style.bold("Cases"), ...all.flatMap((one) => renderCase(one, style))];
}

function proposals(all: readonly Proposal[], style: Style): readonly string[] {
  if (all.length === 0) return [];
  return ["", style.bold("Proposals"), ...all.flatMap((p) => renderProposal(p, style))];
}

const MOST_LINKS = 8;

const RELATIONS: Readonly<Record<string, readonly [out: string, into: string]>> = {
  about: ["about", "about it"],
  "part-of": ["part of", "includes"],
  follows: ["follows", "followed by"],
  "revenge-for": ["revenge for", "avenged by"],
  threatens: ["threatens", "threatened by"],
};

/** Events that this one is linked with, without those that the cases above tell. */
function links(account: EventAccount, beside: Beside, style: Style): readonly string[] {
  const told = new Set(beside.cases.flatMap((c) => c.stages.flatMap((s) => s.events)));
  const lines = account.links.flatMap((link) => {
    if (told.has(link.to)) return [];
    const other = beside.linked(link.to);
    if (!other) return [];
    const when = period(other.when.earliest, other.when.latest);
    const facts = [other.type.split(".")[1], when].filter(Boolean).join(", ");
    const relation = RELATIONS[link.relation][link.direction === "out" ? 0 : 1];
    return [`${relation}: ${titleOf(other)} ${style.dim(`(${facts}) ${other.id.slice(0, 8)}`)}`];
  });
  if (lines.length === 0) return [];
  const all = unique(lines);
  const more = all.length > MOST_LINKS ? [style.dim(`${INDENT}and ${all.length - MOST_LINKS} more`)] : [];
  return ["", style.bold("Linked"), ...all.slice(0, MOST_LINKS).flatMap((line) => wrap(line, style.width, INDENT, "    ")), ...more];
}

function reports(account: EventAccount, style: Style): readonly string[] {
  const lines = account.reports.map((r) => {
    const as = r.as === "lead" ? "" : style.dim(r.as === "background" ? "  looks back" : "  in passing");
    const outlet = padTo(clip(harmless(r.outlet ?? r.agency ?? "unknown outlet"), 18), 18);
    const left = `${INDENT}${style.dim(r.report.slice(0, 8))}  ${r.published?.slice(0, 10) ?? "no date   "}  ${outlet}  `;
    return left + clip(harmless(r.title ?? r.report), style.width - columnsOf(left) - columnsOf(as)) + as;
  });
  return ["", style.bold("Reports"), ...lines];
}
