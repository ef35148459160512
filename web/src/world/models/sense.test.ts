import { expect, test } from "vitest";
import type { Twin } from "../../live/twins";
import type { Schema } from "../../things/describe";
import { type Sense, sense, sensesOf } from "./sense";

function sensed(properties: Record<string, Schema>, values: Record<string, unknown>, switched?: string): Sense {
  const twin: Twin = {
    version: 1,
    desired: {},
    properties: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, time: "" }])),
  };
  return sense(sensesOf({ id: "it", properties }, switched), twin);
}

const boolean: Schema = { type: "boolean" };
const percent: Schema = { type: "integer", unit: "%", minimum: 0, maximum: 100 };

test("The main switch says whether it is on, whatever it is called", () => {
  expect(sensed({ relay2: boolean, ligada: boolean }, { relay2: true, ligada: false }, "relay2").on).toBe(true);
  expect(sensed({ ligada: boolean }, { ligada: true }).on).toBe(true);
});

test("Brightness is a share of its own range, and a humidity is no brightness", () => {
  expect(sensed({ brilho: percent }, { brilho: 30 }).brightness).toBeCloseTo(0.3);
  expect(sensed({ brightness: { type: "integer", minimum: 0, maximum: 254 } }, { brightness: 127 }).brightness).toBe(
    0.5,
  );
  expect(sensed({ umidade: { ...percent, readOnly: true } }, { umidade: 60 }).brightness).toBeUndefined();
});

test.each([
  ["aberta", true, true],
  ["open", false, false],
  ["contact", true, false],
  ["fechada", false, true],
])("A door of which %s is %s is open: %s", (name, value, open) => {
  expect(sensed({ [name]: boolean }, { [name]: value }).open).toBe(open);
});

test.each([
  ["ocupada", true, true],
  ["occupancy", false, false],
  ["livre", true, false],
])("A place of which %s is %s is occupied: %s", (name, value, occupied) => {
  expect(sensed({ [name]: boolean }, { [name]: value }).occupied).toBe(occupied);
});

test("Power and throughput come in the units that the models count in", () => {
  expect(sensed({ p: { type: "number", unit: "kW" } }, { p: 1.5 }).power).toBe(1500);
  expect(sensed({ r: { type: "number", unit: "Gbit/s" } }, { r: 2 }).rate).toBe(2000);
});

test("A value without a range has no share", () => {
  expect(sensed({ d: { type: "number", readOnly: true } }, { d: 5 })).toMatchObject({ value: 5 });
  expect(sensed({ d: { type: "number", readOnly: true } }, { d: 5 }).share).toBeUndefined();
  expect(sensed({ d: { type: "number", readOnly: true, minimum: 0, maximum: 10 } }, { d: 5 }).share).toBe(0.5);
});

test("What has the wrong type, or was never reported, is not known", () => {
  expect(sensed({ on: boolean }, { on: "yes" }).on).toBeUndefined();
  expect(sense(sensesOf({ id: "it", properties: { on: boolean } }), undefined).on).toBeUndefined();
});
