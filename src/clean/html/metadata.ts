import { calendarDate } from "../../lexicon/dates.js";
import type { Page } from "./page.js";

/** What a page says of itself in its head. Unknown is `null`. */
export interface Metadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly language: string | null;
}

const PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "publish-date",
  "date",
  "dc.date.issued",
  "dcterms.created",
  "dc.date",
  "article.published",
  "publication_date",
  "cxenseparse:recs:publishtime",
  "rnews:datepublished",
];
const MODIFIED = ["article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified"];
const TITLES = ["og:title", "twitter:title", "dc.title", "headline", "title"];
const BYLINES = ["author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator"];
const OUTLETS = ["og:site_name", "application-name", "dc.publisher"];

/** Open Graph, schema.org, Dublin Core and what publishers use besides, the surest first. */
export function metadataOf(page: Page): Metadata {
  const article = articleIn(page.jsonLd);
  const meta = (keys: readonly string[]): string | null => {
    for (const key of keys) for (const value of page.meta.get(key) ?? []) if (value.trim()) return tidy(value);
    return null;
  };
  const dated = (keys: readonly string[], said: unknown): string | null => {
    const values = [...keys.flatMap((key) => page.meta.get(key) ?? []), ...(typeof said === "string" ? [said] : [])];
    return firstDate(values);
  };
  const outlet = meta(OUTLETS) ?? nameOf(article?.publisher);
  const byline = meta(BYLINES) ?? nameOf(article?.author);
  return {
    title: meta(TITLES) ?? stringOf(article?.headline) ?? withoutOutlet(page.title, outlet),
    byline: byline && !/^https?:/i.test(byline) ? byline : nameOf(article?.author),
    outlet,
    url: meta(["og:url"]) ?? page.canonical,
    published: dated(PUBLISHED, article?.datePublished) ?? firstDate(page.times),
    modified: dated(MODIFIED, article?.dateModified),
    language: page.language?.slice(0, 2).toLowerCase() ?? null,
  };
}

function firstDate(values: readonly string[]): string | null {
  for (const value of values) {
    const date = calendarDate(value);
    if (date) return date;
  }
  return null;
}

/** The first object of the page's JSON-LD that is an article of some kind. Broken JSON-LD is passed over. */
function articleIn(blocks: readonly string[]): Record<string, unknown> | null {
  for (const block of blocks) {
    let value: unknown;
    try {
      value = JSON.parse(block);
    } catch {
      continue;
    }
    const queue: unknown[] = [value];
    for (let k = 0; k < queue.length && k < 500; k++) {
      const at = queue[k];
      if (Array.isArray(at)) queue.push(...at.slice(0, 100));
      else if (typeof at === "object" && at !== null) {
        const record = at as Record<string, unknown>;
        if (/Article|Posting|Report/.test(JSON.stringify(record["@type"] ?? ""))) return record;
        if (record["@graph"]) queue.push(record["@graph"]);
      }
    }
  }
  return null;
}

function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) {
    const names = value
      .slice(0, 10)
      .map(nameOf)
      .filter((name) => name !== null);
    return names.length > 0 ? names.join(", ") : null;
  }
  if (typeof value === "object" && value !== null) return stringOf((value as Record<string, unknown>).name);
  return stringOf(value);
}

function stringOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() ? tidy(value) : null;
}

function tidy(words: string): string {
  return words.slice(0, 1000).replace(/\s+/g, " ").trim();
}

/** "Blast kills six - Lakeside Herald" without the outlet. */
function withoutOutlet(title: string | null, outlet: string | null): string | null {
  if (!title) return null;
  const cut = /^(.{15,}?)\s+(?:[|·»]|[-–—](?=\s))\s*([^|]{2,60})$/u.exec(title.slice(0, 400));
  if (!cut) return title;
  return outlet === null || cut[2].toLowerCase().includes(outlet.toLowerCase()) || /[|·»]/.test(title) ? cut[1] : title;
}
