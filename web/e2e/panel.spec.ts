import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, type Server, test } from "./server";

const lamp = "lampada-bancada";

async function open(page: Page, server: Server, thing = lamp, more = ""): Promise<Locator> {
  await page.goto(`${server.url}/#/?thing=${thing}${more}`);
  const panel = page.locator(".panel");
  await expect(panel.getByRole("heading", { level: 2 })).toBeVisible();
  return panel;
}

const property = (panel: Locator, name: string) => panel.locator(`[data-property="${name}"]`);
const action = (panel: Locator, name: string) => panel.locator(`[data-action="${name}"]`);
const reportedOf = (server: Server, thing: string, name: string) =>
  server.get<unknown>(`/things/${thing}/properties/${name}`);
const ordersOf = async (server: Server, thing = lamp) =>
  (await server.get<{ items: { input: unknown; state: string }[] }>(`/things/${thing}/commands`)).items;
const shot = (page: Page, name: string) => page.screenshot({ path: `test-results/panel-${name}.png` });

test("Switching on goes to the device, and is confirmed by what it reports", async ({ server, page }) => {
  const panel = await open(page, server);
  const light = property(panel, "ligada").getByRole("switch", { name: "Ligada" });
  await expect(light).toHaveAttribute("aria-checked", "false");
  await light.click();
  await expect(property(panel, "ligada").getByText("confirmado pelo dispositivo")).toBeVisible();
  await expect(light).toHaveAttribute("aria-checked", "true");
  expect(await reportedOf(server, lamp, "ligada")).toBe(true);
  const newest = panel.locator(".commands li").first();
  await expect(newest).toContainText("Ligada → sim pelo HTTP, deste computador");
  await expect(newest).toContainText("confirmada pelo dispositivo, em");
  await shot(page, "laptop-light");
  // The word that it was confirmed goes by itself.
  await expect(property(panel, "ligada").getByText("confirmado pelo dispositivo")).toBeHidden();
});

test("While the device thinks the switch stays, and what was asked is an outline", async ({ server, page }) => {
  const panel = await open(page, server);
  await server.device(lamp, "slow 3000");
  const row = property(panel, "ligada");
  await row.getByRole("switch").click();
  await expect(row.getByText("esperando o dispositivo")).toBeVisible();
  await expect(row.getByText("pedido: sim")).toBeVisible();
  await expect(row.locator(".pswitch-ghost.on")).toBeVisible();
  await expect(row.getByRole("switch")).toHaveAttribute("aria-checked", "false");
  await shot(page, "pending");
  await expect(row.getByRole("switch")).toHaveAttribute("aria-checked", "true");
  await expect(row.locator(".pswitch-ghost")).toBeHidden();
});

test("An unplugged lamp fails with the server's words, the switch stays, and it can be tried again", async ({
  server,
  page,
}) => {
  const panel = await open(page, server);
  await server.device(lamp, "drop");
  await expect(panel.getByText(/^sem resposta desde/)).toBeVisible();
  const row = property(panel, "ligada");
  await row.getByRole("switch").click();
  await expect(row.getByRole("alert")).toContainText("O dispositivo está desligado ou fora da rede.");
  await expect(row.getByRole("switch")).toHaveAttribute("aria-checked", "false");
  await expect(panel.locator(".commands li").first()).toContainText("não deu certo: o dispositivo estava desligado");
  await shot(page, "failed");
  await server.device(lamp, "plug");
  await expect(panel.getByText(/^responde desde/)).toBeVisible();
  await row.getByRole("button", { name: "Tentar de novo" }).click();
  await expect(row.getByRole("switch")).toHaveAttribute("aria-checked", "true");
  await expect(row.getByRole("alert")).toBeHidden();
});

test("A deaf lamp is waited for, then it is said that it did not answer", async ({ server, page }) => {
  const panel = await open(page, server);
  await server.device(lamp, "deaf");
  await property(panel, "ligada").getByRole("switch").click();
  await expect(property(panel, "ligada").getByText("esperando o dispositivo")).toBeVisible();
  await expect(property(panel, "ligada").getByRole("alert")).toContainText("O dispositivo não respondeu");
  await expect(property(panel, "ligada").locator(".pswitch-ghost")).toBeHidden();
  await expect(panel.locator(".commands li").first()).toContainText("sem resposta: o dispositivo não respondeu");
});

