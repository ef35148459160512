import type { Model } from "./look";
import { dark, lights, paints, ramp, times } from "./palette";
import { block, box, joined, piece, rod } from "./shape";

export const segments = 8;

function body() {
  const bars = Array.from({ length: segments }, (_, n) =>
    piece(block(0.046, 0.0085, 0.006), paints.graphite, [0, -0.05 + n * 0.0115, 0.0385], {
      glow: 1,
      at: (n + 0.5) / segments,
    }),
  );
  return joined(
    piece(block(0.135, 0.172, 0.008), paints.trim, [0, 0, 0.004]),
    piece(box(0.125, 0.162, 0.036, 0.016, 2), paints.shell, [0, 0, 0.02]),
    piece(block(0.066, 0.112, 0.006), paints.screen, [0, -0.01, 0.0365]),
    piece(rod([0, 0.063, 0.036], [0, 0.063, 0.042], 0.0075), paints.slate, [0, 0, 0], { led: 1 }),
    ...bars,
    ...[-0.061, 0.061].map(x => piece(block(0.006, 0.05, 0.014), paints.slate, [x, -0.03, 0.02])),
  );
}

/** A small box on the wall with a bar that fills with the value; its place is the middle of its back. */
export const sensor: Model = {
  measure: [0.135, 0.172, 0.042],
  middle: [0, 0, 0.02],
  blinks: true,
  parts: () => [{ geometry: body() }],
  look: ({ value, share }) => {
    if (value === undefined) return { glow: dark, led: dark, level: 0 };
    // Without a range nothing can be said but that something is measured: one bar, neither low nor high.
    if (share === undefined) return { glow: times(lights.teal, 0.9), led: lights.good, level: 1 / segments };
    return { glow: times(ramp(share), 1.2), led: lights.good, level: Math.max(share, 1 / segments) };
  },
};
