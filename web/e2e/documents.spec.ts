import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { paper, read } from "./papers";
import { expect, test } from "./server";

const row = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

async function drop(page: Page, files: { name: string; type: string; bytes: Buffer }[]) {
  const data = await page.evaluateHandle(
    given => {
      const transfer = new DataTransfer();
      for (const { name, type, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
      }
      return transfer;
    },
    files.map(f => ({ name: f.name, type: f.type, base64: f.bytes.toString("base64") })),
  );
  const target = page.locator(".documents");
  await target.dispatchEvent("dragenter", { dataTransfer: data });
  await expect(page.getByText("Solte para enviar")).toBeVisible();
  await page.screenshot({ path: "test-results/documents-drop.png" });
  await target.dispatchEvent("drop", { dataTransfer: data });
}

test("A PDF is dropped, read, found, opened where it answers, and deleted", async ({ server, page }) => {
  await read(server);
  await page.goto(`${server.url}#/documents`);
  await expect(row(page, "equipment-manual.pdf")).toContainText("4 páginas");
  await page.screenshot({ path: "test-results/documents.png" });
  const lines = [
    "Calibration of the spectrometer Zefir 9.",
    "The mirror is aligned with the green laser every Monday.",
    "Afterwards the lid is closed.",
  ];
  await drop(page, [
    { name: "zefir.pdf", type: "application/pdf", bytes: paper(lines) },
    { name: "holiday.jpg", type: "image/jpeg", bytes: Buffer.from("x") },
  ]);
  await expect(row(page, "holiday.jpg")).toContainText("Não é um PDF");
  await expect(row(page, "zefir.pdf")).toContainText("1 página");
  await expect(row(page, "zefir.pdf").getByRole("progressbar")).toBeHidden();
  await page.screenshot({ path: "test-results/documents-uploaded.png" });
  await page.getByRole("button", { name: "Tirar holiday.jpg da lista" }).click();
  await page.getByRole("searchbox").fill("mirror green laser");
  const hit = page.getByRole("link", { name: /zefir\.pdf/ });
  await expect(hit.locator("mark").first()).toBeVisible();
  await page.screenshot({ path: "test-results/documents-search.png" });
  await hit.click();
  const viewer = page.locator("dialog.viewer");
  await expect(viewer.getByText("Trecho destacado na página.")).toBeVisible();
  await expect(viewer.locator("mark").first()).toBeInViewport();
  await page.screenshot({ path: "test-results/documents-viewer.png" });
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").fill("");
  await row(page, "zefir.pdf").getByRole("button", { name: "Apagar zefir.pdf" }).click();
  await expect(page.getByRole("button", { name: "Manter" })).toBeFocused();
  await page.screenshot({ path: "test-results/documents-delete.png" });
  await page.getByRole("alertdialog").getByRole("button", { name: "Apagar" }).click();
  await expect(row(page, "zefir.pdf")).toHaveCount(0);
  expect([...(await read(server)).keys()]).not.toContain("zefir.pdf");
});

test("A file that cannot be read says why, and another takes its place", async ({ server, page }) => {
  await page.goto(`${server.url}#/documents`);
  const folder = join(tmpdir(), `gemeo-papers-${Date.now()}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "torn.pdf"), paper(["Half of a page."]).subarray(0, 120));
  writeFileSync(join(folder, "whole.pdf"), paper(["All of a page, about the blue valve."]));
  await page.locator(".documents-head input[type=file]").setInputFiles(join(folder, "torn.pdf"));
  await expect(row(page, "torn.pdf")).toContainText("danificado");
  await row(page, "torn.pdf").locator("input[type=file]").setInputFiles(join(folder, "whole.pdf"));
  await expect(row(page, "whole.pdf")).toContainText("1 página");
  await expect(row(page, "torn.pdf")).toHaveCount(0);
});

test("What lies in the lab's folder cannot be deleted here, and it says why", async ({ server, page }) => {
  await page.goto(`${server.url}#/documents`);
  await expect(page.getByRole("button", { name: "Apagar projetos.pdf" })).toBeHidden();
  await page.getByRole("button", { name: "Por que projetos.pdf não pode ser apagado aqui" }).click();
  await expect(page.getByRole("log")).toContainText("está na pasta documents/");
});

test("A text is shown as text and nothing in it runs; a document that is gone says so", async ({ server, page }) => {
  const body = new FormData();
  const text =
    "# Notes\n\nThe **red valve** is closed\nevery evening.\n\n<img src=x onerror=\"document.title='hacked'\">\n";
  body.append("file", new Blob([text]), "notes.md");
  const { items } = (await (await fetch(`${server.url}/documents`, { method: "POST", body })).json()) as {
    items: { id: string }[];
  };
  const quote = encodeURIComponent("The red valve is closed every evening.");
  await page.goto(`${server.url}#/documents?doc=${items[0]?.id}&page=1&quote=${quote}`);
  const viewer = page.locator("dialog.viewer");
  await expect(viewer.locator("mark").first()).toContainText("The **red valve** is closed");
  await expect(viewer.getByText("<img src=x")).toBeVisible();
  await expect(viewer.locator("img")).toHaveCount(0);
  await page.screenshot({ path: "test-results/documents-text.png" });
  await expect(page).not.toHaveTitle("hacked");
  await page.goto(`${server.url}#/documents?doc=gone`);
  await expect(viewer.getByRole("alert")).toContainText("Este documento não existe mais");
  await page.screenshot({ path: "test-results/documents-gone.png" });
});

test("A quote that is only partly there, or not at all, is not passed off as found", async ({ server, page }) => {
  const id = (await read(server)).get("equipment-manual.pdf");
  const at = (quote: string) => `${server.url}#/documents?doc=${id}&page=3&quote=${encodeURIComponent(quote)}`;
  const viewer = page.locator("dialog.viewer");
  await page.goto(
    at("Wash the two filters every three weeks and then have them replaced by the janitor of the building."),
  );
  await expect(viewer.getByRole("status")).toContainText("Só parte do trecho");
  await expect(viewer.locator("mark").first()).toBeInViewport();
  await page.goto(at("Zebras are not mentioned anywhere."));
  await expect(viewer.getByRole("status")).toContainText("não foi encontrado");
  await expect(viewer.locator("mark")).toHaveCount(0);
});

test("Pages and zoom by keyboard, in English and in the dark", async ({ server, page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const id = (await read(server)).get("equipment-manual.pdf");
  await page.goto(`${server.url}#/documents`);
  await page.getByRole("button", { name: "English" }).press("Enter");
  await expect(row(page, "projetos.pdf")).toContainText("2 pages");
  await page.screenshot({ path: "test-results/documents-dark.png" });
  await page.getByRole("link", { name: "equipment-manual.pdf", exact: true }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`doc=${id}`));
  const viewer = page.locator("dialog.viewer");
  const number = viewer.getByRole("textbox", { name: "Page" });
  await expect(viewer.getByRole("region", { name: "Page 1" }).locator("canvas")).toBeInViewport();
  await expect(number).toHaveValue("1");
  await viewer.getByRole("button", { name: "Next page" }).press("Enter");
  await expect(number).toHaveValue("2");
  await number.fill("4");
  await number.press("Enter");
  await expect(viewer.getByRole("region", { name: "Page 4" }).locator("canvas")).toBeInViewport();
  await viewer.getByRole("button", { name: "Larger" }).press("Enter");
  await viewer.getByRole("button", { name: /fit the width/ }).press("Enter");
  await expect(viewer.locator(".textLayer span").first()).toBeAttached();
  await page.screenshot({ path: "test-results/documents-viewer-dark.png" });
  const found = await new AxeBuilder({ page }).include("dialog.viewer").analyze();
  expect(found.violations.filter(v => v.impact === "serious" || v.impact === "critical")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "equipment-manual.pdf", exact: true })).toBeFocused();
});

