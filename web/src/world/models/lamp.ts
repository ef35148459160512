import type { Model } from "./look";
import { dark, lights, paints, times } from "./palette";
import type { Sense } from "./sense";
import { ball, block, disc, joined, piece, rod, tilted, turned } from "./shape";

/** How bright a light is: only what was reported as on shines; one that cannot be dimmed shines fully. */
export const shine = ({ on, brightness }: Sense): number => (on === true ? 0.15 + 0.85 * (brightness ?? 1) : 0);

const head: [number, number, number] = [0, 0.43, 0.2];

function shade() {
  const inner = piece(turned([0.03, 0.125, 0.094, 0]), paints.lens, [0, 0, 0], { glow: 1.5 });
  const outer = piece(turned([0.094, 0, 0.098, 0, 0.04, 0.128, 0, 0.13], 0.003), paints.lens, [0, 0, 0], {
    glow: 0.75,
  });
  const cap = piece(turned([0.046, 0.108, 0.046, 0.15, 0.02, 0.172, 0, 0.172], 0.008), paints.enamel);
  const bulb = piece(ball(0.034), paints.lens, [0, 0.04, 0], { glow: 3 });
  return tilted(joined(inner, outer, cap, bulb), "x", -0.3).translate(...head);
}

function stand() {
  const elbow: [number, number, number] = [0, 0.31, -0.12];
  const neck: [number, number, number] = [0, 0.585, 0.115];
  const pair = (from: typeof elbow, to: typeof elbow, radius: number) =>
    [-0.016, 0.016].map(x => piece(rod([x, from[1], from[2]], [x, to[1], to[2]], radius), paints.metal));
  const joint = (at: typeof elbow) => piece(rod([-0.03, 0, 0], [0.03, 0, 0], 0.022, 16), paints.graphite, at);
  return [
    piece(turned([0, 0, 0.105, 0, 0.105, 0.016, 0.07, 0.03, 0, 0.034], 0.006), paints.enamel),
    piece(disc(0.02, 0.03), paints.graphite, [0, 0.032, 0]),
    piece(block(0.018, 0.01, 0.03), paints.trim, [0, 0.034, 0.06], { led: 1 }),
    ...pair([0, 0.06, 0], elbow, 0.0065),
    ...pair(elbow, neck, 0.0065),
    joint([0, 0.065, 0]),
    joint(elbow),
    joint(neck),
    piece(rod(neck, [0, head[1] + 0.15, head[2] - 0.045], 0.011), paints.graphite),
  ];
}

/** A swing-arm desk lamp. It stands on its base. */
export const lamp: Model = {
  measure: [0.22, 0.62, 0.42],
  middle: [0, 0.31, 0.08],
  casts: true,
  parts: () => [{ geometry: joined(...stand(), shade()) }],
  look: state => ({
    glow: times(lights.warm, shine(state) * 2),
    led: state.on === true ? lights.warm : dark,
  }),
  halo: { at: [0, 0.42, 0.19], radius: 0.42 },
};
