import { expect, test } from "vitest";
import type { Schema } from "../../things/describe";
import { draftOf, inputOf } from "./draft";

const scene: Schema = {
  type: "object",
  required: ["level", "name"],
  properties: {
    level: { type: "integer" },
    name: { type: "string" },
    mode: { enum: ["cool", "heat", 3] },
    soft: { type: "boolean" },
    fade: { type: "object", properties: { seconds: { type: "number" } } },
    path: { type: "array" },
  },
};

test("a value becomes fields, and the fields become the value again", () => {
  const value = { level: 30, name: "noite", mode: 3, soft: true, fade: { seconds: 1.5 }, path: [1, 2] };
  expect(inputOf(scene, draftOf(scene, value))).toEqual(value);
});

test("what is left empty is left out, unless it is required", () => {
  expect(inputOf(scene, draftOf(scene, undefined))).toEqual({ name: "", soft: false });
});

test("a number is typed with comma or point, and what is no number is not sent as one", () => {
  const number: Schema = { type: "number" };
  expect(inputOf(number, { "": "22,5" })).toBe(22.5);
  expect(inputOf(number, { "": "22.5" })).toBe(22.5);
  expect(inputOf(number, { "": "1.000,5" })).toBeNaN();
  expect(inputOf(number, { "": "" })).toBeUndefined();
});

test("what the schema says to begin with stands in the field", () => {
  expect(draftOf({ type: "number", default: 5 }, undefined)).toEqual({ "": "5" });
});
