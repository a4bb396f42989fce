import { readFileSync } from "node:fs";
import { parseTable, type Row } from "../../../lexicon/table.js";
import type { Random } from "../random.js";
import { as, type Word, word } from "./tree.js";

let classes: Map<string, Row[]> | null = null;

function rows(name: string): readonly Row[] {
  if (!classes) {
    classes = new Map();
    for (const row of parseTable("words", readFileSync(new URL("words.tsv", import.meta.url), "utf8")).rows) {
      classes.set(row.class, [...(classes.get(row.class) ?? []), row]);
    }
  }
  return classes.get(name) ?? [];
}

const ONSETS = "b bh ch d dh g gh h j k kh l m n p ph r s sh t th v y z".split(" ");
const VOWELS = "a a e i o u aa ai".split(" ");
const CODAS = ["", "", "", "n", "r", "l", "m", "sh", "ng", "k", "t", "d"];

/** Chances that a person or group is described by nationality, by a trait, or by either. */
const NATIONAL = 0.2;
const TRAIT = 0.2;
const DESCRIBED = 0.3;

/** Phrases of news English, put together at random from the word table. Every call gives fresh words. */
export class Phrases {
  constructor(private readonly random: Random) {}

  chance(p: number): boolean {
    return this.random.next() < p;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random.next() * list.length)];
  }

  form(name: string): string {
    return this.pick(rows(name)).form;
  }

  row(name: string): Row {
    return this.pick(rows(name));
  }

  /** A name nobody has seen: what most places and people of the news are to a tagger. */
  unseen(): string {
    let s = "";
    for (let k = this.chance(0.5) ? 2 : 3; k > 0; k--) s += this.pick(ONSETS) + this.pick(VOWELS) + (k === 1 ? this.pick(CODAS) : "");
    return s.charAt(0).toUpperCase() + s.slice(1);
  }

  det(form: string): Word {
    return word(form, "DT", "det");
  }

  case(form: string): Word {
    return word(form, "IN", "case");
  }

  comma(): Word {
    return word(",", ",", "punct", { tight: true });
  }

  stop(): Word {
    return word(".", ".", "punct", { tight: true });
  }

  number(): Word {
    const n = this.chance(0.3) ? String(2 + Math.floor(this.random.next() * 80)) : this.form("number");
    return word(n, "CD", "nummod");
  }

  /** "27-year-old" before its noun. */
  age(): Word {
    const year = word("year", "NN", "obl:unmarked", { tight: true });
    year.left.push(
      word(String(2 + Math.floor(this.random.next() * 85)), "CD", "nummod", { right: [word("-", "HYPH", "punct", { tight: true })] }),
    );
    year.right.push(word("-", "HYPH", "punct", { tight: true }));
    return word("old", "JJ", "amod", { tight: true, left: [year] });
  }

  name(): Word {
    const first = this.chance(0.25) ? this.unseen() : this.form("first");
    const last = this.chance(0.3) ? this.unseen() : this.form("last");
    const w = word(first, "NNP", "root");
    if (this.chance(0.15)) w.right.push(word(`${String.fromCharCode(65 + Math.floor(this.random.next() * 26))}.`, "NNP", "flat"));
    w.right.push(word(last, "NNP", "flat"));
    return w;
  }

  /** "Internal Affairs Minister Ivan Petrov", "a police spokesman, Ali Khan". */
  titled(): Word {
    const name = this.chance(0.4) ? word(this.form("last"), "NNP", "root") : this.name();
    const title = this.form("title").split(" ");
    const head = word(title.at(-1) as string, "NNP", "root");
    for (const t of title.slice(0, -1)) head.left.push(word(t, "NNP", "compound"));
    if (this.chance(0.2)) head.left.unshift(word(this.form("nat"), "JJ", "amod"));
    // EWT: the title is the head and the name hangs on it flat
    const flat = [as(name, "flat"), ...name.right.splice(0)];
    head.right.push(...flat);
    return head;
  }

  place(): Word {
    const city = this.chance(0.45) ? [this.unseen()] : (this.chance(0.75) ? this.form("city") : this.form("country")).split(" ");
    const head = word(city.at(-1) as string, "NNP", "root");
    for (const c of city.slice(0, -1)) head.left.push(word(c, "NNP", "compound"));
    if (!this.chance(0.25)) return head;
    const area = word(this.form("areanoun"), "NNP", "root");
    area.left.push(as(head, "compound"));
    return area;
  }

  /** "in Kabul", "near Gao village in Delta State", "in the northern city of Mosul". */
  where(relation: "obl" | "nmod" = "obl"): Word {
    if (this.chance(0.25)) {
      const common = word(this.form("areacommon"), "NN", relation, { left: [this.case("in"), this.det(this.pick(["the", "a"]))] });
      if (this.chance(0.6)) common.left.push(word(this.form("direction"), "JJ", "amod"));
      if (this.chance(0.6)) common.right.push(this.under("of", this.place(), "nmod"));
      return common;
    }
    const place = as(this.place(), relation);
    place.left.unshift(this.case(this.pick(["in", "in", "in", "near", "at", "from", "outside"])));
    if (this.chance(0.2)) {
      const village = word(this.pick(["village", "area", "town", "forest"]), "NN", relation, {
        left: [this.case(this.pick(["at", "in", "near"])), as(this.place(), "compound")],
      });
      village.right.push(this.under("in", this.place(), "nmod"));
      return village;
    }
    return place;
  }

  under(preposition: string, noun: Word, relation: "obl" | "nmod" | "obl:agent"): Word {
    noun.left.unshift(this.case(preposition));
    return as(noun, relation);
  }

  /** "on Monday", "early Sunday morning", "on July 19", "last week". */
  when(): Word {
    const kind = this.pick([0, 1, 2, 3, 4]);
    const day = this.form("weekday");
    if (kind === 0) return word(day, "NNP", "obl", { left: [this.case("on")] });
    if (kind === 1) return word(day, "NNP", "obl:unmarked");
    if (kind === 2) {
      const part = word(this.form("daypart"), "NN", "obl:unmarked", { left: [word(day, "NNP", "compound")] });
      if (this.chance(0.4)) part.left.unshift(word(this.pick(["early", "late"]), "JJ", "amod"));
      return part;
    }
    if (kind === 3)
      return word(this.form("month"), "NNP", "obl", {
        left: [this.case("on")],
        right: [word(String(1 + Math.floor(this.random.next() * 28)), "CD", "nummod")],
      });
    return word(this.pick(["week", "month", "year"]), "NN", "obl:unmarked", { left: [word("last", "JJ", "amod")] });
  }

  /** People by number, article, age or name. */
  people(relation: Word["relation"]): Word {
    return as(this.somebody(), relation);
  }

  private somebody(): Word {
    const kind = this.random.next();
    if (kind < 0.14) return this.named();
    const row = this.row("person");
    if (kind < 0.5) return this.many(row);
    if (kind < 0.56)
      return word(row.form2, "NNS", "root", { lemma: row.form, left: this.chance(0.5) ? [word(this.form("adj"), "JJ", "amod")] : [] });
    const one = word(row.form, "NN", "root", { left: [this.det(this.pick(["a", "a", "the", "one", "another"]))] });
    if (one.left[0].form === "one") one.left[0] = word("one", "CD", "nummod");
    if (this.chance(0.3)) one.left.push(this.age());
    else if (this.chance(NATIONAL)) one.left.push(word(this.form("nat"), "JJ", "amod"));
    else if (this.chance(TRAIT)) one.left.push(word(this.form("adj"), "JJ", "amod"));
    this.trail(one);
    return one;
  }

  private many(row: Row): Word {
    const number = this.number();
    if (this.chance(0.2)) {
      number.left.push(this.bound());
    } else if (this.chance(0.1)) number.left.push(word(this.pick(["about", "some", "nearly"]), "RB", "advmod"));
    if (this.chance(0.12)) return as(number, "root");
    if (this.chance(0.15)) return word(this.pick(["others", "people", "persons"]), "NNS", "root", { lemma: "other", left: [number] });
    const head = word(row.form2, "NNS", "root", { lemma: row.form, left: [number] });
    if (this.chance(NATIONAL)) head.left.push(word(this.form("nat"), "JJ", "amod"));
    else if (this.chance(TRAIT)) head.left.push(word(this.form("adj"), "JJ", "amod"));
    if (this.chance(0.15)) head.left.push(word(this.form("group").split(" ").at(-1) as string, "NNP", "compound"));
    else this.trail(head);
    return head;
  }

  /** "at least", "more than", "up to", built as EWT builds them. */
  private bound(): Word {
    const kind = this.pick(["least", "more", "up"]);
    if (kind === "least") return word("least", "JJS", "nmod", { upos: "ADJ", left: [word("at", "IN", "case")] });
    if (kind === "more") return word("more", "JJR", "advmod", { upos: "ADJ", lemma: "many", right: [word("than", "IN", "fixed")] });
    return word("up", "IN", "advmod", { right: [word("to", "IN", "fixed")] });
  }

  private named(): Word {
    const name = this.chance(0.35) ? this.titled() : this.name();
    if (this.chance(0.35)) {
      name.right.push(
        word(String(14 + Math.floor(this.random.next() * 70)), "CD", "nummod", {
          left: [this.comma()],
          right: this.chance(0.8) ? [this.comma()] : [],
        }),
      );
    } else if (this.chance(0.3)) {
      const role = word(this.row("person").form, "NN", "appos", { left: [this.comma(), this.det("a")], right: [this.comma()] });
      if (this.chance(0.5)) role.left.push(word(this.form("adj"), "JJ", "amod"));
      name.right.push(role);
    }
    return name;
  }

  /** What follows a noun: "of the ELN", "from Mali", "identified as Wei Chen", ", Ali Khan,". */
  private trail(noun: Word): void {
    const kind = this.random.next();
    if (kind < 0.1) noun.right.push(this.under("of", this.group(), "nmod"));
    else if (kind < 0.16) noun.right.push(this.under("from", this.place(), "nmod"));
    else if (kind < 0.22) {
      const name = this.under("as", this.name(), "obl");
      noun.right.push(word("identified", "VBN", "acl", { lemma: "identify", left: [this.comma()], right: [name, this.comma()] }));
    } else if (kind < 0.28) noun.right.push(this.apposed());
  }

  private apposed(): Word {
    const name = as(this.name(), "appos");
    name.left.unshift(this.comma());
    name.right.push(this.comma());
    return name;
  }

  group(): Word {
    const parts = this.form("group").split(" ");
    const head = word(parts.at(-1) as string, "NNP", "root");
    for (const p of parts.slice(0, -1)) head.left.push(word(p, "NNP", "compound"));
    if (this.chance(0.6)) head.left.unshift(this.det("the"));
    return head;
  }

  /** Those who act: "police", "Afghan troops", "gunmen", "suspected rebels". */
  doers(relation: Word["relation"]): Word {
    if (this.chance(0.25)) return as(this.group(), relation);
    if (this.chance(0.25)) return this.people(relation);
    const parts = this.form("force").split(" ");
    const last = parts.at(-1) as string;
    const head = word(last, "NNS", relation, {
      lemma: last === "police" || last === "personnel" ? last : last.replace(/men$/, "man").replace(/ies$/, "y").replace(/s$/, ""),
    });
    if (last === "police") head.left.length = 0;
    for (const p of parts.slice(0, -1)) head.left.push(word(p, "NN", "compound"));
    if (this.chance(DESCRIBED)) head.left.unshift(word(this.pick([this.form("nat"), this.form("adj")]), "JJ", "amod"));
    else if (this.chance(0.3))
      head.left.unshift(word(this.chance(0.5) ? this.unseen() : (this.form("city").split(" ").at(-1) as string), "NNP", "compound"));
    if (this.chance(0.2)) head.left.unshift(this.det("the"));
    return head;
  }

  /** "a car bomb attack", "the clash in Gao". */
  act(relation: Word["relation"]): Word {
    const head = word(this.form("attack"), "NN", relation, { left: [this.det(this.pick(["a", "the", "an"]))] });
    if (this.chance(0.4)) for (const m of this.form("attackmod").split(" ")) head.left.push(word(m, "NN", "compound"));
    if (this.chance(0.3)) head.right.push(this.where("nmod"));
    return head;
  }

  thing(relation: Word["relation"]): Word {
    const noun = this.form("target");
    if (this.chance(0.3))
      return word(`${noun}s`.replace(/ys$/, "ies").replace(/ches$|chs$/, "ches"), "NNS", relation, { lemma: noun, left: [this.number()] });
    const head = word(noun, "NN", relation, { left: [this.det(this.pick(["a", "the"]))] });
    if (this.chance(0.4)) head.left.push(word(this.pick(["police", "army", "government", "security", "military"]), "NN", "compound"));
    return head;
  }
}
