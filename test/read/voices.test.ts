import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { findAll, read } from "../../src/read/index.js";

/** Who is said to say what, and what stands on whose word. */
function voices(text: string) {
  const reading = read(plainReport(text, { published: "2021-05-14" }));
  const name = new Map(reading.actors.map((a) => [a.id, a.name]));
  const words = (s: readonly [number, number] | null): string | null => (s ? text.slice(s[0], s[1]) : null);
  const said = reading.attributions.map((a) => ({
    id: a.id,
    source: words(a.sourceSpan),
    name: a.source === null ? null : (name.get(a.source) ?? null),
    stance: a.stance,
    content: a.content.map((c) => words(c)).join(" … "),
  }));
  return { said, statements: reading.statements, events: reading.events };
}

test("what goes on after '..., the fire service said, and' is in the outlet's voice", () => {
  const { statements, events } = voices("Two people were killed, the fire service said, and the driver of the bus has been arrested.");
  const arrest = statements.find((s) => s.kind === "event" && events.find((e) => e.id === s.event)?.type === "security.arrest");
  const deaths = statements.find((s) => s.kind === "toll" && s.effect === "killed");
  expect(arrest?.attribution).toEqual([]);
  expect(deaths?.attribution).toHaveLength(1);
});

test("who has been blamed is no source: somebody alleges it", () => {
  const { said } = voices("The Red Lantern group has been blamed for the deaths of 300 people.");
  expect(said).toHaveLength(1);
  expect(said[0]).toMatchObject({ source: null, stance: "alleges" });
});

test("'He said' is whoever spoke just before, not the man named in between", () => {
  const { said } = voices(
    "Peter Lund said the ferry left on time. He said Olaf Berg had been at the wheel. He said the crew was well trained.",
  );
  expect(said.map((a) => a.name)).toEqual(["Peter Lund", "Peter Lund", "Peter Lund"]);
});

test("a conjunction before a speaker is no part of his name", () => {
  const { said } = voices("Officials would not say who planted the bomb, but priests have warned of violence.");
  expect(said.map((a) => a.source)).toContain("priests");
});

test("burglaries that went up over a year are a figure and no event", () => {
  const { events, statements } = voices("Robberies went up from 75,000 to 80,000 in a year.");
  expect(events).toEqual([]);
  expect(statements.find((s) => s.kind === "figure")).toMatchObject({ count: { low: 80000 } });
});

test("a strike that hits a market is one from the air", () => {
  const { events } = voices("An air strike killed nine people in Port Hale. Residents said the strike had hit a market.");
  expect(events.map((e) => e.type)).not.toContain("unrest.strike");
});

test("crowns and the same sum in dollars are one figure", () => {
  const { statements } = voices("The flood caused damage of 3 billion crowns ($132 million).");
  expect(statements.filter((s) => s.kind === "figure")).toHaveLength(1);
});

/** The stances and sources behind each event statement of one type. */
function eventVoices(text: string, type: string): readonly (readonly (string | null)[])[] {
  const { said, statements, events } = voices(text);
  return statements
    .filter((s) => s.kind === "event" && events.find((e) => e.id === s.event)?.type === type)
    .map((s) => s.attribution.flatMap((id) => said.filter((a) => a.id === id).flatMap((a) => [a.source, a.stance])));
}

test("what somebody has not confirmed is not that somebody's word", () => {
  expect(eventVoices("The army has not confirmed that its soldiers fired at the crowd.", "violence.attack")).toEqual([[null, "alleges"]]);
});

test("what nobody has claimed nobody says", () => {
  expect(eventVoices("Nobody has claimed responsibility for the attack.", "violence.attack")).toEqual([[]]);
});

test("who accuses and blames is the source, whatever stands before whom he blames", () => {
  expect(eventVoices("The army blamed rebels for the ambush.", "violence.attack")).toEqual([["The army", "alleges"]]);
  expect(eventVoices("The army accused rebels of killing villagers.", "violence.killing")).toEqual([["The army", "alleges"]]);
});

test("what is asked for is the word of who asks, and what it is about is not", () => {
  expect(eventVoices("The protesters demanded the release of all prisoners.", "justice.release")).toEqual([["The protesters", "proposes"]]);
  expect(eventVoices("The opposition demanded an inquiry into the killing of the reporter.", "violence.killing")).toEqual([[]]);
  expect(eventVoices("The president promised to punish those who carried out the attack.", "violence.attack")).toEqual([[]]);
});

