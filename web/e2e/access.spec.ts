import type { Page } from "@playwright/test";
import { faultsOf } from "./axe";
import { expect, type Server, test } from "./server";

const quiet = "--Gemeo:Simulator=false";
const fromElsewhere = { "X-Forwarded-For": "192.0.2.7" };
const password = "uma senha bem longa";

async function open(server: Server, page: Page, tab: string) {
  await page.goto(`${server.url}/#/access?tab=${tab}`);
  await expect(page.getByRole("navigation", { name: "Partes do acesso" })).toBeVisible();
}

/** A page as somebody who is not on the server's machine has it. */
async function elsewhere(page: Page): Promise<Page> {
  const context = await page.context().browser()?.newContext({ extraHTTPHeaders: fromElsewhere, locale: "pt-BR" });
  return (await context?.newPage()) as Page;
}

test("A key is made, told once, opens what it may, and is revoked", async ({ serve, page }) => {
  const server = await serve(undefined, quiet, "--Gemeo:Key=a-key-of-this-test-only");
  await open(server, page, "keys");
  const form = page.getByRole("form", { name: "Nova chave" });
  await form.getByLabel("Nome").fill("Painel da entrada");
  await form.getByRole("button", { name: "Fazer a chave" }).click();
  const told = page.getByRole("region", { name: "Chave de Painel da entrada" });
  const key = await told.locator("pre").textContent();
  expect(key).toMatch(/^gm_/);
  expect(await faultsOf(page)).toEqual([]);
  await page.screenshot({ path: "test-results/access-key.png" });
  await told.getByRole("button", { name: "Já copiei" }).click();
  await expect(page.getByText(key ?? "?")).toHaveCount(0);

  const other = await elsewhere(page);
  await other.goto(`${server.url}/#/list`);
  const door = other.getByRole("dialog", { name: "Quem entra?" });
  await door.getByRole("button", { name: "Chave", exact: true }).click();
  await door.getByLabel("Chave", { exact: true }).fill(key ?? "");
  await door.getByRole("button", { name: "Entrar" }).click();
  await expect(other.getByRole("img", { name: "Ao vivo" })).toBeVisible();
  // A viewer's page says so when an order is refused.
  await other.getByRole("button", { name: "Conta: Painel da entrada" }).click();
  await expect(other.getByText("vê", { exact: true })).toBeVisible();
  await expect(other.getByRole("link", { name: "Quem pode entrar" })).toHaveCount(0);
  // What is the administrators' is not asked for, since each refusal is put on record.
  await other.goto(`${server.url}/#/log`);
  await expect(other.getByRole("link", { name: "Acontecimentos" })).toBeVisible();
  await expect(other.getByRole("link", { name: "Mensagens recusadas" })).toHaveCount(0);

  await page.getByRole("button", { name: "Revogar Painel da entrada" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revogar" }).click();
  await expect(page.getByText("revogada", { exact: true })).toBeVisible();
  await expect(door).toBeVisible({ timeout: 15_000 });
  await other.context().close();
});

test("The first account is made on the server's machine, signs in elsewhere, and the log tells who", async ({
  serve,
  page,
}) => {
  const server = await serve(undefined, quiet, "--Gemeo:Key=a-key-of-this-test-only");
  await open(server, page, "accounts");
  const form = page.getByRole("form", { name: "Nova conta" });
  await form.getByLabel("Nome").fill("Ana");
  await form.getByLabel("Pode").selectOption("admin");
  await form.getByLabel(/Senha/).fill(password);
  await form.getByRole("button", { name: "Fazer a conta" }).click();
  await expect(page.getByText("Ana", { exact: true })).toBeVisible();

  const other = await elsewhere(page);
  await other.goto(`${server.url}/#/list`);
  const door = other.getByRole("dialog", { name: "Quem entra?" });
  await door.getByLabel("Nome").fill("Ana");
  await door.getByLabel("Senha").fill("uma senha errada");
  await door.getByRole("button", { name: "Entrar" }).click();
  await expect(door.getByRole("alert")).toHaveText("Nome ou senha não conferem.");
  await other.screenshot({ path: "test-results/access-door.png" });
  await door.getByLabel("Senha").fill(password);
  await door.getByRole("button", { name: "Entrar" }).click();
  await expect(door).toBeHidden();
  await expect(other.getByRole("img", { name: "Ao vivo" })).toBeVisible();
  // The session is the browser's: a reload stays inside.
  await other.reload();
  await expect(other.getByRole("img", { name: "Ao vivo" })).toBeVisible();
  await other.goto(`${server.url}/#/log?entry=security`);
  await expect(other.getByText("Ana entrou").first()).toBeVisible();
  await expect(other.getByText("conta Ana feita por este computador").first()).toBeVisible();
  await expect(other.getByLabel("Tipo de acontecimento")).toContainText("Segurança e acesso");
  await other.screenshot({ path: "test-results/access-audit.png" });
  await other.getByRole("button", { name: "Conta: Ana" }).click();
  await other.getByRole("button", { name: "Sair" }).click();
  await expect(door).toBeVisible();
  await other.context().close();
});

test("A device gets its own user, and what was tried without one is told", async ({ serve, page }) => {
  const server = await serve(undefined, quiet);
  await open(server, page, "devices");
  const form = page.getByRole("form", { name: "Novo dispositivo" });
  await form.getByLabel("Usuário").fill("lampada");
  await form.locator("summary").click();
  await form.getByLabel("Lâmpada da bancada").check();
  await form.getByRole("button", { name: "Dar usuário e senha" }).click();
  const told = page.getByRole("region", { name: "Para digitar no dispositivo lampada" });
  await expect(told.locator("pre").filter({ hasText: "Backlog MqttHost" })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.screenshot({ path: "test-results/access-device.png" });
  await told.getByRole("button", { name: "Já copiei" }).click();
  // From now on nobody comes in without a name.
  await server.publish("parking/sensor", "2,Occupied").catch(() => undefined);
  await page.getByRole("link", { name: "Segurança" }).click();
  await expect(page.getByText("Conexão recusada").first()).toBeVisible();
  await expect(page.getByText(/^sem usuário e senha \(cliente /).first()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.screenshot({ path: "test-results/access-security.png" });
});
