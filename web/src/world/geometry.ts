/** Plane geometry of floors and walls: points are [x, z], metres. */
export type Point = [number, number];

export const distance = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1]);

export const along = (a: Point, b: Point, metres: number): Point => {
  const length = distance(a, b) || 1;
  return [a[0] + ((b[0] - a[0]) * metres) / length, a[1] + ((b[1] - a[1]) * metres) / length];
};

/** Twice the area; its sign tells which way round the corners go. */
export function turning(corners: Point[]): number {
  return corners.reduce((sum, [x, z], n) => {
    const [x2, z2] = corners[(n + 1) % corners.length] as Point;
    return sum + x * z2 - x2 * z;
  }, 0);
}

export function isInside(corners: Point[], [x, z]: Point): boolean {
  let inside = false;
  corners.forEach(([ax, az], n) => {
    const [bx, bz] = corners[(n + 1) % corners.length] as Point;
    if (az > z !== bz > z && x < ((bx - ax) * (z - az)) / (bz - az) + ax) inside = !inside;
  });
  return inside;
}

export interface Box2 {
  min: Point;
  max: Point;
}

export function boxOf(points: Point[]): Box2 {
  const box: Box2 = { min: [Infinity, Infinity], max: [-Infinity, -Infinity] };
  for (const [x, z] of points) {
    box.min = [Math.min(box.min[0], x), Math.min(box.min[1], z)];
    box.max = [Math.max(box.max[0], x), Math.max(box.max[1], z)];
  }
  return box;
}

export const middleOf = (box: Box2): Point => [(box.min[0] + box.max[0]) / 2, (box.min[1] + box.max[1]) / 2];

/** How far along the line a → b a point lies, and how far beside it. */
export function onLine(a: Point, b: Point, p: Point): { along: number; beside: number } {
  const length = distance(a, b) || 1;
  const [ux, uz] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const [px, pz] = [p[0] - a[0], p[1] - a[1]];
  return { along: px * ux + pz * uz, beside: px * uz - pz * ux };
}

/** The nearest point of the stretch a–b. */
export function nearestOn(a: Point, b: Point, p: Point): Point {
  const length = distance(a, b);
  return along(a, b, Math.min(Math.max(onLine(a, b, p).along, 0), length));
}
