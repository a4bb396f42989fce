import { AccordingError } from "../base/error.js";
import {
  type Case,
  cases,
  type EventAccount,
  eventAccounts,
  findAccount,
  foldStore,
  type Proposal,
  proposals,
  type State,
} from "../views/index.js";
import type { ViewOptions } from "./commands/shared.js";
import { withLedger } from "./context.js";
import type { Beside } from "./render/account.js";
import { placeOf, titleOf } from "./render/account.js";

/** Everything that commands show of a ledger, folded once. */
export interface Views {
  readonly state: State;
  readonly accounts: readonly EventAccount[];
  readonly cases: readonly Case[];
  readonly proposals: readonly Proposal[];
  /** The moment they are of; `null` for now. */
  readonly asOf: string | null;
}

export async function viewsOf(options: ViewOptions): Promise<Views> {
  const state = await withLedger(options.ledger, true, (store) => foldStore(store, options.asOf ?? null));
  const accounts = eventAccounts(state, { rule: options.rule });
  return { state, accounts, cases: cases(state, accounts), proposals: proposals(state), asOf: options.asOf ?? null };
}

/** What is told beside an account. */
export function besideOf(views: Views, account: EventAccount): Beside {
  const byId = new Map(views.accounts.flatMap((a) => a.ids.map((id) => [id, a] as const)));
  return {
    cases: views.cases.filter((c) => account.cases.includes(c.id)),
    proposals: views.proposals.filter((p) => p.events.some((event) => account.ids.includes(event))),
    linked: (event) => {
      const other = byId.get(event);
      return other && other.id !== account.id ? other : null;
    },
  };
}

/**
 * The account that an id calls, or the first letters of one, or words of its title or place: of several, the one with most reports.
 *
 * @throws AccordingError `cli.no-event`
 */
export function accountOf(views: Views, called: string): EventAccount {
  const found = findAccount(views.accounts, called) ?? byWords(views.accounts, called);
  if (found) return found;
  const hint = "according events --all lists events with their ids; the first four letters are enough, or words of a title or place.";
  if (views.asOf === null) throw new AccordingError("cli.no-event", `no event is called "${called}"`, hint);
  const later = "It may have been told of later: leave --as-of out.";
  throw new AccordingError("cli.no-event", `no event was called "${called}" as of ${views.asOf}`, later);
}

function byWords(accounts: readonly EventAccount[], called: string): EventAccount | null {
  const words = called.toLowerCase();
  const fitting = accounts.filter((a) => a.chief && `${titleOf(a)} ${placeOf(a)}`.toLowerCase().includes(words));
  return fitting.reduce<EventAccount | null>((best, a) => (best === null || a.reports.length > best.reports.length ? a : best), null);
}
