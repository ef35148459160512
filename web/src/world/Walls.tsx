import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import type { Camera, Group, Mesh, MeshStandardMaterial } from "three";
import { mergeGeometries } from "three/examples/jsm/utils/BufferGeometryUtils.js";
import type { Daylight } from "./daylight";
import { along, distance } from "./geometry";
import { calm } from "./machine";
import { nothing } from "./Sky";
import { wallSolids } from "./shapes/wall";
import { view } from "./view";
import type { Wall } from "./walls";

const pace = 7;

/** Walls between the eye and a room are lifted away, down to a kerb, so that one looks in as into a doll's house. */
export function Walls({ walls, day }: { walls: Wall[]; day: Daylight }) {
  const built = useMemo(() => walls.map(wall => ({ wall, ...wallSolids(wall) })), [walls]);
  const kerbs = useMemo(() => (built.length > 0 ? mergeGeometries(built.map(b => b.kerb)) : null), [built]);
  useEffect(
    () => () => {
      for (const { body, glass, kerb } of built) for (const one of [body, glass, kerb]) one?.dispose();
      kerbs?.dispose();
    },
    [built, kerbs],
  );
  const whole = useRef<Group>(null);
  const invalidate = useThree(s => s.invalidate);
  useEffect(() => view.subscribe(() => invalidate()), [invalidate]);
  useFrame(({ camera }, delta) => {
    const step = calm() ? 1 : Math.min(1, delta * pace);
    let moving = false;
    whole.current?.children.forEach((group, n) => {
      const wall = built[n]?.wall;
      if (wall) moving = fade(group as Group, hides(wall, camera) ? 0 : 1, step) || moving;
    });
    if (moving) invalidate();
  });
  return (
    <>
      <group ref={whole}>
        {built.map(({ wall, body, glass }) => (
          <group key={wall.id} userData={{ shown: 1 }}>
            <mesh geometry={body} castShadow receiveShadow raycast={nothing}>
              <meshStandardMaterial vertexColors roughness={0.92} transparent />
            </mesh>
            {glass && (
              <mesh geometry={glass} raycast={nothing} renderOrder={2}>
                <meshStandardMaterial
                  color={day.glass}
                  transparent
                  opacity={day.glassOpacity}
                  roughness={0.08}
                  metalness={0.1}
                  depthWrite={false}
                  userData={{ whole: day.glassOpacity }}
                />
              </mesh>
            )}
          </group>
        ))}
      </group>
      {kerbs && (
        <mesh geometry={kerbs} receiveShadow raycast={nothing}>
          <meshStandardMaterial vertexColors roughness={0.92} />
        </mesh>
      )}
    </>
  );
}

/** Seen from outside its room; a wall between two rooms always hides one of them, unless one looks along it. */
function hides(wall: Wall, camera: Camera): boolean {
  if (view.getState().mode === "walk") return false;
  const [x, z] = along(wall.a, wall.b, distance(wall.a, wall.b) / 2);
  const [dx, dz] = [camera.position.x - x, camera.position.z - z];
  const facing = (dx * wall.inward[0] + dz * wall.inward[1]) / (Math.hypot(dx, dz, camera.position.y) || 1);
  return wall.behind === null ? facing < 0.04 : Math.abs(facing) > 0.12;
}

/** True while it still moves. */
function fade(group: Group, goal: number, step: number): boolean {
  const before = group.userData.shown as number;
  const now = Math.abs(goal - before) < 0.02 ? goal : before + (goal - before) * step;
  group.userData.shown = now;
  group.visible = now > 0;
  for (const mesh of group.children as Mesh[]) {
    const material = mesh.material as MeshStandardMaterial;
    material.opacity = now * ((material.userData.whole as number | undefined) ?? 1);
    material.depthWrite = material.userData.whole === undefined && now > 0.6;
  }
  return now !== goal;
}
