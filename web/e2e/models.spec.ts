import { expect, type Page, test } from "@playwright/test";
import { serveBench } from "../bench/serve";

interface Seen {
  light: number;
  warmth: number;
}

/** The light and the warmth (red over blue) of the brightest hundredth of the picture's n-th strip of four. */
async function strip(page: Page, n: number): Promise<Seen> {
  const picture = (await page.screenshot()).toString("base64");
  return page.evaluate(
    async ([url, at]) => {
      const image = await createImageBitmap(await (await fetch(url)).blob());
      const width = Math.floor(image.width / 4);
      const canvas = new OffscreenCanvas(width, image.height);
      const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
      context.drawImage(image, -at * width, 0);
      const { data } = context.getImageData(0, 0, width, image.height);
      const pixels = Array.from({ length: data.length / 4 }, (_, n) => data.subarray(4 * n, 4 * n + 3));
      const sum = (of: Uint8ClampedArray) => (of[0] as number) + (of[1] as number) + (of[2] as number);
      const brightest = pixels.sort((a, b) => sum(b) - sum(a)).slice(0, pixels.length / 100);
      const mean = (value: (of: Uint8ClampedArray) => number) =>
        brightest.reduce((all, one) => all + value(one), 0) / brightest.length;
      return { light: mean(of => sum(of) / 3), warmth: mean(of => (of[0] as number) - (of[2] as number)) };
    },
    [`data:image/png;base64,${picture}`, n] as const,
  );
}

const report = (page: Page, entry: { name: string; value: unknown; kind?: string; version: number }) =>
  page.evaluate(
    e =>
      (window as unknown as { twins: { take: (e: object) => void } }).twins.take({
        kind: "property",
        ...e,
        thing: "lamp-0",
        time: "x",
      }),
    entry,
  );

// Four lamps in the dark: off, dim, bright, not to be reached.
test("A lamp is seen to shine by its brightness, follows what is reported, and is dark when it cannot be reached", async ({
  page,
}) => {
  const gallery = await serveBench("gallery");
  await page.setViewportSize({ width: 800, height: 300 });
  await page.goto(`${gallery.url}?dark&only=lamp&from=0,0.5,1.9&to=0,0.35,0`);
  await expect.poll(async () => (await strip(page, 2)).light).toBeGreaterThan(100);
  await page.screenshot({ path: "test-results/models-lamps.png" });
  const all = [];
  for (const n of [0, 1, 2, 3]) all.push(await strip(page, n));
  const [off, dim, bright, gone] = all as [Seen, Seen, Seen, Seen];
  expect(dim.light).toBeGreaterThan(off.light * 3);
  expect(dim.warmth).toBeGreaterThan(30);
  expect(bright.light).toBeGreaterThan(dim.light * 1.1);
  expect(gone.light).toBeLessThan(off.light * 1.5);
  await report(page, { name: "brightness", value: 100, version: 2 });
  await report(page, { name: "on", value: true, version: 3 });
  await expect.poll(async () => (await strip(page, 0)).light).toBeGreaterThan(off.light * 3);
  await report(page, { kind: "availability", name: "last-will", value: false, version: 4 });
  await expect.poll(async () => (await strip(page, 0)).light).toBeLessThan(off.light * 1.5);
  await gallery.stop();
});
