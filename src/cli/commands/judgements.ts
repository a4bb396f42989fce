import { Command } from "commander";
import { type Judged, type JudgedEvent, judgements } from "../../views/index.js";
import type { Context } from "../context.js";
import { flat } from "../render/words.js";
import { clip, padTo, type Style, wrap } from "../terminal.js";
import { accountOf, viewsOf } from "../views.js";
import { orNone, type ViewOptions, withFormat, withView } from "./shared.js";

type Options = ViewOptions & { readonly format: string; readonly unsure?: boolean };

/** `according judgements`: why tellings are one event, kept apart, or left unsure: for a person to join, split or pin. */
export function judgementsCommand(context: Context): Command {
  return withFormat(withView(new Command("judgements")))
    .description("List what is judged same, different or unsure, by whom, with the features; the unsure first.")
    .argument("[event]", "only of this event")
    .option("--unsure", "only what nobody is sure of")
    .addHelpText("after", "\nExample:\n  according judgements --unsure")
    .action(async (event: string | undefined, options: Options) => {
      const views = await viewsOf(options);
      const all = judgements(views.state, event === undefined ? null : accountOf(views, event));
      const found = options.unsure ? all.filter((j) => j.verdict === "unsure") : all;
      orNone(context, options, found.length, "judgements");
      if (options.format === "json") for (const one of found) context.out(JSON.stringify(one));
      else for (const one of found) for (const line of lines(one, context.style)) context.out(line);
    });
}

function lines(judged: Judged, style: Style): readonly string[] {
  const { verdict, score, by, reason, action, a, b, weights } = judged;
  const who = by.kind === "person" ? by.name : `resolver ${by.version}`;
  const how = [score === null ? "" : score.toFixed(3), who, reason ? `“${reason}”` : "", action ? `undo ${action}` : ""].filter(Boolean);
  const told = Object.entries(weights).filter(([, n]) => n !== 0);
  const named = told.map(([name, n]) => `${name} ${n > 0 ? "+" : ""}${Number(n.toFixed(2))}`);
  return [
    `${style.bold(padTo(verdict, 9))} ${how.map(flat).join("  ")}`,
    side(a, style),
    side(b, style),
    ...(named.length > 0 ? wrap(named.join(", "), style.width, "    ").map(style.dim) : []),
  ];
}

function side({ event, type, outlet, published, words }: JudgedEvent, style: Style): string {
  const left = `  ${event.slice(0, 8)}  ${padTo(published?.slice(0, 10) ?? "no date", 10)}  ${padTo(clip(flat(outlet ?? "unknown"), 18), 18)}  `;
  return style.dim(left) + clip(`${type.split(".")[1]}: “${flat(words.words)}”`, style.width - left.length);
}
