import { BoxGeometry, BufferAttribute, type BufferGeometry, Color, Matrix4 } from "three";
import { mergeGeometries } from "three/examples/jsm/utils/BufferGeometryUtils.js";
import { distance } from "../geometry";
import { type Hole, solids, type Wall } from "../walls";

const cap = "#8f8a82";
const frame = "#fafafa";
const wooden = "#9a7449";
const skirting = 0.09;
export const kerb = 0.14;

interface Block {
  from: number;
  to: number;
  bottom: number;
  top: number;
  /** across the wall, its middle at 0 */
  deep: number;
  shift?: number;
  paint: (side: 1 | -1 | 0, up: boolean) => string;
}

/** A wall with its frames, its glass apart, and the kerb that stays when the wall is lifted away. */
export interface WallSolids {
  body: BufferGeometry;
  glass: BufferGeometry | null;
  kerb: BufferGeometry;
}

export function wallSolids(wall: Wall): WallSolids {
  const place = placeOf(wall);
  const paint = paintOf(wall);
  const blocks = solids(wall).map(s => ({ ...corner(wall, s), deep: wall.thickness, paint }));
  const standing = blocks.filter(b => b.bottom === 0);
  const body = join([...blocks, ...skirts(wall, standing), ...wall.holes.flatMap(h => frames(wall, h))], place);
  const panes = wall.holes
    .filter(h => !h.door)
    .map(h => ({ from: h.from, to: h.to, bottom: h.bottom, top: h.top, deep: 0.02, paint: () => "#ffffff" }));
  return {
    body,
    glass: panes.length > 0 ? join(panes, place) : null,
    kerb: join(
      standing.map(b => ({ ...b, top: Math.min(b.top, kerb), deep: b.deep - 0.004 })),
      place,
    ),
  };
}

// Walls are as long as the floor's edge; half a thickness more closes the corner.
function corner(wall: Wall, solid: { from: number; to: number; bottom: number; top: number }) {
  const [length, half] = [distance(wall.a, wall.b), wall.thickness / 2];
  return {
    ...solid,
    from: solid.from === 0 ? -half : solid.from,
    to: solid.to === length ? length + half : solid.to,
  };
}

function placeOf(wall: Wall): Matrix4 {
  const turn = Math.atan2(-(wall.b[1] - wall.a[1]), wall.b[0] - wall.a[0]);
  return new Matrix4().makeRotationY(turn).setPosition(wall.a[0], 0, wall.a[1]);
}

/** Which way of the wall's own z its room lies. */
function roomSide(wall: Wall): 1 | -1 {
  const length = distance(wall.a, wall.b) || 1;
  const [zx, zz] = [-(wall.b[1] - wall.a[1]) / length, (wall.b[0] - wall.a[0]) / length];
  return zx * wall.inward[0] + zz * wall.inward[1] > 0 ? 1 : -1;
}

function paintOf(wall: Wall): Block["paint"] {
  const inner = roomSide(wall);
  const outside = wall.behind ?? mix(wall.color, "#cdb9a2", 0.55);
  return (side, up) => (up ? cap : side === 0 || side === inner ? wall.color : outside);
}

const mix = (a: string, b: string, part: number) => `#${new Color(a).lerp(new Color(b), part).getHexString()}`;

function skirts(wall: Wall, standing: Block[]): Block[] {
  const tone = mix(wall.color, "#5d554b", 0.35);
  const inner = roomSide(wall);
  const sides = wall.behind ? [1, -1] : [inner];
  return standing.flatMap(b =>
    sides.map(side => ({
      ...b,
      top: Math.min(b.top, skirting),
      deep: 0.016,
      shift: side * (wall.thickness / 2 + 0.008),
      paint: () => tone,
    })),
  );
}

function frames(wall: Wall, hole: Hole): Block[] {
  // A door that is a thing brings its own frame.
  if (hole.thing) return [];
  const deep = wall.thickness + 0.05;
  const wide = hole.door ? 0.06 : 0.05;
  const bar = (from: number, to: number, bottom: number, top: number, more = 0): Block => ({
    from,
    to,
    bottom,
    top,
    deep: deep + more,
    paint: () => (hole.door ? wooden : frame),
  });
  const { from, to, bottom, top } = hole;
  const around = [bar(from, from + wide, bottom, top), bar(to - wide, to, bottom, top), bar(from, to, top - wide, top)];
  if (hole.door) return around;
  const middle = (from + to) / 2;
  return [
    ...around,
    bar(from - 0.06, to + 0.06, bottom, bottom + 0.04, 0.08),
    { ...bar(middle - 0.02, middle + 0.02, bottom, top), deep: 0.05 },
    { ...bar(from, to, (bottom + top) / 2 + 0.2, (bottom + top) / 2 + 0.235), deep: 0.045 },
  ];
}

function join(blocks: Block[], place: Matrix4): BufferGeometry {
  const whole = mergeGeometries(blocks.map(solid)) as BufferGeometry;
  return whole.applyMatrix4(place);
}

function solid({ from, to, bottom, top, deep, shift = 0, paint }: Block): BufferGeometry {
  const geometry = new BoxGeometry(Math.max(to - from, 1e-3), Math.max(top - bottom, 1e-3), deep);
  geometry.translate((from + to) / 2, (bottom + top) / 2, shift);
  const normal = geometry.getAttribute("normal");
  const colors = new Float32Array(normal.count * 3);
  for (let n = 0; n < normal.count; n++) {
    const side = normal.getZ(n) > 0.5 ? 1 : normal.getZ(n) < -0.5 ? -1 : 0;
    new Color(paint(side, normal.getY(n) > 0.5 && top > kerb * 2)).toArray(colors, n * 3);
  }
  geometry.setAttribute("color", new BufferAttribute(colors, 3));
  geometry.deleteAttribute("uv");
  return geometry;
}
