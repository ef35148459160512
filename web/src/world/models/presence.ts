import type { Model } from "./look";
import { dark, lights, paints, times } from "./palette";
import { joined, piece, ring, tilted, turned } from "./shape";

const dome = () => turned([0.052, 0, 0.05, 0.016, 0.042, 0.031, 0.029, 0.042, 0.014, 0.048, 0, 0.049], 0.003);

/** A dome under the ceiling, for people; its place is the middle of the dome. */
export const presence: Model = {
  measure: [0.15, 0.11, 0.15],
  middle: [0, 0, 0],
  parts: () => [
    {
      geometry: joined(
        piece(turned([0, 0, 0.062, 0, 0.075, 0.018, 0.075, 0.045, 0, 0.045], 0.005), paints.shell, [0, 0.003, 0]),
        piece(ring(0.048, 0.062, 0.006), paints.trim, [0, -0.001, 0], { led: 1 }),
        piece(tilted(dome(), "x", Math.PI), paints.lens, [0, 0.004, 0], { glow: 1 }),
      ),
    },
  ],
  look: ({ occupied }) =>
    occupied === true ? { glow: times(lights.amber, 1.3), led: times(lights.amber, 1.6) } : { glow: dark, led: dark },
  halo: { at: [0, -0.03, 0], radius: 0.18 },
};
