import { expect, test } from "vitest";
import { plainReport } from "../../src/model/report.js";
import { findAll } from "../../src/read/index.js";

const months = (text: string, published: string): readonly string[] =>
  findAll(plainReport(text, { published }), "times").times.flatMap((t) => (/^\d{4}-\d{2}/.test(t.value) ? [t.value] : []));

test("what the police did in a month comes after the act whose year is told", () => {
  expect(
    months("Ravi Nair was shot dead on 12 December 2021. Two suspects were detained in February and three more in June.", "2024-05-02"),
  ).toEqual(["2021-12-12", "2022-02", "2022-06"]);
  expect(months("Felix Amadi was abducted on 11 March 2020. The police arrested Emeka Nwosu in April.", "2023-07-21")).toEqual([
    "2020-03-11",
    "2020-04",
  ]);
});

test("a month behind one of the same paragraph that is told with its year is of that year", () => {
  expect(months("The trial began in February 2020. In March 2021 a report found faults. He was released in May.", "2022-10-05")).toEqual([
    "2020-02",
    "2021-03",
    "2021-05",
  ]);
  expect(months("He was arrested in May and charged in June 2022.", "2024-11-15")).toEqual(["2022-05", "2022-06"]);
});

test("a case that the prosecution tells is of the year that the crime is told with", () => {
  const text =
    "A court on Wednesday sentenced two men for murdering a trader in 2018.\n\nAccording to the prosecution, they barged into his house on the night of September 9. Police arrested one of them on September 20.";
  expect(months(text, "2024-08-22")).toEqual(["2024-08-21", "2018-09-09TNI", "2018-09-20"]);
});

test("a verdict, an aside and what is told as news take no year from what was told before", () => {
  expect(months("Smith killed two men in April 2016. He was found guilty in June.", "2019-08-20")).toEqual(["2016-04", "2019-06"]);
  expect(months("Jones, who joined the force in March 2015, was arrested in May.", "2019-08-20")).toEqual(["2015-03", "2019-05"]);
  expect(months("He was elected in May 2016. Last month he was indicted. In June he resigned.", "2019-08-20")).toEqual([
    "2016-05",
    "2019-07",
    "2019-06",
  ]);
  expect(months("The bomb went off in May 2016. Police arrested a suspect on August 12.", "2019-08-20")).toEqual(["2016-05", "2019-08-12"]);
  expect(months("The company was founded in March 2012. It will open a plant in October.", "2019-08-20")).toEqual(["2012-03", "2019-10"]);
});
