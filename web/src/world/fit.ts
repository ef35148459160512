import { Vector3 } from "three";
import type { Position } from "../lab/scene";

/** A box in metres, as two corners. */
export interface Block {
  min: Position;
  max: Position;
}

export interface Look {
  from: Position;
  at: Position;
}

/** Where to stand, in a direction, so that a whole block is seen, in the middle; `field` is the vertical angle in degrees. */
export function lookAt(
  block: Block,
  azimuth: number,
  elevation: number,
  field: number,
  aspect: number,
  room = 0.92,
): Look {
  const back = new Vector3(
    Math.sin(azimuth) * Math.cos(elevation),
    Math.sin(elevation),
    Math.cos(azimuth) * Math.cos(elevation),
  );
  const right = new Vector3(Math.cos(azimuth), 0, -Math.sin(azimuth));
  const up = back.clone().cross(right);
  const tall = Math.tan((field * Math.PI) / 360) * room;
  const corners = cornersOf(block);
  // What is nearer looks larger, so the middle of the block is not the middle of the picture: a few steps find that.
  const at = corners.reduce((sum, c) => sum.add(c), new Vector3()).divideScalar(corners.length);
  let away = 1;
  for (let n = 0; n < 8; n++) {
    const seen = corners.map(corner => corner.clone().sub(at));
    away = Math.max(
      0.5,
      ...seen.map(c => c.dot(back) + Math.max(Math.abs(c.dot(right)) / (tall * aspect), Math.abs(c.dot(up)) / tall)),
    );
    for (const axis of [right, up]) {
      const shares = seen.map(c => c.dot(axis) / (away - c.dot(back)));
      at.addScaledVector(axis, ((Math.max(...shares) + Math.min(...shares)) / 2) * away * 0.7);
    }
  }
  return { from: at.clone().addScaledVector(back, away).toArray(), at: at.toArray() };
}

function cornersOf({ min, max }: Block): Vector3[] {
  const ends = [min, max];
  return [0, 1, 2, 3, 4, 5, 6, 7].map(
    n => new Vector3((ends[n & 1] as Position)[0], (ends[(n >> 1) & 1] as Position)[1], (ends[n >> 2] as Position)[2]),
  );
}
