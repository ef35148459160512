import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { Euler, Quaternion, Vector3 } from "three";
import { middleOfThing } from "./anchors";
import type { Layout } from "./layout";
import { calm } from "./machine";
import type { Placed } from "./models/Things";
import { tellPose } from "./pose";
import { obstaclesOf, step } from "./steps";
import { useDragLook } from "./useDragLook";
import { useField } from "./useField";
import { useKeys } from "./useKeys";
import { flight, view } from "./view";

const eye = 1.62;
const pace = 2.3;
const hurry = 2;
const turning = 1.7;
const arriving = 650;

export interface Walker {
  x: number;
  z: number;
  /** radians about y; 0 looks south */
  yaw: number;
  pitch: number;
}

let kept: { walker: Walker; of: Layout } | null = null;

/** Going about the lab on foot. */
export function Walk({ layout, placed }: { layout: Layout; placed: Placed[] }) {
  const obstacles = useMemo(() => obstaclesOf(layout), [layout]);
  const walker = useWalker(layout, placed);
  const keys = useKeys();
  const began = useRef(calm() ? 0 : performance.now());
  const going = useRef(false);
  const invalidate = useThree(s => s.invalidate);
  useField(66);
  useDragLook(walker);
  useEffect(() => view.subscribe(() => invalidate()), [invalidate]);
  useEffect(() => invalidate(), [invalidate]);

  useFrame(({ camera }, sinceLast) => {
    // The first frame after a rest must not count the rest as walking; a slow machine walks as fast as a quick one.
    const delta = going.current ? Math.min(sinceLast, 0.8) : 1 / 60;
    const me = walker.current;
    const [stickX, stickY] = view.getState().stick;
    const ahead = keys.axis("KeyW", "ArrowUp") - keys.axis("KeyS", "ArrowDown") + stickY;
    const aside = keys.axis("KeyD") - keys.axis("KeyA") + stickX;
    const turn = keys.axis("ArrowLeft", "KeyQ") - keys.axis("ArrowRight", "KeyE");
    me.yaw += turn * turning * delta;
    if (ahead || aside) {
      const far =
        (pace * (keys.axis("ShiftLeft", "ShiftRight") ? hurry : 1) * delta) / Math.max(1, Math.hypot(ahead, aside));
      const [sin, cos] = [Math.sin(me.yaw), Math.cos(me.yaw)];
      [me.x, me.z] = step(
        [me.x, me.z],
        [(sin * ahead - cos * aside) * far, (cos * ahead + sin * aside) * far],
        obstacles,
      );
    }
    const arrived = Math.min(1, (performance.now() - began.current) / arriving);
    place(camera, me, arrived);
    tellPose([me.x, 0, me.z, me.yaw], layout.rooms);
    going.current = Boolean(ahead || aside || turn);
    if (going.current || arrived < 1) invalidate();
  });
  return null;
}

function useWalker(layout: Layout, placed: Placed[]) {
  const walker = useRef<Walker>(null as unknown as Walker);
  if (!walker.current) {
    const { position, yaw } = layout.spawn;
    walker.current = kept?.of === layout ? kept.walker : { x: position[0], z: position[2], yaw, pitch: -0.06 };
    kept = { walker: walker.current, of: layout };
  }
  const invalidate = useThree(s => s.invalidate);
  const target = view(v => v.target);
  const seen = useRef(target);
  useEffect(() => {
    if (target === seen.current) return;
    seen.current = target;
    Object.assign(walker.current, goal(layout, placed, target));
    flight.on = false;
    invalidate();
  }, [layout, placed, target, invalidate]);
  return walker;
}

/** Before the thing, looking at it; in the middle of the room; or where people come in. */
function goal(layout: Layout, placed: Placed[], target: { thing?: string; room?: string } | null): Partial<Walker> {
  const thing = placed.find(p => p.id === target?.thing);
  const room = layout.rooms.find(r => r.id === target?.room);
  if (thing) {
    const [x, y, z] = middleOfThing(thing);
    const away = thing.kind === "parking-spot" ? 4 : 1.7;
    return {
      x: x + Math.sin(thing.rotation) * away,
      z: z + Math.cos(thing.rotation) * away,
      yaw: thing.rotation + Math.PI,
      pitch: Math.atan2(y - eye, away),
    };
  }
  if (room) return { x: room.middle[0], z: room.middle[1] };
  const { position, yaw } = layout.spawn;
  return { x: position[0], z: position[2], yaw, pitch: -0.06 };
}

const [there, turned, euler] = [new Vector3(), new Quaternion(), new Euler(0, 0, 0, "YXZ")];

/** The eye goes over from where it was, then stays with the walker. */
function place(camera: { position: Vector3; quaternion: Quaternion }, me: Walker, arrived: number) {
  const ease = arrived >= 1 ? 1 : arrived * arrived * 0.5;
  camera.position.lerp(there.set(me.x, eye, me.z), ease);
  camera.quaternion.slerp(turned.setFromEuler(euler.set(me.pitch, me.yaw + Math.PI, 0)), ease);
}
