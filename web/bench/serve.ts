import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type ProxyOptions, preview } from "vite";

/** Builds a page of the bench as the real page is built, and serves it; the load, before a server's API. */
export async function serveBench(
  page: "load" | "gallery",
  server?: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const root = resolve(import.meta.dirname);
  const outDir = mkdtempSync(join(tmpdir(), "gemeo-bench-"));
  await build({
    configFile: false,
    root,
    logLevel: "error",
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      chunkSizeWarningLimit: 4000,
      rollupOptions: { input: join(root, `${page}.html`) },
    },
  });
  const proxy: Record<string, string | ProxyOptions> = {};
  if (server)
    Object.assign(proxy, {
      "/lab": server,
      "/things": server,
      "/ws": { target: server, ws: true, rewriteWsOrigin: true },
    });
  const served = await preview({
    configFile: false,
    root,
    logLevel: "error",
    build: { outDir },
    preview: { host: "127.0.0.1", port: 0, strictPort: false, proxy },
  });
  const url = served.resolvedUrls?.local[0] ?? "";
  return {
    url: new URL(`${page}.html`, url).href,
    stop: async () => {
      await served.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