test("somebody called on to do something is asked to", () => {
  const { said } = voices("The party called on the government to ban street marches.");
  expect(said.map((a) => [a.source, a.stance])).toEqual([["The party", "proposes"]]);
});

/** Sources of the innermost attribution of what is said, outwards. */
function chain(text: string, content: string): readonly (string | null)[] {
  const { attributions } = read(plainReport(text, { published: "2021-05-14" }));
  const words = (s: readonly [number, number] | null): string | null => (s ? text.slice(s[0], s[1]) : null);
  const sources: (string | null)[] = [];
  let at = attributions.find((a) => a.content.some((c) => words(c) === content) && !attributions.some((b) => b.within === a.id));
  for (; at; at = attributions.find((a) => a.id === at?.within)) sources.push(words(at.sourceSpan));
  return sources;
}

test("a tag that closes its sentence names its speaker, whatever stands before it", () => {
  expect(chain("The road is shut, reports say.", "The road is shut")).toEqual(["reports"]);
  expect(chain("The road is shut, Radio Tamga's Mira Sand reports from Osh.", "The road is shut")).toEqual(["Mira Sand"]);
  expect(chain("His wife replied that he was too cruel, court records stated.", "that he was too cruel")).toEqual([
    "His wife",
    "court records",
  ]);
});

test("of two tags the second reports the first", () => {
  expect(chain("The road is shut, the ministry said, according to Radio Tamga.", "The road is shut")).toEqual([
    "the ministry",
    "Radio Tamga",
  ]);
  expect(chain('"The road is shut," the ministry said, AFP reported.', '"The road is shut,"')).toEqual(["the ministry", "AFP"]);
});

test("who is cited and quoted says it, and who cites him reports it", () => {
  expect(chain("The road is shut, Radio Tamga said, citing the ministry.", "The road is shut")).toEqual(["the ministry", "Radio Tamga"]);
  expect(chain("The minister was quoted by the Herald as saying that the talks had failed.", "that the talks had failed")).toEqual([
    "The minister",
    "Herald",
  ]);
});

test("an agency that was told is the outer link, by whatever words it is called", () => {
  expect(chain("The road is shut, the mayor told the AFP news agency.", "The road is shut")).toEqual(["the mayor", "the AFP news agency"]);
  expect(chain("In an interview with the Herald newspaper, the mayor said the road was shut.", "the road was shut")).toEqual([
    "the mayor",
    "the Herald newspaper",
  ]);
});

test("who speaks, asks or welcomes within another's words is the inner link", () => {
  expect(chain("The driver said a soldier told him that the road was mined.", "that the road was mined")).toEqual([
    "a soldier",
    "The driver",
  ]);
  expect(chain("The council had called on the ministry to act, a spokeswoman said.", "the ministry to act")).toEqual([
    "The council",
    "a spokeswoman",
  ]);
});

test("the message that something was said in is no part of it", () => {
  expect(chain("The group said in a statement posted online that it had left the city.", "that it had left the city")).toEqual([
    "The group",
  ]);
});

test("what is alleged and reported is nobody's in particular, and not the outlet's", () => {
  expect(eventVoices("Orr allegedly shot the guard and was arrested on Friday.", "violence.attack")).toEqual([[null, "alleges"]]);
  expect(eventVoices("Orr allegedly shot the guard and was arrested on Friday.", "security.arrest")).toEqual([[]]);
  expect(eventVoices("Orr allegedly beat a guard and threatened to bomb the station.", "violence.threat")).toEqual([[null, "alleges"]]);
  expect(eventVoices("Police said Orr allegedly shot the guard.", "violence.attack")).toEqual([[null, "alleges", "Police", "asserts"]]);
});

test("what is expected is expected, whoever says so", () => {
  const { said } = voices("The strike is expected to last until Friday, the union said.");
  expect(said.map((a) => [a.source, a.stance])).toEqual([["the union", "expects"]]);
});

