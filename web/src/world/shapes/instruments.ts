import type { Shape } from "./furniture";
import { box, lit, moved, type Part, post } from "./parts";

const shell = "#e3e6e8";
const grey = "#4c5660";
const dark = "#20262c";

/** A bench instrument: a screen at the left with what it draws, knobs at the right. */
function instrument(
  [w, h, d]: [number, number, number],
  draw: (w: number, h: number) => [number, number, number, number][],
  ink: string,
): Part[] {
  const [sw, sh, front] = [w * 0.56, h * 0.68, d / 2];
  const knobs = [0, 1, 2, 3, 4, 5].map(n =>
    moved(post(0.016, 0.02, [0, 0, 0], n === 0 ? "#d98b2b" : grey, 0.014, 14), {
      at: [w * (0.22 + (n % 2) * 0.15), h * (0.28 + Math.floor(n / 2) * 0.24), front],
      lean: Math.PI / 2,
    }),
  );
  return [
    box([w, h, d], [0, 0.01, 0], shell, 0.02),
    box([sw + 0.03, sh + 0.03, 0.01], [-w * 0.16, h * 0.17, front], dark),
    lit(box([sw, sh, 0.008], [-w * 0.16, h * 0.17 + 0.015, front + 0.003], "#0b1d24", 0)),
    ...draw(sw, sh).map(([x, y, wide, tall]) =>
      lit(box([wide, tall, 0.004], [-w * 0.16 + x, h * 0.17 + 0.015 + y, front + 0.008], ink, 0)),
    ),
    ...knobs,
    box([w * 0.6, 0.02, 0.03], [0, h + 0.01, 0], grey),
  ];
}

// A sine and a spectrum out of short bars, wide enough to be seen from across the room.
const sine = (w: number, h: number) =>
  Array.from({ length: 30 }, (_, n): [number, number, number, number] => {
    const x = n / 30;
    return [(x - 0.48) * w, h * (0.46 + 0.34 * Math.sin(x * 13)), w / 26, h * 0.09];
  });

const spectrum = (w: number, h: number) =>
  Array.from({ length: 26 }, (_, n): [number, number, number, number] => {
    const x = n / 26;
    const peak = Math.exp(-((x - 0.35) ** 2) * 190) + 0.62 * Math.exp(-((x - 0.72) ** 2) * 300);
    return [(x - 0.48) * w, h * 0.06, w / 34, h * (0.08 + 0.05 * Math.abs(Math.sin(n * 5)) + 0.7 * peak)];
  });

const oscilloscope: Shape = size => instrument(size, sine, "#7df0a4");
const spectrumAnalyzer: Shape = size => instrument(size, spectrum, "#ffd166");

const computer: Shape = ([w, h, d]) => {
  const [sh, y] = [h * 0.74, h * 0.26];
  const lines = [0.62, 0.4, 0.74, 0.52, 0.3].map((wide, n) =>
    lit(
      box(
        [w * wide * 0.7, sh * 0.05, 0.003],
        [-w * 0.42 + w * wide * 0.35, y + sh * (0.76 - n * 0.14), 0.017],
        n % 2 ? "#7fb7d6" : "#5cc6cf",
        0,
      ),
    ),
  );
  return [
    box([w, sh, 0.03], [0, y, 0], dark, 0.012),
    lit(box([w - 0.03, sh - 0.03, 0.004], [0, y + 0.015, 0.014], "#143a52", 0)),
    ...lines,
    box([0.05, y, 0.03], [0, 0, -0.01], grey),
    box([w * 0.4, 0.012, d * 0.9], [0, 0, 0], grey),
    // Keyboard and mouse lie in front of it.
    box([w * 0.8, 0.018, 0.13], [-0.03, 0, d / 2 + 0.12], "#cfd4d8", 0.006),
    box([w * 0.76, 0.006, 0.1], [-0.03, 0.016, d / 2 + 0.12], "#6b757e", 0),
    box([0.055, 0.026, 0.09], [w * 0.5, 0, d / 2 + 0.12], "#cfd4d8", 0.012),
  ];
};

export const instruments: Record<string, Shape> = { oscilloscope, "spectrum-analyzer": spectrumAnalyzer, computer };
