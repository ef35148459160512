import type { Browser } from "@playwright/test";
import { expect, test } from "../e2e/server";

// From the address entered until something can be done, each time with an empty cache. Milliseconds are told and asserted nowhere.
const times = 7;
const pages = ["list", "world"] as const;

test("How soon the page can be used", async ({ server, browser }) => {
  test.setTimeout(300_000);
  await expect
    .poll(async () => (await server.get<{ available?: boolean }>("/things/lampada-bancada/state")).available)
    .toBe(true);
  for (const name of pages) {
    const took: number[] = [];
    for (let n = 0; n < times; n++) took.push(await opened(browser, server.url, name));
    took.sort((a, b) => a - b);
    const at = (place: number) => took[place]?.toFixed(0);
    console.log(
      `${name}: usable after ${at(0)}, ${at(times >> 1)}, ${at(times - 1)} ms (least, median, most of ${times})`,
    );
  }
});

/** By the page's own clock, which begins with the navigation: until a switch can be pressed, or the lab is drawn and can be clicked. */
async function opened(browser: Browser, url: string, name: (typeof pages)[number]): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${url}/#/${name === "list" ? "list" : ""}`, { waitUntil: "commit" });
  const seen = await page.waitForFunction(
    name => {
      const usable =
        name === "list"
          ? document.querySelector("[role=switch]:not([disabled])") !== null
          : (window.__gemeo?.info().frames ?? 0) > 0;
      return usable && performance.now();
    },
    name,
    { polling: 20, timeout: 60_000 },
  );
  const took = (await seen.jsonValue()) as number;
  await context.close();
  return took;
}
