import { Command } from "commander";
import { disputes, figures } from "../../views/index.js";
import type { Context } from "../context.js";
import { renderDispute, titleOf } from "../render/account.js";
import { renderCase, renderProposal } from "../render/cases.js";
import { renderFigures } from "../render/figures.js";
import { renderHistory } from "../render/tolls.js";
import { clip } from "../terminal.js";
import { accountOf, viewsOf } from "../views.js";
import { orNone, type ViewOptions, withFormat, withView } from "./shared.js";

type Options = ViewOptions & { readonly format: string };

function viewCommand(name: string, description: string, example: string): Command {
  return withFormat(withView(new Command(name)))
    .description(description)
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
      orNone(context, options, account.tolls.length, "counts of this event");
      if (options.format === "json") context.out(JSON.stringify(account.tolls, null, 2));
      else for (const line of renderHistory(account.tolls, context.style)) context.out(line);
    });
}

/** `according disputes`: what is contested, over all events. */
export function disputesCommand(context: Context): Command {
  return viewCommand("disputes", "List what is contested: both sides, by name.", "according disputes --as-of 2016-07-20").action(
    async (options: Options) => {
      const { accounts } = await viewsOf(options);
      orNone(context, options, disputes(accounts).length, "disputes");
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
  return viewCommand("cases", "List cases: the accused, and every stage from arrest to appeal.", "according cases almaty")
    .argument("[event]", "only about this event")
    .action(async (event: string | undefined, options: Options) => {
      const views = await viewsOf(options);
      const account = event === undefined ? null : accountOf(views, event);
      const found = account ? views.cases.filter((c) => account.cases.includes(c.id)) : views.cases;
      const title = (id: string | null): string | null => {
        const act = id === null || account ? null : views.accounts.find((a) => a.ids.includes(id));
        return act ? titleOf(act) : null;
      };
      orNone(context, options, found.length, "cases");
      print(context, options, found, (one) => renderCase(one, context.style, title(one.event)));
    });
}

/** `according figures`: measures over time. */
export function figuresCommand(context: Context): Command {
  return viewCommand(
    "figures",
    "List figures: measures over time, with who gave them, comparisons and revisions.",
    "according figures",
  ).action(async (options: Options) => {
    const series = figures((await viewsOf(options)).state);
    orNone(context, options, series.length, "figures");
    if (options.format === "json") for (const one of series) context.out(JSON.stringify(one));
    else for (const line of renderFigures(series, context.style)) context.out(line);
  });
}

/** `according proposals`: measures, who proposed them, and how they stood over time. */
export function proposalsCommand(context: Context): Command {
  return viewCommand(
    "proposals",
    "List proposals: the measure, who proposed it, and how it stood over time.",
    "according proposals --as-of 2016-07-20",
  ).action(async (options: Options) => {
    const views = await viewsOf(options);
    orNone(context, options, views.proposals.length, "proposals");
    print(context, options, views.proposals, (one) => renderProposal(one, context.style));
  });
}

function print<T>(context: Context, { format }: Options, all: readonly T[], lines: (one: T) => readonly string[]): void {
  for (const one of all) {
    if (format === "json") context.out(JSON.stringify(one));
    else for (const line of lines(one)) context.out(line);
  }
}
