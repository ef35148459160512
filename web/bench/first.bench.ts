import type { Browser } from "@playwright/test";
import { expect, test } from "../e2e/server";

// From the address entered, each time with an empty cache. Milliseconds are told and asserted nowhere.
const times = 7;
const marks = {
  /** A switch can be pressed, or the world's tools are there. */
  tools: "what is there can be used",
  /** The last task of over 50 ms before the drawing has ended: nothing makes a hand wait. */
  calm: "nothing makes a hand wait",
  /** The first picture; without a graphics card most of it is drawing. */
  drawn: "the first picture",
};
type Marks = Record<keyof typeof marks, number>;

test("How soon the page can be used", async ({ server, browser }) => {
  test.setTimeout(300_000);
  await expect
    .poll(async () => (await server.get<{ available?: boolean }>("/things/lampada-bancada/state")).available)
    .toBe(true);
  for (const page of ["list", ""]) {
    const took: Marks[] = [];
    for (let n = 0; n < times; n++) took.push(await opened(browser, `${server.url}/#/${page}`));
    for (const [mark, words] of Object.entries(marks)) {
      const sorted = took.map(t => t[mark as keyof Marks]).sort((a, b) => a - b);
      const at = (place: number) => sorted[place]?.toFixed(0);
      const spread = `${at(times >> 1)} ms (${at(0)}–${at(times - 1)})`;
      if (page === "" || mark === "tools") console.log(`${page || "world"}: ${words} after ${spread}`);
    }
  }
});

/** By the page's own clock, which begins with the navigation. */
async function opened(browser: Browser, address: string): Promise<Marks> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = { tools: 0, calm: 0, drawn: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver(list => {
      for (const task of list.getEntries()) if (!seen.drawn) seen.calm = task.startTime + task.duration;
    }).observe({ entryTypes: ["longtask"] });
    const look = () => {
      const list = location.hash.startsWith("#/list");
      if (document.querySelector(list ? "[role=switch]:not([disabled])" : ".world-go summary"))
        seen.tools ||= performance.now();
      if (list || (window.__gemeo?.info().frames ?? 0) > 0) seen.drawn ||= seen.tools && performance.now();
      if (!seen.drawn) setTimeout(look, 5);
    };
    look();
  });
  await page.goto(address, { waitUntil: "commit" });
  const done = await page.waitForFunction(
    () => {
      const { seen } = window as unknown as { seen: Marks };
      return seen.drawn > 0 && seen;
    },
    undefined,
    { polling: 50, timeout: 60_000 },
  );
  const took = (await done.jsonValue()) as Marks;
  await context.close();
  return took;
}
