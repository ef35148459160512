import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./server";

const places = {
  world: "#/",
  list: "#/list",
  dashboard: "#/dashboard",
  log: "#/log",
  documents: "#/documents",
  panel: "#/list?thing=lampada-bancada",
  chat: "#/list?chat=1",
  past: "#/list?at=now",
  access: "#/access",
  security: "#/access?tab=security",
};

for (const theme of ["light", "dark"] as const) {
  test(`No page has a serious fault for who cannot see or point, ${theme}`, async ({ server, page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const found: string[] = [];
    for (const [name, place] of Object.entries(places)) {
      await page.goto(`${server.url}/${place.replace("now", new Date(Date.now() - 1000).toISOString())}`);
      await expect(page.locator("main")).not.toBeEmpty();
      await expect(page.locator(".spinner")).toHaveCount(0);
      await page.waitForLoadState("networkidle");
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const fault of violations.filter(v => v.impact === "serious" || v.impact === "critical"))
        found.push(`${name}: ${fault.id}: ${fault.nodes.map(n => `${n.html} ${n.failureSummary}`).join("\n")}`);
    }
    expect(found).toEqual([]);
  });
}
