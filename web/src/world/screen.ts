import type { Camera, Scene, WebGLRenderer } from "three";
import { middleOfThing } from "./anchors";
import type { Placed } from "./models/Things";
import { project } from "./project";

/** The scene that is drawn, for what must know from outside where on the screen something stands. */
interface Drawn {
  camera: Camera;
  gl: WebGLRenderer;
  size: { width: number; height: number };
  placed: Placed[];
  scene: Scene;
}

let drawn: Drawn | null = null;
export const draws = (what: Drawn | null) => {
  drawn = what;
};
export const drawnNow = () => drawn;

/** Where a thing is, in pixels of the canvas; null when it is behind or not there. */
export function screenOf(thing: string): { x: number; y: number } | null {
  const one = drawn?.placed.find(p => p.id === thing);
  if (!drawn || !one) return null;
  const { x, y, z } = project(middleOfThing(one), drawn.camera, drawn.size);
  return z < 1 ? { x, y } : null;
}

/** The thing nearest to a point of the canvas, not further than a fingertip. */
export function thingAt(x: number, y: number, reach = 34): string | null {
  let [best, least] = [null as string | null, reach];
  for (const one of drawn?.placed ?? []) {
    const at = screenOf(one.id);
    const gap = at ? Math.hypot(at.x - x, at.y - y) : Infinity;
    if (gap < least) [best, least] = [one.id, gap];
  }
  return best;
}
