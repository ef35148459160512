import {
  BoxGeometry,
  BufferAttribute,
  type BufferGeometry,
  Color,
  CylinderGeometry,
  IcosahedronGeometry,
  Matrix4,
} from "three";
import { RoundedBoxGeometry } from "three/examples/jsm/geometries/RoundedBoxGeometry.js";
import { mergeGeometries } from "three/examples/jsm/utils/BufferGeometryUtils.js";

/** A coloured solid; `lit` ones shine by themselves (a screen). Many are merged into one, so that they cost one drawing. */
export interface Part {
  geometry: BufferGeometry;
  lit: boolean;
}

type Triple = [number, number, number];

export function painted(geometry: BufferGeometry, color: string): BufferGeometry {
  const flat = geometry.index ? geometry.toNonIndexed() : geometry;
  const { r, g, b } = new Color(color);
  const { count } = flat.getAttribute("position");
  const colors = new Float32Array(count * 3);
  for (let n = 0; n < count; n++) colors.set([r, g, b], n * 3);
  flat.setAttribute("color", new BufferAttribute(colors, 3));
  flat.deleteAttribute("uv");
  return flat;
}

/** A box whose base stands at `at`, its edges rounded when it is large enough to tell. */
export function box(size: Triple, at: Triple, color: string, round = 0.012): Part {
  const [w, h, d] = size.map(n => Math.max(n, 0.002)) as Triple;
  const radius = Math.min(round, w / 2.1, h / 2.1, d / 2.1);
  const geometry = radius > 0.004 ? new RoundedBoxGeometry(w, h, d, 2, radius) : new BoxGeometry(w, h, d);
  geometry.translate(at[0], at[1] + h / 2, at[2]);
  return { geometry: painted(geometry, color), lit: false };
}

/** An upright cylinder or cone; its base at `at`. */
export function post(radius: number, height: number, at: Triple, color: string, top = radius, sides = 20): Part {
  const geometry = new CylinderGeometry(top, radius, height, sides);
  geometry.translate(at[0], at[1] + height / 2, at[2]);
  return { geometry: painted(geometry, color), lit: false };
}

/** A leafy or stony lump round a middle. */
export function lump(size: Triple, middle: Triple, color: string, detail = 2): Part {
  const geometry = new IcosahedronGeometry(0.5, detail);
  const position = geometry.getAttribute("position");
  for (let n = 0; n < position.count; n++) {
    const [x, y, z] = [position.getX(n), position.getY(n), position.getZ(n)];
    const swell = 1 + 0.07 * Math.sin(x * 17 + y * 11) + 0.07 * Math.sin(y * 13 + z * 19);
    position.setXYZ(
      n,
      x * swell * size[0] + middle[0],
      y * swell * size[1] + middle[1],
      z * swell * size[2] + middle[2],
    );
  }
  // Its facets each have their own corners; round normals make it soft all the same.
  const normal = geometry.getAttribute("normal");
  for (let n = 0; n < position.count; n++) {
    const out = [0, 1, 2].map(i => (position.getComponent(n, i) - (middle[i] as number)) / (size[i] as number) ** 2);
    const length = Math.hypot(...out) || 1;
    normal.setXYZ(n, ...(out.map(o => o / length) as Triple));
  }
  return { geometry: painted(geometry, color), lit: false };
}

export const lit = (part: Part): Part => ({ ...part, lit: true });

/** Turned and moved: `lean` about x, then `turn` about y, then to `at`. */
export function moved(
  part: Part,
  { at = [0, 0, 0], turn = 0, lean = 0 }: { at?: Triple; turn?: number; lean?: number },
) {
  const matrix = new Matrix4().makeRotationY(turn).multiply(new Matrix4().makeRotationX(lean));
  part.geometry.applyMatrix4(matrix.setPosition(...at));
  return part;
}

/** One geometry of each sort; null for none. */
export function merged(parts: Part[]): { plain: BufferGeometry | null; lit: BufferGeometry | null } {
  const join = (some: Part[]) => {
    const whole = some.length > 0 ? mergeGeometries(some.map(p => p.geometry)) : null;
    for (const { geometry } of some) geometry.dispose();
    return whole;
  };
  return { plain: join(parts.filter(p => !p.lit)), lit: join(parts.filter(p => p.lit)) };
}
