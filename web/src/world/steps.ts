import { distance, nearestOn, type Point } from "./geometry";
import type { Layout } from "./layout";
import { solids } from "./walls";

/** What a walker cannot go through: stretches of wall, and pieces of furniture as turned rectangles. */
export interface Obstacles {
  walls: { a: Point; b: Point; half: number }[];
  pieces: { at: Point; half: Point; turn: number }[];
}

const waist = 1;
const body = 0.24;

export function obstaclesOf(layout: Pick<Layout, "walls" | "furniture">): Obstacles {
  return {
    walls: layout.walls.flatMap(wall => {
      const length = distance(wall.a, wall.b) || 1;
      const point = (at: number): Point => [
        wall.a[0] + ((wall.b[0] - wall.a[0]) * at) / length,
        wall.a[1] + ((wall.b[1] - wall.a[1]) * at) / length,
      ];
      return solids(wall)
        .filter(s => s.bottom < waist && s.top > 0.25)
        .map(s => ({ a: point(s.from), b: point(s.to), half: wall.thickness / 2 }));
    }),
    pieces: layout.furniture
      .filter(f => f.position[1] < waist && f.size[1] > 0.3)
      .map(f => ({
        at: [f.position[0], f.position[2]] as Point,
        // A crown is above one's head; only the trunk is in the way.
        half: (f.kind === "tree" ? [0.2, 0.2] : [f.size[0] / 2, f.size[2] / 2]) as Point,
        turn: f.rotation,
      })),
  };
}

/** Where a step ends: what is in the way pushes the walker out sideways, so that one slides along it. */
export function step(from: Point, by: Point, { walls, pieces }: Obstacles): Point {
  // Never further at once than what a body could slip through.
  const parts = Math.max(1, Math.ceil(Math.hypot(...by) / 0.15));
  let at = from;
  for (let n = 0; n < parts; n++) {
    at = [at[0] + by[0] / parts, at[1] + by[1] / parts];
    for (const wall of walls) at = pushed(at, nearestOn(wall.a, wall.b, at), wall.half + body);
    for (const piece of pieces) at = pushedOut(at, piece);
  }
  return at;
}

function pushed(at: Point, solid: Point, least: number): Point {
  const gap = distance(solid, at);
  if (gap >= least || gap === 0) return at;
  return [solid[0] + ((at[0] - solid[0]) * least) / gap, solid[1] + ((at[1] - solid[1]) * least) / gap];
}

function pushedOut(at: Point, { at: middle, half, turn }: Obstacles["pieces"][number]): Point {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [dx, dz] = [at[0] - middle[0], at[1] - middle[1]];
  const local: Point = [dx * cos - dz * sin, dx * sin + dz * cos];
  const edge: Point = [clamp(local[0], half[0]), clamp(local[1], half[1])];
  const inside = edge[0] === local[0] && edge[1] === local[1];
  const out = inside ? nearestSide(local, half) : pushed(local, edge, body);
  if (out === local) return at;
  return [middle[0] + out[0] * cos + out[1] * sin, middle[1] - out[0] * sin + out[1] * cos];
}

const clamp = (n: number, most: number) => Math.min(Math.max(n, -most), most);

function nearestSide([x, z]: Point, half: Point): Point {
  const [overX, overZ] = [half[0] - Math.abs(x), half[1] - Math.abs(z)];
  return overX < overZ ? [Math.sign(x || 1) * (half[0] + body), z] : [x, Math.sign(z || 1) * (half[1] + body)];
}
