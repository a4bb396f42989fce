import { plainReport, type Report } from "../../src/model/report.js";

/** A report of one body part, published on Thursday 21 July 2016 unless told otherwise. */
export const reportOf = (text: string, published: string | null = "2016-07-21"): Report => plainReport(text, { id: "test", published });
