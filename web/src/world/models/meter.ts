import type { Model } from "./look";
import { dark, lights, paints, times } from "./palette";
import { block, box, joined, piece, rod, turned } from "./shape";

function body() {
  const digits = Array.from({ length: 6 }, (_, n) =>
    piece(block(0.021, 0.03, 0.006), n === 5 ? paints.red : paints.shell, [-0.0675 + n * 0.027, 0.075, 0.098]),
  );
  return joined(
    piece(box(0.24, 0.32, 0.02, 0.01), paints.graphite, [0, 0, 0.01]),
    piece(box(0.22, 0.3, 0.085, 0.022, 3), paints.shell, [0, 0, 0.05]),
    piece(block(0.18, 0.052, 0.008), paints.screen, [0, 0.075, 0.092]),
    piece(box(0.18, 0.07, 0.008, 0.004), paints.screen, [0, 0, 0.092]),
    piece(block(0.014, 0.014, 0.01), paints.slate, [0.075, -0.075, 0.093], { led: 2 }),
    piece(block(0.1, 0.028, 0.006), paints.trim, [-0.03, -0.075, 0.092]),
    ...[-0.06, 0, 0.06].map(x => piece(rod([x, -0.2, 0.045], [x, -0.14, 0.045], 0.012), paints.rubber)),
    ...digits,
  );
}

// Its rim has a red field, as the wheel of an old meter has, and notches by which its turning is seen.
function wheel() {
  const rim = Array.from({ length: 24 }, (_, n) => {
    const [angle, red] = [(n / 24) * 2 * Math.PI, n < 4];
    const notch = block(red ? 0.022 : 0.006, 0.014, 0.008).rotateY(angle);
    return piece(notch, red ? paints.red : paints.graphite, [Math.sin(angle) * 0.077, 0, Math.cos(angle) * 0.077]);
  });
  return joined(piece(turned([0, -0.005, 0.078, -0.005, 0.078, 0.005, 0, 0.005], 0.002), paints.metal), ...rim);
}

/** A meter at the wall whose wheel turns with the power; its place is the middle of its back. */
export const meter: Model = {
  measure: [0.24, 0.36, 0.14],
  middle: [0, -0.02, 0.07],
  pulses: true,
  parts: () => [
    { geometry: body() },
    { geometry: wheel(), move: (out, _, turns) => out.makeRotationY(turns * 2 * Math.PI).setPosition(0, 0, 0.045) },
  ],
  look: ({ power }) => {
    if (power === undefined) return { led: dark };
    return { led: times(lights.bad, power > 0 ? 1.6 : 0), speed: power > 0 ? Math.min(0.05 + power / 2000, 1.5) : 0 };
  },
};
