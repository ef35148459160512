import type { Position } from "../lab/scene";
import type { Placed } from "./models/Things";

/** Metres from a thing's place to its middle, by kind: where one aims at it, and where its mark stands. */
const middles: Record<string, number> = {
  lamp: 0.3,
  "ceiling-light": -0.05,
  "air-conditioner": 0,
  sensor: 0,
  presence: 0,
  "radio-unit": 0.15,
  meter: 0,
  "parking-spot": 0.5,
  plug: 0.05,
};

/** And from there up to where its label floats. */
const above: Record<string, number> = { lamp: 0.35, "parking-spot": 1.1, "radio-unit": 0.4, door: 1.2 };

export function middleOfThing(one: Placed): Position {
  const up = middles[one.kind] ?? (one.kind === "door" ? (one.size?.[1] ?? 2.1) / 2 : 0.12);
  return [one.position[0], one.position[1] + up, one.position[2]];
}

export function labelOf(one: Placed): Position {
  const [x, y, z] = middleOfThing(one);
  return [x, y + (above[one.kind] ?? 0.28), z];
}
