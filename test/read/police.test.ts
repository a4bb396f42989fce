import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

/** Sentence, type, status, who acted (null where nobody is said to), then role=words that must be among the fillers. */
type Row = readonly [sentence: string, type: string, status: string, by: string | null, ...roles: string[]];

const FORCE: readonly Row[] = [
  ["Police opened fire on the mob in Keralpur, killing two persons.", "violence.attack", "occurred", "Police", "target=the mob"],
  ["Policemen fired in the air to scare away the rioters.", "violence.attack", "occurred", "Policemen"],
  ["Police fired several rounds in the air.", "violence.attack", "occurred", "Police", "weapon=several rounds"],
  ["Four rounds were fired by the police.", "violence.attack", "occurred", "the police"],
  ["The police resorted to firing after the crowd refused to leave.", "violence.attack", "occurred", "The police"],
  ["Two persons were killed in police firing in Dhanpur on Sunday.", "violence.attack", "occurred", "police", "victim=Two persons"],
  ["Three people died in police firing.", "violence.attack", "occurred", "police", "victim=Three people"],
  ["3 killed in police firing", "violence.attack", "occurred", "police", "victim=3"],
  ["Police firing claimed three lives in the town.", "violence.attack", "occurred", "Police"],
  ["Police fire on protesters, 3 dead", "violence.attack", "occurred", "Police"],
  ["In the firing, two persons were killed.", "violence.attack", "occurred", null, "victim=two persons"],
  ["The police reached the market. They fired 20 rounds at the crowd.", "violence.attack", "occurred", "The police", "target=the crowd"],
  ["Five persons were injured when police opened fire on a crowd.", "violence.attack", "occurred", "police", "victim=Five persons"],
  ["The police had to open fire to control the situation.", "violence.attack", "occurred", "The police"],
  ["Police broke up a rally with tear gas on Friday.", "violence.attack", "occurred", "Police", "weapon=tear gas"],
  ["Police broke up a rally with water cannon and batons.", "violence.attack", "occurred", "Police"],
  ["Police fired tear gas shells at the crowd.", "violence.attack", "occurred", "Police", "target=the crowd"],
  ["Police lobbed teargas shells to disperse the mob.", "violence.attack", "occurred", "Police", "weapon=teargas shells"],
  ["Police burst teargas shells outside the mosque.", "violence.attack", "occurred", "Police", "weapon=teargas shells"],
  ["Border guards fired on the villagers, killing two.", "violence.attack", "occurred", "Border guards", "target=the villagers"],
  ["Rapid Action Force personnel fired rubber bullets at students.", "violence.attack", "occurred", "Rapid Action Force personnel"],
  ["The police lathicharged the crowd.", "violence.assault", "occurred", "The police", "victim=the crowd"],
  ["The crowd was lathicharged by the police.", "violence.assault", "occurred", "the police"],
  ["The cops lathi-charged the protesters.", "violence.assault", "occurred", "The cops", "victim=the protesters"],
  ["The police resorted to a lathi charge.", "violence.assault", "occurred", "The police"],
  ["The lathi-charge by the police left 20 people injured.", "violence.assault", "occurred", "the police"],
  ["Police used force to disperse the crowd.", "violence.assault", "occurred", "Police"],
  ["Police used batons against the protesters.", "violence.assault", "occurred", "Police", "weapon=batons"],
  ["Two youths were beaten up by policemen inside the mosque.", "violence.assault", "occurred", "policemen", "victim=Two youths"],
  ["Police firing left two persons dead.", "violence.attack", "occurred", "Police"],
  ["Constables baton-charged the demonstrators near the town hall.", "violence.assault", "occurred", "Constables"],
  ["Police shot and wounded a 19-year-old in Harwell.", "violence.attack", "occurred", "Police", "victim=a 19-year-old"],
  ["A protester was shot in the leg by police.", "violence.attack", "occurred", "police", "victim=A protester"],
  ["Police were forced to open fire in the air.", "violence.attack", "occurred", "Police"],
  ["Police lobbed shells of tear gas while stones rained from rooftops.", "violence.attack", "occurred", "Police"],
  ["Policemen were seen beating women with lathis.", "violence.assault", "occurred", "Policemen", "victim=women"],
  ["PAC men entered the houses and dragged out the boys.", "violence.assault", "occurred", "PAC men", "victim=the boys"],
  ["The policemen rained blows on the students.", "violence.assault", "occurred", "The policemen"],
  ["The force used by the police was excessive.", "violence.assault", "occurred", "the police"],
  ["Constables kicked a rickshaw puller.", "violence.assault", "occurred", "Constables", "victim=a rickshaw puller"],
  ["Water cannons were used against the marchers.", "violence.attack", "occurred", null],
  ["A mild lathicharge was ordered by the inspector.", "violence.assault", "occurred", "the inspector"],
  ["The toll in Monday's police firing rose to four.", "violence.attack", "occurred", "police"],
  ["Mounted police charged into the crowd.", "violence.assault", "occurred", "police"],
  ["Firing by the police in Delpur left one person injured.", "violence.attack", "occurred", "the police"],
  ["The police answered the stones with tear gas.", "violence.attack", "occurred", "The police", "weapon=tear gas"],
  ["Riot police dispersed the nurses with pepper spray.", "violence.attack", "occurred", "Riot police", "target=the nurses"],
  ["The marchers were met with water cannon.", "violence.attack", "occurred", null, "target=The marchers"],
  ["Constables charged the crowd with bamboo sticks and batons.", "violence.assault", "occurred", "Constables", "victim=the crowd"],
  ["Ten rounds were fired to disperse the mob, the police commissioner said.", "violence.attack", "occurred", "the police commissioner"],
  ["Rubber bullets were fired when police entered the hostel.", "violence.attack", "occurred", "police"],
  ["Police scattered the pickets by shooting over their heads.", "violence.attack", "occurred", "Police"],
  ["Two constables returned fire.", "violence.attack", "occurred", "Two constables"],
  ["A constable struck a hawker with a baton.", "violence.assault", "occurred", "A constable", "victim=a hawker"],
  ["Prisoners said they were kicked, slapped and beaten at the police station.", "violence.assault", "occurred", "the police station"],
  ["Anger grew over the fatal police shooting of a baker.", "violence.attack", "occurred", "police", "victim=a baker"],
  ["Students protested against police brutality.", "violence.assault", "occurred", "police"],
  ["An old man was pushed to the ground by police.", "violence.assault", "occurred", "police", "victim=An old man"],
  ["Firing was resorted to near the bridge, the police commissioner said.", "violence.attack", "occurred", "the police commissioner"],
  ["Marchers complained of police beatings.", "violence.assault", "occurred", "police"],
  ["Villagers protested against the beating of a farmer by the police on Tuesday.", "violence.assault", "occurred", "the police"],
];

