import { writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

// npm run types -- http://127.0.0.1:8080: writes src/api/schema.d.ts from what the running server tells of itself.
const server = process.argv[2] ?? "http://127.0.0.1:8080";
writeFileSync(
  new URL("src/api/schema.d.ts", import.meta.url),
  `// Made by npm run types from the server's /openapi.json.\n${astToString(await openapiTS(new URL("/openapi.json", server)))}`,
);
