import { create } from "zustand";
import type { LaidRoom } from "./layout";
import { roomAround } from "./layout";

interface Pose {
  /** Metres, and radians about y (0 looks south, as in the scene). Walking, it is the walker; orbiting, the place looked at. */
  pose: [x: number, y: number, z: number, yaw: number];
  room: string | null;
}

/** Where this person is in the world, told at most 15 times a second; for whoever shows people to each other. */
export const pose = create<Pose>(() => ({ pose: [0, 0, 0, 0], room: null }));

const least = 1000 / 15;
const still = 0.005;
let told = 0;
let later: ReturnType<typeof setTimeout> | undefined;

export function tellPose(next: Pose["pose"], rooms: LaidRoom[], now = performance.now()) {
  clearTimeout(later);
  const wait = told + least - now;
  // The last step of a movement is told too, when its turn comes.
  if (wait > 0) {
    later = setTimeout(() => tellPose(next, rooms), wait);
    return;
  }
  const room = roomAround(rooms, [next[0], next[2]])?.id ?? null;
  const before = pose.getState();
  if (room === before.room && next.every((n, i) => Math.abs(n - (before.pose[i] as number)) < still)) return;
  told = now;
  pose.setState({ pose: next, room });
}
