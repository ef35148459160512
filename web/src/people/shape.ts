import {
  type BufferGeometry,
  CapsuleGeometry,
  LatheGeometry,
  Matrix4,
  SphereGeometry,
  SplineCurve,
  Vector2,
} from "three";
import { mergeGeometries } from "three/addons/utils/BufferGeometryUtils.js";

/** How tall a figure is, and where its name floats; metres. */
export const headTop = 1.68;

const placed = (shape: BufferGeometry, x: number, y: number, z: number, ...scale: [number, number, number] | []) =>
  shape.applyMatrix4(
    new Matrix4().makeScale(...((scale.length ? scale : [1, 1, 1]) as [number, number, number])).setPosition(x, y, z),
  );

/** A rounded body with two stub arms; feet on the ground, looking south (+z). */
export function bodyShape(): BufferGeometry {
  const outline: [number, number][] = [
    [0, 0.02],
    [0.16, 0.03],
    [0.245, 0.1],
    [0.275, 0.28],
    [0.27, 0.5],
    [0.245, 0.75],
    [0.205, 0.98],
    [0.15, 1.13],
    [0.08, 1.2],
    [0, 1.21],
  ];
  const smooth = new SplineCurve(outline.map(([x, y]) => new Vector2(x, y))).getPoints(30);
  const trunk = new LatheGeometry(
    smooth.map(point => point.setX(Math.max(0, point.x))),
    28,
  );
  const arm = (side: 1 | -1) =>
    new CapsuleGeometry(0.06, 0.34, 4, 10).applyMatrix4(
      new Matrix4().makeRotationZ(side * 0.24).setPosition(side * 0.285, 0.78, 0.02),
    );
  return joined([trunk, arm(1), arm(-1)]);
}

export const headShape = (): BufferGeometry => placed(new SphereGeometry(0.21, 28, 20), 0, 1.44, 0, 1, 1.04, 1);

/** Eyes on a dark visor, so that it is seen where somebody looks. */
export function faceShape(): BufferGeometry {
  return placed(new SphereGeometry(0.17, 24, 14), 0, 1.46, 0.1, 0.85, 0.5, 1);
}

export const eyesShape = (): BufferGeometry =>
  joined([1, -1].map(side => placed(new SphereGeometry(0.026, 12, 10), side * 0.062, 1.475, 0.246)));

function joined(shapes: BufferGeometry[]): BufferGeometry {
  const one = mergeGeometries(shapes.map(s => s.toNonIndexed()));
  for (const shape of shapes) shape.dispose();
  return one;
}