const KILLINGS: readonly Row[] = [
  ["A youth was shot dead by the police in the old city.", "violence.killing", "occurred", "the police", "victim=A youth"],
  ["Police shot dead three rioters.", "violence.killing", "occurred", "Police", "victim=three rioters"],
  ["A trader, wanted in four cases, was shot dead by police at Ramkot.", "violence.killing", "occurred", "police", "victim=A trader"],
  ["A weaver died in custody at the old police station.", "violence.killing", "occurred", "police", "victim=A weaver"],
  ["The deputies walked out over the killing of a weaver by the police on Tuesday.", "violence.killing", "occurred", "the police"],
  ["A dacoit was eliminated by the police on Friday.", "violence.killing", "occurred", "the police", "victim=A dacoit"],
  ["A constable fatally shot a man at the toll gate.", "violence.killing", "occurred", "A constable", "victim=a man"],
  ["The police shot down two brothers at Ramkot.", "violence.killing", "occurred", "The police", "victim=two brothers"],
  ["Military police left nine people dead in the hill district.", "violence.killing", "occurred", "Military police", "victim=nine people"],
  ["The death of a potter in police custody caused an uproar.", "violence.killing", "occurred", "police", "victim=a potter"],
  ["The deceased was hit by a police bullet.", "violence.killing", "occurred", "police"],
  ["A weaver died at the hands of the police.", "violence.killing", "occurred", "the police", "victim=A weaver"],
];

