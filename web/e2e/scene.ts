import { type Page, expect as plain } from "@playwright/test";

/** Drawn in software, on a machine that others use too, a frame may take seconds. */
const patient = { timeout: 60_000 };
export const expect = plain.configure(patient);

/** Opens the world and waits until it is drawn and at rest. */
export async function openWorld(page: Page, url: string, hash = "#/") {
  await page.goto(`${url}/${hash}`);
  await expect.poll(() => page.evaluate(() => window.__gemeo?.info().frames ?? 0), patient).toBeGreaterThan(0);
  await settled(page);
}

/** Waits until the camera stands still. */
export async function settled(page: Page) {
  let before = "";
  await expect
    .poll(
      async () => {
        const now = await page.evaluate(() => {
          const scene = window.__gemeo;
          return !scene || scene.flying() ? "" : scene.camera().join();
        });
        const same = now !== "" && now === before;
        before = now;
        return same;
      },
      { ...patient, intervals: [400] },
    )
    .toBe(true);
}

/** Where a thing is on the page. */
export async function pointOf(page: Page, thing: string): Promise<{ x: number; y: number }> {
  const frame = await page.locator("canvas").boundingBox();
  const at = await page.evaluate(id => window.__gemeo?.screenOf(id), thing);
  if (!frame || !at) throw new Error(`${thing} is not on the screen`);
  return { x: frame.x + at.x, y: frame.y + at.y };
}

export async function click(page: Page, thing: string) {
  const { x, y } = await pointOf(page, thing);
  await page.mouse.click(x, y);
}

/** Flies to a thing by the list that says where one can go. */
export async function goTo(page: Page, name: string) {
  await page.locator(".world-go summary").click();
  await page.locator(".world-menu").getByRole("button", { name, exact: true }).click();
  await settled(page);
}

/** What a piece of the page looks like: how many colours, and how bright on average (0 to 255). */
export async function pixels(
  page: Page,
  at?: { x: number; y: number },
  reach = 60,
): Promise<{ colors: number; light: number }> {
  const frame = (await page.locator("canvas").boundingBox()) as { x: number; y: number; width: number; height: number };
  const clip = at ? { x: at.x - reach, y: at.y - reach, width: reach * 2, height: reach * 2 } : frame;
  const picture = (await page.screenshot({ clip })).toString("base64");
  return page.evaluate(async data => {
    const bytes = Uint8Array.from(atob(data), c => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
    pen.drawImage(image, 0, 0);
    const rgba = pen.getImageData(0, 0, image.width, image.height).data;
    const colors = new Set<number>();
    let light = 0;
    for (let n = 0; n < rgba.length; n += 4) {
      const [r, g, b] = [rgba[n] ?? 0, rgba[n + 1] ?? 0, rgba[n + 2] ?? 0];
      colors.add(((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4));
      light += (r + g + b) / 3;
    }
    return { colors: colors.size, light: light / (rgba.length / 4) };
  }, picture);
}
