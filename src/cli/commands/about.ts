import { Command } from "commander";
import { AccordingError } from "../../base/error.js";
import { openCells, people, type Receipt, receipts, type SourceRecord, sources } from "../../views/index.js";
import type { Context } from "../context.js";
import { openLines, personLines, receiptLines, sourceDetails, sourceLine } from "../render/about.js";
import { titleOf } from "../render/account.js";
import { padTo } from "../terminal.js";
import { accountOf, type Views, viewsOf } from "../views.js";
import { orNone, type ViewOptions, withFormat, withView } from "./shared.js";

type Options = ViewOptions & { readonly format: string };

function viewCommand(name: string, description: string, example = `according ${name}`): Command {
  return withFormat(withView(new Command(name)))
    .description(description)
    .addHelpText("after", `\nExample:\n  ${example}`);
}

/** `according people`: who is named or described in events, what became of them, and what is said of them. */
export function peopleCommand(context: Context): Command {
  return viewCommand(
    "people",
    "List people of events, with what became of them, what is said of them and by whom.",
    "according people almaty",
  )
    .argument("[event]", "only of this event")
    .action(async (event: string | undefined, options: Options) => {
      const views = await viewsOf(options);
      const accounts = event === undefined ? views.accounts : [accountOf(views, event)];
      const all = people(views.state, accounts);
      orNone(context, options, all.length, "people");
      if (options.format === "json") for (const one of all) context.out(JSON.stringify(one));
      else
        for (const account of accounts) {
          const of = all.filter((p) => p.event === account.id);
          if (of.length === 0) continue;
          if (event === undefined) context.out(`${context.style.dim(account.id.slice(0, 8))}  ${context.style.bold(titleOf(account))}`);
          for (const person of of) for (const line of personLines(person, context.style)) context.out(line);
        }
    });
}

/** `according sources`: what each outlet and speaker was first with, revised, said alone. */
export function sourcesCommand(context: Context): Command {
  return viewCommand(
    "sources",
    "List outlets and speakers: what they were first with, what they revised, what they said alone. No score.",
    'according sources "Steppe Wire"',
  )
    .argument("[name]", "only this one, with the counts themselves")
    .action(async (name: string | undefined, options: Options) => {
      const views = await viewsOf(options);
      const all = sources(views.state, views.accounts);
      const found = name === undefined ? all : all.filter((s) => s.name.toLowerCase().includes(name.toLowerCase()));
      if (found.length === 0 && name !== undefined)
        throw new AccordingError("cli.no-source", `no source is called "${name}"`, "according sources lists them.");
      if (options.format === "json") for (const one of found) context.out(JSON.stringify(one));
      else for (const line of sourceTable(found, name === undefined ? null : views, context)) context.out(line);
    });
}

function sourceTable(all: readonly SourceRecord[], detailed: Views | null, { style }: Context): readonly string[] {
  const head = (kind: string): string =>
    style.dim(`${padTo(kind, 34)}${["said", "events", "first", "revised", "alone"].map((h) => h.padStart(9)).join("")}`);
  const title = (event: string): string => {
    const account = detailed?.accounts.find((a) => a.id === event);
    return account ? titleOf(account) : event.slice(0, 8);
  };
  return (["outlet", "speaker"] as const).flatMap((kind) => {
    const of = all.filter((s) => s.kind === kind);
    if (of.length === 0) return [];
    return [head(`${kind}s`), ...of.flatMap((s) => [sourceLine(s), ...(detailed ? sourceDetails(s, title, style) : [])])];
  });
}

/** `according receipts`: what share of each report was read, which sentences gave nothing, and which cells of events are open. */
export function receiptsCommand(context: Context): Command {
  return viewCommand(
    "receipts",
    "Show what was read of each report, which sentences with an act or a number gave nothing, and which cells of events are open and why.",
    "according receipts almaty",
  )
    .argument("[event]", "only this event and its reports")
    .action(async (event: string | undefined, options: Options) => {
      const views = await viewsOf(options);
      const accounts = event === undefined ? views.accounts.filter((a) => a.chief) : [accountOf(views, event)];
      const only = event === undefined ? null : new Set(accounts[0].reports.map((r) => r.report));
      const all = receipts(views.state).filter((r) => only === null || only.has(r.report));
      const cells = openCells(views.state, accounts);
      if (options.format === "json") {
        for (const one of all) context.out(JSON.stringify({ kind: "report", ...one }));
        for (const account of accounts)
          context.out(JSON.stringify({ kind: "event", event: account.id, open: cells.get(account.id) ?? [] }));
        return;
      }
      for (const line of all.flatMap((r) => lineOf(views, r, context))) context.out(line);
      for (const account of accounts) {
        const of = cells.get(account.id) ?? [];
        if (of.length === 0) continue;
        context.out(`${context.style.dim(account.id.slice(0, 8))}  ${context.style.bold(titleOf(account))}`);
        for (const line of openLines(of, context.style)) context.out(line);
      }
    });
}

function lineOf({ state }: Views, receipt: Receipt, { style }: Context): readonly string[] {
  const report = state.reports.get(receipt.report);
  const facts = [report?.published.value?.slice(0, 10), report?.outlet, report?.title ?? receipt.report.slice(0, 8)].filter(Boolean);
  return receiptLines(receipt, facts.join("  "), style);
}
