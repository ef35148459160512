import { expect, test } from "vitest";
import type { Thing } from "../things/describe";
import { goodRange, judge, placeOn, scales } from "./judge";
import { planOf } from "./layout";
import { comfortsOf, metersOf, spotsOf } from "./semantics";

const number = (unit: string, more: object = {}) => ({ type: "number" as const, unit, readOnly: true, ...more });
const things: Thing[] = [
  {
    id: "a",
    properties: {
      t: number("°C"),
      h: number("%", { title: "Umidade" }),
      battery: number("%"),
      c: number("ppm", { title: "CO₂" }),
    },
  },
  { id: "b", properties: { setPoint: { type: "number", unit: "°C", readOnly: false } } },
  { id: "c", properties: { p: number("kW"), e: number("Wh"), v: number("V") } },
  { id: "d", "gemeo:kind": "parking-spot", properties: { taken: { type: "boolean", readOnly: true } } },
];

test("what measures comfort is found by unit and words; a set point and a battery are not", () => {
  expect(comfortsOf(things).map(m => [m.thing.id, m.name, m.of])).toEqual([
    ["a", "t", "temperature"],
    ["a", "h", "humidity"],
    ["a", "c", "co2"],
  ]);
});

test("meters are found by watts and watt-hours, spots by their kind", () => {
  expect(metersOf(things)).toMatchObject([{ thing: { id: "c" }, power: { name: "p" }, counter: { name: "e" } }]);
  expect(spotsOf(things)).toMatchObject([{ thing: { id: "d" }, name: "taken" }]);
});

test("every value has its judgement, and the good range is that of the good words", () => {
  expect(judge("temperature", 23)).toMatchObject({ word: "pleasant", tone: "good" });
  expect(judge("co2", 5000)).toMatchObject({ word: "stale", tone: "bad" });
  expect(goodRange("temperature")).toEqual([20, 26]);
  expect(goodRange("co2")).toEqual([400, 1000]);
  expect(placeOn(scales.temperature, 99)).toBe(100);
});

test("a car park is drawn as it lies; without all places it is not guessed", () => {
  const scene = {
    things: {
      one: { position: [1.25, 0, 2.5] as [number, number, number] },
      two: { position: [7.5, 0, 1.25] as [number, number, number], rotation: 90 },
    },
  };
  const plan = planOf(["one", "two"], scene);
  expect(plan?.aspect).toBe(2);
  expect(plan?.plots.get("two")).toEqual({ left: 50, top: 0, width: 50, height: 50 });
  expect(planOf(["one", "three"], scene)).toBeNull();
});
