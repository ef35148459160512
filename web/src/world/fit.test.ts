import { PerspectiveCamera, Vector3 } from "three";
import { expect, test } from "vitest";
import { type Block, lookAt } from "./fit";

const block: Block = { min: [0, 0, 0], max: [15, 3, 17] };

test.each([0.46, 1, 1.6, 2.4])("the whole block is in the picture, and fills it, at an aspect of %s", aspect => {
  const { from, at } = lookAt(block, 0.5, 0.65, 30, aspect, 0.95);
  const camera = new PerspectiveCamera(30, aspect, 0.1, 500);
  camera.position.set(...from);
  camera.lookAt(...at);
  camera.updateMatrixWorld();
  const seen = [0, 1, 2, 3, 4, 5, 6, 7].map(n =>
    new Vector3(n & 1 ? 15 : 0, n & 2 ? 3 : 0, n & 4 ? 17 : 0).project(camera),
  );
  const reach = Math.max(...seen.map(p => Math.max(Math.abs(p.x), Math.abs(p.y))));
  expect(reach).toBeLessThan(1.01);
  expect(reach).toBeGreaterThan(0.8);
});
