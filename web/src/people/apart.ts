import type { Pose } from "./motion";

const room = 0.62;

/**
 * People are not drawn inside each other: who looks at the same thing stands beside the other one. Pure, and it changes smoothly as
 * they move. The same order of the same people gives the same places.
 */
export function apart(poses: Pose[]): Pose[] {
  return poses.map((mine, n) => {
    let [x, z] = [mine[0], mine[2]];
    poses.forEach((other, m) => {
      if (m === n) return;
      const [dx, dz] = [mine[0] - other[0], mine[2] - other[2]];
      const far = Math.hypot(dx, dz);
      if (far >= room || Math.abs(mine[1] - other[1]) > 2) return;
      const push = (room - far) / 2;
      // In the very same place: to opposite sides, another way for each pair.
      const [ux, uz] = far > 1e-3 ? [dx / far, dz / far] : away(n, m);
      x += ux * push;
      z += uz * push;
    });
    return [x, mine[1], z, mine[3]] as const;
  });
}

function away(n: number, m: number): [number, number] {
  const angle = (Math.min(n, m) + 1) * 2.4 + Math.max(n, m) * 0.9 + (n < m ? 0 : Math.PI);
  return [Math.cos(angle), Math.sin(angle)];
}
