import type { Page } from "@playwright/test";
import { read } from "./papers";
import { expect, type Server, test } from "./server";

const panel = (page: Page) => page.locator("dialog.chat");
const box = (page: Page) => page.getByRole("textbox", { name: /Sua mensagem|Your message/ });

async function opened(page: Page, server: Server, at = "#/log?chat=1") {
  await page.goto(server.url + at);
  await expect(box(page)).toBeFocused();
}

async function say(page: Page, text: string) {
  await box(page).fill(text);
  // While the answer before is still being given nothing is sent.
  await expect(async () => {
    await box(page).press("Enter");
    await expect(box(page)).toHaveValue("", { timeout: 500 });
  }).toPass();
  await expect(page.getByRole("button", { name: /Parar a resposta|Stop the answer/ })).toBeHidden();
}

const lamp = (server: Server) =>
  server.get<{ value?: boolean }>("/things/lampada-bancada/properties/ligada").then(v => v.value ?? (v as unknown));

test("An answer cites a document, and the citation opens its page with the passage marked", async ({
  server,
  page,
}) => {
  await read(server);
  await opened(page, server);
  await expect(panel(page).getByText("O que você quer saber?")).toBeVisible();
  await expect(panel(page).getByRole("button", { name: "Quais luzes estão acesas?" })).toBeVisible();
  await page.screenshot({ path: "test-results/assistant-empty.png" });
  await panel(page).getByRole("button", { name: "De quanto em quanto tempo se limpam os filtros?" }).click();
  const source = panel(page).getByRole("region", { name: "Fontes" }).getByRole("link").first();
  await expect(source).toContainText("equipment-manual.pdf, p. 3");
  await panel(page).getByRole("link", { name: "Fonte 1: equipment-manual.pdf, página 3" }).click();
  const viewer = page.locator("dialog.viewer");
  await expect(viewer.getByRole("status")).toHaveText("Trecho destacado na página.");
  const mark = viewer.locator(".viewer-page:nth-child(3) mark").first();
  await expect(mark).toBeInViewport();
  await expect(viewer.getByRole("textbox", { name: "Página" })).toHaveValue("3");
  await page.screenshot({ path: "test-results/assistant-citation.png" });
  await page.keyboard.press("Escape");
  await expect(viewer).toBeHidden();
  await expect(panel(page)).toBeVisible();
});

test("An order in the chat lights the lamp, says so once the device did, and is undone", async ({ server, page }) => {
  await opened(page, server);
  await server.device("lampada-bancada", "slow 1500");
  await box(page).fill("ligue a luz da bancada");
  await box(page).press("Enter");
  const deed = panel(page).locator(".chat-deed");
  await expect(deed).toHaveAttribute("data-end", "pending");
  await expect(deed).toContainText("esperando o dispositivo");
  await box(page).fill("enquanto isso, escrevo");
  await page.screenshot({ path: "test-results/assistant-pending.png" });
  await expect(deed).toHaveAttribute("data-end", "confirmed");
  await expect(deed).toContainText("confirmado pelo dispositivo");
  await expect(panel(page).getByText("Luz ligada com sucesso!").first()).toBeVisible();
  await expect(box(page)).toHaveValue("enquanto isso, escrevo");
  expect(await lamp(server)).toBe(true);
  await page.screenshot({ path: "test-results/assistant-order.png" });
  await deed.getByRole("link", { name: "Lâmpada da bancada" }).click();
  await expect(page).toHaveURL(/thing=lampada-bancada/);
  await panel(page).getByRole("button", { name: "Desfazer" }).click();
  await expect.poll(() => lamp(server)).toBe(false);
});

test("A lamp that is unplugged is told honestly", async ({ server, page }) => {
  await opened(page, server);
  await server.device("lampada-bancada", "unplug");
  await expect
    .poll(() =>
      server
        .get<Record<string, unknown>>("/things/lampada-bancada/state")
        .then(s => s.available)
        .catch(() => null),
    )
    .not.toBe(true);
  await say(page, "ligue a luz da bancada");
  const deed = panel(page).locator(".chat-deed");
  await expect(deed).toHaveAttribute("data-end", "failed");
  await expect(deed).toContainText(/não respond|desligado ou fora da rede/);
  await expect(panel(page).getByRole("button", { name: "Desfazer" })).toBeHidden();
  await page.screenshot({ path: "test-results/assistant-unplugged.png" });
});

test("What asks first waits for a yes, and a no forgets it", async ({ server, page }) => {
  await opened(page, server);
  await say(page, "reinicie o rádio");
  const card = panel(page).getByRole("group", { name: "Confirme" });
  await expect(card.getByRole("button", { name: "Sim" })).toBeVisible();
  await page.screenshot({ path: "test-results/assistant-question.png" });
  await card.getByRole("button", { name: "Não" }).click();
  await expect(card.getByRole("button", { name: "Sim" })).toBeHidden();
  await expect(panel(page).locator(".chat-deed")).toHaveCount(0);
  await say(page, "reinicie o rádio");
  await panel(page).getByRole("button", { name: "Sim" }).click();
  await expect(panel(page).locator(".chat-deed")).toContainText("Reiniciar");
});

