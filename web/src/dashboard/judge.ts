import type { Comfort } from "./semantics";

export type Tone = "good" | "wait" | "bad";

/** A stretch of a scale, up to a limit, and what one says of it. */
export interface Band {
  upTo: number;
  word: string;
  tone: Tone;
}

export interface Scale {
  from: number;
  to: number;
  bands: Band[];
}

/**
 * What is comfortable indoors: 20 to 26 °C and 40 to 60 % (about ABNT NBR 16401-2), up to 1,000 ppm of CO₂ (Anvisa's Resolução 9/2003).
 */
export const scales: Record<Comfort, Scale> = {
  temperature: {
    from: 10,
    to: 36,
    bands: [
      { upTo: 16, word: "cold", tone: "bad" },
      { upTo: 20, word: "cool", tone: "wait" },
      { upTo: 26, word: "pleasant", tone: "good" },
      { upTo: 29, word: "warm", tone: "wait" },
      { upTo: Number.POSITIVE_INFINITY, word: "hot", tone: "bad" },
    ],
  },
  humidity: {
    from: 0,
    to: 100,
    bands: [
      { upTo: 30, word: "dry", tone: "bad" },
      { upTo: 40, word: "ratherDry", tone: "wait" },
      { upTo: 60, word: "right", tone: "good" },
      { upTo: 70, word: "ratherDamp", tone: "wait" },
      { upTo: Number.POSITIVE_INFINITY, word: "damp", tone: "bad" },
    ],
  },
  co2: {
    from: 400,
    to: 2000,
    bands: [
      { upTo: 800, word: "fresh", tone: "good" },
      { upTo: 1000, word: "acceptable", tone: "good" },
      { upTo: 1400, word: "stuffy", tone: "wait" },
      { upTo: Number.POSITIVE_INFINITY, word: "stale", tone: "bad" },
    ],
  },
};

export const judge = (of: Comfort, value: number): Band =>
  scales[of].bands.find(band => value <= band.upTo) ?? (scales[of].bands.at(-1) as Band);

/** From where to where it is good. */
export function goodRange(of: Comfort): [number, number] {
  const { bands, from } = scales[of];
  const first = bands.findIndex(band => band.tone === "good");
  const good = bands.filter(band => band.tone === "good");
  return [first === 0 ? from : (bands[first - 1] as Band).upTo, (good.at(-1) as Band).upTo];
}

/** Where a value stands on its scale, in percent; what is beyond stands at the end. */
export function placeOn({ from, to }: Scale, value: number): number {
  return Math.min(100, Math.max(0, ((Math.min(value, to) - from) / (to - from)) * 100));
}
