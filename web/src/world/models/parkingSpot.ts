import { car } from "./car";
import type { Model } from "./look";
import { colourOf, dark, lights, paints, times } from "./palette";
import { box, joined, piece, turned } from "./shape";

function bay() {
  const post = turned([0, 0, 0.075, 0, 0.055, 0.04, 0.05, 0.62, 0, 0.62], 0.008);
  const light = turned([0, 0, 0.052, 0, 0.052, 0.1, 0.03, 0.13, 0, 0.13], 0.01);
  return joined(
    piece(box(2.5, 0.012, 5, 0.004), paints.asphalt, [0, 0.006, 0]),
    ...[-1.2, 1.2].map(x => piece(box(0.1, 0.008, 5, 0.002), paints.lines, [x, 0.012, 0])),
    piece(box(2.5, 0.008, 0.1, 0.002), paints.lines, [0, 0.012, -2.45]),
    piece(box(1.7, 0.1, 0.16, 0.035, 2), paints.trim, [0, 0.06, -2.08]),
    ...[-0.55, 0.55].map(x =>
      piece(box(0.16, 0.104, 0.164, 0.035, 2), { ...paints.lines, colour: lights.amber }, [x, 0.06, -2.08]),
    ),
    piece(post, paints.graphite, [0, 0, -2.36]),
    piece(light, paints.slate, [0, 0.62, -2.36], { led: 1.6 }),
  );
}

/** How far out the car begins to drive in. */
const away = 6.5;
const seen = 0.25;

/** A bay with the car that stands in it; its place is its middle, and cars come in from the front. */
export const parkingSpot: Model = {
  measure: [2.5, 1.5, 5],
  middle: [0, 0.75, 0],
  casts: true,
  moves: 2200,
  reach: away,
  parts: () => [
    { geometry: bay() },
    {
      geometry: car(),
      rigid: true,
      move: (out, pose) => out.makeTranslation(0, 0.012, (1 - pose) * away + 0.15),
      shown: pose => Math.min(pose / seen, 1),
    },
  ],
  look: ({ occupied }, id) => ({
    tint: colourOf(id),
    pose: occupied === true ? 1 : 0,
    led: occupied === undefined ? dark : times(occupied ? lights.bad : lights.good, 1),
  }),
};
