import type { Page } from "@playwright/test";
import { faultsOf } from "./axe";
import { expect, type Server, test } from "./server";

const quiet = "--Gemeo:Simulator=false";
const spot = (page: Page, n: number) => page.locator(`.spot[data-thing="vaga-${n}"]`);
const events = (page: Page) => page.locator(".spot-events tbody tr");

async function open(server: Server, page: Page, hash = "#/dashboard") {
  await page.goto(`${server.url}/${hash}`);
  await expect(page.getByRole("heading", { name: /Estacionamento|Car park/ })).toBeVisible();
}

test("The car park follows what its sensors say, and lists what happened, newest first", async ({ serve, page }) => {
  const server = await serve(undefined, quiet);
  await open(server, page);
  await expect(spot(page, 1)).toContainText("não se sabe");
  await server.publish("parking/sensor", "1,Occupied");
  await expect(spot(page, 1)).toContainText("ocupada");
  await server.publish("parking/sensor", "2,Available");
  await expect(spot(page, 2)).toContainText("livre");
  await expect(page.getByText("1 livre de 4")).toBeVisible();
  await server.publish("parking/sensor", "1,Available");
  await expect(spot(page, 1)).toContainText("livre");
  await expect(page.getByText("2 livres de 4")).toBeVisible();
  await expect(events(page)).toHaveText([/Vaga 1 *livre/, /Vaga 2 *livre/, /Vaga 1 *ocupada/]);
  await server.publish("parking/sensor", "1,Available");
  await server.publish("parking/sensor", "4,Occupied");
  await expect(events(page).first()).toContainText("Vaga 4");
  await expect(events(page)).toHaveCount(4);
  // What happened before the page was opened is listed, too.
  await page.reload();
  await expect(events(page)).toHaveCount(4);
  await expect(events(page).last()).toContainText("ocupada");
});

test("No more than a hundred events are listed", async ({ serve, page }) => {
  const server = await serve(undefined, quiet);
  await open(server, page);
  await server.flood(
    "parking/sensor",
    Array.from({ length: 120 }, (_, n) => (n % 2 === 0 ? "1,Occupied" : "1,Available")),
  );
  await expect(events(page)).toHaveCount(100);
  await server.publish("parking/sensor", "3,Occupied");
  await expect(events(page).first()).toContainText("Vaga 3");
  await expect(events(page)).toHaveCount(100);
});

test("Comfort is told in plain words, and follows the sensor", async ({ serve, page }) => {
  const server = await serve(undefined, quiet);
  await open(server, page);
  const say = (temperature: number, humidity: number, co2: number) =>
    server.publish(
      "lab/ambiente/SENSOR",
      JSON.stringify({ SCD40: { Temperature: temperature, Humidity: humidity, CarbonDioxide: co2 } }),
    );
  await say(23, 50, 600);
  for (const words of ["agradável", "na medida", "ar renovado"])
    await expect(page.getByText(words, { exact: true })).toBeVisible();
  await say(31, 25, 1800);
  for (const words of ["muito quente", "ar seco", "ar viciado: ventile já"])
    await expect(page.getByText(words, { exact: true })).toBeVisible();
  await expect(page.getByText("31 °C")).not.toHaveCount(0);
});

test("Energy of today is what the meter's counter grew by", async ({ serve, page }) => {
  const server = await serve(undefined, quiet);
  const say = (total: number) =>
    server.publish(
      "tele/medidor/SENSOR",
      JSON.stringify({ ENERGY: { Total: total, Power: 240, Voltage: 127, Current: 1.9 } }),
    );
  await say(128);
  await expect
    .poll(() => server.get<{ energia?: number }>("/things/medidor-energia/properties"))
    .toMatchObject({ energia: 128 });
  await open(server, page);
  await say(129.5);
  const card = page.locator(".board-card", { hasText: "Potência agora" });
  await expect(card.getByText("1,5 kWh")).toBeVisible();
  await expect(card.getByText("240 W", { exact: true })).toBeVisible();
});

test("What is on, what does not answer and what was refused is told above all, and leads there", async ({
  server,
  page,
}) => {
  await open(server, page);
  expect((await server.post("/things/luz-teto-1/actions/ligar")).ok).toBe(true);
  await server.device("luz-teto-2", "unplug");
  await server.publish("lab/lampada-bancada/brightness", "900");
  const tiles = page.locator(".tiles");
  await expect(tiles.getByText(/Luz do teto 2 \(desde/)).toBeVisible();
  await expect(tiles.getByText("lab/lampada-bancada/brightness")).toBeVisible();
  await expect(tiles.getByRole("link", { name: /ligadas? agora.*Luz do teto 1/ })).toBeVisible();
  await page.screenshot({ path: "test-results/dashboard-trouble.png" });
  await tiles.getByRole("link", { name: /sem resposta/ }).click();
  await expect(page.locator(".list-row")).toHaveCount(1);
});

test("With the keyboard alone a spot's panel is opened", async ({ server, page }) => {
  await open(server, page);
  await spot(page, 1).getByRole("button").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/thing=vaga-2/);
});

test("A lab without anything says what to do next", async ({ serve, page }, info) => {
  const lab = info.outputPath("empty");
  const { mkdirSync, writeFileSync } = await import("node:fs");
  mkdirSync(lab, { recursive: true });
  writeFileSync(`${lab}/lab.json`, '{ "name": "Vazio" }');
  const server = await serve(lab, quiet);
  for (const page_ of ["list", "dashboard"]) {
    await page.goto(`${server.url}/#/${page_}`);
    await expect(page.getByText("Ainda não há nada aqui")).toBeVisible();
  }
});

test("A lab of a thousand sensors and nothing else shows them and no empty section", async ({ serve, page }) => {
  const server = await serve("../labs/load", quiet);
  await page.goto(`${server.url}/#/dashboard`);
  await expect(page.getByRole("link", { name: "Ver as 1000 na lista" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Sem sala"]);
});

for (const [look, size] of [
  ["laptop", { width: 1280, height: 800 }],
  ["phone", { width: 390, height: 844 }],
] as const)
  test(`The dashboard is well made on a ${look}, light and dark, in both languages`, async ({ server, page }) => {
    await page.setViewportSize(size);
    await open(server, page);
    await expect(page.locator(".day-plot canvas")).not.toHaveCount(0);
    await expect.poll(() => page.locator(".spot-events tbody tr").count()).toBeGreaterThan(4);
    await shots(page, `dashboard-${look}-light-pt`);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Dark theme" }).click();
    await expect(page.getByRole("heading", { name: "Comfort" })).toBeVisible();
    await shots(page, `dashboard-${look}-dark-en`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    expect(await faultsOf(page)).toEqual([]);
  });

/** The page from top to end, screen by screen. */
async function shots(page: Page, name: string) {
  const place = page.locator(".page");
  const high = await place.evaluate(e => e.clientHeight);
  for (let n = 0; n < 4; n++) {
    await place.evaluate((e, top) => e.scrollTo({ top, behavior: "instant" }), n * (high - 40));
    await page.screenshot({ path: `test-results/${name}-${n + 1}.png` });
  }
  await place.evaluate(e => e.scrollTo({ top: 0 }));
}
