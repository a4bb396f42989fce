import { Command } from "commander";
import { EVENT_TYPES } from "../../model/vocabulary.js";
import type { EventAccount } from "../../views/index.js";
import { type Context, UsageError } from "../context.js";
import { placeOf, titleOf } from "../render/account.js";
import { clip, columnsOf, harmless, padTo, type Style } from "../terminal.js";
import { viewsOf } from "../views.js";
import { date, orNone, type ViewOptions, wholeNumber, withFormat, withView } from "./shared.js";

interface EventsOptions extends ViewOptions {
  readonly country?: string;
  readonly since?: string;
  readonly until?: string;
  readonly type?: string;
  readonly all?: boolean;
  readonly limit?: number;
  readonly format: string;
}

/** `according events`: a list of the ledger's events. */
export function eventsCommand(context: Context): Command {
  const command = new Command("events")
    .description("List events: those that some report is chiefly about, the latest first.")
    .option("--country <code>", "in this country (ISO 3166-1 alpha-3: KAZ)", country)
    .option("--since <date>", "not over before this date", date)
    .option("--until <date>", "not begun after this date", date)
    .option("--type <type>", "a family (violence) or a kind (violence.attack)", type)
    .option("--all", "also events that reports mention in passing or look back at")
    .option("--limit <n>", "so many at most", wholeNumber);
  return withFormat(withView(command))
    .addHelpText("after", "\nExample:\n  according events --country KAZ --since 2016-07-01 --type violence")
    .action((options: EventsOptions) => run(context, options));
}

function country(code: string): string {
  if (!/^[a-z]{3}$/i.test(code))
    throw new UsageError("cli.country", `"${code}" is no country's code`, "Three letters, as in ISO 3166-1: KAZ, NGA, COL.");
  return code.toUpperCase();
}

function type(words: string): string {
  if (EVENT_TYPES.some((t) => t === words || t.startsWith(`${words}.`))) return words;
  const families = [...new Set(EVENT_TYPES.map((t) => t.split(".")[0]))];
  const hint = `A family: ${families.join(", ")}; or a kind of one: violence.attack, hazard.flood.`;
  throw new UsageError("cli.type", `"${words}" is no type of event`, hint);
}

async function run(context: Context, options: EventsOptions): Promise<void> {
  const { accounts } = await viewsOf(options);
  const found = accounts.filter((a) => fits(a, options)).slice(0, options.limit);
  if (options.format === "json") {
    for (const account of found) context.out(JSON.stringify(account));
    return;
  }
  orNone(context, options, found.length, "event that fits");
  for (const account of found) context.out(line(account, context.style));
}

function fits(account: EventAccount, options: EventsOptions): boolean {
  const { earliest, latest } = account.when;
  if (!options.all && !account.chief) return false;
  if (options.country && account.country !== options.country) return false;
  if (options.type && account.type !== options.type && !account.type.startsWith(`${options.type}.`)) return false;
  if (options.since && (latest ?? earliest ?? "") < options.since.slice(0, 10)) return false;
  return !options.until || (earliest ?? latest ?? "9999") <= options.until.slice(0, 10);
}

/** "2023", "2023-04", "2023-04-20", and "2023-04-03 …" for a stretch of another length. */
function shortPeriod(earliest: string | null, latest: string | null): string {
  if (earliest === null || latest === null || earliest === latest) return earliest ?? "";
  const year = earliest.slice(0, 4);
  if (earliest === `${year}-01-01` && latest === `${year}-12-31`) return year;
  const next = new Date(Date.parse(latest) + 86_400_000).toISOString();
  if (earliest.endsWith("-01") && next.slice(8, 10) === "01" && latest.startsWith(earliest.slice(0, 7))) return earliest.slice(0, 7);
  return `${earliest}…`;
}

/** One line: id, day, kind, toll, title; the place too where the title does not name it. */
function line(account: EventAccount, style: Style): string {
  const killed = account.tolls.find((t) => t.effect === "killed" && t.scope === "people")?.now.best;
  const toll = killed ? `${killed.toLocaleString("en")} killed` : "";
  const { earliest, latest } = account.when;
  const when = earliest === null && latest !== null ? `≤${latest}` : shortPeriod(earliest, latest);
  const kind = clip(account.type.split(".")[1], 11);
  const left = `${style.dim(account.id.slice(0, 8))}  ${padTo(when, 11)}  ${padTo(kind, 11)}  ${style.yellow(padTo(toll, 10))}  `;
  const [title, place] = [titleOf(account), harmless(placeOf(account))];
  const named = account.where === null ? place === "" : title.toLowerCase().includes(account.where.name.toLowerCase());
  const room = style.width - columnsOf(left);
  if (named || place === "") return left + clip(title, room);
  const beside = `${clip(place, 18)}: `;
  return left + style.dim(beside) + clip(title, room - columnsOf(beside));
}
