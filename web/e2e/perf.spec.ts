import { loaded, look } from "../bench/look";
import { serveBench } from "../bench/serve";
import { expect, test } from "./server";

// How long our own work takes is told by `npm run bench`; here stands only what must hold on any machine.
test.setTimeout(240_000);

test("A thousand things of every kind, with their shadows, take at most sixty drawings", async ({ serve, page }) => {
  const server = await serve(loaded(0));
  const bench = await serveBench("load", server.url);
  await page.setViewportSize({ width: 320, height: 200 });
  await page.goto(`${bench.url}?mixed`);
  await expect.poll(async () => (await look(page)).triangles, { timeout: 120_000 }).toBeGreaterThan(1_000_000);
  expect((await look(page)).calls).toBeLessThanOrEqual(60);
  await bench.stop();
});

test("Thousands of changes leave nothing behind in the page's memory", async ({ serve, page }) => {
  const server = await serve(loaded(1000));
  const bench = await serveBench("load", server.url);
  await page.setViewportSize({ width: 320, height: 200 });
  await page.goto(`${bench.url}?undrawn`);
  const cdp = await page.context().newCDPSession(page);
  const heap = async () => {
    await cdp.send("HeapProfiler.collectGarbage");
    return (await cdp.send("Runtime.getHeapUsage")).usedSize / 2 ** 20;
  };
  const after = (entries: number) =>
    expect.poll(async () => (await look(page)).entries, { timeout: 120_000 }).toBeGreaterThan(entries);
  await after(5_000);
  const early = await heap();
  await after(20_000);
  expect((await heap()) - early).toBeLessThan(2);
  await bench.stop();
});