const ARRESTS: readonly Row[] = [
  ["Police rounded up 40 people from the two communities.", "security.arrest", "occurred", "Police", "defendant=40 people"],
  ["The police took into custody eleven men.", "security.arrest", "occurred", "The police", "defendant=eleven men"],
  ["As many as 60 persons have been detained by the police.", "security.arrest", "occurred", "the police", "defendant=60 persons"],
  ["Police booked three men for rioting.", "justice.charge", "occurred", "Police", "offence=rioting"],
  ["Police picked up seven suspects from the village.", "security.arrest", "occurred", "Police", "defendant=seven suspects"],
  ["Sixteen rioters were nabbed by the police.", "security.arrest", "occurred", "the police", "defendant=Sixteen rioters"],
  ["Police raided a house. Two men were arrested.", "security.arrest", "occurred", "Police", "defendant=Two men"],
  ["Five held for stone-pelting in Mirzanagar.", "security.arrest", "occurred", null, "defendant=Five"],
  ["Seven villagers were picked up from their homes.", "security.arrest", "occurred", null, "defendant=Seven villagers"],
  ["Police whisked away two leaders of the outfit.", "security.arrest", "occurred", "Police"],
  ["More than 200 people were herded into vans by the police.", "security.arrest", "occurred", "the police"],
  ["Eleven rioters were sent to jail.", "security.arrest", "occurred", null, "defendant=Eleven rioters"],
  ["Two killers of the trader are behind bars.", "security.arrest", "occurred", null],
  ["Three men were arrested from a lodge, police said.", "security.arrest", "occurred", "police", "defendant=Three men"],
  ["Nine villagers were sent behind bars.", "security.arrest", "occurred", null, "defendant=Nine villagers"],
  ["The constables dragged off the marchers in a bus.", "security.arrest", "occurred", "The constables"],
  ["Four men were held after a police raid.", "security.raid", "occurred", "police"],
  ["The constables threw the editor into a van.", "security.arrest", "occurred", "The constables", "defendant=the editor"],
  ["The mayor spent the night in a police cell.", "security.arrest", "occurred", null, "defendant=The mayor"],
  ["The editor was led away in handcuffs.", "security.arrest", "occurred", null, "defendant=The editor"],
  ["Police are holding six members of the gang.", "security.arrest", "ongoing", "Police", "defendant=six members of the gang"],
  ["The officers hauled off a dozen pickets.", "security.arrest", "occurred", "The officers"],
  ["A clerk was arrested on Sunday.", "security.arrest", "occurred", null, "defendant=A clerk"],
  [
    "Police registered a case against 200 unidentified persons.",
    "justice.charge",
    "occurred",
    "Police",
    "defendant=200 unidentified persons",
  ],
  ["Officers raided several houses and seized swords.", "security.seizure", "occurred", "Officers", "target=swords"],
  ["Three men were picked up for questioning on Tuesday.", "security.arrest", "occurred", null, "defendant=Three men"],
  ["Six arrests were made on Sunday.", "security.arrest", "occurred", null],
  ["Two thieves were handed over to the police by villagers.", "security.arrest", "occurred", "the police", "defendant=Two thieves"],
  ["Rioters were booked under TADA.", "justice.charge", "occurred", null, "defendant=Rioters"],
  ["A case has been registered against 15 people.", "justice.charge", "occurred", null],
  ["Delvi Police recovered 20 bags of nitrate.", "security.seizure", "occurred", "Delvi Police", "target=20 bags of nitrate"],
  ["As many as 73 troublemakers were rounded up overnight.", "security.arrest", "occurred", null],
  ["Five youths were whisked away in a police van.", "security.arrest", "occurred", null, "defendant=Five youths"],
  ["A clerk was held for supplying pistols.", "security.arrest", "occurred", null, "defendant=A clerk"],
  ["Three persons were held under the Gangsters Act.", "security.arrest", "occurred", null, "defendant=Three persons"],
  ["The trader was sent to judicial custody.", "security.arrest", "occurred", null, "defendant=The trader"],
  ["The escaped convicts were caught within hours.", "security.arrest", "occurred", null],
  ["Police took the president of the outfit into custody.", "security.arrest", "occurred", "Police"],
  ["A weaver was arrested and taken to court by the Dalpur police.", "security.arrest", "occurred", "the Dalpur police"],
  ["A rebel was arrested from a lodge. Police said he was wanted in four cases.", "security.arrest", "occurred", "Police"],
];

