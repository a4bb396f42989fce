import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { according, temporaryFolder } from "./harness.js";

const folder = temporaryFolder();
const ledger = folder.path("story.db");

const OPENING =
  "A bomb exploded at the main bus station in the Kenyan city of Kisumu on Saturday, killing nine people and wounding at least 20, police said.\n\n" +
  'The device went off shortly after noon beside a coach that was about to leave for Nairobi, said Grace Achieng, who sells tea at the gate. "There was a flash and then people were lying on the ground," she said.';

const REPORTS = [
  ["Lake Wire", "2023-03-11T16:20:00Z", "Blast at Kisumu bus station kills nine", `KISUMU, Kenya, March 11 (Lake Wire) - ${OPENING}`],
  ["Nairobi Courier", "2023-03-11", "At least nine dead in Kisumu explosion", OPENING],
  [
    "Uganda Mirror",
    "2023-03-12",
    "Lake Front says it bombed Kisumu bus station",
    "The Lake Front, a small armed group, on Sunday claimed responsibility for a bombing that killed at least 12 people at a bus station in the Kenyan city of Kisumu a day earlier.",
  ],
  [
    "Nairobi Courier",
    "2023-03-20",
    "Bus driver charged with murder over Kisumu bombing",
    "Daniel Ouma, a 34-year-old bus driver, was charged on Monday with 14 counts of murder over the March 11 bombing at Kisumu bus station. Fifteen people were killed in the bombing, prosecutors say. Ouma denies the charges.",
  ],
  [
    "Nairobi Courier",
    "2023-03-11",
    "Two die in Kisumu warehouse fire",
    "Two workers died when a fire broke out in a sugar warehouse in Kisumu on Saturday evening, the fire brigade said. It was not linked to the bombing of the bus station earlier in the day.",
  ],
] as const;

beforeAll(async () => {
  const lines = REPORTS.map(([outlet, published, title, text], i) =>
    JSON.stringify({ id: `r${i}`, outlet, published, title, text: `${title}\n\n${text}` }),
  );
  writeFileSync(folder.path("story.jsonl"), lines.join("\n"));
  await according("ingest", folder.path("story.jsonl"), "--ledger", ledger);
}, 60_000);
afterAll(folder.remove);

const run = (...words: string[]) => according(...words, "--ledger", ledger);

describe("a story of several reports", () => {
  it("is one bombing of the reports that tell of it, apart from the fire of the same evening", async () => {
    const events = (await run("events", "--format", "json")).out.split("\n").map((line) => JSON.parse(line));
    expect(events.map((e) => e.type).sort()).toEqual(["hazard.fire", "violence.bombing"]);
  });

  it("counts the wire report that two outlets carry as one source, and says so", async () => {
    const { out } = await run("show", "explosion");
    expect(out).toMatch(/ 9 .*\n +2 reports, 1 independent source/);
  });

  it("names nobody who did it without who says so", async () => {
    const { out } = await run("show", "explosion");
    for (const line of out.split("\n")) if (/^ {2}perpetrator/.test(line)) expect(line).toContain(" — ");
  });

  it("takes every command at every moment, within the terminal's width, and without a hole in the words", async () => {
    const commands = ["events", "disputes", "cases", "figures", "proposals", "people", "sources", "receipts", "judgements"];
    const each = [
      ...commands.map((c) => [c]),
      ["show", "explosion"],
      ["history", "explosion"],
      ["people", "explosion"],
      ["receipts", "explosion"],
    ];
    for (const words of each) {
      for (const more of [[], ["--as-of", "2023-03-11"]]) {
        const { code, out, error } = await run(...words, ...more);
        expect(code, `${words.join(" ")}: ${error}`).toBe(0);
        expect(out, words.join(" ")).not.toMatch(/undefined|null|NaN|\[object/);
        for (const line of out.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
      }
    }
  });

  it("exports, explains and lists as changed what was known at a moment, and no more", async () => {
    const moment = ["--as-of", "2023-03-11"];
    await run("export", "--format", "jsonl", "--out", folder.path("then.jsonl"), ...moment);
    const rows = readFileSync(folder.path("then.jsonl"), "utf8").trim().split("\n");
    expect(new Set(rows.map((row) => JSON.parse(row).published.slice(0, 10)))).toEqual(new Set(["2023-03-11"]));
    const changed = (await run("changes", "--format", "json", ...moment)).out.split("\n").map((line) => JSON.parse(line));
    expect(changed.filter((c) => c.kind === "report").map((c) => c.says.slice(0, 10))).toEqual(["2023-03-11", "2023-03-11", "2023-03-11"]);
    const every = (await run("changes", "--format", "json")).out.split("\n").map((line) => JSON.parse(line));
    const later = every.find((c) => c.kind === "statement" && c.words.words.includes("14 counts"));
    expect((await run("explain", later.id)).code).toBe(0);
    expect(await run("explain", later.id, ...moment)).toMatchObject({ code: 1, error: expect.stringContaining("no live statement") });
  });

  it("knew on the first day neither the claim nor the charge", async () => {
    expect((await run("disputes", "--as-of", "2023-03-11")).out).not.toContain("claims it");
    expect((await run("disputes")).out).toContain("claims it — Lake Front, in Uganda Mirror");
    expect((await run("cases", "--as-of", "2023-03-11")).out).toBe("");
    expect((await run("cases")).out).toMatch(/Daniel Ouma[\s\S]*charge +2023-03-20/);
  });
});

describe("links between the events of several reports", () => {
  const linked = folder.path("links.db");
  const at = (...words: string[]) => according(...words, "--ledger", linked);
  const told = [
    [
      "Northern Post",
      "2023-03-13",
      "Black Banner threatens to bomb churches",
      "The Black Banner, a militant group, on Monday threatened to bomb churches in the Nigerian city of Jos at Easter.",
    ],
    [
      "Lake Wire",
      "2023-03-14",
      "Churches in Jos to close after threat",
      "Churches in Jos will close over Easter after the militant group Black Banner threatened to bomb them, bishops said on Tuesday.",
    ],
    [
      "Lake Wire",
      "2023-04-10",
      "Bomb kills four at church in Jos on Easter Sunday",
      "A bomb killed four people at a church in Jos on Sunday, police said.\n\nThe Black Banner had threatened last month to bomb churches in the city. The bombing was part of a wave of attacks across Plateau State over the weekend, in which 21 people died.",
    ],
  ] as const;

  it("stand in the accounts of both: what is threatened, and what it is a part of", async () => {
    const lines = told.map(([outlet, published, title, text], i) => JSON.stringify({ id: `l${i}`, outlet, published, title, text }));
    writeFileSync(folder.path("links.jsonl"), lines.join("\n"));
    await at("ingest", folder.path("links.jsonl"));
    const threat = (await at("show", "threatens")).out;
    expect(threat).toMatch(/[23] reports, 2 outlets/);
    expect(threat).toMatch(/^ {2}threatens: .*\n? .*\(bombing/m);
    const bombing = (await at("show", "Easter Sunday")).out;
    expect(bombing).toMatch(/^ {2}part of: /m);
    expect(bombing).not.toMatch(/^ {2}threatened by/m);
    const events = (await at("events", "--all", "--format", "json")).out.split("\n").map((line) => JSON.parse(line));
    const threatened = events.filter((e) => e.status === "threatened");
    expect(
      threatened.flatMap((e) => e.links.map((l: { relation: string; direction: string }) => `${l.relation} ${l.direction}`)),
    ).toContain("threatens in");
  });
});
