import { expect, test } from "vitest";
import type { Reading } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const reading = (text: string): Reading => read(plainReport(text, { published: "2015-05-14" }));

/** Events as "type status [triggers] doers". */
function told(text: string): readonly string[] {
  const r = reading(text);
  const words = ([start, end]: readonly [number, number]): string => r.report.text.slice(start, end);
  return r.events.map((e) => {
    const doers = e.roles.filter((f) => f.role === "perpetrator" || f.role === "authority").map((f) => words(f.span));
    return `${e.type} ${e.status} [${e.mentions.map(words).join(", ")}] ${doers.join(", ")}`;
  });
}

test("what police did and what those did whom they faced are two acts", () => {
  expect(told("The officer shot a man. Protesters hurled bottles at officers.")).toEqual([
    "violence.attack occurred [shot] The officer",
    "violence.attack occurred [hurled] Protesters",
  ]);
});

test("where nobody is said to have killed, the side told of first did, and not both", () => {
  const all = told("A student was shot dead when riot police stormed a college. Thugs on motorcycles beat up reporters.");
  expect(all).toContain("violence.killing occurred [shot dead, stormed] riot police");
  expect(all).toContain("violence.assault occurred [beat up] Thugs");
});

test("tear gas in one street is not what shot three men dead in another", () => {
  const all = told("Police shot dead three men in Dalpur. Near the mill they fired tear gas at a procession.");
  expect(all[0]).toBe("violence.killing occurred [shot dead] Police");
  expect(all).toHaveLength(2);
});

test("tear gas that nobody is said to have lobbed is that of the police whom the report speaks of", () => {
  const all = told("Police reached the mill at noon. The crowd grew. Stones flew. Tear gas shells were lobbed.");
  expect(all).toContain("violence.attack occurred [lobbed] Police");
});

const ARRESTS = [
  "Don held in Goa",
  "MLA taken into custody",
  "Two held with pistols",
  "Police rounded up 421 anti-socials.",
  "There had been 27 arrests by nightfall, a captain said.",
  "The arrests now total 52.",
  "Two more people have been held.",
  "Police have two men in custody.",
  "A man was booked into jail on a murder count.",
  "Six suspects are helping police with their inquiries.",
];

test.each(ARRESTS)("somebody was arrested: '%s'", (text) => {
  expect(told(text).join("\n")).toMatch(/^security\.arrest (occurred|ongoing)/m);
});

const NO_ARRESTS = [
  "Talks held in Goa",
  "Several wounded men were hauled away by fellow protesters.",
  "The two were held hostage for a week.",
  "The mayor was held in high esteem.",
  "Scores of men were held in readiness.",
  "The minister was held responsible for the losses.",
  "Arrests fell by a fifth last year.",
];

test.each(NO_ARRESTS)("nobody was arrested: '%s'", (text) => {
  expect(told(text).join("\n")).not.toMatch(/security\.arrest/);
});

const FORCE = [
  "Officers clobbered hawkers and journalists.",
  "The cops pinned a student to the ground.",
  "The agitators were forcibly evicted by the police.",
  "The marchers were charged by mounted police.",
  "Police forced the crowd back with rubber bullets.",
  "An officer used a stun gun on the man.",
];

test.each(FORCE)("police used force: '%s'", (text) => {
  expect(told(text).join("\n")).toMatch(/^violence\.(attack|assault) occurred \[.*\] .*(officer|cops|police)/im);
});

test("police who did not answer a reporter left nothing undone", () => {
  expect(told("Police did not respond to requests for comment.")).toEqual([]);
  expect(told("Police did not respond to the calls of the shopkeepers.").join()).toContain("security.deployment not-occurred");
});

test("the killing that names police before it and its victim behind it is theirs, a policeman's killing his own", () => {
  expect(told("The police killing of a student has inflamed the campus.")[0]).toContain("] police");
  expect(told("The policeman killing led to raids.").join()).not.toContain("] policeman");
});

const SHOT_BY_POLICE = [
  "Two people were shot dead after police fired on a crowd.",
  "A man was shot and killed after officers opened fire.",
  "A man was shot dead as police tried to arrest him.",
];

test.each(SHOT_BY_POLICE)("who was shot while or after police fired was shot by them: '%s'", (text) => {
  expect(told(text)[0]).toMatch(/^violence\.killing occurred \[.*\] .*(police|officers)/);
});

test("a policeman who was shot as police moved in was shot by somebody else", () => {
  expect(told("A policeman was shot dead as officers tried to arrest a man.")[0]).toBe("violence.killing occurred [shot dead] ");
});

test("a mob's rampage is no part of the fight between police and gunmen that the report tells of behind it", () => {
  const all = told("Nineteen people were killed as mobs went on the rampage. In the port, police fought gunmen for hours.");
  expect(all.some((e) => e.includes("rampage") && e.includes("police"))).toBe(false);
});

test.each([
  ["Police opened fire on a mob torching a cinema.", "violence.arson occurred [torching] a mob"],
  ["Police arrested a man throwing stones.", "violence.attack occurred [throwing] a man"],
  ["Police entered the campus, beating students.", "violence.assault occurred [beating] Police"],
])("what those do whom police face is not what police do: '%s'", (text, event) => {
  expect(told(text)).toContain(event);
});

