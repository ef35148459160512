import type { Page } from "@playwright/test";
import { expect, test } from "./server";

/** What is loaded of JavaScript for an address, as it goes over the wire. */
async function kilobytes(page: Page, address: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", request => {
    if (request.resourceType() === "script") sizes.push(request.sizes().then(s => s.responseBodySize));
  });
  await page.goto(address);
  await expect(page.locator(".spinner")).toHaveCount(0);
  await page.waitForLoadState("networkidle");
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024;
}

test("The first load is at most 450 KB of JavaScript without the 3D part, and 1 MB with it", async ({
  server,
  browser,
}) => {
  const [without, with3d] = [await browser.newPage(), await browser.newPage()];
  const small = await kilobytes(without, `${server.url}/#/list`);
  const large = await kilobytes(with3d, `${server.url}/#/`);
  test
    .info()
    .annotations.push({ type: "size", description: `list ${small.toFixed(0)} KB, world ${large.toFixed(0)} KB` });
  expect(small).toBeGreaterThan(50);
  expect(small).toBeLessThanOrEqual(450);
  expect(large).toBeLessThanOrEqual(1024);
});

test("What never changes under its name is kept by the browser, and nothing else is", async ({ server, request }) => {
  const home = await request.get(server.url, { headers: { Accept: "text/html" } });
  const asset = /assets\/[^"]+\.js/.exec(await home.text())?.[0] ?? "";
  expect(home.headers()["cache-control"]).toBe("no-store");
  const script = await request.get(`${server.url}/${asset}`, { headers: { "Accept-Encoding": "br" } });
  expect(script.headers()["cache-control"]).toContain("immutable");
  expect(script.headers()["content-encoding"]).toBe("br");
  expect((await request.get(`${server.url}/assets/..%2f..%2fGemeo.Server.dll`)).status()).toBe(404);
});
