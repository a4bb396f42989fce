import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    maxWorkers: 2,
    // The models load once a worker and not once a file.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
