import { Matrix4, Quaternion, Vector3 } from "three";
import type { Model } from "./look";

/** A thing that stands somewhere (metres; radians about y). */
export interface Placed {
  id: string;
  kind: string;
  position: [number, number, number];
  /** radians about y */
  rotation: number;
  size?: [number, number, number];
}

export interface Place {
  id: string;
  /** With the thing's own size. */
  matrix: Matrix4;
  /** Without. */
  rigid: Matrix4;
}

const up = new Vector3(0, 1, 0);
const one = new Vector3(1, 1, 1);

export function placeOf({ id, position, rotation, size }: Placed, { measure }: Model): Place {
  const turn = new Quaternion().setFromAxisAngle(up, rotation);
  const scale = new Vector3(...measure.map((natural, n) => (size?.[n] && natural ? size[n] / natural : 1)));
  const at = new Vector3(...position);
  return { id, matrix: new Matrix4().compose(at, turn, scale), rigid: new Matrix4().compose(at, turn, one) };
}

/** The box round the thing, at least so large each way. */
export function boxOf(place: Place, { measure, middle }: Model, least = 0): Matrix4 {
  const size = measure.map(natural => Math.max(natural, least));
  return new Matrix4()
    .compose(new Vector3(...middle), new Quaternion(), new Vector3(...size))
    .premultiply(place.matrix);
}
