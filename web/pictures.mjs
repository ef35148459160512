import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";

// npm run pictures -- http://127.0.0.1:8080: takes the README's pictures anew from a running demo lab (ffmpeg makes the animation).
const server = process.argv[2] ?? "http://127.0.0.1:8080";
const out = new URL("../docs/pictures/", import.meta.url).pathname;
const size = { width: 1280, height: 800 };
const args = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
const page = await browser.newPage({ viewport: size, locale: "en-GB", timezoneId: "America/Sao_Paulo" });
// A machine that draws in software would be taken for a weak one.
await page.addInitScript(() => localStorage.setItem("gemeo.quality", "rich"));
const settle = (seconds = 8) => page.waitForTimeout(seconds * 1000);
const shoot = name => page.screenshot({ path: `${out}${name}.png` });
const order = path => fetch(`${server}${path}`, { method: "POST" });

mkdirSync(out, { recursive: true });
for (const light of ["lampada-bancada", "luz-teto-1", "luz-teto-2"]) await order(`/things/${light}/actions/ligar`);
await page.goto(`${server}/#/`);
await settle(15);
await shoot("world");

await page.goto(`${server}/#/?thing=lampada-bancada&name=brilho`);
await settle();
await shoot("panel");

await page.goto(`${server}/#/?at=${new Date(Date.now() - 45_000).toISOString()}`);
await settle();
await shoot("past");

await page.goto(`${server}/#/dashboard?chat=1`);
await page.locator(".chat textarea, .chat input").last().fill("De quanto em quanto tempo se limpam os filtros?");
await page.keyboard.press("Enter");
await page
  .getByRole("link", { name: /equipment-manual/ })
  .first()
  .click();
await settle();
await shoot("chat");

// The lamp is switched, seen from near.
const frames = mkdtempSync(join(tmpdir(), "gemeo-frames-"));
for (const light of ["lampada-bancada", "luz-teto-1", "luz-teto-2"]) await order(`/things/${light}/actions/desligar`);
await page.setViewportSize({ width: 960, height: 600 });
await page.goto(`${server}/#/`);
await settle(12);
const switches = {
  6: "/things/luz-teto-1/actions/ligar",
  12: "/things/lampada-bancada/actions/ligar",
  18: "/things/luz-teto-2/actions/ligar",
};
for (let n = 0; n < 40; n++) {
  if (switches[n]) await order(switches[n]);
  await page.screenshot({ path: join(frames, `${String(n).padStart(3, "0")}.png`) });
  await page.waitForTimeout(150);
}
const filter =
  "scale=800:-1:flags=lanczos,split[a][b];[a]palettegen=max_colors=128[p];[b][p]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle";
execFileSync("ffmpeg", [
  "-y",
  "-v",
  "error",
  "-framerate",
  "8",
  "-i",
  join(frames, "%03d.png"),
  "-vf",
  filter,
  `${out}world.gif`,
]);
rmSync(frames, { recursive: true });
await browser.close();
