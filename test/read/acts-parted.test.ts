import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const of = (text: string) => read(plainReport(text, { published: "2025-09-20" }));

/** "type: words | words" of each event of a report, with its place. */
function told(text: string): readonly string[] {
  const r = of(text);
  const place = (id: string | null) => r.places.find((p) => p.id === id)?.name ?? "-";
  return r.events.map((e) => `${e.type} ${place(e.where)}: ${e.mentions.map((m) => r.report.text.slice(...m)).join(" | ")}`);
}

/** "role=words" of each role in a report. */
const roles = (text: string): readonly string[] => {
  const r = of(text);
  return r.events.flatMap((e) => e.roles.map((f) => `${f.role}=${r.report.text.slice(...f.span)}`));
};

/** "effect low" of each toll, with the type of its event. */
function tolls(text: string): readonly string[] {
  const r = of(text);
  return r.statements.flatMap((s) =>
    s.kind === "toll" ? [`${s.effect} ${s.count.low} ${r.events.find((e) => e.id === s.event)?.type ?? "-"}`] : [],
  );
}

/** "source stance" of each attribution. */
const voices = (text: string): readonly string[] => {
  const r = of(text);
  return r.attributions.map((a) => `${a.sourceSpan ? r.report.text.slice(...a.sourceSpan) : "-"} ${a.stance}`);
};

test("captives who are still held are under no arrest, those whom police hold are", () => {
  const taken = "Gunmen abducted 50 people at Mora on Friday. The bishop said 23 pupils were still being held by the gunmen.";
  expect(told(taken).map((e) => e.split(" ")[0])).toEqual(["violence.abduction"]);
  expect(tolls(taken)).toEqual(["abducted 50 violence.abduction", "abducted 23 violence.abduction"]);
  const jailed = "Five men abducted a doctor in Uyo. Police arrested two of them on Monday. The two are being held in Lagos.";
  expect(told(jailed).map((e) => e.split(" ")[0])).toEqual(["violence.abduction", "security.arrest"]);
});

test("who is rescued from captors is released, who is rescued from a flood is not", () => {
  const freed = "Gunmen abducted 50 people at Mora on Friday. Police rescued 11 pupils on Saturday.";
  expect(tolls(freed)).toContain("released 11 justice.release");
  const flood = "Floods hit Larkana on Friday, killing four. Soldiers rescued 40 people from rooftops.";
  expect(told(flood).map((e) => e.split(" ")[0])).toEqual(["hazard.flood", "movement.evacuation"]);
  expect(tolls(flood)).toEqual(["killed 4 hazard.flood"]);
});

test("captives who have regained their freedom are released", () => {
  const freed = "Gunmen abducted 14 travellers near Mora in May. Nine of the travellers have regained their freedom.";
  expect(tolls(freed)).toContain("released 9 justice.release");
});

test("people whisked away into a forest are abducted", () => {
  expect(tolls("In all, 12 villagers were whisked away into the forest by the bandits.")).toEqual(["abducted 12 violence.abduction"]);
});

test("where another act was is not where the chief act was", () => {
  const text =
    "Six policemen were killed when gunmen ambushed a van in Bannu. Separately, the five attackers who stormed a college in Wana were killed by troops.";
  expect(told(text)[0]).toContain("violence.attack Bannu");
});

test("those who fight nobody were not killed by the troops told of before, nor those of a month before", () => {
  const text = "Troops killed 21 terrorists in Maru a week ago. Last month 27 worshippers were killed in a mosque in Malumfashi.";
  expect(tolls(text)).toHaveLength(2);
  expect(of(text).events.filter((e) => e.type === "violence.killing")).toHaveLength(2);
});

test("acts in two divisions of a country are two", () => {
  const text =
    "Russian forces shelled Kherson on Monday, killing two people. In the Sumy region a drone hit a farm. Four people were injured in Kherson.";
  expect(told(text).map((e) => e.split(":")[0])).toEqual(["violence.shelling Kherson", "violence.shelling Sumy"]);
});

