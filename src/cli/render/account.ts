import type { Case, Dispute, EventAccount, FigureSeries, Proposal, TollHistory, TollPoint, Voice, Words } from "../../views/index.js";
import { clip, columnsOf, harmless, padTo, rule, type Style, wrap } from "../terminal.js";
import { countWords, period } from "./reading.js";

/** What of an account is told beside it, from other views. */
export interface Beside {
  readonly cases: readonly Case[];
  readonly proposals: readonly Proposal[];
  /** How accounts that this one is linked with are called. */
  readonly titleOf: (event: string) => string | null;
}

/** An account of one event, as one would want to read it: what, where, when; tolls and how they moved; what is contested; cases. */
export function renderAccount(account: EventAccount, beside: Beside, style: Style): readonly string[] {
  return [
    ...heading(account, style),
    ...tollsOf(account, style),
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
  return title ? harmless(title) : [account.type.split(".")[1], placeOf(account)].filter(Boolean).join(", ");
}

function factsOf(account: EventAccount): readonly string[] {
  const when = [period(account.when.earliest, account.when.latest), account.when.clock].filter(Boolean).join(", ");
  return [account.type, account.status, placeOf(account), when].filter(Boolean).map(harmless);
}

export function placeOf(account: EventAccount): string {
  if (!account.where) return account.country ?? "";
  const { name, country } = account.where;
  return country && country !== name ? `${name}, ${country}` : name;
}

function standsBehind({ reports, sources }: EventAccount): string {
  const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
  const parts = [
    plural(reports.length, "report"),
    sources.outlets > 0 ? plural(sources.outlets, "outlet") : "",
    sources.speakers > 0 ? `${plural(sources.speakers, "speaker")} quoted` : "",
    plural(sources.independent, "independent source"),
  ];
  return parts.filter(Boolean).join(", ");
}

const EFFECT_WIDTH = 12;

/** Histories effect by effect: the whole first; parts below it, or in its place where nobody said a whole. */
function tollsOf(account: EventAccount, style: Style): readonly string[] {
  const lines: string[] = [];
  for (const effect of new Set(account.tolls.map((t) => t.effect))) {
    const of = account.tolls.filter((t) => t.effect === effect);
    const told = of.filter((t) => t.points.length > 0);
    const whole = of.find((t) => t.scope === "people") ?? of[0];
    lines.push("", ...tollHead(whole, style), ...whole.points.flatMap((point) => tollPoint(point, whole, style)));
    if (effect === "killed") lines.push(...named(account, style));
    for (const part of told) if (part !== whole) lines.push(...part.points.flatMap((point) => tollPoint(point, part, style)));
  }
  return lines;
}

/** How many of the dead have a name. */
function named({ namedDead, tolls }: EventAccount, style: Style): readonly string[] {
  if (namedDead.length === 0) return [];
  const best = tolls.find((t) => t.effect === "killed" && t.scope === "people")?.now.best ?? null;
  const of = best !== null && best >= namedDead.length ? ` of ${best.toLocaleString("en")}` : "";
  const names = shown(
    namedDead.map((w) => harmless(w.words.replace(/\s+/g, " "))),
    6,
  );
  return wrap(`${namedDead.length}${of} named: ${names}`, style.width, INDENT, "    ").map(style.dim);
}

function tollHead(history: TollHistory, style: Style): readonly string[] {
  const { now } = history;
  const scope = history.scope === "people" ? "" : `, ${harmless(history.scope)}`;
  const number = (n: number | null, none: string): string => (n === null ? none : n.toLocaleString("en"));
  const best = `low ${number(now.low, "unsaid")}   best ${style.bold(style.yellow(number(now.best, "unsaid")))}   high ${number(now.high, "open")}`;
  const head = `${style.bold(padTo(capital(history.effect) + scope, EFFECT_WIDTH))}  ${best}${style.dim(`   (${now.rule})`)}`;
  return [head];
}

const CHANGES: Readonly<Record<TollPoint["change"], string>> = {
  first: "",
  repeat: "same again",
  revision: "revised",
  recount: "recount",
  "other-scope": "other scope",
  "other-speaker": "another speaker",
  contradiction: "contradicts",
  denial: "denied",
};

function tollPoint(point: TollPoint, history: TollHistory, style: Style): readonly string[] {
  const used = history.now.used.includes(point.statement) ? style.green("●") : style.dim("○");
  const counted = point.who ?? (history.scope === "people" ? null : history.scope);
  const who = counted !== null && point.number.words.toLowerCase().includes(counted.toLowerCase()) ? null : counted;
  const said = clip(countWords(point.count) + (who === null ? "" : ` ${harmless(withoutCount(who))}`), 24);
  const change = CHANGES[point.change];
  const left = `${INDENT}${used} ${padTo(point.published?.slice(0, 10) ?? "no date", 10)}  ${padTo(style.yellow(said), 12)}  `;
  const room = style.width - columnsOf(left) - (change ? columnsOf(change) + 2 : 0);
  return [left + padTo(clip(harmless(point.voice.text), room), change ? room : 0) + (change ? style.dim(`  ${change}`) : "")];
}

/** "12 policemen" beside a 12 is "policemen". */
function withoutCount(who: string): string {
  return who.replace(/^(?:\d[\d,.]*|\p{L}+) (?=\p{L}+s\b)/u, "").replace(/\s+/g, " ");
}

function contested(account: EventAccount, style: Style): readonly string[] {
  if (account.disputes.length === 0) return [];
  return ["", style.bold("Contested"), ...account.disputes.flatMap((dispute) => renderDispute(dispute, style))];
}

export function renderDispute(dispute: Dispute, style: Style): readonly string[] {
  const settled = dispute.settledBy ? `, by ${harmless(dispute.settledBy.text)}` : "";
  const lines = [`${INDENT}${capital(harmless(dispute.about))} ${style.dim(`(${dispute.standing}${settled})`)}`];
  for (const side of dispute.sides) {
    const voices = unique(side.voices.map((v) => dated(v)));
    lines.push(...wrap(`${style.magenta(harmless(side.says))} — ${voices.join("; ")}`, style.width, "    "));
    const words = side.evidence[0];
    if (words) lines.push(...quoted(words, style));
  }
  return lines;
}

function dated(voice: Voice): string {
  return harmless(voice.text) + (voice.published ? ` (${voice.published.slice(0, 10)})` : "");
}

function quoted(words: Words, style: Style): readonly string[] {
  return wrap(`“${clip(harmless(words.words.replace(/\s+/g, " ")), style.width * 2)}”`, style.width, "      ").map(style.dim);
}

function called(account: EventAccount, style: Style): readonly string[] {
  const disputed = new Set(account.disputes.filter((d) => d.matter === "label").flatMap((d) => d.sides.flatMap((s) => s.statements)));
  const rest = account.labels.filter((label) => !disputed.has(label.statement));
  if (rest.length === 0) return [];
  const lines = rest.map((l) => `${style.magenta(l.label)} — ${dated(l.voice)}`);
  return ["", style.bold("Called"), ...unique(lines).flatMap((line) => wrap(line, style.width, INDENT, "    "))];
}

function people(account: EventAccount, style: Style): readonly string[] {
  const by = new Map<string, string[]>();
  for (const part of account.parts) {
    const count = part.count && !/\d/.test(part.name) ? ` (${countWords(part.count)})` : "";
    by.set(part.role, [...(by.get(part.role) ?? []), clip(harmless(part.name), 50) + count]);
  }
  if (by.size === 0) return [];
  const lines = [...by].flatMap(([role, names]) => wrap(shown(unique(names), 6), style.width, INDENT + padTo(role, 14), " ".repeat(16)));
  return ["", style.bold("Who and what, as said"), ...lines];
}

function shown(names: readonly string[], most: number): string {
  return names.slice(0, most).join("; ") + (names.length > most ? `; and ${names.length - most} more` : "");
}

function cases(all: readonly Case[], style: Style): readonly string[] {
  if (all.length === 0) return [];
  return ["", style.bold("Cases"), ...all.flatMap((one) => renderCase(one, style))];
}

export function renderCase(one: Case, style: Style): readonly string[] {
  const lines = wrap(style.cyan(harmless(one.defendant)), style.width, INDENT);
  for (const stage of one.stages) {
    const when = period(stage.earliest, stage.latest) || "no date";
    const status = stage.status === "occurred" ? "" : ` (${stage.status})`;
    const details = [
      ...stage.offence.map((w) => `for ${w.words.replace(/^[^\p{L}\p{N}]+/u, "")}`),
      ...stage.penalty.map((w) => w.words),
      ...stage.authority.map((w) => `by ${w.words}`),
    ];
    const said = unique(details.map((d) => harmless(d.replace(/\s+/g, " ")))).join("; ");
    const head = `    ${padTo(stage.type.split(".")[1] + status, 20)}`;
    lines.push(...wrap([when, said].filter(Boolean).join("  "), style.width, head, " ".repeat(24)));
  }
  for (const denial of one.denials) lines.push(...wrap(`denies — ${dated(denial.voice)}`, style.width, "    "));
  return lines;
}

function proposals(all: readonly Proposal[], style: Style): readonly string[] {
  if (all.length === 0) return [];
  return ["", style.bold("Proposals"), ...all.flatMap((p) => renderProposal(p, style))];
}

export function renderProposal(proposal: Proposal, style: Style): readonly string[] {
  const measure = unique(proposal.measure.map((m) => harmless(m.words.replace(/\s+/g, " ")))).join("; ") || "a measure";
  const by = unique(proposal.by.map((part) => harmless(part.name))).join("; ");
  return wrap(`${measure}${by ? ` — ${by}` : ""} ${style.dim(`(${proposal.status})`)}`, style.width, INDENT, "    ");
}

const MOST_LINKS = 6;

const RELATIONS: Readonly<Record<string, readonly [out: string, into: string]>> = {
  about: ["about", "answered by"],
  "part-of": ["part of", "includes"],
  follows: ["follows", "followed by"],
  "revenge-for": ["revenge for", "avenged by"],
  threatens: ["threatens", "threatened by"],
};

function links(account: EventAccount, beside: Beside, style: Style): readonly string[] {
  const lines = account.links.flatMap((link) => {
    const title = beside.titleOf(link.to);
    return title ? [`${RELATIONS[link.relation][link.direction === "out" ? 0 : 1]}: ${title} ${style.dim(link.to.slice(0, 8))}`] : [];
  });
  if (lines.length === 0) return [];
  const all = unique(lines);
  const more = all.length > MOST_LINKS ? [style.dim(`${INDENT}and ${all.length - MOST_LINKS} more`)] : [];
  return ["", style.bold("Linked"), ...all.slice(0, MOST_LINKS).flatMap((line) => wrap(line, style.width, INDENT, "    ")), ...more];
}

function reports(account: EventAccount, style: Style): readonly string[] {
  const lines = account.reports.map((r) => {
    const as = r.as === "lead" ? "" : style.dim(r.as === "background" ? "  looks back" : "  in passing");
    const left = `${INDENT}${r.published?.slice(0, 10) ?? "no date   "}  ${padTo(clip(harmless(r.outlet ?? "unknown outlet"), 22), 22)}  `;
    return left + clip(harmless(r.title ?? r.report), style.width - columnsOf(left) - columnsOf(as)) + as;
  });
  return ["", style.bold("Reports"), ...lines];
}

/** Figures as small series: one line a measure, its values by period. */
export function renderFigures(all: readonly FigureSeries[], style: Style): readonly string[] {
  return all.flatMap((series) => {
    const place = series.place ? ` ${style.dim(`(${harmless(series.place)})`)}` : "";
    const lines = [...wrap(style.bold(harmless(series.measure.replace(/\s+/g, " "))) + place, style.width)];
    const numbers = series.points.map((p) => p.count.low ?? p.count.high ?? 0);
    const most = Math.max(1, ...numbers);
    series.points.forEach((point, k) => {
      const when = point.period
        ? harmless(point.period.words)
        : period(point.earliest, point.latest) || (point.voice.published?.slice(0, 10) ?? "");
      const bar = series.points.length > 1 ? `  ${"▇".repeat(Math.max(1, Math.round((numbers[k] / most) * 12)))}` : "";
      const left = `${INDENT}${padTo(clip(when, 16), 16)}  ${style.yellow(countWords(point.count).padStart(12))}${padTo(bar, 16)}`;
      lines.push(left + style.dim(clip(harmless(point.voice.text), style.width - columnsOf(left) - 2)));
    });
    return lines;
  });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function unique(all: readonly string[]): readonly string[] {
  return [...new Set(all)];
}
