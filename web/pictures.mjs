import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";

// npm run pictures -- http://127.0.0.1:8080 [stills | motion]: takes the README's pictures anew from a running demo lab, whose broker
// is on 1883 unless MQTT_PORT says otherwise. mosquitto_pub parks a car, ffmpeg makes the animation.
const server = process.argv[2] ?? "http://127.0.0.1:8080";
const wanted = process.argv[3] ?? "both";
const out = new URL("../docs/pictures/", import.meta.url).pathname;
const size = { width: 1280, height: 800 };
const args = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
const page = await browser.newPage({ viewport: size, locale: "en-GB", timezoneId: "America/Sao_Paulo" });
// A machine that draws in software would be taken for a weak one; moving pictures it draws plainly all the same.
await page.addInitScript(rich => {
  if (!localStorage.getItem("gemeo.quality")) localStorage.setItem("gemeo.quality", rich ? "rich" : "plain");
}, wanted !== "motion");
const settle = (seconds = 8) => page.waitForTimeout(seconds * 1000);
const shoot = name => page.screenshot({ path: `${out}${name}.png` });
const order = path => fetch(`${server}${path}`, { method: "POST" });

mkdirSync(out, { recursive: true });
if (wanted !== "motion") await stills();
if (wanted !== "stills") await motion();
await browser.close();

async function stills() {
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
}

/** Lamps are switched one after another and a car comes, while the camera goes round a little. */
async function motion() {
  const frames = mkdtempSync(join(tmpdir(), "gemeo-frames-"));
  const park = word => {
    const port = process.env.MQTT_PORT ?? "1883";
    execFileSync("mosquitto_pub", ["-h", "127.0.0.1", "-p", port, "-t", "parking/sensor", "-m", `2,${word}`]);
  };
  for (const light of ["lampada-bancada", "luz-teto-1", "luz-teto-2"]) await order(`/things/${light}/actions/desligar`);
  park("Available");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 800, height: 500 });
  await page.goto(`${server}/#/`);
  await settle(12);
  const happens = {
    4: () => order("/things/luz-teto-1/actions/ligar"),
    9: () => order("/things/lampada-bancada/actions/ligar"),
    14: () => order("/things/luz-teto-2/actions/ligar"),
    19: () => park("Occupied"),
  };
  const canvas = await page.locator("canvas").first().boundingBox();
  const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height / 3];
  for (let n = 0; n < 36; n++) {
    await happens[n]?.();
    if (n >= 22) {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 14, y);
      await page.mouse.up();
    }
    await page.waitForTimeout(350);
    await page.screenshot({ path: join(frames, `${String(n).padStart(3, "0")}.png`) });
  }
  const filter =
    "split[a][b];[a]palettegen=max_colors=160[p];[b][p]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle";
  const from = ["-framerate", "5", "-i", join(frames, "%03d.png")];
  execFileSync("ffmpeg", ["-y", "-v", "error", ...from, "-vf", filter, `${out}world.gif`]);
  rmSync(frames, { recursive: true });
}
