import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useRef } from "react";
import { PointLight, type Scene } from "three";
import { rest } from "./Changes";
import type { Placed } from "./models/Things";
import { pose } from "./pose";
import { drawnNow, draws, screenOf } from "./screen";
import { flight, view } from "./view";

declare global {
  interface Window {
    /** For tests and for the curious: reads what is drawn, changes nothing. */
    __gemeo?: {
      screenOf: typeof screenOf;
      info: () => { calls: number; triangles: number; frames: number };
      mode: () => string;
      flying: () => boolean;
      pose: () => readonly number[];
      camera: () => number[];
      /** How bright each light of the pool is. */
      lights: () => number[];
    };
  }
}

const longFrame = 0.35;
const enough = 24;

/** Tells the rest of the page what is drawn, and says when drawing is too slow to be of use. */
export function Hook({ placed, onSlow }: { placed: Placed[]; onSlow: () => void }) {
  const { camera, gl, size, scene } = useThree();
  const slow = useRef(0);
  const info = useRef({ calls: 0, triangles: 0, frames: 0 });
  useEffect(() => {
    draws({ camera, gl, size, placed, scene });
    return () => draws(null);
  }, [camera, gl, size, placed, scene]);
  useEffect(() => {
    window.__gemeo = {
      screenOf,
      info: () => info.current,
      mode: () => view.getState().mode,
      flying: () => flight.on,
      pose: () => pose.getState().pose,
      camera: () => drawnNow()?.camera.position.toArray() ?? [],
      lights: () => lightsOf(drawnNow()?.scene),
    };
    return () => {
      delete window.__gemeo;
    };
  }, []);
  // What was counted is of the frame before this one.
  useFrame(({ gl }, delta) => {
    info.current = { calls: gl.info.render.calls, triangles: gl.info.render.triangles, frames: gl.info.render.frame };
    // A pause between frames is rest, not slowness: only frames that follow each other closely count.
    if (rest.over) {
      rest.over = false;
      return;
    }
    slow.current = delta > longFrame && delta < 2 ? slow.current + 1 : 0;
    if (slow.current === enough) onSlow();
  });
  return null;
}

function lightsOf(scene: Scene | undefined): number[] {
  const found: number[] = [];
  scene?.traverse(one => {
    if (one instanceof PointLight) found.push(one.intensity);
  });
  return found;
}
