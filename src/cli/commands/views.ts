import { Command } from "commander";
import { disputes, figures, type TollHistory, type TollPoint } from "../../views/index.js";
import type { Context } from "../context.js";
import { renderCase, renderDispute, renderFigures, titleOf } from "../render/account.js";
import { countWords } from "../render/reading.js";
import { clip, harmless, padTo, rule, type Style, wrap } from "../terminal.js";
import { accountOf, viewsOf } from "../views.js";
import { type ViewOptions, withView } from "./shared.js";

type Options = ViewOptions & { readonly format: string };

function viewCommand(name: string, description: string, example: string): Command {
  return withView(new Command(name))
    .description(description)
    .option("--format <format>", "text or json", "text")
    .addHelpText("after", `\nExample:\n  ${example}`);
}

/** `according history`: every said count of an event with its exact words, and why one replaced another. */
export function historyCommand(context: Context): Command {
  return viewCommand(
    "history",
    "Show how an event's tolls moved: every count with who said it, when, in which words.",
    "according history 3f2a91c0",
  )
    .argument("<event>", "its id, the first letters of it, or words of its title or place")
    .action(async (id: string, options: Options) => {
      const account = accountOf(await viewsOf(options), id);
      if (options.format === "json") context.out(JSON.stringify(account.tolls, null, 2));
      else
        for (const history of account.tolls)
          for (const line of [
            ...pointsOf(history.points, `${history.effect}, ${history.scope}`, context.style),
            ...reckoned(history, account.tolls, context.style),
          ])
            context.out(line);
    });
}

function pointsOf(points: readonly TollPoint[], name: string, style: Style): readonly string[] {
  if (points.length === 0) return [];
  return [
    rule(style, harmless(name)),
    ...points.flatMap((p) => [
      `${p.published?.slice(0, 10) ?? "no date   "}  ${style.yellow(countWords(p.count))}${p.who ? ` ${clip(harmless(p.who), 30)}` : ""}  ${style.dim(`${p.change}  ${p.statement.slice(0, 8)}`)}`,
      ...wrap(harmless(p.voice.text), style.width, "            "),
      ...wrap(`“${harmless(p.evidence.words.replace(/\s+/g, " "))}”`, style.width, "            ").map(style.dim),
    ]),
  ];
}

/** What the rule made of a whole: which statements it used, which it left out and why. */
function reckoned({ effect, scope, now }: TollHistory, all: readonly TollHistory[], style: Style): readonly string[] {
  if (scope !== "people") return [];
  const points = new Map(all.filter((t) => t.effect === effect).flatMap((t) => t.points.map((p) => [p.statement, p] as const)));
  const number = (n: number | null, none = "unsaid"): string => (n === null ? none : String(n));
  const said = (id: string): string => {
    const point = points.get(id);
    return point ? `${countWords(point.count)} (${id.slice(0, 8)})` : id.slice(0, 8);
  };
  const used = now.used.map(said).join(", ") || "no statement";
  const left = now.left.flatMap((l) =>
    wrap(`${said(l.statement)}: ${l.why}`, style.width, "            left out  ", "                      ").map(style.dim),
  );
  return [
    `${padTo(now.rule, 10)}  low ${number(now.low)}, best ${style.bold(number(now.best))}, high ${number(now.high, "open")}`,
    ...wrap(used, style.width, "            used      ", "                      ").map(style.dim),
    ...left,
  ];
}

/** `according disputes`: what is contested, over all events. */
export function disputesCommand(context: Context): Command {
  return viewCommand("disputes", "List what is contested: both sides, by name.", "according disputes --as-of 2016-07-20").action(
    async (options: Options) => {
      const { accounts } = await viewsOf(options);
      if (options.format === "json") for (const dispute of disputes(accounts)) context.out(JSON.stringify(dispute));
      else
        for (const account of accounts.filter((a) => a.disputes.length > 0)) {
          context.out(
            `${context.style.dim(account.id.slice(0, 8))}  ${context.style.bold(clip(titleOf(account), context.style.width - 10))}`,
          );
          for (const dispute of account.disputes) for (const line of renderDispute(dispute, context.style)) context.out(line);
        }
    },
  );
}

/** `according cases`: what police and courts did about each accused. */
export function casesCommand(context: Context): Command {
  return viewCommand("cases", "List cases: the accused, and every stage from arrest to appeal.", "according cases").action(
    async (options: Options) => {
      const { cases } = await viewsOf(options);
      if (options.format === "json") for (const one of cases) context.out(JSON.stringify(one));
      else for (const one of cases) for (const line of renderCase(one, context.style)) context.out(line);
    },
  );
}

/** `according figures`: measures over time. */
export function figuresCommand(context: Context): Command {
  return viewCommand("figures", "List figures: measures over time, with who gave them.", "according figures").action(
    async (options: Options) => {
      const series = figures((await viewsOf(options)).state);
      if (options.format === "json") for (const one of series) context.out(JSON.stringify(one));
      else for (const line of renderFigures(series, context.style)) context.out(line);
    },
  );
}
