import { useFrame, useThree } from "@react-three/fiber";
import { useMemo, useRef } from "react";
import { type Camera, type PointLight, Vector3 } from "three";
import { useTwins } from "../live/useTwin";
import type { Daylight } from "./daylight";
import { isLamp, lightOf } from "./lamps";
import { calm } from "./machine";
import type { Placed } from "./models/Things";

const pace = 9;

/** Where a lamp's light comes out, and how strong it is (candela). */
const bulbs: Record<string, { up: number; strength: number; reach: number }> = {
  "ceiling-light": { up: -0.18, strength: 16, reach: 12 },
  lamp: { up: 0.42, strength: 3.4, reach: 5 },
  light: { up: 0.3, strength: 8, reach: 8 },
};

/**
 * The lamps that are on light the room. A machine can only reckon a few lights, so the lab's lamps share some: those that give
 * most, and stand nearest. Their number never changes, since each change would build all materials anew.
 */
export function Lights({ placed, day, most }: { placed: Placed[]; day: Daylight; most: number }) {
  const lamps = useMemo(() => placed.filter(isLamp), [placed]);
  const lights = useRef<(PointLight | null)[]>([]);
  const twins = useTwins();
  const invalidate = useThree(s => s.invalidate);
  useFrame(({ camera }, delta) => {
    const step = calm() ? 1 : Math.min(1, delta * pace);
    const shining = chosen(lamps, camera, most, thing => lightOf(thing, twins));
    let moving = false;
    lights.current.forEach((light, n) => {
      if (light) moving = shine(light, shining[n], day.lamps, step) || moving;
    });
    if (moving) invalidate();
  });
  const count = Math.min(most, lamps.length);
  return Array.from({ length: count }, (_, n) => (
    <pointLight
      // biome-ignore lint/suspicious/noArrayIndexKey: a place in the pool is all that tells these lights apart
      key={n}
      ref={light => {
        lights.current[n] = light;
      }}
      intensity={0}
      decay={1.7}
      color="#ffd9a0"
    />
  ));
}

interface Shining {
  lamp: Placed;
  light: number;
}

const at = new Vector3();

function chosen(lamps: Placed[], camera: Camera, most: number, lightOf: (thing: string) => number): Shining[] {
  const on = lamps.map(lamp => ({ lamp, light: lightOf(lamp.id) })).filter(s => s.light > 0);
  if (on.length <= most) return on;
  const weight = (s: Shining) =>
    (s.light * bulbOf(s.lamp).strength) / (4 + at.set(...s.lamp.position).distanceTo(camera.position));
  return on.sort((a, b) => weight(b) - weight(a)).slice(0, most);
}

const bulbOf = (lamp: Placed) => bulbs[lamp.kind] ?? (bulbs.light as (typeof bulbs)[string]);

/** True while its brightness still moves. */
function shine(light: PointLight, from: Shining | undefined, scale: number, step: number): boolean {
  const bulb = from && bulbOf(from.lamp);
  if (from && bulb) {
    const [x, y, z] = from.lamp.position;
    light.position.set(x, y + bulb.up, z);
    light.distance = bulb.reach;
  }
  const goal = from && bulb ? bulb.strength * scale * (0.15 + 0.85 * from.light) : 0;
  const settled = Math.abs(goal - light.intensity) < 0.03;
  light.intensity = settled ? goal : light.intensity + (goal - light.intensity) * step;
  return !settled;
}
