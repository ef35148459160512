import { expect, test } from "vitest";
import { apart } from "./apart";
import type { Pose } from "./motion";

const far = ([a, b]: Pose[]) => Math.hypot((a as Pose)[0] - (b as Pose)[0], (a as Pose)[2] - (b as Pose)[2]);

test("two in the same place stand side by side, those who are apart stay where they are", () => {
  expect(
    far(
      apart([
        [1, 0, 1, 0],
        [1, 0, 1, 2],
      ]),
    ),
  ).toBeCloseTo(0.62);
  expect(
    apart([
      [0, 0, 0, 0],
      [1, 0, 0, 0],
    ]),
  ).toEqual([
    [0, 0, 0, 0],
    [1, 0, 0, 0],
  ]);
});

test("coming nearer pushes smoothly", () => {
  let before = apart([
    [0, 0, 0, 0],
    [0.8, 0, 0, 0],
  ]);
  for (let x = 0.8; x > 0.01; x -= 0.01) {
    const now = apart([
      [0, 0, 0, 0],
      [x, 0, 0, 0],
    ]);
    expect(Math.abs((now[0] as Pose)[0] - (before[0] as Pose)[0])).toBeLessThan(0.02);
    expect(far(now)).toBeGreaterThanOrEqual(0.6);
    before = now;
  }
});
