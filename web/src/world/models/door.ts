import type { Model } from "./look";
import { dark, lights, paints, times } from "./palette";
import { block, box, disc, joined, piece, rod, tilted } from "./shape";

const hinge = -0.445;

function frame() {
  return joined(
    ...[-0.475, 0.475].map(x => piece(box(0.05, 2.1, 0.17, 0.008), paints.shell, [x, 1.05, 0])),
    piece(box(1, 0.05, 0.17, 0.008), paints.shell, [0, 2.075, 0]),
    piece(box(0.9, 0.012, 0.15, 0.004), paints.metal, [0, 0.006, 0]),
    // The contact that tells, over the leaf.
    ...[-0.092, 0.092].map(z => piece(box(0.1, 0.028, 0.018, 0.006), paints.trim, [0.32, 2.072, z])),
    ...[-0.102, 0.102].map(z => piece(block(0.07, 0.01, 0.006), paints.slate, [0.32, 2.072, z], { led: 1 })),
  );
}

function handle(side: 1 | -1) {
  const plate = tilted(disc(0.024, 0.008, 0.002), "x", (side * Math.PI) / 2);
  return [
    piece(plate, paints.metal, [0.82, 1.02, side * 0.022]),
    piece(rod([0.82, 1.02, side * 0.024], [0.82, 1.02, side * 0.07], 0.009), paints.metal),
    piece(rod([0.828, 1.02, side * 0.066], [0.7, 1.02, side * 0.066], 0.009), paints.metal),
  ];
}

// The leaf hangs from x = 0; its pane is let in from both sides.
function leaf() {
  return joined(
    piece(box(0.88, 2.03, 0.044, 0.008, 2), paints.wood, [0.445, 1.03, 0]),
    piece(box(0.2, 0.84, 0.05, 0.01), paints.graphite, [0.62, 1.42, 0]),
    piece(box(0.17, 0.81, 0.054, 0.006), paints.glass, [0.62, 1.42, 0]),
    piece(box(0.84, 0.2, 0.05, 0.004), paints.metal, [0.445, 0.13, 0]),
    ...[0.3, 1.03, 1.8].map(y => piece(rod([0, y - 0.05, 0], [0, y + 0.05, 0], 0.012), paints.metal)),
    ...handle(1),
    ...handle(-1),
  );
}

/** A door in its frame; its place is the middle of the sill. It opens into the room behind it. */
export const door: Model = {
  measure: [1, 2.1, 0.17],
  middle: [0, 1.05, 0],
  casts: true,
  moves: 800,
  reach: 0.9,
  parts: () => [
    { geometry: frame() },
    { geometry: leaf(), move: (out, pose) => out.makeRotationY(pose * 1.4).setPosition(hinge, 0, 0) },
  ],
  look: ({ open }) => (open === true ? { pose: 1, led: times(lights.amber, 1.6) } : { pose: 0, led: dark }),
};
