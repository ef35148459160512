import { Color } from "three";

/** Linear light, red, green, blue; above 1 for what shines. */
export type Rgb = readonly [number, number, number];

export const rgb = (hex: string): Rgb => new Color(hex).toArray() as unknown as Rgb;

/** What a surface is made of. */
export interface Paint {
  colour: Rgb;
  roughness: number;
  metalness: number;
}

const paint = (hex: string, roughness: number, metalness = 0): Paint => ({ colour: rgb(hex), roughness, metalness });

/** The few materials that every model is made of, so that all look as of one house. */
export const paints = {
  shell: paint("#eceae4", 0.45),
  trim: paint("#c4c9cc", 0.5),
  slate: paint("#56636e", 0.55),
  graphite: paint("#39434b", 0.5),
  rubber: paint("#14181c", 0.85),
  metal: paint("#bcc4ca", 0.34, 0.35),
  enamel: paint("#0e7c86", 0.32),
  wood: paint("#bd9a6f", 0.6),
  lens: paint("#e9e6da", 0.35),
  screen: paint("#10171d", 0.2),
  glass: paint("#1b2b36", 0.08, 0.1),
  lines: paint("#e6e5dc", 0.9),
  asphalt: paint("#4b5057", 0.95),
  body: paint("#ffffff", 0.3, 0.1),
  red: paint("#a8231f", 0.4),
} satisfies Record<string, Paint>;

/** The colours of what shines. */
export const lights = {
  warm: rgb("#ffd79c"),
  white: rgb("#ffe9c4"),
  good: rgb("#12d060"),
  bad: rgb("#ff2416"),
  cool: rgb("#1596ff"),
  heat: rgb("#ff6a12"),
  teal: rgb("#08c8cf"),
  amber: rgb("#ffa51e"),
} satisfies Record<string, Rgb>;

export const dark: Rgb = [0, 0, 0];

export const times = (colour: Rgb, strength: number): Rgb => [
  colour[0] * strength,
  colour[1] * strength,
  colour[2] * strength,
];

export const between = (a: Rgb, b: Rgb, t: number): Rgb => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

/** Low is blue, the middle green, high amber and then red. */
export function ramp(t: number): Rgb {
  const stops = [lights.cool, lights.teal, lights.good, lights.amber, lights.bad];
  const at = Math.min(Math.max(t, 0), 1) * (stops.length - 1);
  const below = Math.min(Math.floor(at), stops.length - 2);
  return between(stops[below] as Rgb, stops[below + 1] as Rgb, at - below);
}

const cars = ["#b3262a", "#1f4e8c", "#e8e6e1", "#2f3a40", "#d99a1c", "#2f7d5b", "#8fa3b0", "#6b3fa0"].map(rgb);

/** Always the same colour for the same name, and unlike names spread over all of them. */
export function colourOf(id: string): Rgb {
  let hash = 2166136261;
  for (let n = 0; n < id.length; n++) hash = Math.imul(hash ^ id.charCodeAt(n), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return cars[((hash ^ (hash >>> 13)) >>> 0) % cars.length] as Rgb;
}
