import "../words";
import { expect, test } from "vitest";
import type { Outcome } from "../commands/orders";
import type { Thing } from "../things/describe";
import { speak } from "../words";
import { arrange } from "./arrange";
import { sayOf, since } from "./labelText";

speak("pt");
const sensor: Thing = {
  id: "s",
  title: "Sensor",
  properties: {
    t: { type: "number", unit: "°C", readOnly: true },
    ues: { type: "integer", readOnly: true, title: "Terminais" },
    on: { type: "boolean", title: "Ligado" },
  },
};
const twin = {
  version: 1,
  available: true,
  properties: { t: { value: 23.4, time: "x" }, ues: { value: 3, time: "x" }, on: { value: true, time: "x" } },
  desired: {},
};
const outcome = (state: Outcome["state"], at = 0): Outcome => ({
  order: { thing: "s", of: "property", name: "on", input: true },
  state,
  at,
  ...(state === "failed" && { why: "O dispositivo não respondeu" }),
});

test("at a distance a label tells measures with units; near, the rest", () => {
  expect(sayOf("s", sensor, twin, undefined, false, 0).values).toBe("23,4 °C");
  expect(sayOf("s", sensor, twin, undefined, true, 0).values).toBe("23,4 °C · 3 · Ligado: sim");
});

test("what was never reported is not told", () => {
  expect(sayOf("s", sensor, undefined, undefined, true, 0).values).toBe("");
});

test("a thing that does not answer tells since when, and no value", () => {
  const gone = { ...twin, available: false, since: "2026-11-26T10:32:00" };
  const said = sayOf("s", sensor, gone, undefined, true, 0);
  expect(said).toMatchObject({ values: "", tone: "away" });
  expect(said.note).toMatch(/^sem resposta desde .*10:32$/);
  expect(since("2026-11-26T10:32:00", new Date("2026-11-26T18:00:00"))).toBe("10:32");
});

test("an order is told while it waits; its failure with the reason until it was seen; its success for a moment", () => {
  expect(sayOf("s", sensor, twin, outcome("pending"), false, 9e9).tone).toBe("pending");
  expect(sayOf("s", sensor, twin, outcome("failed"), false, 9e9)).toMatchObject({
    tone: "failed",
    note: "O dispositivo não respondeu",
  });
  const done = outcome("confirmed", 10_000);
  expect(sayOf("s", sensor, twin, done, false, 11_000).tone).toBe("confirmed");
  expect(sayOf("s", sensor, twin, done, false, 15_000).tone).toBe("plain");
});

test("a success of long ago is not told again when one comes to the page", () => {
  expect(sayOf("s", sensor, twin, outcome("confirmed", 10_000), false, 60_000).tone).toBe("plain");
});

test("labels never cover each other, and the most pressing one is always shown", () => {
  const wishes = Array.from({ length: 30 }, (_, n) => ({
    id: String(n),
    x: 100 + (n % 5) * 30,
    y: 100 + Math.floor(n / 5) * 8,
    width: 90,
    height: 22,
    weight: n,
  }));
  const places = [...arrange(wishes, 24).entries()];
  expect(places[0]?.[0]).toBe("29");
  for (const [n, [, p]] of places.entries())
    for (const [, q] of places.slice(n + 1)) expect(Math.abs(p.x - q.x) < 90 && Math.abs(p.y - q.y) < 22).toBe(false);
});
