import { create } from "zustand";

interface Pose {
  /** Metres, and radians about y (0 looks south, as in the scene). Walking, it is the walker; orbiting, the place looked at. */
  pose: [x: number, y: number, z: number, yaw: number];
  room: string | null;
}

/** Where this person is in the world, told at most 15 times a second; for whoever shows people to each other. */
export const pose = create<Pose>(() => ({ pose: [0, 0, 0, 0], room: null }));
