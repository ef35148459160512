import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compress } from "./compress.ts";

// What the server answers and the page asks for, when the page is served by `npm run dev`.
const server = process.env.GEMEO_URL ?? "http://127.0.0.1:8080";
const asked = [
  "things",
  "lab",
  "log",
  "commands",
  "devices",
  "documents",
  "search",
  "chat",
  "conversations",
  "presence",
  "health",
  "events",
];

export default defineConfig({
  plugins: [react(), compress()],
  build: { target: "es2022", chunkSizeWarningLimit: 900, reportCompressedSize: false },
  server: {
    proxy: { ...Object.fromEntries(asked.map(path => [`/${path}`, server])), "/ws": { target: server, ws: true } },
  },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"] },
});