test.each([
  ["The army has been told to shoot looters.", "violence.attack planned [shoot] The army"],
  ["Police were given the power to shoot.", "violence.attack planned [shoot] Police"],
  ["Officer shoots, kills man in motel parking lot", "violence.killing occurred [shoots, kills] Officer"],
  ["Lawmen shot dead two robbers in Tondo.", "violence.killing occurred [shot dead] Lawmen"],
  ["A policeman shot himself.", "violence.attack occurred [shot] "],
  ["Police kept away from the area for a whole day.", "security.deployment not-occurred [kept away] Police"],
])("what police were told to do, do to themselves or leave undone: '%s'", (text, event) => {
  expect(told(text)).toContain(event);
});

test("fake policemen and former officers are no police", () => {
  expect(told("The police took the mill. Fake policemen robbed a jeweller.").join()).not.toContain("authority");
  expect(told("Fake policemen arrested a jeweller.")[0]).not.toContain("violence");
});

test("whom a mob murdered is none of the dead of police fire", () => {
  const r = reading(
    "The troops fired on an assembly on Sunday. Police fired on it too. On Thursday three managers were murdered by the mob.",
  );
  const toll = r.statements.find((s) => s.kind === "toll" && s.effect === "killed");
  expect(r.events.find((e) => e.id === toll?.event)?.type).toBe("violence.killing");
});

const SHOT_AT_THEIRS = [
  "The man lunged at the officers with a knife and was shot dead.",
  "Two men were shot dead during a police raid on a flat.",
  "A man was shot dead when police raided his flat.",
  "Police said that three pushers were killed in a buy-bust operation in Cebu.",
];

test.each(SHOT_AT_THEIRS)("who was shot at what police do was shot by them: '%s'", (text) => {
  expect(told(text).join("\n")).toMatch(/violence\.killing occurred \[.*\] .*([Oo]fficers|[Pp]olice)/);
});

test("who went at somebody else and was shot was shot by nobody that is said", () => {
  expect(told("The man lunged at a guard with a knife and was shot dead.")[0]).toBe("violence.killing occurred [shot dead] ");
});

test("a fight of two groups is not what police did about it", () => {
  const all = told("A constable was among three killed when two groups traded gunfire in Dalpur. Jawans of the PAC later opened fire.");
  expect(all[0]).toMatch(/^violence\.clash occurred \[traded gunfire\] $/);
  expect(all[1]).toMatch(/opened fire/);
});

test("fresh violence is more than the fire of police that the headline tells of", () => {
  const all = told("Two fall to police bullets\n\nFresh violence erupted in Dalpur on Monday after a mob set two shops ablaze.");
  expect(all[0]).toBe("violence.attack occurred [bullets] police");
});

test("soldiers who turn up next did not make the arrests told before", () => {
  const all = told("Thirty persons were rounded up in Dalpur. The army staged a flag march in the town.");
  expect(all[0]).toBe("security.arrest occurred [rounded up] ");
});

test("an officer behind the age of the dead is who killed", () => {
  expect(told("The protests began after the killing of Dan Pruitt, 31, by a patrol officer on May 2.").join("\n")).toMatch(
    /violence\.killing occurred \[killing\] a patrol officer/,
  );
});

test("whom police might kill is none of those hurt by the act told before", () => {
  const all = told(
    "Two policemen were wounded when a pusher threw a grenade at them. The mayor offered a bounty for each lord whom the police would kill.",
  );
  expect(all[0]).toBe("violence.attack occurred [threw] a pusher");
});

test.each([
  ["Five suspected kidnappers were neutralised by operatives of the anti-robbery squad.", "operatives of the anti-robbery squad"],
  ["Operatives of the mobile police stormed the den. They killed three men.", "Operatives of the mobile police"],
])("who serves in a body of police did it: '%s'", (text, doer) => {
  expect(told(text).join("\n")).toMatch(new RegExp(`violence\\.killing occurred \\[.*\\] ${doer}`));
});

test("jawans of a body of police are police", () => {
  const r = reading("Jawans of the PAC reached the mill. They opened fire on the crowd.");
  expect(r.actors.find((a) => a.name.startsWith("Jawans"))?.standing).toBe("police");
});

test("who is seen to shoot is not who sees it", () => {
  expect(told("Reporters saw an officer kick and then shoot two youths.").join("\n")).toMatch(/\[shoot\] officer/);
});

test("what kills nobody killed none of those told of next", () => {
  const all = told(
    "A trader was shot dead on Monday. On Tuesday police fired tear gas at marchers. The opposition put the number of dead at 30.",
  );
  expect(all.filter((e) => e.includes("dead"))).toEqual([expect.stringMatching(/shot dead/)]);
});

test("'in another incident' turns to another act", () => {
  const all = told("The police resorted to a lathi-charge at Dalpur. In another incident, two persons were attacked with swords.");
  expect(all).toContain("violence.attack occurred [attacked] ");
});

test("soldiers who were called in made no arrests yet", () => {
  const all = told("The army was called in. By evening 45 people had been taken into custody.");
  expect(all).toContain("security.arrest occurred [taken into custody] ");
});
