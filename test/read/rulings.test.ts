import { expect, test } from "vitest";
import type { Event, Reading } from "../../src/model/reading.js";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

const reading = (text: string): Reading => read(plainReport(text, { published: "2024-10-11" }));
const events = (r: Reading, type: Event["type"]): readonly Event[] => r.events.filter((e) => e.type === type);
const event = (r: Reading, type: Event["type"]): Event => {
  const [found] = events(r, type);
  expect(found, `no ${type} among ${r.events.map((e) => e.type).join(", ")}`).toBeDefined();
  return found;
};
const roles = (r: Reading, type: Event["type"], role: string): readonly string[] =>
  event(r, type)
    .roles.filter((f) => f.role === role)
    .map((f) => r.report.text.slice(...f.span));
const days = (e: Event) => `${e.earliest}..${e.latest}`;

test("a plea is to what stands behind its 'to', before the court that hears it and the day", () => {
  const smuggling = reading("Two cousins have pleaded guilty to smuggling migrants at Ashford Crown Court.");
  expect(roles(smuggling, "justice.conviction", "offence")).toEqual(["smuggling migrants"]);
  expect(roles(smuggling, "justice.conviction", "authority")).toEqual(["Ashford Crown Court"]);
  const counts = reading("The accused, Sizwe Nkuna, pleaded guilty to 14 counts of rape in the Polokwane High Court on Monday.");
  expect(roles(counts, "justice.conviction", "offence")).toEqual(["14 counts of rape"]);
  expect(roles(counts, "justice.conviction", "authority")).toEqual(["the Polokwane High Court"]);
  const denied = reading(
    "A former councillor on Tuesday pleaded not guilty to the murder of a land campaigner whose body was found in a quarry.",
  );
  expect(roles(denied, "justice.trial", "offence")).toEqual(["the murder of a land campaigner"]);
});

test("a plea of not guilty says nothing of the deed in the words of who pleads", () => {
  const r = reading("A former councillor on Tuesday pleaded not guilty to the murder of a land campaigner.");
  expect(r.statements.flatMap((s) => s.attribution)).toEqual([]);
});

test("what somebody admits to a court is a plea", () => {
  const r = reading("Owen Price, 31, admitted causing death by dangerous driving at Swansea Crown Court on Monday.");
  expect(roles(r, "justice.conviction", "defendant")).toEqual(["Owen Price"]);
  expect(roles(r, "justice.conviction", "authority")).toEqual(["Swansea Crown Court"]);
  expect(events(reading("The minister admitted taking the money in an interview on Monday."), "justice.conviction")).toEqual([]);
});

test("whom police book for a crime they charge", () => {
  const booked = reading("Police have booked eight men for murder and rioting, officials said on Thursday.");
  expect(roles(booked, "justice.charge", "defendant")).toEqual(["eight men"]);
  expect(roles(booked, "justice.charge", "authority")).toEqual(["Police"]);
  expect(roles(booked, "justice.charge", "offence")).toEqual(["murder", "rioting"]);
  const headline = reading("Rampur: Eight booked for lynching of cattle trader, 3 held");
  expect(roles(headline, "justice.charge", "defendant")).toEqual(["Eight"]);
  expect(headline.statements.flatMap((s) => s.attribution)).toEqual([]);
  expect(events(reading("The family booked two rooms for the holiday."), "justice.charge")).toEqual([]);
});

test("what a higher court upholds or changes it rules on, for the same deed", () => {
  const r = reading(
    "The Federal Court on Monday upheld the conviction of a former guard for murdering a Nepali interpreter in 2009 but commuted his death sentence to 35 years in prison.",
  );
  expect(roles(r, "justice.conviction", "authority")).toEqual(["The Federal Court"]);
  expect(roles(r, "justice.conviction", "defendant")).toEqual(["a former guard"]);
  expect(roles(r, "justice.conviction", "offence")).toEqual(["murdering a Nepali interpreter in 2009"]);
  expect(days(event(r, "justice.conviction"))).toBe("2024-10-07..2024-10-07");
  expect(roles(r, "justice.sentence", "penalty")).toEqual(["35 years in prison"]);
  expect(roles(r, "violence.killing", "perpetrator")).toEqual(["a former guard"]);
  expect(days(event(r, "violence.killing"))).toBe("2009-01-01..2009-12-31");
});

