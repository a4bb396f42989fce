import { describe, expect, it } from "vitest";
import { clean } from "../../src/clean/index.js";
import type { Source } from "../../src/model/source.js";

function page(raw: string): Source {
  return {
    name: "x.html",
    inputId: null,
    format: "html",
    raw,
    bytes: "",
    given: { published: null, outlet: null, title: null, url: null },
    notes: [],
  };
}

const ARTICLE = `<p>A bus left the road near Cali &amp; fell into a river on Sunday, killing nine people, the fire brigade said.</p>
<p>Rescuers, who worked through the night, found three survivors, and took them to hospital.</p>
<p>The cause is not known, officials said; heavy rain has fallen for days, and the road is old.</p>`;

const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Nine die in bus crash | Andean Chronicle</title>
<meta property="og:site_name" content="Andean Chronicle"><meta property="article:published_time" content="2018-04-22T08:30:00-05:00">
<meta name="author" content="Rosa Quispe"><script>var x = "<p>never shown</p>";</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><h1>Nine die in bus crash</h1>
<div class="story">${ARTICLE}</div>
<aside class="related"><a href="/2">Six hurt in hotel fire in the north last week</a></aside><footer>All rights reserved</footer></body></html>`;

describe("a page", () => {
  const cleaned = clean(page(PAGE));
  const words = (part: string): string[] => cleaned.parts.filter((p) => p.part === part).map((p) => cleaned.text.slice(...p.span).trim());

  it("gives its visible text in order, and nothing that nobody sees", () => {
    expect(cleaned.text).toMatch(/^Home Sport\n\nNine die in bus crash\n\nA bus left the road near Cali & fell/);
    expect(cleaned.text).not.toContain("never shown");
  });

  it("is told apart: headline, article, pointers to other stories, furniture", () => {
    expect(words("headline")).toEqual(["Nine die in bus crash"]);
    expect(words("body").join(" ")).toMatch(/^A bus left.*the road is old\.$/s);
    expect(words("teaser")).toEqual(["Six hurt in hotel fire in the north last week"]);
    expect(words("furniture")).toEqual(["Home Sport", "All rights reserved"]);
  });

  it("says of itself who published it, and when", () => {
    expect(cleaned.found).toMatchObject({
      title: "Nine die in bus crash",
      outlet: "Andean Chronicle",
      byline: "Rosa Quispe",
      published: { metadata: "2018-04-22T08:30:00-05:00" },
    });
  });

  it("leads every word of its text home to the source", () => {
    for (const word of ["Home", "Nine die", "A bus left", "survivors", "rights"]) {
      const at = cleaned.text.indexOf(word);
      expect(PAGE.slice(...cleaned.offsets.homeSpan([at, at + word.length]))).toBe(word);
    }
    const amp = cleaned.text.indexOf("&");
    expect(PAGE.slice(...cleaned.offsets.homeSpan([amp, amp + 1]))).toBe("&amp;");
  });

  it("wrapped in more menus and footers keeps its article", () => {
    const more = PAGE.replace("<nav>", `<nav><ul>${'<li><a href="/x">Another link of the menu</a></li>'.repeat(60)}</ul>`);
    const again = clean(page(more));
    const body = again.parts.filter((p) => p.part === "body").map((p) => again.text.slice(...p.span).trim());
    expect(body).toEqual(words("body"));
  });

  it("takes what its JSON-LD says where its meta tags say nothing, and passes over what is broken", () => {
    const ld = `<script type="application/ld+json">{broken</script><script type="application/ld+json">
      {"@graph": [{"@type": "NewsArticle", "headline": "Bus crash", "datePublished": "2018-04-22", "author": [{"name": "A. B."}], "publisher": {"name": "X"}}]}</script>`;
    const { found } = clean(page(`<html><head>${ld}</head><body>${ARTICLE}</body></html>`));
    expect(found).toMatchObject({ title: "Bus crash", byline: "A. B.", outlet: "X", published: { metadata: "2018-04-22" } });
  });
});

describe("a page made to harm", () => {
  it.each([
    ["100,000 nested elements", `${"<div>".repeat(100_000)}Five people died in a fire in Lima, the fire brigade said on Sunday.`],
    ["100,000 elements that are never closed in order", `${"<b><i></b>".repeat(100_000)}Five died.`],
    ["closing tags without opening ones", `${"</div>".repeat(200_000)}Five died.`],
    ["a tag that never ends", `<p>Five died.<a ${"x".repeat(500_000)}`],
    ["a million attributes", `<p ${"a=1 ".repeat(300_000)}>Five died.</p>`],
    ["nothing but brackets", "<".repeat(500_000)],
  ])("of %s is read in a moment", (_, raw) => {
    const began = performance.now();
    const { text } = clean(page(raw));
    expect(performance.now() - began).toBeLessThan(3000);
    if (raw.includes("Five people died in a fire")) expect(text).toContain("Five people died in a fire");
  });

  it("of nested elements still gives its text as the body", () => {
    const { text, parts } = clean(page(`${"<div>".repeat(100_000)}<p>Five people died in a fire in Lima, the fire brigade said.</p>`));
    expect(parts.map((p) => `${p.part} ${text.slice(...p.span)}`)).toEqual([
      "body Five people died in a fire in Lima, the fire brigade said.",
    ]);
  });
});
