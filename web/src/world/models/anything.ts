import type { Model } from "./look";
import { dark, lights, paints, times } from "./palette";
import { disc, joined, piece, ring, turned } from "./shape";

/** What stands for a thing of a kind that has no model: a small hub. It stands on its base. */
export const anything: Model = {
  measure: [0.2, 0.09, 0.2],
  middle: [0, 0.045, 0],
  casts: true,
  blinks: true,
  parts: () => [
    {
      geometry: joined(
        piece(disc(0.085, 0.01, 0.003), paints.graphite),
        piece(
          turned([0, 0, 0.098, 0, 0.1, 0.03, 0.09, 0.058, 0.06, 0.072, 0, 0.076], 0.012),
          paints.shell,
          [0, 0.009, 0],
        ),
        piece(ring(0.05, 0.062, 0.006), paints.slate, [0, 0.079, 0], { led: 1 }),
        piece(disc(0.05, 0.004, 0.001), paints.trim, [0, 0.079, 0]),
      ),
    },
  ],
  look: ({ on, value }) => {
    if (on === true) return { led: times(lights.good, 1.4) };
    return { led: on === undefined && value !== undefined ? times(lights.teal, 0.9) : dark };
  },
};
