#!/usr/bin/env node
import { processContext } from "./context.js";
import { run } from "./run.js";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0); // `according events | head`
  throw error;
});
process.exitCode = await run(process.argv.slice(2), processContext());