test("A number is checked before it is sent, and a slider sends what the hand lets go of", async ({ server, page }) => {
  const panel = await open(page, server);
  const row = property(panel, "brilho");
  const field = row.getByRole("textbox", { name: "Brilho, valor exato" });
  await field.fill("300");
  await expect(row.getByRole("alert")).toHaveText("no máximo 100 %");
  await expect(row.getByRole("button", { name: "Definir" })).toBeDisabled();
  await shot(page, "fault");
  await field.fill("41,5");
  await expect(row.getByRole("alert")).toHaveText("deve ser um número inteiro");
  await field.fill("40");
  await field.press("Enter");
  await expect(row.locator("output.property-value")).toHaveText("40 %");
  const before = (await ordersOf(server)).length;
  const slider = row.getByRole("slider", { name: "Brilho" });
  const box = (await slider.boundingBox()) as { x: number; y: number; width: number; height: number };
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 11 + 0.4 * (box.width - 22), y);
  await page.mouse.down();
  for (const share of [0.5, 0.6, 0.7, 0.8]) await page.mouse.move(box.x + 11 + share * (box.width - 22), y);
  await expect(row.locator(".slider-bubble")).toHaveText("80 %");
  expect((await ordersOf(server)).length).toBe(before);
  await page.mouse.up();
  await expect(row.locator("output.property-value")).toHaveText("80 %");
  expect((await ordersOf(server)).length).toBe(before + 1);
  await slider.press("ArrowLeft");
  await slider.press("ArrowLeft");
  await slider.press("ArrowLeft");
  await expect(row.locator("output.property-value")).toHaveText("77 %");
  expect((await ordersOf(server)).length).toBe(before + 2);
});

test("Choices stand side by side; with the arrows only where one rests is sent", async ({ server, page }) => {
  const panel = await open(page, server, "ar-condicionado");
  const row = property(panel, "modo");
  await expect(row.getByRole("radio", { name: "cool" })).toBeChecked();
  await row.getByRole("radio", { name: "dry" }).click();
  await expect(row.locator("output.property-value")).toHaveText("dry");
  await expect(row.getByRole("radio", { name: "dry" })).toBeChecked();
  expect(await reportedOf(server, "ar-condicionado", "modo")).toBe("dry");
  await row.getByRole("radio", { name: "dry" }).press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(row.locator("output.property-value")).toHaveText("heat");
  expect((await ordersOf(server, "ar-condicionado")).map(o => o.input)).toEqual(["heat", "dry"]);
});

test("The set point is an action with a form, and is checked beside its field", async ({ server, page }) => {
  const panel = await open(page, server, "ar-condicionado");
  const form = action(panel, "ajustar");
  await expect(form.getByLabel("Temperatura desejada")).toHaveValue("22,5");
  await form.getByLabel("Temperatura desejada").fill("22,3");
  await form.getByRole("button", { name: "Ajustar a temperatura" }).click();
  await expect(form.getByRole("alert")).toHaveText("em passos de 0,5 °C");
  await form.getByLabel("Temperatura desejada").fill("24,5");
  await form.getByRole("button", { name: "Ajustar a temperatura" }).click();
  await expect(form.getByText("confirmado pelo dispositivo")).toBeVisible();
  await expect(property(panel, "temperaturaDesejada").locator("output.property-value")).toHaveText("24,5 °C");
  await shot(page, "air");
});

test("What is not to be done by mistake is asked first; what nothing confirms says so", async ({ server, page }) => {
  const panel = await open(page, server, "radio-5g");
  await action(panel, "desligar").getByRole("button").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Derruba todos os terminais da célula.");
  await shot(page, "ask-first");
  await dialog.getByRole("button", { name: "Cancelar" }).click();
  await expect(dialog).toBeHidden();
  expect(await ordersOf(server, "radio-5g")).toHaveLength(0);
  await action(panel, "desligar").getByRole("button").click();
  await dialog.getByRole("button", { name: "Desligar" }).click();
  await expect(property(panel, "ligado").locator("output")).toHaveText("não");
  await action(panel, "reiniciar").getByRole("button").click();
  await dialog.getByRole("button", { name: "Reiniciar" }).click();
  await expect(action(panel, "reiniciar").getByText("enviado; nada o confirma")).toBeVisible();
  await expect(panel.locator(".commands li").first()).toContainText("enviada; nada a confirma");
});