test("whose term a court cuts or confirms is who stands behind the term", () => {
  const cut = reading("The Court of Appeal in London cut the minimum term of a poacher from 25 years to 21.");
  expect(roles(cut, "justice.sentence", "defendant")).toEqual(["a poacher"]);
  expect(roles(cut, "justice.sentence", "penalty")).toEqual(["21"]);
  const death = reading("Ghana's Supreme Court has affirmed the death sentence imposed on a pastor for killing a church member.");
  expect(roles(death, "justice.sentence", "defendant")).toEqual(["a pastor"]);
  expect(roles(death, "justice.sentence", "offence")).toEqual(["killing a church member"]);
  const reduced = reading("Milo Verner's sentence was reduced on Tuesday to 12 years.");
  expect(roles(reduced, "justice.sentence", "penalty")).toEqual(["12 years"]);
});

test("an appeal that a court throws out is an appeal, and no denial of the court's", () => {
  const r = reading("The Supreme Court rejected an appeal by two former officers against their convictions.");
  expect(roles(r, "justice.appeal", "authority")).toEqual(["The Supreme Court"]);
  expect(roles(r, "justice.appeal", "defendant")).toEqual(["two former officers"]);
  expect(r.attributions).toEqual([]);
});

test("a charge that is dropped tells of what and of whom, and its counts are no acts", () => {
  const r = reading("Prosecutors have withdrawn a second-degree murder charge against a crab fisherman.");
  expect(roles(r, "justice.acquittal", "defendant")).toEqual(["a crab fisherman"]);
  expect(roles(r, "justice.acquittal", "offence")).toEqual(["second-degree murder"]);
  const counts = reading("Prosecutors dropped two counts of aggravated assault against the driver.");
  expect(roles(counts, "justice.acquittal", "defendant")).toEqual(["the driver"]);
  expect(counts.events.map((e) => e.type)).toEqual(["justice.acquittal"]);
  const stayed = reading("Charges against deckhand Colin Amos, 44, were stayed in August.");
  expect(roles(stayed, "justice.acquittal", "defendant")).toEqual(["deckhand Colin Amos"]);
  expect(reading("Hassan denied murder but admitted manslaughter.").events.map((e) => e.type)).toEqual(["justice.conviction"]);
});

test("the least that must be served is a penalty beside the term", () => {
  const life = reading("Ada Crowe was jailed for life with a minimum term of 21 years.");
  expect(roles(life, "justice.sentence", "penalty")).toEqual(["life", "a minimum term of 21 years"]);
  const parole = reading("Mick Doran is serving 24 years with a non-parole period of 19.");
  expect(roles(parole, "justice.sentence", "penalty")).toEqual(["24 years", "a non-parole period of 19"]);
  const imposed = reading("The judge imposed a concurrent term of eight years for the wounding.");
  expect(roles(imposed, "justice.sentence", "penalty")).toEqual(["a concurrent term of eight years"]);
});

test("the words of a penalty tell of no act", () => {
  const r = reading("Lena Ortiz received 10 months' home detention for perjury.");
  expect(r.events.map((e) => e.type)).toEqual(["justice.sentence"]);
  expect(reading("Two brothers were sentenced to death by hanging for fraud.").events.map((e) => e.type)).toEqual(["justice.sentence"]);
});

test("when somebody is sentenced, is to be sentenced, or sentencing is set for a day lies ahead", () => {
  const ahead = [
    "Marlon Tay faces up to 32 years when he is sentenced on Nov. 8.",
    "Marlon Tay is to be sentenced on Nov. 8.",
    "Sentencing was set for Nov. 8.",
  ];
  for (const text of ahead) {
    const planned = events(reading(text), "justice.sentence").filter((e) => e.status === "planned");
    expect(planned.map(days), text).toEqual(["2024-11-08..2024-11-08"]);
  }
  const trial = reading("The trial of former mayor Agim Lika, who was indicted in 2020, is expected to start in April.");
  expect(event(trial, "justice.trial").status).toBe("planned");
  expect(days(event(trial, "justice.trial"))).toBe("2025-04-01..2025-04-30");
});

test("a headline's court has its verb behind an owner or a place", () => {
  const brazil = reading("Brazil's top court convicts former governor, cuts militia boss's term");
  expect(roles(brazil, "justice.conviction", "defendant")).toEqual(["former governor"]);
  const commuted = reading("Malaysian court commutes death sentence of fisherman to 35 years");
  expect(roles(commuted, "justice.sentence", "penalty")).toEqual(["35 years"]);
  expect(roles(commuted, "justice.sentence", "defendant")).toEqual(["fisherman"]);
  const lagos = reading("Lagos: Court jails former governor for fraud");
  expect(roles(lagos, "justice.sentence", "defendant")).toEqual(["former governor"]);
});

