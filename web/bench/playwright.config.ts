import { defineConfig } from "@playwright/test";
import suite from "../playwright.config";

export default defineConfig(suite, {
  testDir: ".",
  testMatch: "*.bench.ts",
  outputDir: "../test-results",
  workers: 1,
  use: { ...suite.use, trace: "off" },
});