const blind = {
  name: "Lab",
  "@context": "https://www.w3.org/2022/wot/td/v1.1",
  securityDefinitions: { nosec: { scheme: "nosec" } },
  security: "nosec",
  base: "mqtt://127.0.0.1:1883/",
  things: [
    {
      id: "persiana",
      title: "Persiana",
      properties: {
        rotulo: { type: "string", maxLength: 8, forms: [{ href: "p/set", op: "writeproperty" }], writeOnly: true },
      },
      actions: {
        mover: {
          title: "Mover",
          input: {
            type: "object",
            required: ["altura"],
            properties: {
              altura: { type: "integer", title: "Altura", minimum: 0, maximum: 100, unit: "%" },
              modo: { type: "string", title: "Modo", enum: ["suave", "normal"] },
              depois: { type: "object", title: "Depois", properties: { travar: { type: "boolean", title: "Travar" } } },
            },
          },
          forms: [{ href: "p/mover", op: "invokeaction" }],
        },
      },
    },
  ],
};

test("A form is made from the input's schema, with what does not fit beside its field", async ({ serve, page }) => {
  const folder = mkdtempSync(join(tmpdir(), "gemeo-lab-"));
  writeFileSync(join(folder, "lab.json"), JSON.stringify(blind));
  const server = await serve(folder);
  rmSync(folder, { recursive: true });
  const panel = await open(page, server, "persiana");
  const form = action(panel, "mover");
  await form.getByRole("button", { name: "Mover" }).click();
  await expect(form.getByRole("alert")).toHaveText("deve ser um número");
  await form.getByLabel("Altura").fill("120");
  await expect(form.getByRole("alert")).toHaveText("no máximo 100 %");
  await form.getByLabel("Altura").fill("70");
  await form.getByLabel("Modo").selectOption("suave");
  await form.getByRole("group", { name: "Depois" }).getByLabel("Travar").check();
  await shot(page, "form");
  await form.getByRole("button", { name: "Mover" }).click();
  await expect(form.getByText("enviado; nada o confirma")).toBeVisible();
  const [order] = await ordersOf(server, "persiana");
  expect(order).toMatchObject({ state: "sent", input: { altura: 70, modo: "suave", depois: { travar: true } } });
  const text = property(panel, "rotulo").getByRole("textbox");
  await text.fill("comprido demais");
  await expect(property(panel, "rotulo").getByRole("alert")).toHaveText("no máximo 8 caracteres");
  await text.fill("sala 1");
  await text.press("Enter");
  await expect(property(panel, "rotulo").getByText("enviado; nada o confirma")).toBeVisible();
});

test("What was confirmed once and is otherwise now is shown as desired", async ({ server, page }) => {
  const panel = await open(page, server);
  await property(panel, "ligada").getByRole("switch").click();
  await expect(property(panel, "ligada").getByRole("switch")).toHaveAttribute("aria-checked", "true");
  await server.device(lamp, "drop");
  await expect(panel.getByText(/^sem resposta desde/)).toBeVisible();
  await server.publish("lab/lampada-bancada/state", "OFF");
  await expect(property(panel, "ligada").getByText("desejado: sim")).toBeVisible();
  await expect(property(panel, "ligada").getByRole("switch")).toHaveAttribute("aria-checked", "false");
});

test("Events come as they happen, and orders that others give too", async ({ server, page }) => {
  const panel = await open(page, server, "porta");
  await expect(panel.getByText("Nada aconteceu ainda.")).toBeVisible();
  await server.publish("lab/porta/alarm", "vibração 3,1 g");
  await expect(panel.locator(".commands li").first()).toContainText("Arrombada vibração 3,1 g");
  await page.reload();
  await expect(panel.locator(".commands li").first()).toContainText("Arrombada vibração 3,1 g");
  await open(page, server);
  await server.device(lamp, "slow 2000");
  void server.post("/lab/ligar_luz");
  await expect(property(panel, "ligada").getByText("pedido: sim")).toBeVisible();
  await expect(panel.locator(".commands li").first()).toContainText("Ligar");
  await expect(panel.locator(".commands li").first()).toContainText("confirmada pelo dispositivo");
});

