import { expect, test } from "vitest";
import { sourceOfBytes } from "../../src/intake/index.js";
import { readSource } from "../../src/pipeline/read.js";

/** Type and day of the event of the toll of so many. */
function actOf(text: string, published: string, count: number): string | null {
  const reading = readSource(sourceOfBytes("case.txt", Buffer.from(text), { published }));
  const toll = reading.statements.find((s) => s.kind === "toll" && s.effect === "killed" && s.count.low === count);
  const event = reading.events.find((e) => e.id === toll?.event);
  return event ? `${event.type} ${event.earliest}` : null;
}

test("what an act of the day before killed, told in the same sentence, is no toll of today's", () => {
  const text =
    "New bomb in Multan kills two policemen\n\nTwo policemen were killed when a roadside bomb struck their patrol in Multan on Sunday, a day after a bombing at a grain market in the city killed 13 people, police said.";
  expect(actOf(text, "2022-05-08", 13)).toBe("violence.bombing 2022-05-07");
  expect(actOf(text, "2022-05-08", 2)).toBe("violence.bombing 2022-05-08");
});

test("who died in captivity, or as a result of a kidnapping, is told with the kidnapping", () => {
  const text =
    "Pupils freed in Bida\n\nForty pupils kidnapped from a school in Bida in March were freed on Thursday, the governor said. Two of the boys died in captivity. A cook who was taken with them was killed by the kidnappers in April.\n\nSix people died as a result of the kidnapping, the governor said.";
  expect(actOf(text, "2024-06-20", 2)).toBe("violence.abduction 2024-03-01");
  expect(actOf(text, "2024-06-20", 6)).toBe("violence.abduction 2024-03-01");
});
