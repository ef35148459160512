import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, type Server, test } from "./server";

const topic = "lab/ru/telemetry";
const shot = (page: Page, name: string) => page.screenshot({ path: `test-results/history-${name}.png` });

/** Many readings of a device, over one connection. */
function publish(server: Server, throughputs: number[]): Promise<void> {
  const lines = throughputs.map(v => JSON.stringify({ throughput_mbps: v, rsrp_dbm: -80, ues: 3, on: true }));
  return new Promise((done, failed) => {
    const told = execFile(
      "mosquitto_pub",
      ["-h", "127.0.0.1", "-p", String(server.mqtt), "-t", topic, "-q", "1", "-l"],
      why => (why ? failed(why) : done()),
    );
    told.stdin?.end(`${lines.join("\n")}\n`);
  });
}

async function open(page: Page, server: Server, thing: string, name: string, more = "") {
  await page.goto(`${server.url}/#/?thing=${thing}&name=${name}${more}`);
  const plot = page.locator(".plot-frame");
  await expect(plot).toHaveAttribute("aria-busy", "false");
  await expect(plot.locator("canvas")).toBeVisible();
  return plot;
}

const shownOf = async (page: Page) => {
  const plot = page.locator(".plot-frame");
  const [from, to] = [await plot.getAttribute("data-from"), await plot.getAttribute("data-to")].map(Number);
  return { from: from as number, to: to as number, length: (to as number) - (from as number) };
};

test("A spike of one reading among many stays visible in a coarse view, in the table and in the file", async ({
  server,
  page,
}) => {
  const wave = Array.from({ length: 1500 }, (_, n) => 150 + 20 * Math.sin(n / 40));
  wave[700] = 987.5;
  await publish(server, wave);
  const plot = await open(page, server, "radio-5g", "vazao");
  await expect(plot).toHaveAttribute("data-step", "15");
  await page.getByRole("button", { name: "Último dia" }).click();
  await expect(plot).not.toHaveAttribute("data-step", "15");
  await page.getByRole("button", { name: "Ver como tabela" }).click();
  await expect(page.getByRole("table")).toContainText("987,5");
  await shot(page, "table");
  const link = page.getByRole("link", { name: "Baixar CSV" });
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(file.suggestedFilename()).toBe("radio-5g-vazao.csv");
  const rows = (await readFile(await file.path(), "utf8")).trim().split(/\r?\n/);
  expect(rows[0]).toBe("time,value,device_time,changed");
  expect(rows.filter(row => row.includes(",987.5,"))).toHaveLength(1);
  // The device itself reports now and then too.
  expect(rows.length).toBeGreaterThan(1500);
});

test("Dragging over the plot zooms to it, each zoom asks again, and a double click goes back", async ({
  server,
  page,
}) => {
  await publish(
    server,
    Array.from({ length: 900 }, (_, n) => 150 + (n % 50)),
  );
  await page.goto(server.url);
  const plot = await open(page, server, "radio-5g", "vazao", "&from=minute");
  await expect(plot).toHaveAttribute("data-step", /^(null|[\d.]+)$/);
  await page.getByRole("button", { name: "Última hora" }).click();
  await expect(plot).toHaveAttribute("data-step", "15");
  await expect(plot).toHaveAttribute("aria-busy", "false");
  await shot(page, "hour");
  const over = page.locator(".u-over");
  const box = (await over.boundingBox()) as { x: number; y: number; width: number; height: number };
  const before = await shownOf(page);
  await page.mouse.move(box.x + box.width * 0.8, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + 60, { steps: 5 });
  await shot(page, "dragging");
  await page.mouse.up();
  await expect(page).toHaveURL(/from=2\d{3}-.*&to=2\d{3}-/);
  const near = await shownOf(page);
  expect(near.length / before.length).toBeCloseTo(0.1, 1);
  const address = page.url();
  // Shift and drag moves it.
  await page.keyboard.down("Shift");
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 40 + box.width / 2, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  expect(near.from - (await shownOf(page)).from).toBeGreaterThan(near.length * 0.4);
  await page.mouse.wheel(0, -300);
  await expect.poll(async () => (await shownOf(page)).length).toBeLessThan(near.length * 0.8);
  await over.dblclick();
  await expect.poll(async () => (await shownOf(page)).length).toBe(3_600_000);
  // The address of the zoom restores it.
  await page.goto("about:blank");
  await page.goto(address);
  await expect(page.locator(".plot-frame canvas")).toBeVisible();
  expect(await shownOf(page)).toEqual(near);
});