const OTHER_DEEDS: readonly Row[] = [
  ["Police imposed curfew in the walled city.", "policy.law", "occurred", "Police", "measure=curfew"],
  ["An indefinite curfew was clamped in the town.", "policy.law", "occurred", null],
  ["The police dispersed the mob.", "security.deployment", "occurred", "The police", "target=the mob"],
  ["Security men were deployed in strength in the town.", "security.deployment", "occurred", "Security men"],
  ["Two companies of the Rapid Action Force were deployed.", "security.deployment", "occurred", "Two companies of the Rapid Action Force"],
  ["The army was called out in Rajkot Road.", "security.deployment", "occurred", "The army"],
  ["Police carried out a flag march in the town.", "security.deployment", "occurred", "Police"],
  ["Shoot-at-sight orders have been issued in the town.", "policy.law", "occurred", null],
  ["Prohibitory orders were promulgated in five areas.", "policy.law", "occurred", null],
  ["The police escorted the women to a camp.", "movement.evacuation", "occurred", "The police", "victim=the women"],
  ["The collector summoned the Army late in the evening.", "security.deployment", "occurred", "the Army"],
  ["The police brought the situation under control.", "security.deployment", "occurred", "The police"],
  ["The police swung into action after an hour.", "security.deployment", "occurred", "The police"],
];