test("An empty library says what to do; axe finds no serious fault", async ({ serve, page }) => {
  const empty = join(tmpdir(), `gemeo-empty-${Date.now()}`);
  mkdirSync(empty);
  writeFileSync(
    join(empty, "lab.json"),
    JSON.stringify({ name: "Vazio", language: "pt-BR", timeZone: "America/Sao_Paulo", things: [] }),
  );
  const server = await serve(empty);
  await page.goto(`${server.url}#/documents?chat=1`);
  await expect(page.getByText("Ainda não há documentos", { exact: true })).toBeVisible();
  await expect(page.getByText("Ainda não há documentos. Envie manuais")).toBeVisible();
  await page.screenshot({ path: "test-results/documents-empty.png" });
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.filter(v => v.impact === "serious" || v.impact === "critical")).toEqual([]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

  test("the list and the viewer fit", async ({ server, page }) => {
    await read(server);
    await page.goto(`${server.url}#/documents`);
    await expect(row(page, "projetos.pdf")).toBeVisible();
    await page.screenshot({ path: "test-results/documents-phone.png" });
    await page.getByRole("searchbox").fill("filtros");
    await expect(page.locator(".documents-hits a").first()).toBeVisible();
    await page.screenshot({ path: "test-results/documents-phone-search.png" });
    await page.locator(".documents-hits a").first().tap();
    await expect(page.locator("dialog.viewer mark").first()).toBeInViewport();
    await page.screenshot({ path: "test-results/documents-phone-viewer.png" });
    expect(await page.evaluate(() => innerWidth)).toBe(390);
  });
});
