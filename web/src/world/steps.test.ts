import { expect, test } from "vitest";
import type { Point } from "./geometry";
import { layOut } from "./layout";
import { obstaclesOf, step } from "./steps";

const room = layOut(
  {
    rooms: {
      a: {
        floor: [
          [0, 0],
          [6, 0],
          [6, 6],
          [0, 6],
        ],
        doors: [{ wall: 2, at: 2.5, width: 1 }],
        windows: [{ wall: 0, at: 2, width: 2, sill: 1 }],
        furniture: [{ kind: "bench", position: [1.5, 0, 3], size: [1, 0.9, 1], rotation: 45 }],
      },
    },
  },
  [],
);
const obstacles = obstaclesOf(room);

function walk(from: Point, by: Point, steps = 100): Point {
  let at = from;
  for (let n = 0; n < steps; n++) at = step(at, by, obstacles);
  return at;
}

test("a wall stops a walker, and so does one with a window", () => {
  expect(walk([3, 3], [0, -0.1])[1]).toBeGreaterThan(0.2);
  expect(walk([5, 3], [0.1, 0])[0]).toBeLessThan(5.8);
});

test("even a long step does not go through a wall", () => {
  expect(step([5, 1], [4, 0], obstacles)[0]).toBeLessThan(5.8);
});

test("one walks out by the door", () => {
  expect(walk([3, 4], [0, 0.1], 60)[1]).toBeGreaterThan(7);
});

test("along a wall one slides", () => {
  const [x, z] = walk([3, 0.5], [0.05, -0.05], 40);
  expect(x).toBeGreaterThan(4.5);
  expect(z).toBeGreaterThan(0.2);
});

test("furniture is gone round, not through, however it is turned", () => {
  for (let n = 0; n < 40; n++) {
    const [x, z] = walk([3, 3], [-0.1, 0], n);
    const [u, v] = [(x - 1.5 + z - 3) / Math.SQRT2, (x - 1.5 - z + 3) / Math.SQRT2];
    expect(Math.abs(u) < 0.5 && Math.abs(v) < 0.5).toBe(false);
  }
});