const NOT_DONE: readonly Row[] = [
  ["No arrests were made.", "security.arrest", "not-occurred", null],
  ["No one has been arrested so far.", "security.arrest", "not-occurred", null],
  ["None of the accused has been arrested.", "security.arrest", "not-occurred", null],
  ["Police have arrested no one yet.", "security.arrest", "not-occurred", "Police"],
  ["The police arrived late.", "security.deployment", "not-occurred", "The police"],
  ["The police failed to turn up.", "security.deployment", "not-occurred", "The police"],
  ["The police were outnumbered and fled the scene.", "security.deployment", "not-occurred", "The police"],
  ["The police failed to reach the spot in time.", "security.deployment", "not-occurred", "The police"],
  ["The police have not made any arrests.", "security.arrest", "not-occurred", "The police"],
  ["The police are yet to arrest the culprits.", "security.arrest", "not-occurred", "The police"],
  ["The police have yet to arrest a single suspect.", "security.arrest", "not-occurred", "The police"],
  ["Residents deplored the failure of the police to protect the bazaar.", "security.deployment", "not-occurred", "the police"],
  ["The men in khaki watched as the shops were looted.", "security.deployment", "not-occurred", "The men"],
  ["The police told the survivors to fend for themselves.", "security.deployment", "not-occurred", "The police"],
  ["The two constables slept through the robbery.", "security.deployment", "not-occurred", "The two constables"],
  ["The complaints lodged with the police were never acted upon.", "security.deployment", "not-occurred", "the police"],
  ["The inspector drove past the burning shops.", "security.deployment", "not-occurred", "The inspector"],
  ["The phone calls to the police produced nothing.", "security.deployment", "not-occurred", "the police"],
  ["The police were in collusion with the landlords.", "security.deployment", "not-occurred", "The police"],
  ["The constables stood silent.", "security.deployment", "not-occurred", "The constables"],
  ["The villagers alerted the police, but no officers were sent.", "security.deployment", "not-occurred", "officers"],
  ["Police turned the girl's family away.", "security.deployment", "not-occurred", "Police"],
  ["It took the police three hours to reach the colony.", "security.deployment", "not-occurred", "the police"],
  ["The police were late in reaching the temple.", "security.deployment", "not-occurred", "The police"],
  ["A police picket was posted at the gate, but no help was forthcoming.", "security.deployment", "not-occurred", "police"],
  ["The nearest police station did not react.", "security.deployment", "not-occurred", "The nearest police station"],
  ["The police failed to arrest the culprits.", "security.arrest", "not-occurred", "The police"],
  ["The police did not open fire.", "violence.attack", "not-occurred", "The police"],
  ["The police did nothing to stop the mob.", "security.deployment", "not-occurred", "The police"],
  ["Police stood by as mobs set fire to shops.", "security.deployment", "not-occurred", "Police"],
  ["The police were mute spectators.", "security.deployment", "not-occurred", "The police"],
  ["The police failed to act in time.", "security.deployment", "not-occurred", "The police"],
  ["Police did not intervene.", "security.deployment", "not-occurred", "Police"],
  ["The police refused to register a complaint.", "justice.charge", "not-occurred", "The police"],
  ["Frantic calls to the police went unanswered.", "security.deployment", "not-occurred", "the police"],
  ["The police were told at once. Nobody came.", "security.deployment", "not-occurred", "The police"],
  ["Police arrived four hours after the mob had left.", "security.deployment", "not-occurred", "Police"],
  ["There was no policeman in sight when the attack took place.", "security.deployment", "not-occurred", "policeman"],
  ["The SSP was nowhere to be seen.", "security.deployment", "not-occurred", "The SSP"],
  ["The police were conspicuous by their absence.", "security.deployment", "not-occurred", "The police"],
  ["The force reached the spot only after the shops had been gutted.", "security.deployment", "not-occurred", "The force"],
  ["He said the police had been slow to respond.", "security.deployment", "not-occurred", "the police"],
  ["Police allegedly sided with the attackers.", "security.deployment", "not-occurred", "Police"],
  ["PAC men stood by as shops burned.", "security.deployment", "not-occurred", "PAC men"],
  ["The police had no orders to save them.", "security.deployment", "not-occurred", "The police"],
  ["The officers merely watched.", "security.deployment", "not-occurred", "The officers"],
  ["The mob burnt shops for six hours but no police help came.", "security.deployment", "not-occurred", "police"],
  ["No police van came to the colony.", "security.deployment", "not-occurred", "police"],
  ["Not one policeman came when the houses burned.", "security.deployment", "not-occurred", "Not one policeman"],
  ["There was not a single policeman around.", "security.deployment", "not-occurred", "a single policeman"],
  [
    "The guards at the gate were onlookers, and a constable did not even try to stop the mob.",
    "security.deployment",
    "not-occurred",
    "a constable",
  ],
  ["The police made no attempt to disperse the rioters.", "security.deployment", "not-occurred", "The police"],
  ["Police ignored their pleas for help.", "security.deployment", "not-occurred", "Police"],
  ["The police arrived at the scene two hours late.", "security.deployment", "not-occurred", "The police"],
  ["The callers said that help from the police station never arrived.", "security.deployment", "not-occurred", "police"],
  ["The area was left without any police cover.", "security.deployment", "not-occurred", "any police"],
  ["The residents waited in vain for the police.", "security.deployment", "not-occurred", "the police"],
  ["Had the police arrested the leaders, the riot could have been averted.", "security.arrest", "not-occurred", "the police"],
];

const NOT_YET: readonly Row[] = [
  ["Police may use force if the crowd returns.", "violence.assault", "possible", "Police"],
  ["If the crowd attacks again, police will open fire.", "violence.attack", "possible", "police"],
  ["Police will arrest the culprits soon, the minister said.", "security.arrest", "planned", "Police"],
  ["The court asked the police to arrest the men.", "security.arrest", "planned", "the police"],
  ['The crowd shouted "Arrest the killers!"', "security.arrest", "planned", null],
  ["The deputies demanded that police arrest the contractor.", "security.arrest", "planned", "police"],
  ["The judge issued a warrant for the arrest of the mayor.", "security.arrest", "planned", null],
  ["Police were ordered to fire.", "violence.attack", "planned", "Police"],
];

