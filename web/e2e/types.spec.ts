import { readFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import { expect, test } from "./server";

test("The types are those that the server's OpenAPI document tells (npm run types makes them)", async ({ server }) => {
  const told = astToString(await openapiTS(new URL(`${server.url}/openapi.json`)));
  const kept = readFileSync(join(import.meta.dirname, "../src/api/schema.d.ts"), "utf8");
  expect(kept).toContain(told.trim());
});
