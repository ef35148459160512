import type { Theme } from "../app/theme";

/** How the world is lit and coloured by day (light theme) and by night (dark theme). */
export interface Daylight {
  zenith: string;
  horizon: string;
  earth: string;
  grass: string;
  paving: string;
  sky: number;
  skyColor: string;
  groundColor: string;
  sun: number;
  sunColor: string;
  /** Where sun or moon stands. */
  from: [number, number, number];
  /** How much brighter a lamp seems than its share of the light. */
  lamps: number;
  glass: string;
  glassOpacity: number;
}

export const daylight: Record<Theme, Daylight> = {
  light: {
    zenith: "#a9cfe8",
    horizon: "#e9f1f2",
    earth: "#dfe8e4",
    grass: "#b3d093",
    paving: "#d4d2cb",
    sky: 1.5,
    skyColor: "#eaf4ff",
    groundColor: "#cdbfa8",
    sun: 2.6,
    sunColor: "#fff1d6",
    from: [11, 16, 7],
    lamps: 0.34,
    glass: "#bfe3f2",
    glassOpacity: 0.28,
  },
  dark: {
    zenith: "#070c18",
    horizon: "#1c2942",
    earth: "#141d2c",
    grass: "#5f7a63",
    paving: "#6d7480",
    sky: 0.95,
    skyColor: "#a3b6da",
    groundColor: "#2b3038",
    sun: 1.1,
    sunColor: "#b9caf0",
    from: [9, 15, 6],
    lamps: 1,
    glass: "#6d8fc4",
    glassOpacity: 0.3,
  },
};
