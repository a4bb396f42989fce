import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readingSchema } from "../src/model/reading.js";
import { reportSchema } from "../src/model/report.js";

/** A reading as `according read --format jsonl` prints it: with the input's own id beside the report, where it had one. */
export const printedReadingSchema = readingSchema
  .unwrap()
  .extend({ id: z.string().optional().describe("the input's id, where it had one") })
  .strict();

const SCHEMAS = { reading: printedReadingSchema, report: reportSchema } as const;

/** JSON Schemas by file name, as they are printed to `schema/`. */
export function schemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { target: "draft-2020-12" });
      return [`${name}.schema.json`, `${JSON.stringify({ title: name, ...json }, null, 2)}\n`];
    }),
  );
}

export const FOLDER = fileURLToPath(new URL("../schema/", import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, text] of schemas()) {
    const file = `${FOLDER}${name}`;
    let before = "";
    try {
      before = readFileSync(file, "utf8");
    } catch {
      // A schema that was not there yet.
    }
    writeFileSync(file, text);
    console.log(`${name}: ${before === text ? "as it was" : "written"}`);
  }
}
