import type { Piece } from "../layout";
import { instruments } from "./instruments";
import { outdoors } from "./outdoors";
import { box, lit, lump, moved, type Part, post } from "./parts";

/** A piece's solids, its base's middle at the origin, its front towards south. */
export type Shape = (size: [number, number, number], color?: string) => Part[];

const oak = "#c89f6c";
const steel = "#5f6a74";
const dark = "#2a3138";
const white = "#eef0f1";

const bench: Shape = ([w, h, d], color = "#dfd6c5") => [
  box([w, 0.05, d], [0, h - 0.05, 0], color, 0.02),
  box([w - 0.06, 0.08, d - 0.08], [0, h - 0.13, 0], steel),
  ...corners(w - 0.14, d - 0.14).map(([x, z]) => box([0.06, h - 0.05, 0.06], [x, 0, z], steel)),
  box([w - 0.2, 0.03, d - 0.2], [0, 0.16, 0], "#a8b0b6"),
  box([0.46, h - 0.36, d - 0.16], [w / 2 - 0.36, 0.2, 0], "#e9ecee", 0.015),
  ...[0.28, 0.48].map(y => box([0.2, 0.02, 0.02], [w / 2 - 0.36, y, (d - 0.16) / 2 + 0.005], steel)),
  // Sockets on the far edge, out of the way of whatever stands there.
  box([w * 0.5, 0.09, 0.05], [0, h, -d / 2 + 0.04], "#b9c0c5"),
];

const desk: Shape = ([w, h, d], color = oak) => [
  box([w, 0.04, d], [0, h - 0.04, 0], color, 0.018),
  ...[-1, 1].map(side => box([0.05, h - 0.04, d - 0.1], [side * (w / 2 - 0.06), 0, 0], dark)),
  box([w - 0.2, 0.3, 0.02], [0, h - 0.4, -d / 2 + 0.1], dark),
  box([0.42, h - 0.1, d - 0.2], [w / 2 - 0.32, 0.04, 0], "#e4e6e8", 0.015),
];

const stool: Shape = ([w, h], color = "#d9a648") => [
  post(w / 2, 0.06, [0, h - 0.06, 0], color, w / 2 - 0.015, 28),
  post(0.025, h - 0.08, [0, 0.03, 0], "#8c959c"),
  post(w / 2.1, 0.03, [0, 0, 0], dark, w / 2.4, 28),
  post(w / 2.9, 0.02, [0, h * 0.36, 0], "#8c959c", w / 2.9, 28),
];

const chair: Shape = ([w, h, d], color = "#3c6e78") => [
  box([w * 0.92, 0.08, d * 0.88], [0, h * 0.44, 0], color, 0.035),
  moved(box([w * 0.86, h * 0.46, 0.06], [0, 0, 0], color, 0.03), { at: [0, h * 0.54, -d * 0.42], lean: -0.12 }),
  post(0.03, h * 0.44, [0, 0.06, 0], "#8c959c"),
  ...[0, 1, 2, 3, 4].map(n =>
    moved(box([0.05, 0.04, w * 0.48], [0, 0.03, w * 0.22], dark), { turn: (n * Math.PI * 2) / 5 }),
  ),
  ...[-1, 1].map(side => box([0.04, 0.03, d * 0.5], [side * w * 0.47, h * 0.64, -0.02], dark, 0.014)),
];

const whiteboard: Shape = ([w, h, d]) => [
  box([w, h, d], [0, 0, 0], "#aeb6bc"),
  box([w - 0.07, h - 0.07, 0.012], [0, 0.035, d / 2], "#fcfdfd", 0),
  box([w * 0.7, 0.025, 0.09], [0, -0.02, d / 2 + 0.04], "#aeb6bc"),
  // Something was left on it: a cell with its waves.
  ...[0.1, 0.2, 0.3].map((x, n) =>
    stroke(w, h, d, -0.3 + x, 0.66 - n * 0.09, 0.2 + n * 0.07, 0.012, ["#0b6670", "#a8231f", "#0b6670"][n] as string),
  ),
  stroke(w, h, d, 0.24, 0.3, 0.012, 0.34, "#33414d"),
  stroke(w, h, d, 0.32, 0.29, 0.17, 0.012, "#33414d"),
  ...[0.2, 0.32, 0.26].map((tall, n) => stroke(w, h, d, 0.27 + n * 0.045, 0.31, 0.02, tall, "#d9822b")),
];

const stroke = (w: number, h: number, d: number, x: number, y: number, wide: number, tall: number, color: string) =>
  box([w * wide, h * tall, 0.004], [w * x, h * y, d / 2 + 0.008], color, 0);