test("With the keyboard alone it is opened, moved, zoomed and set back", async ({ server, page }) => {
  await page.goto(`${server.url}/#/?thing=ambiente`);
  await page.getByRole("button", { name: "Ver o histórico de Temperatura" }).press("Enter");
  const plot = page.getByRole("application", { name: /^Gráfico de Temperatura/ });
  await expect(plot.locator("canvas")).toBeVisible();
  await plot.focus();
  await plot.press("+");
  await plot.press("ArrowLeft");
  await expect.poll(async () => (await shownOf(page)).length).toBe(1_800_000);
  const first = await shownOf(page);
  await plot.press("ArrowLeft");
  expect((await shownOf(page)).from).toBe(first.from - 360_000);
  await plot.press("-");
  await expect.poll(async () => (await shownOf(page)).length).toBe(3_600_000);
  await plot.press("0");
  await expect(page.getByRole("button", { name: "Última hora" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Fechar o histórico de Temperatura" }).press("Enter");
  await expect(plot).toBeHidden();
});

test("The tail grows by what is told, of numbers, switches and words", async ({ server, page }) => {
  // Only what this test sends is told of the door.
  await server.device("porta", "unplug");
  await open(page, server, "porta", "aberta", "&from=minute");
  await page.getByRole("button", { name: "Ver como tabela" }).click();
  const rows = page.getByRole("row");
  await server.publish("lab/porta", "closed");
  await expect(rows.nth(1)).toContainText("não");
  const before = await rows.count();
  await server.publish("lab/porta", "open");
  await expect(rows.nth(1)).toContainText("sim");
  await server.publish("lab/porta", "closed");
  await expect(rows.nth(1)).toContainText("não");
  expect(await rows.count()).toBeGreaterThanOrEqual(before + 2);
  await page.getByRole("button", { name: "Ver como gráfico" }).click();
  await expect(page.locator(".plot-frame canvas")).toBeVisible();
  await shot(page, "switch");
  await open(page, server, "ar-condicionado", "modo", "&from=minute");
  await page.getByRole("radio", { name: "heat" }).click();
  await expect(page.locator(".legend")).toContainText("heat");
  await page.getByRole("radio", { name: "fan" }).click();
  await expect(page.locator(".legend")).toContainText("fan");
  await expect(page.locator(".plot-frame")).toHaveAttribute("data-step", "words");
  await shot(page, "bands");
});

test("An empty time says so, and what to do", async ({ server, page }) => {
  await page.goto(`${server.url}/#/?thing=ambiente&name=co2&from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z`);
  await expect(page.getByText("Nada foi informado neste tempo.")).toBeVisible();
  await page.getByRole("button", { name: "Última hora" }).click();
  await expect(page.getByText("Nada foi informado neste tempo.")).toBeHidden();
});

test("In the past the chart ends at the instant, and marks it", async ({ server, page }) => {
  await open(page, server, "ambiente", "temperatura");
  const at = new Date().toISOString();
  await open(page, server, "ambiente", "temperatura", `&from=minute&at=${at}`);
  expect((await shownOf(page)).to).toBe(Date.parse(at));
  await expect(page.getByText("o instante que se vê")).toBeVisible();
  await shot(page, "past");
});

test("A history that does not come says why, and can be asked for again", async ({ server, page }) => {
  let broken = true;
  await page.route("**/history/**", route =>
    broken ? route.fulfill({ status: 503, json: { erro: "O registro está cheio." } }) : route.continue(),
  );
  await page.goto(`${server.url}/#/?thing=ambiente&name=co2`);
  await expect(page.getByRole("alert")).toContainText("O histórico não veio: O registro está cheio.");
  broken = false;
  await page.getByRole("alert").getByRole("button", { name: "Tentar de novo" }).click();
  await expect(page.locator(".plot-frame canvas")).toBeVisible();
});

test("On a phone, dark and in English it is whole, and on a laptop it can be enlarged", async ({ server, page }) => {
  await publish(
    server,
    Array.from({ length: 600 }, (_, n) => 150 + 30 * Math.sin(n / 25) + (n % 7)),
  );
  await open(page, server, "radio-5g", "vazao");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Dark theme" }).click();
  await page.getByRole("button", { name: "Enlarge" }).click();
  await expect(page.locator(".plot-frame")).toHaveAttribute("aria-busy", "false");
  await page.locator(".u-over").hover();
  await shot(page, "big-dark");
  await page.getByRole("button", { name: "Make smaller" }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Make the panel larger" }).click();
  await page.getByRole("region", { name: "History of Throughput" }).scrollIntoViewIfNeeded();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBe(390);
  await expect(page.locator(".plot-frame")).toHaveAttribute("aria-busy", "false");
  await shot(page, "phone-dark");
});
