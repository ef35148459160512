import { useMemo } from "react";
import { DoubleSide, ExtrudeGeometry, Shape, ShapeGeometry } from "three";
import type { Daylight } from "./daylight";
import { along, boxOf, distance, type Point } from "./geometry";
import type { Layout } from "./layout";
import { nothing } from "./Sky";
import { lookOf } from "./textures";
import type { Wall } from "./walls";

const lawn = 2.6;
const apron = 0.55;
const bevel = 0.08;

/** The piece of land that the lab stands on: lawn, paving round the building, a path from each outer door. */
export function Ground({ layout, day }: { layout: Layout; day: Daylight }) {
  const land = useMemo(() => landOf(layout), [layout]);
  const paving = useMemo(() => pavingOf(layout), [layout]);
  return (
    <group>
      <mesh geometry={land} rotation-x={Math.PI / 2} position-y={-0.035 - bevel} receiveShadow raycast={nothing}>
        <meshStandardMaterial
          color={layout.hasRooms ? day.grass : day.paving}
          map={lookOf(layout.hasRooms ? "grass" : "concrete")}
          roughness={1}
        />
      </mesh>
      {paving && (
        <mesh geometry={paving} rotation-x={Math.PI / 2} position-y={-0.012} receiveShadow raycast={nothing}>
          <meshStandardMaterial color={day.paving} map={lookOf("concrete")} roughness={0.95} side={DoubleSide} />
        </mesh>
      )}
    </group>
  );
}

// Shapes are drawn in x, y; turned by a quarter about x, their y becomes z, and what is extruded goes down.
function landOf({ bounds: { min, max } }: Layout) {
  const [w, e, n, s, r] = [min[0] - lawn, max[0] + lawn, min[1] - lawn, max[1] + lawn, 1.6];
  const shape = new Shape();
  shape
    .moveTo(w + r, n)
    .lineTo(e - r, n)
    .quadraticCurveTo(e, n, e, n + r)
    .lineTo(e, s - r)
    .quadraticCurveTo(e, s, e - r, s);
  shape
    .lineTo(w + r, s)
    .quadraticCurveTo(w, s, w, s - r)
    .lineTo(w, n + r)
    .quadraticCurveTo(w, n, w + r, n);
  return new ExtrudeGeometry(shape, {
    depth: 0.4,
    bevelSize: 0.12,
    bevelThickness: bevel,
    bevelSegments: 3,
    curveSegments: 10,
  });
}

function pavingOf({ rooms, walls }: Layout) {
  const shapes = rooms.filter(r => !r.outdoor).map(r => grown(r.corners));
  const paths = walls.filter(w => w.behind === null).flatMap(pathsFrom);
  return shapes.length > 0 ? new ShapeGeometry([...shapes, ...paths]) : null;
}

function grown(corners: Point[]): Shape {
  const { min, max } = boxOf(corners);
  return rectangle([min[0] - apron, min[1] - apron], [max[0] + apron, max[1] + apron]);
}

function pathsFrom(wall: Wall): Shape[] {
  const out = -2.3;
  return wall.holes
    .filter(h => h.door && h.bottom === 0)
    .map(h => {
      const length = distance(wall.a, wall.b);
      const ends = [h.from - 0.3, h.to + 0.3].map(at => along(wall.a, wall.b, Math.min(Math.max(at, 0), length)));
      const [p, q] = ends as [Point, Point];
      const [dx, dz] = [wall.inward[0] * out, wall.inward[1] * out];
      return polygon([p, q, [q[0] + dx, q[1] + dz], [p[0] + dx, p[1] + dz]]);
    });
}

const rectangle = (min: Point, max: Point) => polygon([min, [max[0], min[1]], max, [min[0], max[1]]]);

export function polygon(corners: Point[]): Shape {
  const shape = new Shape();
  for (const [n, [x, z]] of corners.entries()) n === 0 ? shape.moveTo(x, z) : shape.lineTo(x, z);
  shape.closePath();
  return shape;
}
