import { expect, test } from "vitest";
import { anything } from "./anything";
import { kinds, modelOf } from "./kinds";
import { beat, ease, type Look, lookOf } from "./look";
import { colourOf, dark } from "./palette";
import { busy } from "./radioUnit";
import type { Sense } from "./sense";

const look = (kind: string, sense: Sense, id = "it"): Look => lookOf(modelOf(kind), sense, id);
const lit = ([r, g, b]: readonly [number, number, number]) => r + g + b;
const all = [...Object.keys(kinds), "something-else"];

test.each(all)("A %s of which nothing is known shows no light, stands still and is empty", kind => {
  expect(look(kind, {})).toMatchObject({ glow: dark, led: dark, pose: 0, speed: 0, level: 0, grey: 0 });
});

test.each(all)("A %s that cannot be reached is grey and dark, whatever was known of it last", kind => {
  const last = { available: false, on: true, open: true, occupied: true, power: 900, rate: 300, value: 9, share: 0.9 };
  expect(look(kind, last)).toMatchObject({ glow: dark, led: dark, speed: 0, level: 0, grey: 1 });
});

test.each(["lamp", "ceiling-light"])("A %s glows by its brightness, and not at all when it is off", kind => {
  const dim = lit(look(kind, { on: true, brightness: 0.1 }).glow);
  const full = lit(look(kind, { on: true, brightness: 1 }).glow);
  expect(dim).toBeGreaterThan(0);
  expect(full).toBeGreaterThan(3 * dim);
  expect(look(kind, { on: true }).glow).toEqual(look(kind, { on: true, brightness: 1 }).glow);
  expect(look(kind, { on: false, brightness: 1 }).glow).toEqual(dark);
  expect(look(kind, { brightness: 1 }).glow).toEqual(dark);
});

test("An air conditioner opens its flap, blue when it cools and orange when it heats", () => {
  const [cool, heat] = [
    look("air-conditioner", { on: true, mode: "cool" }),
    look("air-conditioner", { on: true, mode: "heat" }),
  ];
  expect(cool.pose).toBe(1);
  expect(cool.led[2]).toBeGreaterThan(cool.led[0]);
  expect(heat.led[0]).toBeGreaterThan(heat.led[2]);
  expect(look("air-conditioner", { on: false, mode: "cool" })).toMatchObject({ pose: 0, led: dark });
});

test("A sensor's bar fills with the value; without a range one bar says that something is measured", () => {
  expect(look("sensor", { value: 50, share: 0.5 }).level).toBe(0.5);
  expect(look("sensor", { value: 50 }).level).toBe(1 / 8);
  const [low, high] = [look("sensor", { value: 1, share: 0 }).glow, look("sensor", { value: 1, share: 1 }).glow];
  expect(low[2]).toBeGreaterThan(low[0]);
  expect(high[0]).toBeGreaterThan(high[2]);
});

test("A door follows its leaf, also when it cannot be reached: it stays where it was last", () => {
  expect(look("door", { open: true }).pose).toBe(1);
  expect(look("door", { open: true, available: false }).pose).toBe(1);
});

test("A parking spot has a car when it is occupied, and says free, taken and unknown by three lights", () => {
  const [free, taken] = [look("parking-spot", { occupied: false }), look("parking-spot", { occupied: true })];
  expect([free.pose, taken.pose]).toEqual([0, 1]);
  expect(free.led[1]).toBeGreaterThan(free.led[0]);
  expect(taken.led[0]).toBeGreaterThan(taken.led[1]);
});

test("A meter turns with the power, and a radio beats with what passes through it", () => {
  expect(look("meter", { power: 2000 }).speed).toBeGreaterThan(look("meter", { power: 100 }).speed);
  expect(look("meter", { power: 0 }).speed).toBe(0);
  expect(look("radio-unit", { on: true, rate: 800 }).speed).toBeGreaterThan(
    look("radio-unit", { on: true, rate: 5 }).speed,
  );
  expect(look("radio-unit", { on: true, rate: 0 }).speed).toBe(0);
  expect(look("radio-unit", { rate: 800 }).speed).toBe(0);
  expect([busy(undefined), busy(1), busy(1e6)]).toEqual([0, 0, 1]);
});

test("A kind without a model is still there", () => {
  expect(modelOf("teapot")).toBe(anything);
  expect(modelOf("constructor")).toBe(anything);
  expect(lit(look("teapot", { on: true }).led)).toBeGreaterThan(0);
});

test("A car keeps its colour, and a car park has many", () => {
  expect(colourOf("vaga-1")).toBe(colourOf("vaga-1"));
  const seen = new Set(Array.from({ length: 40 }, (_, n) => colourOf(`vaga-${n}`)));
  expect(seen.size).toBeGreaterThanOrEqual(6);
  expect(new Set([1, 2, 3, 4].map(n => colourOf(`vaga-${n}`))).size).toBeGreaterThanOrEqual(3);
});

test("Easing begins and ends where it should and never turns back", () => {
  const steps = Array.from({ length: 21 }, (_, n) => ease(n / 20));
  expect([ease(-1), ease(0), ease(0.5), ease(1), ease(2)]).toEqual([0, 0, 0.5, 1, 1]);
  expect(steps.every((s, n) => n === 0 || s > (steps[n - 1] as number))).toBe(true);
});

test("A beating light never goes out", () => {
  for (let n = 0; n < 100; n++) expect(beat(n / 37)).toBeGreaterThanOrEqual(0.3 - 1e-9);
});

test.each(all)("A %s is drawn in at most two drawings of few triangles", kind => {
  const parts = modelOf(kind).parts();
  expect(parts.length).toBeLessThanOrEqual(2);
  for (const { geometry } of parts) expect((geometry.attributes.position?.count ?? 0) / 3).toBeLessThan(3000);
});
