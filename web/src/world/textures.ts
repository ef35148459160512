import { CanvasTexture, RepeatWrapping, SRGBColorSpace } from "three";

/** Floors' looks, drawn here in grey and tinted by the room's colour; each square shows some metres of floor. */
type Painter = (pen: CanvasRenderingContext2D, side: number, chance: () => number) => void;

const side = 512;
const kept = new Map<string, CanvasTexture>();

// The same floor for everybody, each time: numbers that only look like chance (mulberry32).
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const grey = (level: number, alpha = 1) => `rgb(${level} ${level} ${level} / ${alpha})`;

const wood: Painter = (pen, side, chance) => {
  const rows = 8;
  const tall = side / rows;
  for (let row = 0; row < rows; row++) {
    const shift = (row % 2) * side * 0.5 + chance() * 60;
    for (let plank = -1; plank < 2; plank++) {
      const [x, y, wide] = [shift + plank * side, row * tall, side];
      pen.fillStyle = grey(206 + chance() * 44);
      pen.fillRect(x, y, wide, tall);
      for (let grain = 0; grain < 26; grain++) {
        pen.fillStyle = grey(120, 0.05 + chance() * 0.06);
        pen.fillRect(x + chance() * wide, y + chance() * tall, 60 + chance() * 160, 1);
      }
      pen.fillStyle = grey(90, 0.5);
      pen.fillRect(x, y, 1.5, tall);
    }
    pen.fillStyle = grey(90, 0.55);
    pen.fillRect(0, row * tall, side, 1.5);
  }
};

const raised: Painter = (pen, side, chance) => {
  const half = side / 2;
  for (const [x, y] of [
    [0, 0],
    [half, 0],
    [0, half],
    [half, half],
  ] as const) {
    pen.fillStyle = grey(222 + chance() * 22);
    pen.fillRect(x, y, half, half);
    speckle(pen, x, y, half, 900, chance, 150, 0.18);
    pen.strokeStyle = grey(110, 0.8);
    pen.lineWidth = 4;
    pen.strokeRect(x, y, half, half);
    pen.strokeStyle = grey(255, 0.5);
    pen.lineWidth = 1.5;
    pen.strokeRect(x + 4, y + 4, half - 8, half - 8);
  }
};

const rough =
  (base: number, dots: number, ink: number, alpha: number): Painter =>
  (pen, side, chance) => {
    pen.fillStyle = grey(base);
    pen.fillRect(0, 0, side, side);
    speckle(pen, 0, 0, side, dots, chance, ink, alpha);
    speckle(pen, 0, 0, side, dots, chance, 255, alpha * 0.8);
  };

const tiles: Painter = (pen, side, chance) => {
  const quarter = side / 4;
  for (let n = 0; n < 16; n++) {
    pen.fillStyle = grey(228 + chance() * 18);
    pen.fillRect((n % 4) * quarter, Math.floor(n / 4) * quarter, quarter - 3, quarter - 3);
  }
};

function speckle(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  dots: number,
  chance: () => number,
  ink: number,
  alpha: number,
) {
  for (let n = 0; n < dots; n++) {
    pen.fillStyle = grey(ink, alpha * chance());
    const dot = 1 + chance() * 2.4;
    pen.fillRect(x + chance() * size, y + chance() * size, dot, dot);
  }
}

/** Metres that one square of the texture covers, and who paints it. */
const looks: Record<string, [number, Painter]> = {
  wood: [1.6, wood],
  "raised-floor": [1.2, raised],
  asphalt: [3, rough(244, 9000, 60, 0.3)],
  concrete: [3, rough(236, 2600, 130, 0.16)],
  carpet: [1, rough(222, 9000, 120, 0.22)],
  grass: [4, rough(240, 14000, 90, 0.2)],
  tile: [1.2, tiles],
};

/** The look of a material; concrete's for one that nobody painted. UVs are metres. */
export function lookOf(material: string | undefined): CanvasTexture {
  const name = material && looks[material] ? material : "concrete";
  const known = kept.get(name);
  if (known) return known;
  const [metres, paint] = looks[name] as [number, Painter];
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  paint(canvas.getContext("2d") as CanvasRenderingContext2D, side, chanceFrom(name.length * 7919));
  const texture = new CanvasTexture(canvas);
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = 8;
  texture.repeat.set(1 / metres, 1 / metres);
  kept.set(name, texture);
  return texture;
}
