import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { glb } from "./glb";
import { click, expect, goTo, openWorld, pixels, pointOf, settled } from "./scene";
import { type Server, test } from "./server";

const labs = resolve(import.meta.dirname, "../../labs");
const lamp = "lampada-bancada";
test.setTimeout(240_000);
const shot = (page: Page, name: string) => page.screenshot({ path: `test-results/world-${name}.png` });

const isOn = async (server: Server, thing = lamp) =>
  (await server.get<Record<string, unknown>>(`/things/${thing}/properties`)).ligada;

async function dark(server: Server) {
  for (const path of ["/lab/desligar_luz", "/lab/desligar_teto_1", "/lab/desligar_teto_2"]) await server.post(path);
}

test("The world opens on a living scene: it is drawn, and what sensors report appears and changes", async ({
  server,
  page,
}) => {
  await openWorld(page, server.url);
  expect((await pixels(page)).colors).toBeGreaterThan(60);
  const label = page.locator(".label[data-thing=ambiente] .label-values");
  await expect(label).toContainText("°C");
  for (const degrees of [31.5, 12.5])
    await expect
      .poll(async () => {
        await server.publish("lab/ambiente/SENSOR", JSON.stringify({ SCD40: { Temperature: degrees } }));
        return label.textContent();
      })
      .toContain(`${String(degrees).replace(".", ",")} °C`);
  await shot(page, "day");
});

test("A click on the lamp turns the device on, and the room is lit by it", async ({ server, page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await dark(server);
  await openWorld(page, server.url);
  await goTo(page, "Lâmpada da bancada");
  const at = await pointOf(page, lamp);
  const before = await pixels(page, at, 140);
  expect(await page.evaluate(() => window.__gemeo?.lights().every(n => n === 0))).toBe(true);

  await click(page, lamp);
  await expect(page.locator(`[data-mark-of=${lamp}][data-tone=confirmed]`)).toBeVisible();
  expect(await isOn(server)).toBe(true);
  await expect.poll(() => page.evaluate(() => Math.max(...(window.__gemeo?.lights() ?? [0])))).toBeGreaterThan(1);
  await page.mouse.move(5, 400);
  await expect.poll(async () => (await pixels(page, at, 140)).light).toBeGreaterThan(before.light + 15);
  await shot(page, "lamp-on");
});

test("An unplugged lamp fails with its reason, which stays until it was seen, and does not seem on", async ({
  server,
  page,
}) => {
  await dark(server);
  await openWorld(page, server.url);
  await server.device(lamp, "unplug");
  const label = page.locator(`.label[data-thing=${lamp}]`);
  await expect(label).toContainText("sem resposta desde");
  await goTo(page, "Lâmpada da bancada");
  await click(page, lamp);
  await expect(label).toHaveClass(/failed/);
  await expect(label.locator(".label-note")).toHaveText(/dispositivo/i);
  expect(await isOn(server)).toBe(false);
  expect(await page.evaluate(() => window.__gemeo?.lights().every(n => n === 0))).toBe(true);
  await shot(page, "lamp-unplugged");
  await label.getByTitle("Já vi").click();
  await expect(label).not.toHaveClass(/failed/);
});

test("A slow device is shown as awaited until it has answered", async ({ server, page }) => {
  await dark(server);
  await openWorld(page, server.url);
  await server.device(lamp, "slow 3000");
  await goTo(page, "Lâmpada da bancada");
  await click(page, lamp);
  await expect(page.locator(`[data-mark-of=${lamp}][data-tone=pending]`)).toBeVisible();
  expect(await page.evaluate(() => window.__gemeo?.lights().every(n => n === 0))).toBe(true);
  await shot(page, "lamp-pending");
  await expect.poll(() => page.evaluate(() => window.__gemeo?.lights().some(n => n > 0))).toBe(true);
  await expect(page.locator(`[data-mark-of=${lamp}]`)).toHaveCount(0);
  expect(await isOn(server)).toBe(true);
});

test("A thing without a switch opens its panel, and its address flies back to it", async ({ server, page }) => {
  await openWorld(page, server.url);
  await goTo(page, "Sensor do ambiente");
  await click(page, "ambiente");
  await expect(page).toHaveURL(/thing=ambiente/);
  const there = await page.evaluate(() => window.__gemeo?.camera());
  await page.reload();
  await openWorld(page, server.url, "#/?thing=ambiente");
  const again = await page.evaluate(() => window.__gemeo?.camera());
  for (const [n, metres] of (there ?? []).entries()) expect(Math.abs((again?.[n] ?? 99) - metres)).toBeLessThan(0.3);
});

test("In the past a click gives no order: it opens the panel", async ({ server, page }) => {
  await dark(server);
  await openWorld(page, server.url, `#/?at=${new Date(Date.now() - 1000).toISOString()}`);
  await goTo(page, "Lâmpada da bancada");
  await click(page, lamp);
  await expect(page).toHaveURL(new RegExp(`thing=${lamp}`));
  expect(await isOn(server)).toBe(false);
});

test("One walks through the lab with the keys, walls hold, and Esc looks from above again", async ({
  server,
  page,
}) => {
  await openWorld(page, server.url);
  await page.getByRole("button", { name: "Andar" }).click();
  await settled(page);
  const start = await page.evaluate(() => window.__gemeo?.pose() ?? []);
  await page.keyboard.down("a");
  await expect.poll(() => page.evaluate(() => window.__gemeo?.pose()[0])).toBeLessThan((start[0] ?? 0) - 1);
  await page.keyboard.up("a");
  await shot(page, "walk");
  // Westwards until the wall: no further than a body's breadth before it.
  await page.keyboard.down("a");
  await expect.poll(() => page.evaluate(() => window.__gemeo?.pose()[0])).toBeLessThan(0.8);
  await settled(page);
  expect(await page.evaluate(() => window.__gemeo?.pose()[0])).toBeGreaterThan(0.2);
  await page.keyboard.up("a");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate(() => window.__gemeo?.mode())).toBe("orbit");
});

