import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { read } from "../../src/read/index.js";

/** Who is said to have killed: the words for the doers of every act that killed somebody. */
function killersIn(text: string): readonly string[] {
  const r = read(plainReport(text, { published: "2002-05-14" }));
  const deadly = r.events.filter((e) => {
    const isToll = r.statements.some((s) => s.kind === "toll" && s.event === e.id && s.effect === "killed" && s.count.high !== 0);
    return e.status !== "not-occurred" && e.type.startsWith("violence.") && (e.type === "violence.killing" || isToll);
  });
  return deadly.flatMap((e) =>
    e.roles.filter((f) => f.role === "authority" || f.role === "perpetrator").map((f) => r.report.text.slice(...f.span)),
  );
}

test.each([
  ["Three potters were felled by police bullets near the kiln.", "police"],
  ["Two clerks fell to police bullets in the cloth market.", "police"],
  ["Four porters fell to the bullets of the police at Nandpur.", "the police"],
  ["The bullets of the constabulary claimed five lives.", "the constabulary"],
  ["Six people were mowed down by police bullets.", "police"],
  ["Three of the victims met their death at the hands of the constables.", "the constables"],
  ["A farmer died of injuries inflicted by policemen.", "policemen"],
  ["Nine people lost their lives as police cracked down on the weavers.", "police"],
  ["Most of the victims died in police firing.", "police"],
  ["The families of those killed in police firing have got no relief.", "police"],
  ["Two men were shot dead as police tried to disperse the mob.", "police"],
])("killed by police: %s", (text, by) => {
  expect(killersIn(text)).toContain(by);
});

test.each([
  "Police fired in the air after a mob killed a priest.",
  "Police fired tear gas shells after a boy was stabbed to death near the well.",
  "The police resorted to firing after two people were stabbed to death.",
  "A police van was hit by a bomb, killing two constables.",
  "The police opened fire but nobody was killed.",
  "A police jeep overturned, killing a cyclist.",
  "Two constables were shot dead as police tried to control the mob.",
])("not killed by police: %s", (text) => {
  expect(killersIn(text).filter((by) => /police/i.test(by))).toEqual([]);
});
