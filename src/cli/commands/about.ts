import { Command } from "commander";
import { type Person, people, receipts, sources } from "../../views/index.js";
import type { Context } from "../context.js";
import { clip, harmless, padTo, type Style, wrap } from "../terminal.js";
import { accountOf, viewsOf } from "../views.js";
import { type ViewOptions, withView } from "./shared.js";

type Options = ViewOptions & { readonly format: string };

function viewCommand(name: string, description: string): Command {
  return withView(new Command(name))
    .description(description)
    .option("--format <format>", "text or json", "text")
    .addHelpText("after", `\nExample:\n  according ${name}`);
}

function print<T>(context: Context, format: string, all: readonly T[], lines: (one: T) => readonly string[]): void {
  for (const one of all) {
    if (format === "json") context.out(JSON.stringify(one));
    else for (const line of lines(one)) context.out(line);
  }
}

/** `according people`: who is named in events, and what is said of them. */
export function peopleCommand(context: Context): Command {
  return viewCommand("people", "List people that reports name, with what is said of them and by whom.")
    .argument("[event]", "only of this event")
    .action(async (event: string | undefined, options: Options) => {
      const views = await viewsOf(options);
      const accounts = event === undefined ? views.accounts : [accountOf(views, event)];
      print(context, options.format, people(views.state, accounts), (person) => personLines(person, context.style));
    });
}

function personLines(person: Person, style: Style): readonly string[] {
  const facts = [person.title, person.age === null ? null : String(person.age), person.sex, ...person.roles]
    .filter((x) => x !== null)
    .map(harmless);
  const apart = person.said.filter((s, i) => person.said.findIndex((t) => t.evidence.words === s.evidence.words) === i);
  const said = apart.slice(0, 3).flatMap((s) => {
    const words = clip(harmless(s.evidence.words.replace(/\s+/g, " ")), style.width * 2);
    return wrap(`“${words}” — ${harmless(s.voice.text)}`, style.width, "    ").map(style.dim);
  });
  return [...wrap(`${style.cyan(harmless(person.name))}  ${facts.join(", ")}`, style.width, "", "    "), ...said];
}

/** `according sources`: what each outlet and speaker was first with, revised, said alone. */
export function sourcesCommand(context: Context): Command {
  return viewCommand(
    "sources",
    "List outlets and speakers: what they were first with, what they revised, what they said alone. No score.",
  ).action(async (options: Options) => {
    const { state, accounts } = await viewsOf(options);
    const all = sources(state, accounts);
    const head = `${padTo("", 34)}${["said", "events", "first", "revised", "alone"].map((h) => h.padStart(9)).join("")}`;
    if (options.format !== "json" && all.length > 0) context.out(context.style.dim(head));
    print(context, options.format, all, (s) => [
      padTo(clip(harmless(s.name), 33), 34) +
        [s.statements, s.events, s.first, s.revised, s.alone].map((n) => String(n).padStart(9)).join(""),
    ]);
  });
}

/** `according receipts`: what share of each report was read, and which sentences with a number gave nothing. */
export function receiptsCommand(context: Context): Command {
  return viewCommand(
    "receipts",
    "Show of each report how many of its sentences gave statements, and which with a number gave none.",
  ).action(async (options: Options) => {
    const { state } = await viewsOf(options);
    print(context, options.format, receipts(state), (r) => {
      const report = state.reports.get(r.report);
      const title = clip(harmless(report?.title ?? r.report), context.style.width - 24);
      const left = r.left.flatMap((w) =>
        wrap(`“${harmless(w.words.replace(/\s+/g, " "))}”`, context.style.width, "    ").map(context.style.dim),
      );
      return [`${String(r.withStatement).padStart(3)} of ${String(r.sentences).padEnd(4)} ${title}`, ...left];
    });
  });
}
