/**
 * Writes `lexicons/en/first-names.tsv` and `surnames.tsv` from the name lists of faker (MIT): `npm run train:name-lists`. Names in other
 * scripts than Latin are left out, accents too; a first name that is mostly an English word is left to the word classes.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

type Names = readonly string[] | { readonly [sex: string]: readonly string[] | undefined } | undefined;
interface Locale {
  readonly person?: { readonly first_name?: Names; readonly last_name?: Names };
}

/** First names and surnames that are far more often something else in the news. */
const WORDS = new Set(
  (
    "general police may will art bill mark grant angel august april june summer faith grace hope joy rose ivy iris ruby pearl amber crystal " +
    "dawn eve bay king young long short small brown white black green gray grey bush hill wood woods field fields stone rice price page park " +
    "parks bank banks church bishop pope knight major justice judge baker cook mason miller smith-jones west north south east day monday friday " +
    "sunday love best good man men son sun moon star storm rain snow winter spring fall may march ace guy buddy king queen prince duke earl " +
    "baron bond cash chase chance case may mercy star unity victory violence war peace an do no so to on in at by he she me my we us you the " +
    "and or of for as is it be was are van von de la le da di du del der den das dos el al bin ibn abu ben don san santa ha ho hi ok oh lo ma " +
    "min per sin era ora are ever even early late little real royal sage sky sport temple time town union view wave way wise wolf worth yes " +
    "county city state street river lake island national american english french german irish welsh israel india china jordan chad georgia " +
    "paris london sydney austin dallas houston madison lincoln jackson virginia carolina florida alaska asia europe africa america"
  ).split(" "),
);

function flat(names: Names, sex: string): readonly string[] {
  if (names === undefined) return [];
  if (Array.isArray(names)) return sex === "generic" ? (names as readonly string[]) : [];
  return (names as { readonly [sex: string]: readonly string[] | undefined })[sex] ?? [];
}

function plain(name: string): string {
  const letters: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", ə: "a", þ: "th", ð: "d" };
  return name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[øłđßæœıəþð]/g, (c) => letters[c]);
}

async function locales(): Promise<readonly Locale[]> {
  const at = createRequire(new URL("sources/package.json", import.meta.url)).resolve("@faker-js/faker");
  const { allLocales } = (await import(pathToFileURL(at).href)) as { allLocales: Record<string, Locale> };
  return Object.values(allLocales);
}

const usable = (name: string) => /^[a-z][a-z'’-]{2,}$/.test(name) && !WORDS.has(name);

const sexes = new Map<string, Set<string>>();
const surnames = new Set<string>();
for (const { person } of await locales()) {
  for (const sex of ["female", "male", "generic"]) {
    for (const name of flat(person?.first_name, sex).map(plain)) {
      if (!usable(name)) continue;
      if (!sexes.has(name)) sexes.set(name, new Set());
      if (sex !== "generic") sexes.get(name)?.add(sex);
    }
    for (const name of flat(person?.last_name, sex).map(plain)) if (usable(name)) surnames.add(name);
  }
}
const sexOf = (s: ReadonlySet<string>) => (s.size === 1 ? [...s][0] : "");
const source = "# From the name lists of faker (MIT), by src/read/train/name-lists.ts.\n";
const out = (name: string) => new URL(`../../../lexicons/en/${name}.tsv`, import.meta.url);
writeFileSync(
  out("first-names"),
  `${source}name\tsex\n${[...sexes.keys()]
    .sort()
    .map((n) => `${n}\t${sexOf(sexes.get(n) as Set<string>)}`.trimEnd())
    .join("\n")}\n`,
);
writeFileSync(out("surnames"), `${source}name\n${[...surnames].sort().join("\n")}\n`);
