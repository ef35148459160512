import type { Page } from "@playwright/test";
import { faultsOf } from "./axe";
import { expect, type Server, test } from "./server";

const quiet = "--Gemeo:Simulator=false";
const rows = (page: Page) => page.locator(".log-row");

async function open(server: Server, page: Page, hash = "#/log") {
  await page.goto(`${server.url}/${hash}`);
  await expect(page.getByRole("navigation", { name: "Partes do registro" })).toBeVisible();
}

const comings = (count: number) =>
  Array.from({ length: count }, (_, n) => (n % 2 === 0 ? "1,Occupied" : "1,Available"));

/** Only what devices report: without simulated devices things fall silent at their own time. */
const readings = "#/log?entry=property";

test("What happens is told in human words, live, with the raw entry behind it", async ({ server, page }) => {
  await open(server, page);
  expect((await server.post("/things/lampada-bancada/actions/desligar")).ok).toBe(true);
  expect((await server.post("/things/lampada-bancada/actions/ligar")).ok).toBe(true);
  await expect(page.getByText("Lâmpada da bancada: ligada → sim")).not.toHaveCount(0);
  const order = rows(page).filter({ hasText: /ordem ligar: confirmada em [\d,]+ s, por HTTP \(deste computador\)/ });
  await expect(order).not.toHaveCount(0);
  await order.first().locator("summary").click();
  await expect(order.first().locator("pre")).toContainText('"state": "confirmed"');
});

test("The log is filtered by thing, by kind and by words, and the address keeps thing and kind", async ({
  server,
  page,
}) => {
  await open(server, page);
  await server.device("luz-teto-2", "unplug");
  await page.getByLabel("Tipo de acontecimento").selectOption("Presença na rede");
  await expect(rows(page).filter({ hasText: "Luz do teto 2: sem resposta (último testamento)" })).toHaveCount(1);
  await expect(rows(page).filter({ hasText: "→" })).toHaveCount(0);
  await page.getByLabel("Coisa", { exact: true }).selectOption("Luz do teto 2");
  await expect(rows(page).filter({ hasNotText: "Luz do teto 2" })).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel("Coisa", { exact: true })).toHaveValue("luz-teto-2");
  await expect(rows(page).filter({ hasNotText: "Luz do teto 2" })).toHaveCount(0);
  await page.getByLabel("Procurar no registro").fill("ultimo testamento");
  await expect(rows(page).filter({ hasNotText: "último testamento" })).toHaveCount(0);
  await expect(rows(page)).not.toHaveCount(0);
});

test("What comes while one reads further down waits above, and moves nothing", async ({ serve, page }) => {
  const server = await serve(undefined, quiet);
  await server.flood("parking/sensor", comings(60));
  await open(server, page, readings);
  await expect(rows(page)).toHaveCount(60);
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 600);
  await expect.poll(() => page.locator(".log-page").evaluate(e => e.scrollTop)).toBeGreaterThan(300);
  const place = () => rows(page).nth(30).boundingBox();
  const before = await place();
  await server.publish("parking/sensor", "2,Occupied");
  await server.publish("parking/sensor", "3,Occupied");
  const chip = page.getByRole("button", { name: "2 novas" });
  await expect(chip).toBeVisible();
  await page.screenshot({ path: "test-results/log-fresh.png" });
  expect((await place())?.y).toBe(before?.y);
  await expect(rows(page)).toHaveCount(60);
  await chip.click();
  await expect(rows(page).first()).toContainText("Vaga 3: ocupada → sim");
  await expect(rows(page)).toHaveCount(62);
  await expect(chip).toBeHidden();
});

test("Older pages come by scrolling, down to the beginning", async ({ serve, page }) => {
  const server = await serve(undefined, quiet);
  await server.flood("parking/sensor", comings(130));
  await open(server, page, readings);
  await expect(rows(page)).not.toHaveCount(0);
  await rows(page).last().scrollIntoViewIfNeeded();
  await expect(page.getByText("Aqui começa o que foi guardado")).toBeVisible();
  await expect(rows(page)).toHaveCount(130);
});

