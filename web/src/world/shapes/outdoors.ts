import type { Shape } from "./furniture";
import { box, lump, moved, post } from "./parts";

const tree: Shape = ([w, h, d]) => [
  post(w * 0.085, h * 0.5, [0, 0, 0], "#7a5c43", w * 0.05, 12),
  lump([w * 0.98, h * 0.5, d * 0.98], [0, h * 0.62, 0], "#5f9a55"),
  lump([w * 0.62, h * 0.36, d * 0.62], [w * 0.2, h * 0.82, d * 0.08], "#6ba75f"),
  lump([w * 0.6, h * 0.32, d * 0.6], [-w * 0.22, h * 0.74, -d * 0.12], "#548c4c"),
  lump([w * 0.5, h * 0.26, d * 0.5], [-w * 0.06, h * 0.58, d * 0.26], "#67a25b"),
];

const benchSeat: Shape = ([w, h, d], color = "#b98a56") => [
  ...[-0.36, -0.12, 0.12, 0.36].map(z => box([w, 0.04, d * 0.2], [0, h - 0.04, z * d], color, 0.012)),
  ...[-1, 1].map(side => box([0.07, h - 0.04, d * 0.9], [side * w * 0.38, 0, 0], "#4c5660")),
  moved(box([w, 0.28, 0.03], [0, 0, 0], color, 0.012), { at: [0, h + 0.08, -d * 0.5], lean: -0.16 }),
  ...[-1, 1].map(side => box([0.05, 0.34, 0.03], [side * w * 0.38, h, -d * 0.47], "#4c5660")),
];

const lampPost: Shape = ([w, h]) => [
  post(w * 0.75, 0.16, [0, 0, 0], "#59636c", w * 0.5),
  post(w * 0.3, h, [0, 0, 0], "#59636c", w * 0.18),
  moved(post(0.035, 1.1, [0, 0, 0], "#59636c"), { at: [0, h - 0.06, 0], lean: -Math.PI / 2 + 0.1 }),
  box([0.2, 0.07, 0.5], [0, h + 0.0, -1.15], "#46505a", 0.03),
  box([0.15, 0.012, 0.42], [0, h - 0.01, -1.15], "#f5efdc", 0),
];

const mast: Shape = ([w, h, d]) => [
  box([0.7, 0.06, 0.7], [0, 0, 0], "#7c868f", 0.02),
  post(w / 2, h, [0, 0, 0], "#aab3ba", d / 2.4),
  ...[0, 1, 2].map(n =>
    moved(post(0.014, 0.75, [0, 0, 0], "#8f999f", 0.014, 8), {
      at: [Math.sin(n * 2.094) * 0.3, 0.05, Math.cos(n * 2.094) * 0.3],
      turn: n * 2.094,
      lean: -0.4,
    }),
  ),
  post(w * 0.9, 0.06, [0, h * 0.62, 0], "#5f6a74"),
  post(w * 0.9, 0.06, [0, h * 0.94, 0], "#5f6a74"),
];

export const outdoors: Record<string, Shape> = { tree, "bench-seat": benchSeat, "lamp-post": lampPost, mast };
