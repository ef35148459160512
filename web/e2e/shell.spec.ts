import { expect, test } from "./server";

test("The page opens on the lab, in the browser's language, and can be switched", async ({ server, page }) => {
  await page.goto(server.url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Laboratório de Telecomunicações");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("link", { name: "Dashboard" })).toBeVisible();
  await page.screenshot({ path: "test-results/shell.png" });
});

test("When the server restarts the page says so, and comes back by itself", async ({ server, page }) => {
  await page.goto(server.url);
  await expect(page.getByRole("img", { name: "Ao vivo" })).toBeVisible();
  await server.stop();
  await expect(page.getByText("Sem ligação com o servidor")).toBeVisible();
  await server.start();
  await expect(page.getByRole("img", { name: "Ao vivo" })).toBeVisible();
  await expect(page.getByText("Sem ligação com o servidor")).toBeHidden();
});
