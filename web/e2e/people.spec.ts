import type { Browser, Page } from "@playwright/test";
import { expect as quick, type Server, test } from "./server";

// Two worlds drawn in software take their time on a small machine.
const expect = quick.configure({ timeout: 120_000 });
test.setTimeout(420_000);

declare const window: { __gemeo?: { pose: () => readonly number[] } };

/** Where each of the others was last said to be: what is drawn follows from it. */
function listen(page: Page): Map<string, number[]> {
  const last = new Map<string, number[]>();
  page.on("websocket", socket =>
    socket.on("framereceived", ({ payload }) => {
      const message = JSON.parse(String(payload)) as { type?: string; moved?: [string, ...number[]][] };
      for (const [id, ...pose] of message.moved ?? []) last.set(id, pose);
    }),
  );
  return last;
}

/** Somebody with a browser of their own, who has a name already. */
async function visitor(browser: Browser, server: Server, name: string | null, met = (_: Page) => {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 720, height: 520 }, locale: "pt-BR" });
  if (name) await context.addInitScript(kept => localStorage.setItem("gemeo.name", kept), name);
  const page = await context.newPage();
  met(page);
  await page.goto(server.url);
  await expect(people(page)).toBeVisible();
  return page;
}

/** Looks at the laboratory, and so is in it. */
async function goInto(page: Page, room: string) {
  await page.getByText("Ir para", { exact: true }).or(page.locator(".world-go summary")).first().click();
  await page.locator(".world-go").getByRole("button", { name: room, exact: true }).first().click();
}

const people = (page: Page) => page.getByRole("button", { name: /^Pessoas/ });
const card = (page: Page) => page.getByRole("region", { name: "Quem está aqui" });

interface Present {
  rooms: { room: string; people: { id: string; name: string }[]; observers: number }[];
}
const there = async (server: Server) =>
  (await server.get<Present>("/presence")).rooms.flatMap(r => r.people.map(p => p.name));

test("Two people see each other come, move and go, and see the same change", async ({ server, browser }) => {
  let heard = new Map<string, number[]>();
  const ana = await visitor(browser, server, "Ana", page => {
    heard = listen(page);
  });
  const rui = await visitor(browser, server, "Rui");
  await goInto(ana, "Laboratório");
  await goInto(rui, "Laboratório");
  await expect(people(ana)).toHaveAccessibleName(/2 nesta sala/);
  await people(ana).click();
  await expect(card(ana)).toContainText("Em Laboratório");
  await expect(card(ana)).toContainText("Rui");
  await expect(card(ana)).toContainText("Ana (você)");
  await people(ana).click();

  await rui.getByRole("button", { name: "Andar" }).click();
  await expect(people(ana)).toHaveAccessibleName(/2 nesta sala/);
  const present = await server.get<Present>("/presence");
  const id = present.rooms.flatMap(r => r.people).find(p => p.name === "Rui")?.id as string;
  await rui.keyboard.down("w");
  await expect.poll(() => heard.get(id)).toBeDefined();
  await rui.waitForTimeout(1200);
  await rui.keyboard.up("w");
  // Where he comes to a stand is told last of all.
  await expect
    .poll(async () => {
      const [x, , z] = (await rui.evaluate(() => window.__gemeo?.pose())) as number[];
      const [a, , c] = heard.get(id) as number[];
      return Math.hypot((x as number) - (a as number), (z as number) - (c as number));
    })
    .toBeLessThan(0.02);
  await ana.waitForTimeout(1500);
  await ana.screenshot({ path: "test-results/people-two.png" });

  const on = (await server.get<boolean>("/things/lampada-bancada/properties/ligada")) === true;
  await server.post(`/things/lampada-bancada/actions/${on ? "desligar" : "ligar"}`);
  for (const page of [ana, rui]) {
    await page.evaluate(() => {
      location.hash = "#/list";
    });
    await expect(page.locator('[data-thing="lampada-bancada"]').getByRole("switch")).toHaveAttribute(
      "aria-checked",
      String(!on),
    );
  }
  // Who looks at the list is not in the world.
  await expect.poll(() => there(server)).toEqual([]);
});

test("A name is asked for once, when there is somebody to see it", async ({ server, browser }) => {
  const ana = await visitor(browser, server, "Ana");
  const newcomer = await visitor(browser, server, null);
  await expect(card(newcomer)).toContainText("Ana também está aqui");
  await newcomer.screenshot({ path: "test-results/people-name.png" });
  await card(newcomer).getByRole("textbox").fill("Bia");
  await card(newcomer).getByRole("button", { name: "Salvar" }).click();
  await expect.poll(() => there(server)).toEqual(expect.arrayContaining(["Ana", "Bia"]));
  await people(ana).click();
  await expect(card(ana)).toContainText("Bia");
  await expect(card(newcomer)).toBeHidden();
  expect(await newcomer.evaluate(() => localStorage.getItem("gemeo.name"))).toBe("Bia");
});

test("In a full room one looks on, and takes the first free place", async ({ serve, browser }) => {
  const server = await serve(undefined, "--Gemeo:Presence:RoomCap=1");
  const ana = await visitor(browser, server, "Ana");
  await expect.poll(() => there(server)).toEqual(["Ana"]);
  const late = await visitor(browser, server, "Zé");
  await expect(late.getByText("Você está olhando")).toBeVisible();
  await people(late).click();
  await expect(card(late)).toContainText("A sala está cheia");
  await late.screenshot({ path: "test-results/people-observer.png" });
  await ana.evaluate(() => {
    location.hash = "#/list";
  });
  await expect(late.getByText("Você está olhando")).toBeHidden();
  await expect.poll(() => there(server)).toEqual(["Zé"]);
});

test("After the server was gone everybody comes back by themselves", async ({ server, browser }) => {
  const ana = await visitor(browser, server, "Ana");
  await visitor(browser, server, "Rui");
  await expect(people(ana)).toHaveAccessibleName(/2 nesta sala/);
  await server.stop();
  await expect(ana.getByText("Sem ligação com o servidor")).toBeVisible();
  await server.start();
  await expect.poll(() => there(server)).toEqual(expect.arrayContaining(["Ana", "Rui"]));
  await expect(people(ana)).toHaveAccessibleName(/2 nesta sala/);
});

test("Who travels back in time is not among the people of now", async ({ server, browser }) => {
  const ana = await visitor(browser, server, "Ana");
  await expect.poll(() => there(server)).toEqual(["Ana"]);
  await ana.getByRole("button", { name: "Voltar no tempo" }).click();
  await expect.poll(() => there(server)).toEqual([]);
  await expect(people(ana)).toBeHidden();
  await ana.getByRole("button", { name: "Voltar ao agora" }).click();
  await expect.poll(() => there(server)).toEqual(["Ana"]);
});
