import { type Camera, Vector3 } from "three";

const at = new Vector3();

/** Where a point in metres is on the screen, in pixels; z above 1 is behind. */
export function project(position: [number, number, number], camera: Camera, size: { width: number; height: number }) {
  at.set(...position).project(camera);
  return { x: ((at.x + 1) / 2) * size.width, y: ((1 - at.y) / 2) * size.height, z: at.z };
}
