import type { Page } from "@playwright/test";
import { expect, type Server, test } from "./server";

const lamp = "lampada-bancada";
const bar = (page: Page) => page.getByRole("region", { name: "Viagem no tempo" });
const row = (page: Page) => page.locator(`[data-thing="${lamp}"]`);
const open = (server: Server, path: string, at?: string) =>
  `${server.url}/#${path}${at ? `?at=${encodeURIComponent(at)}` : ""}`;
const atOf = (page: Page) => Date.parse(new URLSearchParams(new URL(page.url()).hash.split("?")[1]).get("at") ?? "");

const shown = async (page: Page) => Date.parse((await bar(page).locator("time").getAttribute("datetime")) ?? "");

/** The lamp's life as this test knows it: off, then on at 37 %, then off again. Instants by the server's clock. */
async function lived(server: Server): Promise<{ off: string; on: string; offAgain: string }> {
  const timeOf = async (property: string, value: unknown) => {
    let time = "";
    await expect
      .poll(async () => {
        const read = await server.get<{ items: { time: string; value: unknown }[] }>(
          `/log?thing=${lamp}&name=${property}&kind=property&changed=true&order=desc&limit=1`,
        );
        time = read.items[0]?.time ?? "";
        return read.items[0]?.value;
      })
      .toBe(value);
    return Date.parse(time);
  };
  const iso = (ms: number) => new Date(ms).toISOString();
  await server.post(`/things/${lamp}/actions/desligar`);
  const off = await timeOf("ligada", false);
  await new Promise(done => setTimeout(done, 1500));
  await server.post(`/things/${lamp}/actions/ligar`);
  await server.publish("lab/lampada-bancada/brightness", "37");
  const on = await timeOf("brilho", 37);
  await new Promise(done => setTimeout(done, 3000));
  await server.publish("lab/lampada-bancada/brightness", "81");
  await timeOf("brilho", 81);
  await server.post(`/things/${lamp}/actions/desligar`);
  const offAgain = await timeOf("ligada", false);
  return { off: iso(off + 500), on: iso(on + 500), offAgain: iso(offAgain + 1) };
}

test("A link to an instant shows the lab as it was then, and nothing can be ordered", async ({ server, page }) => {
  const life = await lived(server);
  await page.goto(open(server, "/list", life.on));
  await expect(bar(page)).toBeVisible();
  await expect(bar(page).getByText("passado", { exact: true })).toBeVisible();
  await expect(row(page).getByRole("switch")).toHaveAttribute("aria-checked", "true");
  await expect(row(page)).toContainText("37 %");
  await expect(row(page).getByRole("switch")).toBeDisabled();
  await page.screenshot({ path: "test-results/past-list.png" });

  await page.goto(open(server, "/list", life.off));
  await expect(row(page).getByRole("switch")).toHaveAttribute("aria-checked", "false");

  await bar(page).getByRole("button", { name: "Voltar ao agora" }).click();
  await expect(bar(page)).toBeHidden();
  await expect(row(page)).toContainText("81 %");
  await expect(row(page).getByRole("switch")).toBeEnabled();
});

test("Played ×10 the lab changes as it did, and at the end it offers to go live", async ({ server, page }) => {
  const life = await lived(server);
  await page.goto(open(server, "/list", life.on));
  await expect(row(page)).toContainText("37 %");
  await bar(page).getByRole("button", { name: "×10", exact: true }).click();
  await bar(page).getByRole("slider").press(" ");
  await expect(bar(page).getByRole("button", { name: "Pausar" })).toBeVisible();
  await expect(row(page)).toContainText("81 %");
  await expect(row(page).getByRole("switch")).toHaveAttribute("aria-checked", "false");
  await expect(bar(page).getByText("Chegou ao agora.")).toBeVisible();
  expect(await shown(page)).toBeGreaterThan(Date.parse(life.offAgain));
  await bar(page).getByRole("button", { name: "Voltar ao agora" }).first().click();
  await expect(bar(page)).toBeHidden();
});

test("Steps go from one thing that happened to the next, by keys too", async ({ server, page }) => {
  const life = await lived(server);
  await page.goto(`${server.url}/#/list?thing=${lamp}&at=${encodeURIComponent(life.offAgain)}`);
  await expect(row(page)).toContainText("81 %");
  const before = bar(page).getByRole("button", { name: "Acontecimento anterior" });
  // What the lamp did before it was off again: its order, its brightness…
  await expect(async () => {
    await before.press("Enter");
    await expect(row(page)).toContainText("37 %", { timeout: 500 });
  }).toPass();
  await expect(row(page).getByRole("switch")).toHaveAttribute("aria-checked", "true");
  const here = await shown(page);
  await bar(page).getByRole("button", { name: "Próximo acontecimento" }).press("Enter");
  await expect(row(page)).toContainText("81 %");
  expect(await shown(page)).toBeGreaterThan(here);
  // The address follows, to be sent to somebody.
  await expect.poll(async () => atOf(page) - (await shown(page))).toBe(0);

  const slider = bar(page).getByRole("slider", { name: "Instante" });
  const now = Number(await slider.inputValue());
  await slider.press("ArrowLeft");
  await expect.poll(async () => Number(await slider.inputValue())).toBeLessThan(now);
});

test("Before the oldest that is kept the page says so, and goes there when asked", async ({ server, page }) => {
  const oldest = async () => (await server.get<{ oldest: unknown }>("/log/range")).oldest;
  await expect.poll(oldest).toBeTruthy();
  await page.goto(open(server, "/list", "2020-01-01T00:00:00Z"));
  await expect(bar(page)).toContainText("Deste instante nada ficou guardado");
  await page.screenshot({ path: "test-results/past-gone.png" });
  await bar(page).getByRole("button", { name: "Ir ao mais antigo" }).click();
  await expect(bar(page)).not.toContainText("nada ficou guardado");
  await expect.poll(() => atOf(page)).toBeGreaterThan(Date.parse("2026-01-01"));
});

test("What is no instant is not guessed at", async ({ server, page }) => {
  await page.goto(open(server, "/list", "ontem"));
  await expect(bar(page)).toContainText("não diz um instante");
});

test("In the world the past is seen, on a phone and in the dark too", async ({ server, page }) => {
  test.setTimeout(180_000);
  const life = await lived(server);
  await page.goto(open(server, "/", life.on));
  await expect(page.locator("canvas").first()).toBeVisible();
  await expect(bar(page).locator("time")).toBeVisible();
  await expect(page.getByRole("button", { name: /Pessoas/ })).toBeHidden();
  await page.waitForTimeout(3000);
  await page.screenshot({ path: "test-results/past-world.png" });
  await page.getByRole("button", { name: "Tema escuro" }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForTimeout(3000);
  await page.screenshot({ path: "test-results/past-phone.png" });
});
