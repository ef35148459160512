import type { Model } from "./look";
import { dark, lights, paints, times } from "./palette";
import { block, box, disc, joined, piece, rod } from "./shape";

const bars = 6;

function body() {
  const fins = Array.from({ length: 9 }, (_, n) =>
    piece(block(0.01, 0.58, 0.035), paints.slate, [-0.12 + n * 0.03, 0, 0.085]),
  );
  const row = Array.from({ length: bars }, (_, n) =>
    piece(block(0.022, 0.016, 0.008), paints.graphite, [-0.075 + n * 0.03, -0.255, 0.192], {
      glow: 1,
      at: (n + 0.5) / bars,
    }),
  );
  const plugs = [-0.08, 0, 0.08].map(x => piece(disc(0.016, 0.05, 0.003), paints.metal, [x, -0.395, 0.14]));
  const clamps = [-0.16, 0.18].flatMap(y => [
    piece(box(0.14, 0.05, 0.1, 0.012), paints.graphite, [0, y, 0.02]),
    piece(box(0.16, 0.03, 0.03, 0.008), paints.metal, [0, y, -0.062]),
  ]);
  return joined(
    piece(box(0.34, 0.7, 0.1, 0.045, 3), paints.shell, [0, 0, 0.14]),
    piece(box(0.3, 0.64, 0.06, 0.012), paints.graphite, [0, 0, 0.085]),
    piece(block(0.26, 0.05, 0.008), paints.screen, [0, -0.255, 0.188]),
    piece(block(0.02, 0.02, 0.01), paints.slate, [0.108, -0.255, 0.191], { led: 2 }),
    piece(block(0.2, 0.012, 0.008), paints.trim, [0, 0.24, 0.189], { led: 1 }),
    piece(rod([0, -0.32, 0], [0, 0.34, 0], 0.05), paints.metal),
    ...fins,
    ...row,
    ...plugs,
    ...clamps,
  );
}

/** How busy it looks: the decades of Mbit/s from 1 to 1,000. */
export const busy = (rate: number | undefined): number =>
  rate !== undefined && rate > 1 ? Math.min(Math.log10(rate) / 3, 1) : 0;

/** A panel antenna at the top of its mast; its place is where the mast ends. */
export const radioUnit: Model = {
  measure: [0.34, 0.8, 0.28],
  middle: [0, 0, 0.08],
  casts: true,
  pulses: true,
  parts: () => [{ geometry: body() }],
  look: ({ on, rate }) => {
    if (on !== true) return { glow: dark, led: dark };
    const share = busy(rate);
    return {
      glow: times(lights.teal, 1.3),
      led: times(lights.good, 1.5),
      level: share,
      speed: share && 0.4 + 1.6 * share,
    };
  },
};
