import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";

interface Seen {
  entries: number;
  frames: number;
  calls: () => number;
  triangles: () => number;
}

/** What the page of the bench has seen so far, and what its last drawing took. */
export const look = (page: Page) =>
  page.evaluate(() => {
    const { seen } = window as unknown as { seen: Seen };
    return { entries: seen.entries, frames: seen.frames, calls: seen.calls(), triangles: seen.triangles() };
  });

/** The lab of a thousand sensors, with so many readings a second; 0: none. */
export function loaded(rate: number): string {
  const lab = mkdtempSync(join(tmpdir(), "gemeo-load-"));
  cpSync(resolve(import.meta.dirname, "../../labs/load"), lab, { recursive: true });
  const load = { sensors: 1000, rate, topic: "load/{n}/distance", qos: 0, clients: 4 };
  writeFileSync(join(lab, "simulator.json"), JSON.stringify(rate > 0 ? { load } : {}));
  return lab;
}
