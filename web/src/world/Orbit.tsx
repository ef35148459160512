import { CameraControls, CameraControlsImpl } from "@react-three/drei";
import { useFrame, useThree } from "@react-three/fiber";
import { useCallback, useEffect, useRef } from "react";
import { Box3, Vector3 } from "three";
import { middleOfThing } from "./anchors";
import { type Block, type Look, lookAt } from "./fit";
import type { Layout } from "./layout";
import { calm } from "./machine";
import type { Placed } from "./models/Things";
import { tellPose } from "./pose";
import { useField } from "./useField";
import { flight, view } from "./view";

const azimuth = (31 * Math.PI) / 180;
const field = 30;
const closest = 1.2;
const southOf = (elevation: number) => (elevation * Math.PI) / 180;

// Nothing is drawn while nothing moves; the first frame after a rest must not count the rest as movement.
class Steady extends CameraControlsImpl {
  // Declared only: what it is made from asks for an update before a field of ours could have a value.
  declare moving: boolean | undefined;

  override update(delta: number): boolean {
    this.moving = super.update(this.moving ? Math.min(delta, 0.4) : 1 / 60);
    return this.moving;
  }
}

/** Turning round the lab as round a model on a table. */
export function Orbit({ layout, placed }: { layout: Layout; placed: Placed[] }) {
  const controls = useRef<CameraControlsImpl>(null);
  const size = useThree(s => s.size);
  const look = useLook(layout, placed, size.width / size.height);
  const target = view(v => v.target);
  const first = useRef(true);
  const begun = useRef(false);
  // Only a new wish moves the camera, not a page that changed its size.
  const newest = useRef(look);
  newest.current = look;

  useEffect(() => {
    const smooth = !calm() && !first.current;
    first.current = false;
    const where = newest.current(target);
    if (where) void controls.current?.setLookAt(...where.from, ...where.at, smooth);
    begun.current = true;
  }, [target]);
  useFrame(() => {
    if (!begun.current || (controls.current as Steady | null)?.moving) return;
    begun.current = false;
    flight.on = false;
  });

  useField(field);
  useBounds(controls, layout);
  usePoseOf(controls, layout);
  return (
    <CameraControls
      ref={controls}
      impl={Steady}
      makeDefault
      smoothTime={0.32}
      draggingSmoothTime={0.08}
      minDistance={closest}
      maxDistance={160}
      maxPolarAngle={Math.PI / 2 - 0.04}
      dollyToCursor
    />
  );
}

function useLook(layout: Layout, placed: Placed[], aspect: number) {
  return useCallback(
    (target: { thing?: string; room?: string } | null): Look | null => {
      const room = layout.rooms.find(r => r.id === target?.room);
      const thing = placed.find(p => p.id === target?.thing);
      if (target?.thing && !thing) return null;
      if (thing) return lookAtThing(thing);
      const block = room ? blockOf(room.corners, room.outdoor ? 1 : room.height * 0.6) : blockOfLab(layout);
      return lookAt(block, azimuth, southOf(aspect < 1 ? 50 : 37), field, aspect, room ? 0.8 : 0.95);
    },
    [layout, placed, aspect],
  );
}

/** From before it and a little aside; from further the larger it is. */
function lookAtThing(thing: Placed): Look {
  const at = middleOfThing(thing);
  const away = Math.max(thing.kind === "parking-spot" ? 12 : 5, Math.max(0, ...(thing.size ?? [])) * 2.6);
  const turn = thing.rotation + 0.5;
  return { from: [at[0] + Math.sin(turn) * away, at[1] + away * 0.48, at[2] + Math.cos(turn) * away], at };
}

function blockOf(points: [number, number][], height: number): Block {
  const xs = points.map(p => p[0]);
  const zs = points.map(p => p[1]);
  return { min: [Math.min(...xs), 0, Math.min(...zs)], max: [Math.max(...xs), height, Math.max(...zs)] };
}

/** Rooms and things; not the empty rest of a car park. */
function blockOfLab({ bounds: { min, max, height }, rooms, placed }: Layout): Block {
  const inner = rooms.filter(r => !r.outdoor).flatMap(r => r.corners);
  const around = placed.flatMap(({ position: [x, , z], size }): [number, number][] => {
    const half = Math.max(0.5, ...(size ?? [])) / 2;
    return [
      [x - half, z - half],
      [x + half, z + half],
    ];
  });
  return blockOf(inner.length > 0 ? [...inner, ...around] : [min, max], height);
}

function useBounds(controls: React.RefObject<CameraControlsImpl | null>, { bounds }: Layout) {
  useEffect(() => {
    const margin = 4;
    controls.current?.setBoundary(
      new Box3(
        new Vector3(bounds.min[0] - margin, 0, bounds.min[1] - margin),
        new Vector3(bounds.max[0] + margin, bounds.height + 2, bounds.max[1] + margin),
      ),
    );
  }, [controls, bounds]);
}

const spot = new Vector3();

/** To others one is where one looks. */
function usePoseOf(controls: React.RefObject<CameraControlsImpl | null>, layout: Layout) {
  useFrame(() => {
    const now = controls.current;
    if (!now) return;
    now.getTarget(spot);
    tellPose([spot.x, 0, spot.z, now.azimuthAngle + Math.PI], layout.rooms);
  });
}
