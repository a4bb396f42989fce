#!/usr/bin/env node
import { compileLater } from "../base/tiers.js";
import { processContext } from "./context.js";
import { run } from "./run.js";

compileLater();
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0); // `according events | head`
  process.stderr.write(`error: standard output: ${error.code === "ENOSPC" ? "the disk is full" : error.message}\n`);
  process.exit(1);
});
process.exitCode = await run(process.argv.slice(2), processContext());
