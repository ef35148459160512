import { useEffect, useMemo } from "react";
import { DoubleSide, FrontSide, ShapeGeometry } from "three";
import type { Daylight } from "./daylight";
import { polygon } from "./Ground";
import type { LaidRoom, Layout } from "./layout";
import { nothing } from "./Sky";
import { partsOf } from "./shapes/furniture";
import { merged } from "./shapes/parts";
import { lookOf } from "./textures";
import { view } from "./view";
import { Walls } from "./Walls";

/** Floors, walls and what stands about that is nobody's twin. */
export function Rooms({ layout, day }: { layout: Layout; day: Daylight }) {
  return (
    <group>
      {layout.rooms.map(room => (
        <Floor key={room.id} room={room} />
      ))}
      <Walls walls={layout.walls} day={day} />
      <Furniture layout={layout} />
    </group>
  );
}

const fallback = { wood: "#c9b79c", "raised-floor": "#8d99a6", asphalt: "#5b5f66" } as Record<string, string>;

function Floor({ room }: { room: LaidRoom }) {
  const walking = view(v => v.mode === "walk");
  const floor = useMemo(() => new ShapeGeometry(polygon(room.corners)), [room]);
  useEffect(() => () => floor.dispose(), [floor]);
  const { material, color } = room.room.surface ?? {};
  const rough = material === "wood" || material === "tile" ? 0.55 : 0.92;
  return (
    <>
      <mesh geometry={floor} rotation-x={Math.PI / 2} receiveShadow raycast={nothing}>
        <meshStandardMaterial
          color={color ?? fallback[material ?? ""] ?? "#cfcac0"}
          map={lookOf(material)}
          roughness={rough}
          side={DoubleSide}
        />
      </mesh>
      {walking && !room.outdoor && (
        <mesh geometry={floor} rotation-x={Math.PI / 2} position-y={room.height} raycast={nothing}>
          <meshStandardMaterial color="#f3f2ee" roughness={1} side={FrontSide} />
        </mesh>
      )}
    </>
  );
}

function Furniture({ layout }: { layout: Layout }) {
  const solids = useMemo(() => merged(layout.furniture.flatMap(partsOf)), [layout]);
  useEffect(
    () => () => {
      solids.plain?.dispose();
      solids.lit?.dispose();
    },
    [solids],
  );
  return (
    <>
      {solids.plain && (
        <mesh geometry={solids.plain} castShadow receiveShadow raycast={nothing}>
          <meshStandardMaterial vertexColors roughness={0.68} metalness={0.03} />
        </mesh>
      )}
      {solids.lit && (
        <mesh geometry={solids.lit} raycast={nothing}>
          <meshBasicMaterial vertexColors toneMapped={false} />
        </mesh>
      )}
    </>
  );
}