test("who is let go by a court is its defendant, and bail that is refused is no release", () => {
  const bond = reading("Judge Ruth Wambui released the two men on a bond of Sh2 million each.");
  expect(roles(bond, "justice.release", "defendant")).toEqual(["the two men"]);
  expect(roles(bond, "justice.release", "authority")).toEqual(["Judge Ruth Wambui"]);
  const refused = reading("Colin Amos was denied bail on Tuesday.");
  expect(event(refused, "justice.release").status).toBe("not-occurred");
  expect(refused.statements.flatMap((s) => s.attribution)).toEqual([]);
  const unit = reading("Fadil Lika was arrested in Pristina in 2020 and transferred to the court's detention unit a day later.");
  expect(events(unit, "justice.release")).toEqual([]);
  expect(roles(reading("Militants released 20 hostages on Friday."), "justice.release", "victim")).toEqual(["20 hostages"]);
});

test("until when somebody is held is no day of the order; the hearing that is waited for has it", () => {
  const r = reading("Sarah Otieno was remanded in custody until a hearing at the High Court on October 24.");
  expect(days(event(r, "security.arrest"))).toBe("null..2024-10-11");
  expect(event(r, "justice.trial").status).toBe("planned");
  expect(days(event(r, "justice.trial"))).toBe("2024-10-24..2024-10-24");
});

test("a clause set in between, or the dropping of a charge, dates no other stage of the case", () => {
  const plea = reading("Teague, who was arrested in March, had originally pleaded not guilty.");
  expect(days(event(plea, "justice.trial"))).toBe("null..2024-10-11");
  const stayed = reading("Charges against deckhand Colin Amos, 44, were stayed in August.");
  expect(days(event(stayed, "justice.charge"))).toBe("null..2024-10-11");
  expect(days(event(stayed, "justice.acquittal"))).toBe("2024-08-01..2024-08-31");
});

test("who is jailed over a deed is sentenced", () => {
  const r = reading("Five jailed over Rotterdam cocaine shoot-out");
  expect(roles(r, "justice.sentence", "defendant")).toEqual(["Five"]);
});

test("nothing of the next line is done to whom a headline's last word is about", () => {
  const r = reading(
    "Teacher's killer convicted\n\nCAPE TOWN - The High Court on Thursday convicted Themba Moloi of murdering teacher Ana Fourie.",
  );
  expect(roles(r, "justice.conviction", "defendant")).toEqual(["Themba Moloi"]);
});

test("an offence ends before what happened meanwhile, and a changed term stands far behind its verb", () => {
  const plea = reading("Themba Moloi pleaded not guilty on Monday to the murder of a teacher as his trial opened in the High Court.");
  expect(roles(plea, "justice.trial", "offence")).toEqual(["the murder of a teacher"]);
  const cut = reading(
    "The Supreme Court of Appeal on Tuesday reduced the sentence of Themba Moloi, who murdered a primary school teacher in Beaufort West in 2022, from 25 years to 20.",
  );
  expect(roles(cut, "justice.sentence", "penalty")).toEqual(["20"]);
});

test("whom a court clears behind commas, whom a magistrate discharges and whose death sentence is commuted to life", () => {
  const cleared = reading("The court in Oulu cleared a fifth man, Arvo Lind, of all charges.");
  expect(roles(cleared, "justice.acquittal", "defendant")).toEqual(["a fifth man"]);
  expect(roles(cleared, "justice.acquittal", "offence")).toEqual(["all charges"]);
  const freed = reading("The magistrate discharged a shop owner, Ines Prado, on Tuesday.");
  expect(roles(freed, "justice.acquittal", "defendant")).toEqual(["a shop owner"]);
  const commuted = reading("Judges commuted the death sentence of Karim Said to life in prison.");
  expect(roles(commuted, "justice.sentence", "penalty")).toEqual(["life in prison"]);
  for (const text of [
    "The judge discharged the jury on Friday.",
    "A doctor discharged the patient.",
    "The court discharged the bail bond.",
  ])
    expect(events(reading(text), "justice.acquittal"), text).toEqual([]);
});

test("what somebody is cleared of may be told by its own verb", () => {
  const nurses = reading("The court cleared two nurses of helping the gang.");
  expect(roles(nurses, "justice.acquittal", "defendant")).toEqual(["two nurses"]);
  expect(roles(nurses, "justice.acquittal", "offence")).toEqual(["helping the gang"]);
  expect(events(reading("Police cleared the square of protesters blocking it."), "justice.acquittal")).toEqual([]);
});
