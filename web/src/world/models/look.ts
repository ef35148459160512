import type { BufferGeometry, Matrix4 } from "three";
import { dark, type Rgb } from "./palette";
import type { Sense } from "./sense";
import type { Point } from "./shape";

/** How a thing looks for what is known of it. */
export interface Look {
  /** The colour of what is tinted: a car, a flag. */
  tint: Rgb;
  /** The large light: a bulb, a panel, a bar. */
  glow: Rgb;
  /** The small one. */
  led: Rgb;
  /** How far a row of lights is lit, 0 to 1. */
  level: number;
  /** Where the moving part stands, 0 (shut, away) to 1 (open, there). */
  pose: number;
  /** Turns, or pulses, a second; 0 stands still. */
  speed: number;
  /** 1 when it cannot be reached. */
  grey: number;
}

/** A part of its own drawing: the body, or something that moves. */
export interface Part {
  geometry: BufferGeometry;
  /** Where it is, in the model, for a pose and for the turns made so far. The body has none: it stands. */
  move?: (out: Matrix4, pose: number, turns: number) => void;
  /** How much of it is there, 0 to 1; between, it dissolves. */
  shown?: (pose: number) => number;
  /** Keeps its measures when the thing has a size of its own. */
  rigid?: boolean;
}

export interface Model {
  /** Its natural width, height and depth in metres, and where the middle of that is. */
  measure: Point;
  middle: Point;
  parts: () => Part[];
  look: (sense: Sense, id: string) => Partial<Look>;
  /** Milliseconds for the moving part. */
  moves?: number;
  /** How far its moving part gets out of `measure`. */
  reach?: number;
  /** Its small light beats with the speed. */
  pulses?: boolean;
  /** Its small light flashes with each reading. */
  blinks?: boolean;
  /** Where its light comes from; it gets a halo there, so wide. */
  halo?: { at: [number, number, number]; radius: number };
  /** Throws a shadow. */
  casts?: boolean;
}

const still: Look = { tint: [0.7, 0.7, 0.7], glow: dark, led: dark, level: 0, pose: 0, speed: 0, grey: 0 };

/** What cannot be reached is grey and shows no light: nobody knows whether it shines. */
export function lookOf(model: Model, sense: Sense, id: string): Look {
  const look = { ...still, ...model.look(sense, id) };
  return sense.available === false ? { ...look, glow: dark, led: dark, level: 0, speed: 0, grey: 1 } : look;
}

/** Slow, quick, slow. */
export const ease = (t: number): number => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));

/** Never quite dark, so that the beat is seen and the light is not taken for off. */
export const beat = (turns: number): number => 0.65 + 0.35 * Math.cos(turns * 2 * Math.PI);
