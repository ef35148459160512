import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect as quick, test } from "./server";

// A world drawn in software takes its time on a small machine.
const expect = quick.configure({ timeout: 120_000 });
test.setTimeout(420_000);

const root = resolve(import.meta.dirname, "../..");

/** The sample bot, a program of the .NET library: what it says, and its end. */
function walk(url: string, room: string, name: string): { said: string[]; stop: () => void } {
  const program = join(root, "clients/dotnet/samples/Walker/bin/Debug/net10.0/Walker.dll");
  const built = existsSync(program) ? program : program.replace("Debug", "Release");
  if (!existsSync(built)) throw new Error("build the bot first: dotnet build clients/dotnet/samples/Walker");
  const bot: ChildProcess = spawn("dotnet", [built, url, room, name]);
  const said: string[] = [];
  bot.stdout?.on("data", (bytes: Buffer) => said.push(...bytes.toString().split("\n").filter(Boolean)));
  bot.stderr?.on("data", (bytes: Buffer) => said.push(bytes.toString()));
  return { said, stop: () => bot.kill("SIGINT") };
}

test("A bot of the .NET library and a person in the browser see each other come, move and go", async ({
  server,
  browser,
}) => {
  const bot = walk(server.url, "laboratorio", "Robô");
  try {
    await expect.poll(() => bot.said.join("\n")).toContain("Robô is in laboratorio as p1");
    const context = await browser.newContext({ viewport: { width: 720, height: 520 }, locale: "pt-BR" });
    await context.addInitScript(() => localStorage.setItem("gemeo.name", "Ana"));
    const page = await context.newPage();
    const steps: number[][] = [];
    page.on("websocket", socket =>
      socket.on("framereceived", ({ payload }) => {
        const message = JSON.parse(String(payload)) as { moved?: [string, ...number[]][] };
        for (const [id, ...pose] of message.moved ?? []) if (id === "p1") steps.push(pose);
      }),
    );
    await page.goto(server.url);
    await page.getByText("Ir para", { exact: true }).or(page.locator(".world-go summary")).first().click();
    await page.locator(".world-go").getByRole("button", { name: "Laboratório", exact: true }).first().click();
    const people = page.getByRole("button", { name: /^Pessoas/ });
    await expect(people).toHaveAccessibleName(/2 nesta sala/);
    await people.click();
    await expect(page.getByRole("region", { name: "Quem está aqui" })).toContainText("Robô");
    await expect.poll(() => bot.said).toContain("came: Ana");

    // It walks on a circle, and its steps come as they are taken.
    await expect.poll(() => steps.length).toBeGreaterThan(20);
    for (const [x, , z] of steps) expect(Math.hypot((x as number) - 5, (z as number) - 4)).toBeCloseTo(1.5, 2);
    expect(new Set(steps.map(String)).size).toBeGreaterThan(15);
    await people.click();
    await page.screenshot({ path: "test-results/walker.png" });

    await page.getByRole("button", { name: "Andar" }).click();
    await page.keyboard.down("w");
    await expect.poll(() => bot.said.filter(line => line.startsWith("moved: Ana")).length).toBeGreaterThan(3);
    await page.keyboard.up("w");

    // Who looks at the list is not in the world.
    await page.evaluate(() => {
      location.hash = "#/list";
    });
    await expect.poll(() => bot.said.at(-1)).toBe("left: Ana");
    await page.evaluate(() => {
      location.hash = "#/";
    });
    await expect(people).toHaveAccessibleName(/2 nesta sala/);
    bot.stop();
    await expect(people).not.toHaveAccessibleName(/2 nesta sala/);
  } finally {
    bot.stop();
  }
});
