import type { Page } from "@playwright/test";
import { faultsOf } from "./axe";
import { expect, type Server, test } from "./server";

const row = (page: Page, id: string) => page.locator(`[data-thing="${id}"]`);
const lamp = (page: Page) => page.getByRole("switch", { name: "Lâmpada da bancada: Ligada" });
const isOn = async (server: Server, thing: string, property: string) =>
  (await server.get<Record<string, unknown>>(`/things/${thing}/properties`))[property];

async function open(server: Server, page: Page, hash = "#/list") {
  await page.goto(`${server.url}/${hash}`);
  await expect(row(page, "lampada-bancada").getByText("responde desde")).toBeVisible();
}

test("A switch in the list turns the lamp, and shows what the lamp reports", async ({ server, page }) => {
  await open(server, page);
  const before = (await lamp(page).getAttribute("aria-checked")) === "true";
  await lamp(page).click();
  await expect(lamp(page)).toHaveAttribute("aria-checked", String(!before));
  await expect.poll(() => isOn(server, "lampada-bancada", "ligada")).toBe(!before);
});

test("A lamp that is deaf is waited for in words, fails with the reason, and stays as it is", async ({
  server,
  page,
}) => {
  await open(server, page);
  const before = await lamp(page).getAttribute("aria-checked");
  await server.device("lampada-bancada", "deaf");
  await lamp(page).click();
  const its = row(page, "lampada-bancada");
  await expect(its.getByText("esperando o dispositivo")).toBeVisible();
  await page.screenshot({ path: "test-results/list-pending.png" });
  await expect(its.getByText("não deu certo: O dispositivo não respondeu")).toBeVisible();
  await expect(lamp(page)).toHaveAttribute("aria-checked", before ?? "");
});

test("An unplugged lamp says since when it is gone, and an order to it fails honestly", async ({ server, page }) => {
  await open(server, page);
  await server.device("lampada-bancada", "unplug");
  const its = row(page, "lampada-bancada");
  await expect(its.getByText(/sem resposta desde \d\d:\d\d/)).toBeVisible();
  await lamp(page).click();
  await expect(its.getByText("não deu certo: O dispositivo está desligado ou fora da rede.")).toBeVisible();
  await page.getByLabel("Só o que não responde").check();
  await expect(page.locator(".list-row")).toHaveCount(1);
  await page.screenshot({ path: "test-results/list-away.png" });
});