test("With the keyboard alone: it takes the focus, everything is reached, Esc closes and the focus returns", async ({
  server,
  page,
}) => {
  await page.goto(server.url);
  await expect(page.getByRole("img", { name: "Ao vivo" })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const link = page.getByRole("link", { name: "Mundo" });
  await expect(link).toBeFocused();
  await page.evaluate(() => {
    location.hash = "#/?thing=lampada-bancada";
  });
  const panel = page.getByRole("complementary", { name: "Painel de Lâmpada da bancada" });
  await expect(panel).toBeFocused();
  const light = property(panel, "ligada").getByRole("switch");
  for (let n = 0; n < 12 && !(await light.evaluate(e => e === document.activeElement)); n++)
    await page.keyboard.press("Tab");
  await expect(light).toBeFocused();
  await page.keyboard.press("Space");
  await expect(light).toHaveAttribute("aria-checked", "true");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(link).toBeFocused();
});

test("On a phone it comes from below, grows by its handle and is drawn away", async ({ server, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const panel = await open(page, server, "ar-condicionado");
  const height = async () => ((await panel.boundingBox()) as { height: number }).height;
  expect(await height()).toBeCloseTo(506, -1);
  await shot(page, "phone");
  await panel.getByRole("button", { name: "Aumentar o painel" }).click();
  expect(await height()).toBeGreaterThan(700);
  await shot(page, "phone-full");
  await panel.getByRole("button", { name: "Diminuir o painel" }).click();
  const handle = (await panel.locator(".panel-handle").boundingBox()) as { x: number; y: number; width: number };
  await page.mouse.move(handle.x + handle.width / 2, handle.y + 10);
  await page.mouse.down();
  for (let y = handle.y; y < 760; y += 40) await page.mouse.move(handle.x + handle.width / 2, y);
  await page.mouse.up();
  await expect(panel).toBeHidden();
});

test("In the past nothing can be changed, and it says why", async ({ server, page }) => {
  const panel = await open(page, server, lamp, `&at=${new Date().toISOString()}`);
  await expect(panel.getByRole("note")).toContainText("Isto é o passado");
  await expect(property(panel, "ligada").getByRole("switch")).toBeDisabled();
  await expect(property(panel, "brilho").getByRole("slider")).toBeDisabled();
  await expect(property(panel, "brilho").getByRole("textbox")).toBeDisabled();
  await expect(action(panel, "ligar").getByRole("button")).toBeDisabled();
  await shot(page, "past");
  await panel.getByRole("button", { name: "Voltar ao agora" }).click();
  await expect(property(panel, "ligada").getByRole("switch")).toBeEnabled();
});

test("The link that is copied opens the same thing", async ({ server, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const panel = await open(page, server, "ambiente");
  await panel.getByRole("button", { name: "Copiar o link" }).click();
  await expect(page.getByText("Link copiado")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${server.url}/#/?thing=ambiente`);
  await expect(panel.getByRole("link", { name: "No registro" })).toHaveAttribute("href", "#/log?thing=ambiente");
  await expect(panel.getByRole("link", { name: "Thing Description" })).toHaveAttribute("href", "/things/ambiente");
});

test("A thing that is not there says what to do next", async ({ server, page }) => {
  await page.goto(`${server.url}/#/?thing=nada`);
  await expect(page.getByText("Esta coisa não existe (mais) neste laboratório")).toBeVisible();
  await page.getByRole("button", { name: "Ir para a lista" }).click();
  await expect(page).toHaveURL(/#\/list$/);
});

test("In English, dark, and without a serious fault of accessibility in either theme", async ({ server, page }) => {
  const panel = await open(page, server, "radio-5g");
  await page.getByRole("button", { name: "English" }).click();
  await expect(panel.getByRole("heading", { level: 3, name: "Last commands" })).toBeVisible();
  await expect(panel.getByText("5G radio unit", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Dark theme" }).click();
  await shot(page, "english-dark");
  for (const thing of [lamp, "ar-condicionado", "radio-5g"]) {
    await page.evaluate(id => {
      location.hash = `#/?thing=${id}`;
    }, thing);
    await expect(panel.locator("[data-property]").first()).toBeVisible();
    expect(await faultsIn(page)).toEqual([]);
  }
  await page.getByRole("button", { name: "Light theme" }).click();
  expect(await faultsIn(page)).toEqual([]);
});

async function faultsIn(page: Page) {
  const { violations } = await new AxeBuilder({ page }).include(".panel").analyze();
  return violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(" ")}`);
}
