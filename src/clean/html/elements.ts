/** Attributes of one tag, by lower-case name. */
export type Attributes = Record<string, string>;

/** Areas of a page that are told apart by tag, role, class or id. `null` is the rest: where articles are. */
export type Zone = "nav" | "footer" | "aside" | "related" | "comments" | "form" | "caption" | "figure" | "header" | null;

export const VOID = new Set("area base basefont br col embed frame hr img input keygen link meta param source track wbr".split(" "));

/** What no reader of the page sees, or sees as a control. */
export const HIDDEN = new Set(
  "script style noscript template head svg math iframe object applet canvas audio video select datalist textarea map dialog".split(" "),
);

export const BLOCKS = new Set(
  (
    "address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3" +
    " h4 h5 h6 header hgroup html legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** Blocks that follow each other line by line, without an empty line between. */
export const LINES = new Set("li td th tr dt dd option button summary".split(" "));

/** What an opening tag closes where it stands on top, as browsers do. */
export const CLOSED_BY_ITSELF: Readonly<Record<string, readonly string[]>> = {
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  tr: ["td", "th", "tr"],
  td: ["td", "th"],
  th: ["td", "th"],
  option: ["option"],
};

export function isHidden(attributes: Attributes): boolean {
  if ("hidden" in attributes && attributes.hidden !== "until-found") return true;
  return /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test((attributes.style ?? "").slice(0, 500));
}

const BY_NAME: Readonly<Record<string, Zone>> = {
  nav: "nav",
  menu: "nav",
  footer: "footer",
  aside: "aside",
  form: "form",
  fieldset: "form",
  button: "form",
  figcaption: "caption",
  figure: "figure",
};

const BY_ROLE: Readonly<Record<string, Zone>> = {
  navigation: "nav",
  menu: "nav",
  menubar: "nav",
  banner: "nav",
  contentinfo: "footer",
  complementary: "aside",
  search: "form",
  dialog: "form",
  alertdialog: "form",
};

/** Words of class and id, as makers of pages choose them; the first that fits says the zone. */
const BY_HINT: readonly (readonly [Zone, RegExp])[] = [
  ["comments", /(?:^|[\s_-])(?:comments?|disqus|replies|discussion|respond)(?:$|[\s_-])/],
  [
    "related",
    /related|recommend|read-?more|more-?(?:stories|news|from|on)|most-?(?:read|popular|viewed)|trending|also-?(?:read|like)|outbrain|taboola|popular|teaser|promo/,
  ],
  ["form", /newsletter|subscri|sign-?up|log-?in|paywall|cookie|consent|gdpr|(?:^|[\s_-])(?:modal|popup|search)(?:$|[\s_-])/],
  ["nav", /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|masthead|topbar|pagination|pager|skip)(?:$|[\s_-])/],
  ["footer", /(?:^|[\s_-])(?:footer|copyright|colophon|legal)(?:$|[\s_-])/],
  [
    "aside",
    /(?:^|[\s_-])(?:sidebar|side-?rail|rail|widget|advert\w*|ads?|sponsor\w*|share|sharing|social|follow|tags?|tools?)(?:$|[\s_-])|share-|-share|social-|addthis|sharedaddy/,
  ],
  ["caption", /caption|(?:^|[\s_-])(?:credit|photo-?credit|cutline)(?:$|[\s_-])/],
];

/**
 * The zone of an element: its own where it tells, else that of its parent. A caption in a list of teasers stays among teasers.
 *
 * @param most whether it holds so much of the page's text that class and id are not to be believed
 */
export function zoneOf(name: string, hint: string, role: string, above: Zone, most: boolean): Zone {
  if (above && above !== "figure" && above !== "header" && above !== "aside") return above;
  if (most) return name === "footer" || name === "nav" ? BY_NAME[name] : above;
  const whole = name === "body" || name === "html" || name === "article" || name === "main";
  return BY_NAME[name] ?? BY_ROLE[role] ?? (whole ? null : byHint(hint)) ?? above;
}

function byHint(hint: string): Zone {
  if (hint.length < 3) return null;
  for (const [zone, pattern] of BY_HINT) if (pattern.test(hint)) return zone;
  return null;
}