test("A flood neither freezes the page nor grows it without bound", async ({ serve, page }) => {
  const server = await serve("../labs/load", quiet);
  await open(server, page);
  const flood = server.flood(
    "load/1/distance",
    Array.from({ length: 4000 }, (_, n) => String(n + 1)),
  );
  await expect.poll(() => rows(page).count(), { timeout: 30_000 }).toBe(500);
  // It still answers while they come.
  await page.getByRole("button", { name: "Pausar" }).click();
  await expect(page.getByRole("button", { name: "Continuar" })).toBeVisible();
  await flood;
  await page.getByRole("button", { name: "Continuar" }).click();
  await expect(rows(page).first()).toContainText("→ 4.000 cm");
  expect(await rows(page).count()).toBe(500);
});

test("A rejected payload appears with its reason, its count, and what to do", async ({ serve, page }) => {
  const server = await serve(undefined, quiet);
  await open(server, page, "#/log?tab=rejected");
  await expect(page.getByText("Nenhuma mensagem foi recusada")).toBeVisible();
  await page.screenshot({ path: "test-results/log-none-rejected.png" });
  await server.publish("lab/lampada-bancada/brightness", "900");
  await server.publish("lab/lampada-bancada/brightness", "950");
  const card = page.locator(".log-topic", { hasText: "lab/lampada-bancada/brightness" });
  await expect(card.getByText(/^esperava-se um inteiro entre 0 e 100 \(%\), veio 9[05]0$/)).toBeVisible();
  await expect(card.getByText("2 mensagens")).toBeVisible();
  await page.screenshot({ path: "test-results/log-rejected.png" });
  await card.getByRole("link", { name: "Ver no registro" }).click();
  await expect(rows(page).first()).toContainText(
    "Lâmpada da bancada: mensagem recusada em lab/lampada-bancada/brightness",
  );
});

test("A topic that nobody claims becomes a thing by its ready-made description", async ({ serve, page }) => {
  const server = await serve(undefined, quiet);
  await server.publish("estufa/sensor", '{"temperatura":24.5,"solo":{"umidade":38}}');
  await open(server, page, "#/log?tab=unmatched");
  const card = page.locator(".log-topic", { hasText: "estufa/sensor" });
  await card.getByText("Faça dele uma coisa").click();
  await expect(card.getByLabel("Descrição da coisa")).toHaveValue(/"gemeo:pointer": "\/solo\/umidade"/);
  await page.screenshot({ path: "test-results/log-unmatched.png" });
  await card.getByRole("button", { name: "Acrescentar ao laboratório" }).click();
  await expect(page.getByText("as próximas mensagens já são dela")).toBeVisible();
  await server.publish("estufa/sensor", '{"temperatura":25,"solo":{"umidade":40}}');
  await expect.poll(() => server.get("/things/estufa-sensor/properties")).toEqual({ temperatura: 25, soloUmidade: 40 });
});

test("With the keyboard alone an entry is opened, and stays where it is", async ({ serve, page }) => {
  const server = await serve(undefined, quiet);
  await server.publish("parking/sensor", "1,Occupied");
  await open(server, page, readings);
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Pausar" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(rows(page).first().locator("pre")).toContainText('"thing": "vaga-1"');
  await server.publish("parking/sensor", "2,Occupied");
  await expect(page.getByRole("button", { name: "1 nova" })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
});

for (const [look, size] of [
  ["laptop", { width: 1280, height: 800 }],
  ["phone", { width: 390, height: 844 }],
] as const)
  test(`The log is well made on a ${look}, light and dark, in both languages`, async ({ server, page }) => {
    await page.setViewportSize(size);
    await open(server, page);
    await server.device("luz-teto-2", "unplug");
    await server.publish("lab/lampada-bancada/brightness", "900");
    await server.publish("estufa/sensor", '{"temperatura":24.5}');
    await expect(rows(page).filter({ hasText: "último testamento" })).not.toHaveCount(0);
    await server.post("/things/luz-teto-2/actions/ligar");
    await expect(rows(page).filter({ hasText: "não deu certo" })).not.toHaveCount(0);
    await page.screenshot({ path: `test-results/log-${look}-light-pt.png` });
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Dark theme" }).click();
    await expect(rows(page).filter({ hasText: "did not work" })).not.toHaveCount(0);
    await page.screenshot({ path: `test-results/log-${look}-dark-en.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: /Unclaimed topics/ }).click();
    await page.getByText("Make it a thing").first().click();
    await page.screenshot({ path: `test-results/log-${look}-unmatched-dark-en.png` });
    expect(await faultsOf(page)).toEqual([]);
  });
