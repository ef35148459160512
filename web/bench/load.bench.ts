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
  const bench = await serveBench("load", server.url);
  await page.setViewportSize({ width: 480, height: 300 });
  for (const how of ["timed", "framed"] as const) {
    await page.goto(`${bench.url}?${how}&undrawn`);
    await flows(page);
    report(how, await traced(browser, page));
  }
  if (soak === 0) return bench.stop();
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

interface Traced {
  cat: string;
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** Processor time of the thread: what a busy machine takes from us is not in it. */
  tdur?: number;
}

async function traced(browser: Browser, page: Page): Promise<Traced[]> {
  await browser.startTracing(page, { categories: ["blink.user_timing", "devtools.timeline"] });
  await page.waitForTimeout(seconds * 1000);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Traced[] };
  return traceEvents.sort((a, b) => a.ts - b.ts);
}

/**
 * `timed`: our own work by the clock: all that was heard since the last frame, the telling, and the step before drawing.
 * `framed`: every call into the page's scripts, React Three Fiber's own frame included, by the processor and without so many marks.
 */
function report(how: "timed" | "framed", events: Traced[]) {
  const marks = events.filter(e => e.cat === "blink.user_timing" && /-(begins|ends)$/.test(e.name));
  const span = ((marks.at(-1)?.ts ?? 0) - (marks[0]?.ts ?? 0)) / 1e6;
  const ends = marks.filter(m => m.name === "step-ends").map(m => m.ts);
  const calls = events.filter(e => e.name === "FunctionCall" && e.ph === "X" && e.tdur !== undefined);
  const took = how === "timed" ? pieces(marks) : calls.map(e => ({ ts: e.ts, took: (e.tdur ?? 0) / 1000 }));
  const heard = marks.filter(m => m.name === "hear-ends").length || calls.length - ends.length;
  console.log(
    `${(heard / span).toFixed(0)} changes/s, ${(ends.length / span).toFixed(1)} frames/s, ${span.toFixed(1)} s`,
  );
  const name = how === "timed" ? "by the clock" : "by the processor, the frame loop included";
  told(name, perFrame(took, ends), took.reduce((sum, p) => sum + p.took, 0) / span);
}

interface Took {
  ts: number;
  took: number;
}

function pieces(marks: Traced[]): Took[] {
  const begun: Record<string, number> = {};
  return marks.flatMap(({ name, ts }) => {
    const [what = "", edge] = name.split("-");
    const since = begun[what];
    begun[what] = ts;
    return edge === "ends" && since !== undefined ? [{ ts: since, took: (ts - since) / 1000 }] : [];
  });
}

function perFrame(all: Took[], ends: number[]): number[] {
  const frames = ends.map(() => 0);
  let frame = 0;
  for (const { ts, took } of all) {
    while (frame < ends.length && ts > (ends[frame] as number)) frame++;
    if (frame < ends.length) frames[frame] = (frames[frame] as number) + took;
  }
  return frames.sort((a, b) => a - b);
}

function told(how: string, frames: number[], each: number) {
  const at = (share: number) => (frames[Math.floor((frames.length - 1) * share)] ?? Number.NaN).toFixed(2);
  const shares = `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)} ms`;
  console.log(`our work in a frame, ${how}: ${shares}; ${each.toFixed(1)} ms in a second`);
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
