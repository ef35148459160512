import type { Model } from "./look";
import { dark, lights, paints, times } from "./palette";
import { box, disc, facing, joined, piece, ring, rod, turned } from "./shape";

/** A smart plug in its socket; its place is the middle of its back. */
export const plug: Model = {
  measure: [0.13, 0.13, 0.085],
  middle: [0, 0, 0.04],
  parts: () => [
    {
      geometry: joined(
        piece(box(0.13, 0.13, 0.014, 0.006), paints.shell, [0, 0, 0.007]),
        piece(facing(turned([0, 0, 0.05, 0, 0.05, 0.05, 0.044, 0.062, 0, 0.062], 0.006)), paints.shell, [0, 0, 0.012]),
        piece(facing(ring(0.032, 0.044, 0.006)), paints.slate, [0, 0, 0.07], { led: 1 }),
        piece(facing(disc(0.03, 0.003, 0.001)), paints.trim, [0, 0, 0.072]),
        ...[-0.0095, 0, 0.0095].map((x, n) =>
          piece(rod([x, 0, 0.074], [x, 0, 0.0765], 0.0035), paints.screen, [0, n === 1 ? -0.004 : 0, 0]),
        ),
      ),
    },
  ],
  look: ({ on }) => ({ led: on === true ? times(lights.good, 1.5) : dark }),
};