test("a denied act is denied by who denies it, and took place for who says so", () => {
  const { events, statements } = voices("Two villages were shelled, residents said. The army denied the shelling.");
  expect(events.map((e) => [e.type, e.status])).toEqual([["violence.shelling", "occurred"]]);
  expect(statements.filter((s) => s.kind === "event")).toHaveLength(2);
  expect(eventVoices("He denied shooting the mayor.", "violence.attack")).toEqual([["He", "denies"]]);
});

test("a deed that somebody claims is claimed, and what it is told to have done is not", () => {
  expect(eventVoices("The rebels claimed an attack on a market.", "violence.attack")).toEqual([["The rebels", "claims"]]);
  expect(eventVoices("The rebels claimed that they were behind the raid.", "violence.attack")).toEqual([["The rebels", "claims"]]);
  const { statements } = voices("A rebel group claimed responsibility for an attack that killed six soldiers.");
  expect(statements.find((s) => s.kind === "toll")?.attribution).toEqual([]);
});

test("what was heard in court somebody alleged there", () => {
  expect(eventVoices("Orr stabbed the guard to death, the court heard.", "violence.killing")).toEqual([["the court", "alleges"]]);
});

test("'they' and 'it' speak as who spoke before", () => {
  const { said } = voices(
    "Prosecutors said Orr took a key. They said he had a knife. The army said the bridge was shut. It said the road was mined.",
  );
  expect(said.map((a) => a.stance)).toEqual(["alleges", "alleges", "asserts", "asserts"]);
  expect(said[3].name).toBe(said[2].name);
});

test("who puts a toll at a number is its source", () => {
  const { said, statements } = voices("A ferry caught fire off Port Almen. The ministry put the death toll at 26.");
  const toll = statements.find((s) => s.kind === "toll");
  expect(said.find((a) => a.id === toll?.attribution[0])).toMatchObject({ source: "The ministry", stance: "asserts" });
});

test("a source told by description is the noun; what is told of the speaker and his wish to stay unnamed is not said", () => {
  const sources = (text: string): readonly (string | null)[] => voices(text).said.map((a) => a.source);
  expect(sources("A person familiar with the talks said they had failed.")).toEqual(["A person"]);
  expect(sources("An official who asked not to be named said the men had left.")).toEqual(["An official"]);
  expect(eventVoices('"They came at night," recalled Ana Ruiz, 62, whose house was burned.', "violence.arson")).toEqual([[]]);
});

test("what somebody is accused of by somebody is the accuser's word", () => {
  expect(eventVoices("The driver was accused by prosecutors of killing a guard.", "violence.killing")).toEqual([
    ["prosecutors", "alleges"],
  ]);
});

test("who somebody is, police say; what befell him is known already", () => {
  expect(eventVoices("Police have identified the man an officer shot dead on Sunday.", "violence.killing")).toEqual([[]]);
});

test("hundreds of shops are shops, thousands of Islamists are Islamists", () => {
  const who = (text: string): readonly string[] =>
    voices(text).statements.flatMap((s) => (s.kind === "toll" && s.who ? [text.slice(s.who[0], s.who[1])] : []));
  expect(who("Hundreds of shops were smashed and looted in riots on Monday.")).toEqual(["shops"]);
  expect(who("Thousands of Islamists have been arrested since the army took power.")).toEqual(["Islamists"]);
});

test("who has not claimed an attack claims nothing", () => {
  const { statements } = voices("The rebels have not claimed credit for the bombing. The group did not claim responsibility for it.");
  expect(statements.filter((s) => s.kind === "event")).toMatchObject([{ attribution: [] }]);
});

test("what is asked for is told, with what only dates it behind", () => {
  const { statements } = voices(
    "Thousands of people marched through Tbilisi on Sunday to demand new elections, a day after police broke up a rally.",
  );
  expect(statements.filter((s) => s.kind === "remark")).toHaveLength(1);
});

test("what somebody is said or believed to be he does not say", () => {
  const sourcesOf = (text: string): readonly (string | null)[] =>
    findAll(plainReport(text), "attributions").attributions.map((a) => a.sourceSpan && text.slice(...a.sourceSpan));
  expect(sourcesOf("Police arrested a colonel said to be the ringleader.")).not.toContain("a colonel");
  expect(sourcesOf("Nine men, one of them believed to be the leader, were killed in a raid.")).not.toContain("Nine men");
  expect(sourcesOf("The colonel said the ringleader was hiding.")).toContain("The colonel");
});
