import type { Case, CaseStage, Proposal } from "../../views/index.js";
import { padTo, type Style, wrap } from "../terminal.js";
import { period } from "./reading.js";
import { flat, inside, plural, shown, unique } from "./words.js";

const INDENT = "  ";

/**
 * A case from its first stage to its last: when, for what, by which court, who says so.
 *
 * @param act how the act that it is about is called; `null` where that stands above already
 */
export function renderCase(one: Case, style: Style, act: string | null = null): readonly string[] {
  const about = act ? style.dim(` — about: ${act}`) : "";
  const lines = wrap(style.cyan(inside(one.defendant)) + about, style.width, INDENT, "    ");
  const others = one.variants.map(inside).filter((v) => !inside(one.defendant).includes(v));
  if (others.length > 0) lines.push(...wrap(`also called ${shown(unique(others), 4)}`, style.width, "    ").map(style.dim));
  for (const stage of one.stages) lines.push(...stageLines(one, stage, style));
  for (const { voice, evidence } of one.denials) {
    const said = `${voice.published?.slice(0, 10) ?? "no date"}  “${flat(evidence.words)}” ${style.dim(`— ${inside(voice.text)}`)}`;
    lines.push(...wrap(said, style.width, `    ${padTo("denial", 20)}`, " ".repeat(24)));
  }
  return lines;
}

function stageLines(one: Case, stage: CaseStage, style: Style): readonly string[] {
  const when = period(stage.earliest, stage.latest) || "no date";
  const status = stage.status === "occurred" ? "" : ` (${stage.status})`;
  const partly = stage.defendants.filter((w) => w.words !== one.defendant && isPart(w.words, one.defendant));
  const details = [
    ...partly.map((w) => inside(w.words)),
    ...stage.offence.map((w) => `for ${flat(w.words).replace(/^[^\p{L}\p{N}]+/u, "")}`),
    ...stage.penalty.map((w) => flat(w.words)),
    ...stage.authority.map((w) => `by ${inside(w.words)}`),
  ];
  const head = `    ${padTo(stage.type.split(".")[1] + status, 20)}`;
  const voices = unique(stage.voices.map((v) => inside(v.text)));
  const says = style.dim(` — ${shown(voices, 2).replace("; and ", " and ")}`);
  return wrap([when, unique(details).join("; ")].filter(Boolean).join("  ") + says, style.width, head, " ".repeat(24));
}

/** "One of them" where "Four men" are accused: words that call neither the one nor the other. */
function isPart(words: string, defendant: string): boolean {
  const last = (s: string): string => s.slice(s.lastIndexOf(" ") + 1);
  return !/^\p{Lu}/u.test(last(defendant)) && last(words).toLowerCase() !== last(defendant).toLowerCase();
}

/** A proposal and its steps, in order of time. */
export function renderProposal(proposal: Proposal, style: Style): readonly string[] {
  const measure = flat(proposal.name);
  const by = shown(unique(proposal.by.map((part) => flat(part.name))), 3);
  const lines = wrap(`${style.cyan(measure)}${by ? ` — ${by}` : ""} ${style.dim(`(${proposal.status})`)}`, style.width, INDENT, "    ");
  for (const step of proposal.steps) {
    const head = `    ${padTo(step.at ?? step.published?.slice(0, 10) ?? "no date", 10)}  ${padTo(step.stands, 11)}  `;
    const who = shown(unique(step.voices.map((v) => inside(v.text))), 2).replace("; and ", " and ");
    const said = `“${flat(step.evidence.words)}” — ${who}`;
    const times = step.voices.length > 1 ? style.dim(` (${plural(step.independent, "independent source")})`) : "";
    lines.push(...wrap(said + times, style.width, head, " ".repeat(29)));
  }
  return lines;
}
