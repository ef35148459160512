import type { Position } from "../lab/scene";
import { type Box2, boxOf, isInside, type Point } from "./geometry";

export interface Spot {
  position: Position;
  rotation: number;
}

const step = 1.3;
const margin = 0.7;

/** So many places in rows on plain ground: round the origin, or south of what is there. */
export function gridOn(beside: Box2 | null, count: number, wide: boolean): Point[] {
  const pitch = wide ? [3, 6] : [step, step];
  const columns = Math.ceil(Math.sqrt((count * (pitch[1] as number)) / (pitch[0] as number)));
  const left = beside ? (beside.min[0] + beside.max[0]) / 2 : 0;
  const rows = Math.ceil(count / columns);
  const top = beside ? beside.max[1] + 2 : (-(rows - 1) * (pitch[1] as number)) / 2;
  return Array.from({ length: count }, (_, n) => [
    left + ((n % columns) - (columns - 1) / 2) * (pitch[0] as number),
    top + Math.floor(n / columns) * (pitch[1] as number),
  ]);
}

/** So many places in rows on a floor of any outline, closer together when there are many. */
export function gridIn(corners: Point[], count: number, wide: boolean): Point[] {
  for (let pitch = wide ? 3 : step; pitch > 0.02; pitch *= 0.85) {
    const spots = rowsIn(corners, pitch, wide ? pitch * 2 : pitch, Math.min(margin, pitch));
    if (spots.length >= count) return spread(spots, count);
  }
  return gridOn(boxOf(corners), count, wide);
}

function rowsIn(corners: Point[], dx: number, dz: number, inset: number): Point[] {
  const { min, max } = boxOf(corners);
  const spots: Point[] = [];
  for (let z = min[1] + inset; z <= max[1] - inset + 1e-6; z += dz)
    for (let x = min[0] + inset; x <= max[0] - inset + 1e-6; x += dx) if (isInside(corners, [x, z])) spots.push([x, z]);
  return spots;
}

// A few things in a large room stand apart, not all in its first row.
function spread(spots: Point[], count: number): Point[] {
  return Array.from({ length: count }, (_, n) => spots[Math.floor(((n + 0.5) * spots.length) / count)] as Point);
}
