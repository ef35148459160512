import {
  BoxGeometry,
  BufferAttribute,
  type BufferGeometry,
  CylinderGeometry,
  ExtrudeGeometry,
  LatheGeometry,
  Matrix4,
  Quaternion,
  Shape,
  SphereGeometry,
  Vector2,
  Vector3,
} from "three";
import { RoundedBoxGeometry } from "three/examples/jsm/geometries/RoundedBoxGeometry.js";
import { mergeGeometries, toCreasedNormals } from "three/examples/jsm/utils/BufferGeometryUtils.js";
import type { Paint } from "./palette";

export type Point = readonly [number, number, number];

/** What a surface takes over from its instance: the tint as its colour, the two lights; `at`: lit only when the level reaches so far. */
export interface Takes {
  tint?: number;
  glow?: number;
  led?: number;
  at?: number;
}

/** A box with soft edges, standing round its middle. */
export const box = (width: number, height: number, depth: number, bevel = 0.006, steps = 1): BufferGeometry =>
  new RoundedBoxGeometry(width, height, depth, steps, Math.min(bevel, width / 2.01, height / 2.01, depth / 2.01));

/** A box with sharp edges: for what is too small to show soft ones. */
export const block = (width: number, height: number, depth: number): BufferGeometry =>
  new BoxGeometry(width, height, depth);

/** A body turned on a lathe about y: radius and height of each corner, from the bottom up; corners are softened. */
export function turned(profile: readonly number[], bevel = 0.004, around = 20): BufferGeometry {
  const points = Array.from({ length: profile.length / 2 }, (_, n) => new Vector2(profile[2 * n], profile[2 * n + 1]));
  return new LatheGeometry(bevel > 0 ? soften(points, bevel) : points, around);
}

export const disc = (radius: number, height: number, bevel = 0.003): BufferGeometry =>
  turned([0, 0, radius, 0, radius, height, 0, height], bevel);

/** Flat, its inner edge left sharp. */
export const ring = (inner: number, outer: number, height: number): BufferGeometry =>
  turned([inner, 0, outer, 0, outer, height, inner, height], height / 4, 24);

/** What was turned about y, turned about z: it looks to the front. */
export const facing = (geometry: BufferGeometry): BufferGeometry => tilted(geometry, "x", Math.PI / 2);

// Four points for each corner: two make the bevel, two keep the faces beside it flat to the light.
function soften(points: Vector2[], bevel: number): Vector2[] {
  return points.flatMap((point, n) => {
    const [before, after] = [points[n - 1], points[n + 1]];
    if (!before || !after) return [point];
    const [back, on] = [before.clone().sub(point), after.clone().sub(point)];
    const cut = Math.min(bevel, back.length() / 5, on.length() / 5);
    back.setLength(cut);
    on.setLength(cut);
    return [
      point.clone().add(back.clone().multiplyScalar(2)),
      point.clone().add(back),
      point.clone().add(on),
      point.clone().add(on.clone().multiplyScalar(2)),
    ];
  });
}

/** A rod from one point to another. */
export function rod(from: Point, to: Point, radius: number, around = 8): BufferGeometry {
  const [a, b] = [new Vector3(...from), new Vector3(...to)];
  const length = a.distanceTo(b);
  const geometry = new CylinderGeometry(radius, radius, length, around).translate(0, length / 2, 0);
  const turn = new Quaternion().setFromUnitVectors(new Vector3(0, 1, 0), b.sub(a).normalize());
  return geometry.applyQuaternion(turn).translate(a.x, a.y, a.z);
}

export const ball = (radius: number, around = 12): BufferGeometry => new SphereGeometry(radius, around, around / 2);

/** An outline in x and y, drawn out along z round its middle, its edges softened. */
export function drawn(outline: readonly (readonly [number, number])[], depth: number, bevel = 0.02, crease = 0.5) {
  const shape = new Shape(outline.map(([x, y]) => new Vector2(x, y)));
  const geometry = new ExtrudeGeometry(shape, {
    depth: depth - 2 * bevel,
    bevelSize: bevel,
    bevelThickness: bevel,
    bevelOffset: -bevel,
    bevelSegments: 2,
  });
  return toCreasedNormals(geometry.translate(0, 0, -depth / 2 + bevel), crease);
}

/** A geometry with its paint and place, ready to be joined with others. */
export function piece(
  geometry: BufferGeometry,
  paint: Paint,
  at: Point = [0, 0, 0],
  takes: Takes = {},
): BufferGeometry {
  const flat = geometry.index ? geometry.toNonIndexed() : geometry;
  flat.translate(...at);
  for (const name of Object.keys(flat.attributes))
    if (!["position", "normal"].includes(name)) flat.deleteAttribute(name);
  flat.clearGroups();
  const each = (values: number[]) =>
    new BufferAttribute(repeated(values, flat.attributes.position?.count ?? 0), values.length);
  flat.setAttribute("color", each([...paint.colour]));
  flat.setAttribute("paint", each([paint.roughness, paint.metalness]));
  flat.setAttribute("takes", each([takes.tint ?? 0, takes.glow ?? 0, takes.led ?? 0, takes.at ?? 0]));
  return flat;
}

function repeated(values: number[], times: number): Float32Array {
  const all = new Float32Array(values.length * times);
  for (let n = 0; n < times; n++) all.set(values, n * values.length);
  return all;
}

/** One geometry, so one drawing, of many pieces. */
export const joined = (...pieces: BufferGeometry[]): BufferGeometry => mergeGeometries(pieces);

const matrix = new Matrix4();
/** Turned about an axis through the origin. */
export const tilted = (geometry: BufferGeometry, axis: "x" | "y" | "z", angle: number): BufferGeometry =>
  geometry.applyMatrix4(
    matrix[axis === "x" ? "makeRotationX" : axis === "y" ? "makeRotationY" : "makeRotationZ"](angle),
  );