const bookColors = ["#7c3f3a", "#2f5d62", "#c58f3d", "#3d4a78", "#8a8f94", "#5b7a4b", "#b56a4c", "#e4dcc8"];

const bookcase: Shape = ([w, h, d], color = oak) => {
  const shelves = Math.max(2, Math.round(h / 0.4));
  const tall = (h - 0.06) / shelves;
  const parts = [
    box([w, h, 0.02], [0, 0, -d / 2 + 0.01], "#a9845a"),
    ...[-1, 1].map(side => box([0.035, h, d], [side * (w / 2 - 0.018), 0, 0], color)),
  ];
  for (let n = 0; n <= shelves; n++) parts.push(box([w - 0.04, 0.03, d - 0.02], [0, n * tall + 0.02, 0.005], color));
  for (let n = 0; n < shelves; n++) parts.push(...books(w - 0.14, tall - 0.06, d - 0.1, n * tall + 0.05, n));
  return parts;
};

// The same lab shows the same books to everybody: no chance in it.
function books(wide: number, tall: number, deep: number, y: number, shelf: number): Part[] {
  const parts: Part[] = [];
  const end = wide * (shelf % 3 === 1 ? 0.62 : 0.94);
  for (let x = 0, n = shelf * 5; x < end; n++) {
    const thick = 0.035 + ((n * 7) % 5) * 0.009;
    const high = tall * (0.68 + ((n * 11) % 6) * 0.055);
    parts.push(
      box([thick - 0.005, high, deep], [x - wide / 2 + thick / 2, y, 0], bookColors[(n * 3) % 8] as string, 0),
    );
    x += thick;
  }
  return parts;
}

const plant: Shape = ([w, h, d]) => [
  post(w * 0.26, h * 0.26, [0, 0, 0], "#c96f4a", w * 0.34, 28),
  post(w * 0.3, 0.02, [0, h * 0.25, 0], "#4a3b2f", w * 0.3, 28),
  post(0.022, h * 0.4, [0, h * 0.26, 0], "#6a5638"),
  ...[0, 1, 2, 3, 4, 5, 6].map(n => {
    const [turn, up] = [n * 2.4, h * (0.46 + n * 0.065)];
    const out = w * (0.24 - n * 0.025);
    return lump(
      [w * 0.52, h * 0.17, d * 0.36],
      [Math.sin(turn) * out, up, Math.cos(turn) * out],
      n % 2 ? "#4d8a52" : "#3f7847",
    );
  }),
];

const rack: Shape = ([w, h, d], color = "#2b3239") => {
  const units = Math.floor((h - 0.2) / 0.13);
  const parts = [
    box([w, h, d - 0.04], [0, 0, -0.02], color, 0.02),
    box([w - 0.08, h - 0.12, 0.02], [0, 0.06, d / 2 - 0.03], "#151a1f"),
  ];
  for (let n = 0; n < units; n++) {
    const y = 0.1 + n * 0.13;
    parts.push(box([w - 0.13, 0.1, 0.02], [0, y, d / 2 - 0.015], n % 3 === 2 ? "#56616b" : "#39434c"));
    if (n % 3 === 2) continue;
    parts.push(lit(box([0.018, 0.018, 0.006], [-w / 2 + 0.12, y + 0.04, d / 2 - 0.003], "#52d17c", 0)));
    parts.push(box([w * 0.34, 0.012, 0.006], [w * 0.12, y + 0.045, d / 2 - 0.004], "#11161a", 0));
  }
  return parts;
};

const pedestal: Shape = ([w, h, d]) => [
  box([w, 0.04, d], [0, 0, 0], "#c3c9ce", 0.01),
  box([w * 0.62, h - 0.08, d * 0.62], [0, 0.04, 0], "#e6e9eb", 0.015),
  box([w, 0.04, d], [0, h - 0.04, 0], white, 0.015),
];

const shapes: Record<string, Shape> = {
  bench,
  desk,
  table: desk,
  stool,
  chair,
  whiteboard,
  bookcase,
  shelf: bookcase,
  plant,
  rack,
  pedestal,
  ...instruments,
  ...outdoors,
};

/** What nobody drew yet is a plain box of its size. */
const plain: Shape = (size, color = "#b8bfc5") => [box(size, [0, 0, 0], color, 0.03)];

export function partsOf(piece: Piece): Part[] {
  const shape = shapes[piece.kind] ?? plain;
  return shape(piece.size, piece.color).map(part => moved(part, { at: piece.position, turn: piece.rotation }));
}

const corners = (w: number, d: number): [number, number][] => [
  [-w / 2, -d / 2],
  [w / 2, -d / 2],
  [w / 2, d / 2],
  [-w / 2, d / 2],
];
