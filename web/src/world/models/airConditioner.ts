import type { Model } from "./look";
import { dark, lights, paints, type Rgb, times } from "./palette";
import { block, box, joined, piece, tilted } from "./shape";

const hinge: [number, number, number] = [0, -0.115, 0.175];

/** What it does, as a colour. */
const modes: Record<string, Rgb> = { cool: lights.cool, heat: lights.heat, fan: lights.teal, dry: lights.amber };

function body() {
  const slats = [0.045, 0.075, 0.105, 0.135].map(z => piece(block(0.78, 0.008, 0.012), paints.slate, [0, 0.148, z]));
  return joined(
    piece(box(0.92, 0.29, 0.2, 0.045, 3), paints.shell, [0, 0, 0.1]),
    piece(block(0.8, 0.004, 0.006), paints.trim, [0, -0.045, 0.2]),
    piece(box(0.8, 0.05, 0.1, 0.01), paints.screen, [0, -0.122, 0.135]),
    piece(tilted(block(0.76, 0.008, 0.05), "x", 0.5), paints.slate, [0, -0.128, 0.15]),
    piece(block(0.13, 0.035, 0.01), paints.screen, [0.33, 0.01, 0.198], {}),
    piece(block(0.012, 0.012, 0.012), paints.slate, [0.375, 0.01, 0.2], { led: 2 }),
    ...[0, 1, 2, 3].map(n =>
      piece(block(0.014, 0.008, 0.012), paints.slate, [0.285 + n * 0.02, 0.01, 0.2], { led: 1 }),
    ),
    piece(block(0.8, 0.01, 0.012), paints.trim, [0, -0.092, 0.197], { glow: 1 }),
    ...slats,
  );
}

const flap = () =>
  joined(
    piece(box(0.82, 0.07, 0.012, 0.005), paints.shell, [0, -0.008, 0.022]),
    piece(tilted(block(0.82, 0.012, 0.06), "x", 0.2), paints.shell, [0, -0.042, -0.006]),
  );

/** A split unit on the wall; its place is the middle of its back. */
export const airConditioner: Model = {
  measure: [0.92, 0.3, 0.22],
  middle: [0, 0, 0.11],
  casts: true,
  moves: 900,
  reach: 0.1,
  parts: () => [
    { geometry: body() },
    { geometry: flap(), move: (out, pose) => out.makeRotationX(-pose * 0.95).setPosition(...hinge) },
  ],
  look: ({ on, mode }) => {
    const colour = modes[mode ?? ""] ?? lights.teal;
    return on === true
      ? { pose: 1, glow: times(colour, 1.3), led: times(colour, 1.4) }
      : { pose: 0, glow: dark, led: dark };
  },
};
