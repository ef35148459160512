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

test("What happens before the page is back after a restart is not missed, and nothing comes twice", async ({
  serve,
  page,
}) => {
  const server = await serve(undefined, "--Gemeo:Simulator=false");
  await page.goto(`${server.url}/#/log?entry=property`);
  const told = page.locator(".log-row").filter({ hasText: "Sensor do ambiente: temperatura" });
  const say = (value: number) =>
    server.publish(
      "lab/ambiente/SENSOR",
      JSON.stringify({ SCD40: { Temperature: value, Humidity: 50, CarbonDioxide: 600 } }),
    );
  await say(20);
  await expect(told).toHaveCount(1);
  await server.stop();
  await expect(page.getByText("Sem ligação com o servidor")).toBeVisible();
  await server.start();
  for (let n = 1; n <= 10; n++) await say(20 + n);
  await expect(page.getByRole("img", { name: "Ao vivo" })).toBeVisible();
  await say(31);
  await expect(told.first()).toContainText("31 °C");
  await expect(told).toHaveText(Array.from({ length: 12 }, (_, n) => new RegExp(`→ ${31 - n} °C`)));
});