test("With the keyboard alone one reaches a thing, acts on it and opens its panel", async ({ server, page }) => {
  await dark(server);
  await openWorld(page, server.url);
  const list = page.getByRole("region", { name: "Coisas do laboratório" });
  for (let n = 0; n < 30 && !(await list.locator(":focus").count()); n++) await page.keyboard.press("Tab");
  await expect(list.locator(":focus")).toHaveCount(1);
  for (let n = 0; n < 20 && (await list.locator(":focus").getAttribute("data-thing")) !== lamp; n++)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(list.locator(`[data-thing=${lamp}]`)).toContainText("confirmado pelo dispositivo");
  expect(await isOn(server)).toBe(true);
  await shot(page, "keyboard");
  await page.keyboard.press("p");
  await expect(page).toHaveURL(new RegExp(`thing=${lamp}`));
});

test("The lab's own 3D file takes the rooms' place, and its nodes live by their names", async ({ serve, page }) => {
  const folder = mkdtempSync(join(tmpdir(), "gemeo-glb-"));
  cpSync(join(labs, "demo"), folder, { recursive: true });
  const file = join(folder, "lab.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"scene": {', '"scene": { "model": "casa.glb",'));
  writeFileSync(
    join(folder, "casa.glb"),
    glb([
      { name: "piso", at: [5, -0.05, 5], size: [12, 0.1, 12], color: [0.5, 0.5, 0.55] },
      { name: lamp, at: [2, 1, 5], size: [1, 2, 1], color: [0.35, 0.35, 0.4] },
      {
        name: "mesa",
        at: [6, 0.5, 5],
        size: [2, 1, 2],
        color: [0.4, 0.25, 0.15],
        extras: { "gemeo:thing": "luz-teto-1" },
      },
    ]),
  );
  const server = await serve(folder);
  rmSync(folder, { recursive: true });
  await page.emulateMedia({ colorScheme: "dark" });
  await dark(server);
  await openWorld(page, server.url);
  await goTo(page, "Lâmpada da bancada");
  const at = await pointOf(page, lamp);
  const before = await pixels(page, at, 20);
  await click(page, lamp);
  await expect.poll(() => isOn(server)).toBe(true);
  await page.mouse.move(5, 400);
  await expect.poll(async () => (await pixels(page, at, 20)).light).toBeGreaterThan(before.light + 40);
  await shot(page, "own-model");
  // Bound by what its extras say.
  await goTo(page, "Luz do teto 1");
  await click(page, "luz-teto-1");
  await expect.poll(() => isOn(server, "luz-teto-1")).toBe(true);
});

test("A thousand things without a scene stand in rows, drawn together", async ({ serve, page }) => {
  const server = await serve(join(labs, "load"));
  await openWorld(page, server.url);
  expect(await page.evaluate(() => window.__gemeo?.info().calls ?? 999)).toBeLessThanOrEqual(60);
  await expect.poll(() => page.locator(".label").count()).toBeLessThanOrEqual(24);
  await shot(page, "thousand");
});

test("Without WebGL the page says so and leads to the list", async ({ server, page }) => {
  await page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
      return kind.startsWith("webgl") ? null : real.call(this, kind as "2d", ...(more as []));
    } as typeof real;
  });
  await page.goto(server.url);
  await expect(page.getByRole("heading", { name: "Aqui não dá para mostrar o 3D" })).toBeVisible();
  await shot(page, "no-webgl");
  await page.getByRole("link", { name: "Abrir a lista" }).click();
  await expect(page).toHaveURL(/#\/list/);
});

test("When the graphics card is taken away the page says so, and draws again when asked", async ({ server, page }) => {
  await openWorld(page, server.url);
  await page.evaluate(() => {
    const canvas = document.querySelector("canvas");
    canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  });
  await expect(page.getByRole("heading", { name: "O 3D parou" })).toBeVisible();
  await page.getByRole("button", { name: "Tentar de novo" }).click();
  await expect(page.locator("canvas")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the lab fits, and the stick walks", async ({ server, page }) => {
    await openWorld(page, server.url);
    await shot(page, "phone");
    await page.getByRole("button", { name: "Andar" }).click();
    await settled(page);
    const start = await page.evaluate(() => window.__gemeo?.pose() ?? []);
    const stick = (await page.locator(".world-stick").boundingBox()) as { x: number; y: number; width: number };
    await page.mouse.move(stick.x + stick.width / 2, stick.y + stick.width / 2);
    await page.mouse.down();
    await page.mouse.move(stick.x + stick.width / 2 - 40, stick.y + stick.width / 2, { steps: 3 });
    await expect.poll(() => page.evaluate(() => window.__gemeo?.pose()[0])).toBeLessThan((start[0] ?? 0) - 1);
    await shot(page, "phone-walk");
    await page.mouse.up();
  });
});
