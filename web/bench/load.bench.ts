import type { Browser, CDPSession, Page } from "@playwright/test";
import { expect, test } from "../e2e/server";
import { loaded, look } from "./look";
import { serveBench } from "./serve";

// npm run bench. Milliseconds are told here and asserted nowhere: they are this machine's.
const seconds = Number(process.env.BENCH_SECONDS ?? 20);
const soak = Number(process.env.BENCH_SOAK ?? 60);
const rate = Number(process.env.BENCH_RATE ?? 5000);
test("What changes cost the page", async ({ serve, page, browser }) => {
  test.setTimeout((seconds + 2 * soak + 240) * 1000);
  const server = await serve(loaded(rate));
  const bench = await serveBench(server.url);
  await page.setViewportSize({ width: 480, height: 300 });
  await page.goto(`${bench.url}?timed&undrawn`);
  await flows(page);
  report(await traced(browser, page));
  await page.goto(bench.url);
  await flows(page);
  await soaked(page, await page.context().newCDPSession(page));
  const { calls, triangles } = await look(page);
  console.log(`1,000 sensors drawn: ${calls} draw calls, ${triangles} triangles`);
  await page.screenshot({ path: "test-results/load.png" });
  await bench.stop();
});

const flows = (page: Page) =>
  expect.poll(async () => (await look(page)).entries, { timeout: 60_000 }).toBeGreaterThan(rate);

interface Mark {
  cat: string;
  name: string;
  ts: number;
}

async function traced(browser: Browser, page: Page) {
  const before = await look(page);
  await browser.startTracing(page, { categories: ["blink.user_timing"] });
  await page.waitForTimeout(seconds * 1000);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Mark[] };
  const after = await look(page);
  const marks = trace.traceEvents
    .filter(e => e.cat === "blink.user_timing" && /-(begins|ends)$/.test(e.name))
    .sort((a, b) => a.ts - b.ts);
  return { marks, entries: after.entries - before.entries };
}

/** Our own work in each frame: all that was heard since the last one, the telling, and the step before drawing. */
function report({ marks, entries }: Awaited<ReturnType<typeof traced>>) {
  const begun: Record<string, number> = {};
  const sums: Record<string, number> = { hear: 0, tell: 0, step: 0 };
  const frames: number[] = [];
  let frame = 0;
  for (const { name, ts } of marks) {
    const [what = "", edge] = name.split("-");
    if (edge === "begins") begun[what] = ts;
    else if (begun[what] !== undefined) {
      const took = (ts - begun[what]) / 1000;
      sums[what] = (sums[what] ?? 0) + took;
      frame += took;
      if (what === "step") {
        frames.push(frame);
        frame = 0;
      }
    }
  }
  const span = ((marks.at(-1)?.ts ?? 0) - (marks[0]?.ts ?? 0)) / 1e6;
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(2);
  const each = Object.entries(sums).map(([what, ms]) => `${what} ${(ms / span).toFixed(1)} ms/s`);
  console.log(`changes ${(entries / span).toFixed(0)}/s, frames ${(frames.length / span).toFixed(1)}/s`);
  console.log(
    `our work in a frame: p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)} ms; ${each.join(", ")}`,
  );
}

async function soaked(page: Page, cdp: CDPSession) {
  const begun = Date.now();
  for (let gone = 0; gone <= soak; gone = (Date.now() - begun) / 1000) {
    await cdp.send("HeapProfiler.collectGarbage");
    const { usedSize } = await cdp.send("Runtime.getHeapUsage");
    const { entries } = await look(page);
    console.log(`after ${gone.toFixed(0)} s: heap ${(usedSize / 2 ** 20).toFixed(2)} MiB, ${entries} changes`);
    await page.waitForTimeout((soak / 6) * 1000);
  }
}