test("Everything is turned off after it was named, and one undo brings exactly the earlier state back", async ({
  server,
  page,
}) => {
  await open(server, page);
  for (const [thing, action] of [
    ["lampada-bancada", "ligar"],
    ["luz-teto-1", "ligar"],
    ["luz-teto-2", "desligar"],
    ["ar-condicionado", "ligar"],
    ["radio-5g", "ligar"],
  ])
    expect((await server.post(`/things/${thing}/actions/${action}`)).ok).toBe(true);
  const all = () =>
    Promise.all(
      [
        ["lampada-bancada", "ligada"],
        ["luz-teto-1", "ligada"],
        ["luz-teto-2", "ligada"],
        ["ar-condicionado", "ligado"],
        ["radio-5g", "ligado"],
      ].map(([thing, property]) => isOn(server, thing as string, property as string)),
    );
  const before = await all();
  await page.getByRole("button", { name: "Desligar tudo", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("checkbox")).toHaveCount(4);
  await expect(dialog.getByText("Derruba todos os terminais da célula.")).toBeVisible();
  await page.screenshot({ path: "test-results/list-turn-off.png" });
  await dialog.getByRole("button", { name: "Desligar 4" }).click();
  await expect(page.getByText(/Confirmado: .*Rádio 5G/)).toBeVisible();
  expect(await all()).toEqual([false, false, false, false, false]);
  await page.screenshot({ path: "test-results/list-turned-off.png" });
  await page.getByRole("button", { name: "Desfazer" }).click();
  await expect(page.getByText("Desfeito")).toBeVisible();
  expect(await all()).toEqual(before);
});

test("What does not turn off is told by name and reason", async ({ server, page }) => {
  await open(server, page);
  expect((await server.post("/things/luz-teto-1/actions/ligar")).ok).toBe(true);
  expect((await server.post("/things/luz-teto-2/actions/ligar")).ok).toBe(true);
  await server.device("luz-teto-2", "deaf");
  await page.getByRole("button", { name: "Desligar tudo: Laboratório" }).click();
  await page.getByRole("button", { name: /^Desligar \d/ }).click();
  const result = page.locator(".list-result");
  await expect(result.getByText("Luz do teto 2: O dispositivo não respondeu")).toBeVisible();
  await expect(result.getByText(/Confirmado: .*Luz do teto 1/)).toBeVisible();
  await page.screenshot({ path: "test-results/list-some-failed.png" });
});

test("Things are found by words without accents, by room and by kind, and the address keeps room and kind", async ({
  server,
  page,
}) => {
  await open(server, page);
  await page.getByLabel("Procurar coisas").fill("lampada BANCADA");
  await expect(page.locator(".list-row")).toHaveCount(1);
  await page.getByLabel("Procurar coisas").fill("nada assim");
  await page.getByRole("button", { name: "Mostrar tudo" }).click();
  await page.getByLabel("Sala", { exact: true }).selectOption("Estacionamento");
  await expect(page.locator(".list-row")).toHaveCount(4);
  await page.getByLabel("Sala", { exact: true }).selectOption("");
  await page.getByLabel("Tipo", { exact: true }).selectOption("Luzes do teto");
  await expect(page.locator(".list-row")).toHaveCount(2);
  await page.reload();
  await expect(page.locator(".list-row")).toHaveCount(2);
});

test("With the keyboard alone a lamp is turned and its panel opened", async ({ server, page }) => {
  await open(server, page);
  const before = (await lamp(page).getAttribute("aria-checked")) === "true";
  await page.getByLabel("Procurar coisas").focus();
  await page.keyboard.type("lampada da");
  await expect(page.locator(".list-row")).toHaveCount(1);
  for (let n = 0; n < 8 && !(await lamp(page).evaluate(e => e === document.activeElement)); n++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(lamp(page)).toHaveAttribute("aria-checked", String(!before));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/thing=lampada-bancada/);
});

test("In the past nothing can be ordered", async ({ server, page }) => {
  await open(server, page);
  await page.goto(`${server.url}/#/list?at=${new Date().toISOString()}`);
  await expect(lamp(page)).toBeDisabled();
  await expect(page.getByRole("button", { name: "Desligar tudo", exact: true })).toBeDisabled();
});

for (const [look, size] of [
  ["laptop", { width: 1280, height: 800 }],
  ["phone", { width: 390, height: 844 }],
] as const)
  test(`The list is well made on a ${look}, light and dark, in both languages`, async ({ server, page }) => {
    await page.setViewportSize(size);
    await open(server, page);
    await page.screenshot({ path: `test-results/list-${look}-light-pt.png` });
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Dark theme" }).click();
    await expect(page.getByRole("heading", { name: "Everything in the lab" })).toBeVisible();
    await page.screenshot({ path: `test-results/list-${look}-dark-en.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    expect(await faultsOf(page)).toEqual([]);
  });

test("A thousand things are listed, and a change draws its own row only", async ({ serve, page }) => {
  const server = await serve("../labs/load", "--Gemeo:Simulator=false");
  await page.goto(`${server.url}/#/list`);
  await expect(page.locator(".list-row")).toHaveCount(1000);
  // The other rows' nodes are watched: what is drawn again touches them.
  await page.evaluate(() => {
    const touched = new Set<string>();
    (globalThis as unknown as { touched: Set<string> }).touched = touched;
    const rows = document.querySelector(".list-rows") as Element;
    new MutationObserver(all => {
      for (const one of all) {
        const at = one.target instanceof Element ? one.target : one.target.parentElement;
        touched.add(at?.closest(".list-row")?.getAttribute("data-thing") ?? "all");
      }
    }).observe(rows, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await server.publish("load/7/distance", "42");
  await expect(row(page, "load-7").getByText("42 cm")).toBeVisible();
  expect(await page.evaluate(() => [...(globalThis as unknown as { touched: Set<string> }).touched])).toEqual([
    "load-7",
  ]);
  await page.screenshot({ path: "test-results/list-thousand.png" });
});
