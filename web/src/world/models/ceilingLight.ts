import { shine } from "./lamp";
import type { Model } from "./look";
import { lights, paints, times } from "./palette";
import { box, joined, piece, rod } from "./shape";

/** A panel that hangs under the ceiling; its place is the middle of its lower face. */
export const ceilingLight: Model = {
  measure: [1.2, 0.1, 0.32],
  middle: [0, 0.05, 0],
  parts: () => [
    {
      geometry: joined(
        piece(box(1.16, 0.028, 0.28, 0.012, 2), paints.lens, [0, 0.012, 0], { glow: 1.5 }),
        piece(box(1.2, 0.026, 0.32, 0.01, 2), paints.shell, [0, 0.034, 0], { glow: 0.12 }),
        piece(box(0.9, 0.012, 0.1, 0.005), paints.lens, [0, 0.048, 0], { glow: 0.9 }),
        ...[-0.42, 0.42].map(x => piece(rod([x, 0.04, 0], [x, 0.1, 0], 0.006), paints.metal)),
        ...[-0.42, 0.42].map(x => piece(box(0.08, 0.012, 0.08, 0.005), paints.trim, [x, 0.096, 0])),
      ),
    },
  ],
  look: state => ({ glow: times(lights.white, shine(state) * 1.8) }),
  halo: { at: [0, -0.02, 0], radius: 0.8 },
};