test("The conversation is there again after a reload, among the others, and can be deleted", async ({
  server,
  page,
}) => {
  await opened(page, server);
  await say(page, "quantas vagas estão livres?");
  await expect(panel(page).locator(".chat-text")).toContainText("de 4");
  await page.reload();
  await expect(panel(page).getByText("quantas vagas estão livres?")).toBeVisible();
  await expect(panel(page).locator(".chat-text")).toContainText("de 4");
  await panel(page).getByRole("button", { name: "Nova conversa" }).click();
  await expect(panel(page).getByText("O que você quer saber?")).toBeVisible();
  await say(page, "ajuda");
  await panel(page).getByRole("button", { name: "Conversas" }).click();
  await expect(panel(page).locator(".chat-kept li")).toHaveCount(2);
  await page.screenshot({ path: "test-results/assistant-conversations.png" });
  await panel(page).getByRole("button", { name: "Apagar a conversa “ajuda”" }).click();
  await panel(page).getByRole("button", { name: "Apagar mesmo" }).click();
  await expect(panel(page).locator(".chat-kept li")).toHaveCount(1);
  await panel(page)
    .getByRole("button", { name: /quantas vagas estão livres\?.*2 mensagens/ })
    .click();
  await expect(panel(page).locator(".chat-text")).toContainText("de 4");
});

test("When the server is away the message says so, and can be said again", async ({ server, page }) => {
  await opened(page, server);
  await server.stop();
  await say(page, "a luz está ligada?");
  await expect(panel(page).getByText("O servidor não responde.").last()).toBeVisible();
  await server.start();
  await panel(page).getByRole("button", { name: "Tentar de novo" }).click();
  await expect(panel(page).locator(".chat-text")).toContainText(/ligada/);
  await expect(panel(page).locator(".chat-turn")).toHaveCount(2);
});

test("An answer can be stopped; what went out is still told as it ends", async ({ server, page }) => {
  await opened(page, server);
  await server.device("lampada-bancada", "slow 2500");
  await box(page).fill("ligue a luz da bancada");
  await box(page).press("Enter");
  await expect(panel(page).locator(".chat-deed")).toHaveAttribute("data-end", "pending");
  await panel(page).getByRole("button", { name: "Parar a resposta" }).click();
  await expect(panel(page).getByText("Você parou esta resposta.")).toBeVisible();
  await expect(panel(page).locator(".chat-deed")).toHaveAttribute("data-end", "confirmed");
});

test("In the past it says that it speaks of now", async ({ server, page }) => {
  await opened(page, server, `#/log?chat=1&at=${new Date().toISOString()}`);
  await expect(panel(page).getByText("o assistente fala de agora")).toBeVisible();
});

test("In English and in the dark, by keyboard alone", async ({ server, page }) => {
  await read(server);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`${server.url}#/log`);
  await page.getByRole("button", { name: "English" }).press("Enter");
  await page.getByRole("button", { name: "Assistant" }).press("Enter");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("How often are the filters washed?");
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("region", { name: "Sources" })).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  const viewer = page.locator("dialog.viewer");
  await expect(viewer.getByRole("button", { name: "Close the document" })).toBeFocused();
  await expect(viewer.getByText("The passage is marked on the page.")).toBeVisible();
  await expect(viewer.locator("mark").first()).toBeInViewport();
  await page.screenshot({ path: "test-results/assistant-dark.png" });
  await page.keyboard.press("Enter");
  await expect(viewer).toBeHidden();
  await box(page).focus();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

  test("the chat covers the page, and a document covers the chat", async ({ server, page }) => {
    await read(server);
    await page.goto(`${server.url}#/log?chat=1`);
    await page.screenshot({ path: "test-results/assistant-phone-empty.png" });
    await say(page, "ligue a luz da bancada");
    await say(page, "De quanto em quanto tempo se limpam os filtros?");
    await page.screenshot({ path: "test-results/assistant-phone.png" });
    await panel(page).getByRole("link", { name: "Fonte 1: equipment-manual.pdf, página 3" }).tap();
    const viewer = page.locator("dialog.viewer");
    await expect(viewer.locator("mark").first()).toBeInViewport();
    await page.screenshot({ path: "test-results/assistant-phone-viewer.png" });
    await viewer.getByRole("button", { name: "Fechar o documento" }).tap();
    await panel(page).getByRole("link", { name: "Lâmpada da bancada" }).tap();
    await expect(panel(page)).toBeHidden();
    await expect(page).toHaveURL(/thing=lampada-bancada/);
  });
});
