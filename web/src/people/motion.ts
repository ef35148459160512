/** Metres in the scene's axes, and radians about y (0 looks south). */
export type Pose = readonly [x: number, y: number, z: number, yaw: number];

interface Sample {
  at: number;
  pose: Pose;
  /** It was not walked to: nothing lies between it and the one before. */
  jump: boolean;
}

/** How far behind the others are shown, so that there is a next pose to go to. */
export const behind = 100;
const tick = 1000 / 15;
const pause = 2 * tick;
const farthest = 3;

/**
 * Where somebody was, a moment ago. Between two told poses the way is straight and even, past the last there is none: nobody is shown
 * where they never were. Times are of one's own clock, in milliseconds.
 */
export class Track {
  #samples: Sample[];

  constructor(pose: Pose, at: number) {
    this.#samples = [{ at, pose, jump: true }];
  }

  get last(): Pose {
    return (this.#samples.at(-1) as Sample).pose;
  }

  tell(pose: Pose, at: number) {
    const last = this.#samples.at(-1) as Sample;
    const jump = distance(last.pose, pose) > farthest;
    if (at <= last.at) {
      last.pose = pose;
      last.jump ||= jump;
      return;
    }
    // Who stood still sets out now, and not when they came to stand.
    if (!jump && at - last.at > pause) this.#samples.push({ at: at - tick, pose: last.pose, jump: false });
    this.#samples.push({ at, pose, jump });
  }

  /** Where to show them at a moment; moments only go forward. */
  at(moment: number): Pose {
    const then = moment - behind;
    while ((this.#samples[1]?.at ?? Number.POSITIVE_INFINITY) <= then) this.#samples.shift();
    const [from, to] = this.#samples as [Sample, Sample?];
    if (!to || to.jump || then <= from.at) return from.pose;
    return between(from.pose, to.pose, (then - from.at) / (to.at - from.at));
  }

  /** Nothing more is to be seen of their way. */
  isStill(moment: number): boolean {
    return this.#samples.length === 1 || (this.#samples.at(-1) as Sample).at <= moment - behind;
  }
}

const distance = (a: Pose, b: Pose) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** The shorter way round, in (-π, π]. */
export function turn(from: number, to: number): number {
  const round = 2 * Math.PI;
  const way = (((to - from) % round) + round) % round;
  return way > Math.PI ? way - round : way;
}

function between(a: Pose, b: Pose, part: number): Pose {
  const mix = (x: number, y: number) => x + (y - x) * part;
  return [mix(a[0], b[0]), mix(a[1], b[1]), mix(a[2], b[2]), a[3] + turn(a[3], b[3]) * part];
}

/** It is worth telling: a centimetre, or half a degree. */
export const hasMoved = (from: Pose, to: Pose): boolean =>
  distance(from, to) >= 0.01 || Math.abs(turn(from[3], to[3])) >= (0.5 / 180) * Math.PI;