function check([sentence, type, status, by, ...roles]: Row): void {
  const r = read(plainReport(sentence, { published: "2002-05-14" }));
  const words = ([start, end]: readonly [number, number]): string => r.report.text.slice(start, end);
  const told = r.events.map((e) => `${e.type} ${e.status}`);
  expect(told, sentence).toContain(`${type} ${status}`);
  const e = r.events.find((x) => x.type === type && x.status === status);
  const fillers = (e?.roles ?? []).map((f) => `${f.role}=${words(f.span)}`);
  const doers = (e?.roles ?? []).filter((f) => f.role === "authority" || f.role === "perpetrator").map((f) => words(f.span));
  expect(doers, sentence).toEqual(by === null ? [] : [by]);
  for (const role of roles) expect(fillers, sentence).toContain(role);
}

test.each(FORCE)("police used force: '%s'", (...row) => check(row as unknown as Row));
test.each(KILLINGS)("police killed: '%s'", (...row) => check(row as unknown as Row));
test.each(ARRESTS)("police arrested, charged or seized: '%s'", (...row) => check(row as unknown as Row));
test.each(OTHER_DEEDS)("police did something else: '%s'", (...row) => check(row as unknown as Row));
test.each(NOT_DONE)("police did not do it: '%s'", (...row) => check(row as unknown as Row));
test.each(NOT_YET)("police had not done it yet: '%s'", (...row) => check(row as unknown as Row));

test("police who shoot are the authority, police who are said to have killed its perpetrator", () => {
  const of = (text: string): readonly string[] =>
    read(plainReport(text, { published: "2002-05-14" })).events.flatMap((e) => e.roles.map((f) => f.role));
  expect(of("Police opened fire on a crowd.")).toContain("authority");
  expect(of("Police killed a student.")).toContain("perpetrator");
});

test("whom police fight is the other side of the clash, whoever shot first", () => {
  const r = read(
    plainReport("Two rebels were killed in an encounter with police. The rebels had opened fire.", { published: "2002-05-14" }),
  );
  const clash = r.events.find((e) => e.type === "violence.clash");
  expect(clash?.roles.some((f) => f.role === "authority")).toBe(true);
  expect(clash?.roles.some((f) => f.role === "perpetrator")).toBe(false);
});

test("who did not come is told of only where police are spoken of", () => {
  const types = (text: string): readonly string[] => read(plainReport(text, { published: "2002-05-14" })).events.map((e) => e.type);
  expect(types("Nobody came to the party.")).toEqual([]);
  expect(types("Nobody came to their rescue, though the police post was across the road.")).toContain("security.deployment");
});

test("whom the report clears did not do it", () => {
  const r = read(plainReport("The men had been killed by rioters and not by the police.", { published: "2002-05-14" }));
  const doers = r.events.flatMap((e) => e.roles.filter((f) => f.role === "perpetrator").map((f) => r.report.text.slice(...f.span)));
  expect(doers).toEqual(["rioters"]);
});

test("police who stand by in case of trouble leave nothing undone", () => {
  const r = read(
    plainReport("Police were standing by in case of trouble. They had come to the rescue of a boy.", { published: "2002-05-14" }),
  );
  expect(r.events.filter((e) => e.status === "not-occurred")).toEqual([]);
});

test("constables who joined in the looting looted", () => {
  const r = read(plainReport("Some constables joined in the looting, residents alleged.", { published: "2002-05-14" }));
  const looting = r.events.find((e) => e.type === "violence.robbery");
  expect(looting?.roles.map((f) => `${f.role}=${r.report.text.slice(...f.span)}`)).toContain("perpetrator=Some constables");
});

test("firing that police deny is told with their denial, and by nobody else", () => {
  const r = read(plainReport("The police denied firing on the crowd.", { published: "2002-05-14" }));
  const firing = r.events.find((e) => e.type === "violence.attack");
  const stances = r.statements
    .filter((s) => s.kind === "event" && s.event === firing?.id)
    .map((s) => r.attributions.find((a) => a.id === s.attribution[0])?.stance);
  expect(stances).toEqual(["denies"]);
});

test("a rifle that was looted once and is found now does not make its looting the lead", () => {
  const r = read(
    plainReport("Two men were arrested at Dalpur. A looted police rifle and 30 rounds were recovered from them.", {
      published: "2002-05-14",
    }),
  );
  expect(r.events.find((e) => e.id === r.lead)?.type).toBe("security.arrest");
});
