import type { BufferGeometry } from "three";
import { paints } from "./palette";
import { block, box, drawn, joined, piece, rod, tilted, turned } from "./shape";

const axles = { back: -1.24, front: 1.3, height: 0.32 };

/** Around a wheel, from its back to its front. */
const arch = (at: number, radius = 0.385): [number, number][] =>
  Array.from({ length: 9 }, (_, n) => {
    const angle = Math.PI - (n / 8) * Math.PI;
    return [at + Math.cos(angle) * radius, Math.max(axles.height + Math.sin(angle) * radius, 0.2)];
  });

const side: [number, number][] = [
  [-1.98, 0.26],
  ...arch(axles.back),
  ...arch(axles.front),
  [1.95, 0.22],
  [2.06, 0.36],
  [2.06, 0.56],
  [1.98, 0.7],
  [1.72, 0.8],
  [0.98, 0.93],
  [-1.82, 0.95],
  [-1.98, 0.86],
  [-2.04, 0.6],
];

const windows: [number, number][] = [
  [-1.86, 0.9],
  [-1.62, 1.28],
  [-1.36, 1.41],
  [-0.2, 1.44],
  [0.22, 1.36],
  [1.0, 0.9],
];

const roof: [number, number][] = [
  [-1.66, 1.34],
  [-1.4, 1.44],
  [-0.3, 1.475],
  [0.16, 1.41],
  [0.14, 1.38],
  [-0.3, 1.42],
  [-1.4, 1.39],
];

/** Narrower towards the top, as cars are. */
function narrowed(geometry: BufferGeometry): BufferGeometry {
  const at = geometry.attributes.position;
  for (let n = 0; at && n < at.count; n++) at.setZ(n, at.getZ(n) * (1 - 0.3 * Math.max(at.getY(n) - 0.85, 0)));
  geometry.computeVertexNormals();
  return geometry;
}

function wheel(x: number, z: number) {
  const tyre = turned([0.2, -0.1, 0.3, -0.1, 0.32, -0.07, 0.32, 0.07, 0.3, 0.1, 0.2, 0.1], 0);
  const spokes = [0, 1, 2, 3, 4].map(n =>
    piece(
      block(0.035, 0.19, 0.2)
        .translate(0, 0.1, 0)
        .rotateZ((n / 5) * 2 * Math.PI),
      paints.metal,
      [x, axles.height, z],
    ),
  );
  return [
    piece(tilted(tyre, "x", Math.PI / 2), paints.rubber, [x, axles.height, z]),
    piece(rod([0, 0, -0.09], [0, 0, 0.09], 0.215, 16), paints.graphite, [x, axles.height, z]),
    ...spokes,
  ];
}

/** A small car that looks along −z; its body takes the tint. */
export function car(): BufferGeometry {
  const pair = (
    shape: () => BufferGeometry,
    paint: (typeof paints)[keyof typeof paints],
    x: number,
    y: number,
    z: number,
  ) => [-z, z].map(at => piece(shape(), paint, [x, y, at]));
  const parts = [
    piece(drawn(side, 1.74, 0.09, 0.7), paints.body, [0, 0, 0], { tint: 1 }),
    piece(narrowed(drawn(windows, 1.6, 0.05, 0.7)), paints.glass),
    piece(narrowed(drawn(roof, 1.6, 0.03, 0.7)), paints.body, [0, 0, 0], { tint: 1 }),
    ...pair(() => block(0.07, 0.52, 0.03), paints.graphite, -0.35, 1.16, 0.73),
    piece(box(2.1, 0.12, 1.5, 0.03), paints.rubber, [0.03, 0.24, 0]),
    ...pair(() => box(0.1, 0.1, 0.36, 0.03), paints.lens, 2.0, 0.62, 0.6),
    ...pair(() => box(0.08, 0.12, 0.3, 0.03), paints.red, -2.0, 0.72, 0.62),
    piece(box(0.06, 0.13, 0.8, 0.02), paints.rubber, [2.05, 0.4, 0]),
    piece(box(0.03, 0.1, 0.4, 0.01), paints.lines, [-2.04, 0.52, 0]),
    ...[-0.92, 0.92].map(z => piece(box(0.14, 0.1, 0.16, 0.03), paints.body, [0.72, 0.98, z], { tint: 1 })),
    ...[axles.back, axles.front].flatMap(x => [...wheel(x, -0.76), ...wheel(x, 0.76)]),
  ];
  return joined(...parts).rotateY(Math.PI / 2);
}