test("retaliatory fire burns nothing", () => {
  expect(told("Two rebels were killed in retaliatory fire.").map((e) => e.split(" ")[0])).toEqual(["violence.attack"]);
});

test("a headline's participles are passive, whatever stands behind their comma", () => {
  expect(roles("3 soldiers slain, 12 hurt in Basilan ambush")).toContain("victim=3 soldiers");
  expect(roles("Two jawans killed, five injured in ambush near Imphal")).toContain("victim=Two jawans");
  expect(roles("A woman was killed and her husband wounded when a drone struck a car.")).toContain("victim=her husband");
});

test("whom an act is attributed to or blamed on did it, and it was not on them", () => {
  const lead = "A bomb killed four people in Cali on Friday. ";
  expect(roles(`${lead}The governor attributed the attack to dissidents of the Front.`)).toContain("perpetrator=dissidents of the Front");
  const blamed = roles(`${lead}The governor blamed the attack on rebels.`);
  expect(blamed).toContain("perpetrator=rebels");
  expect(blamed).not.toContain("target=rebels");
});

test("who calls something a coup attempts none, and a major attack is done by no major", () => {
  expect(roles("In December, clashes left two dead in what Diallo called an attempted coup.")).not.toContain("perpetrator=Diallo");
  expect(roles("It was the first major attack on security forces in Imphal.")).toEqual(["target=security forces"]);
});

test("a fire that has not been put out broke out, and a helicopter brought down was attacked", () => {
  expect(of("A fire that broke out at the refinery on Sunday has not been put out.").events[0].status).toBe("occurred");
  expect(roles("A helicopter was brought down by a drone in Amalfi.")).toEqual(["target=A helicopter", "weapon=a drone"]);
});

test("who owns an attack claims it", () => {
  expect(voices("Six policemen were killed in an ambush. The TTP owned the attack in a message.")).toContain("TTP claims");
});

test("a day of the month speaks for nobody", () => {
  const text =
    "Russian forces shelled Kherson on the morning of 25 August, killing a man and a woman who was waiting at a bus stop, the head of the region, Oleh Tkach, reported on Telegram.";
  expect(voices(text)).toEqual(["Oleh Tkach asserts"]);
});

test("those who died revise no figure, who tells of them does", () => {
  const text = "Governor Ana Rendon said that 12 officers lost their lives in the attack, and later raised the figure to 13.";
  expect(voices(text).filter((v) => v.startsWith("12"))).toEqual([]);
});

test("a bomb that was laid and defused is a bombing foiled", () => {
  const [bombing] = of("A bomb planted along the railway track was defused in Mastung on Friday, police said.").events;
  expect(`${bombing.type} ${bombing.status}`).toBe("violence.bombing foiled");
});

test("a number may stand before the noun that says of what it is the number", () => {
  const text =
    "Gunmen attacked a camp in Bama on Friday. A guard died on Sunday, bringing to 21 the number of people killed in the attack.";
  expect(tolls(text)).toContain("killed 21 violence.attack");
});

test("what happened hours earlier has its subject behind the comma", () => {
  const text =
    "A truck bomb killed six people in Cali on Thursday. Hours earlier, a police helicopter that was taking part in an operation was brought down by a drone in Amalfi. The governor said 12 officers died.";
  expect(roles(text)).toContain("target=a police helicopter");
  expect(tolls(text)).toEqual(["killed 6 violence.bombing", "killed 12 violence.attack"]);
});

test("what a shooting is said to have claimed is of the shooting", () => {
  const events = told("He was on the run for nine weeks after a fatal shooting that claimed the lives of four people in Rigaton.");
  expect(events.filter((e) => e.startsWith("violence.killing"))).toEqual([expect.stringContaining("fatal shooting | claimed the lives")]);
});

test("nobody threatens to kill himself: 'them' are those told of before", () => {
  const text =
    "Gunmen abducted five miners near Bule on Monday. A group calling itself the Tide Brigade said that it was holding the men. It threatened to kill them.";
  expect(roles(text).filter((r) => r.startsWith("victim="))).toContain("victim=the men");
  expect(roles(text)).not.toContain("victim=A group");
});
