import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./server";

const pages = ["#/", "#/list", "#/dashboard", "#/log", "#/documents"];

function emptyLab(): string {
  const folder = mkdtempSync(join(tmpdir(), "gemeo-empty-"));
  writeFileSync(
    join(folder, "lab.json"),
    JSON.stringify({ name: "Vazio", language: "pt-BR", timeZone: "America/Sao_Paulo", things: [] }),
  );
  return folder;
}

test("A lab with nothing in it says on each page what to do next", async ({ serve, page }) => {
  const server = await serve(emptyLab());
  for (const place of pages) {
    await page.goto(`${server.url}/${place}`);
    await expect(page.locator(".spinner")).toHaveCount(0);
    const said = await page.locator("main").textContent();
    expect((said ?? "").length, `${place}: ${said}`).toBeGreaterThan(40);
    await page.screenshot({ path: `test-results/empty${place.replace(/\W+/g, "-")}.png` });
  }
});

test("Without WebGL the world says so and leads to the list", async ({ server, page }) => {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith("webgl") ? null : (original as (...all: unknown[]) => unknown).call(this, kind, ...rest);
    } as typeof original;
  });
  await page.goto(`${server.url}/#/`);
  await page.locator("main").getByRole("link", { name: /lista/i }).click();
  await expect(page).toHaveURL(/#\/list/);
  await page.screenshot({ path: "test-results/no-webgl.png" });
});

test("A server that wants a key asks for it, refuses a wrong one, and opens with the right one", async ({
  serve,
  page,
}) => {
  const server = await serve(undefined, "--Gemeo:Key=a-key-of-this-test-only");
  // As a proxy says it of somebody who is not on this machine.
  await page.setExtraHTTPHeaders({ "X-Forwarded-For": "192.0.2.7" });
  await page.goto(server.url);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await dialog.getByLabel("Chave", { exact: true }).fill("wrong");
  await dialog.getByRole("button", { name: "Entrar" }).click();
  await expect(dialog.getByText("Esta chave não abre")).toBeVisible();
  await page.screenshot({ path: "test-results/key.png" });
  await dialog.getByLabel("Chave", { exact: true }).fill("a-key-of-this-test-only");
  await dialog.getByRole("button", { name: "Entrar" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("img", { name: "Ao vivo" })).toBeVisible();
});

test("An address that leads nowhere says so", async ({ server, page }) => {
  await page.goto(`${server.url}/#/nowhere`);
  await expect(page.getByText("Esta página não existe")).toBeVisible();
});
