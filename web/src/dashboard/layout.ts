import type { Scene } from "../lab/scene";

/** A place on a plan, in percent of it. */
export interface Plot {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Plan {
  /** Width over height. */
  aspect: number;
  plots: Map<string, Plot>;
}

const usual: [number, number] = [2.5, 5];

/** Parking spots from above, as the scene has them; null when it does not place each of them. */
export function planOf(ids: string[], scene: Scene | null): Plan | null {
  const boxes = ids.map(id => boxOf(scene?.things?.[id]));
  if (ids.length === 0 || boxes.some(box => box === null)) return null;
  const all = boxes as Box[];
  const [left, top] = [Math.min(...all.map(b => b.left)), Math.min(...all.map(b => b.top))];
  const [right, bottom] = [Math.max(...all.map(b => b.right)), Math.max(...all.map(b => b.bottom))];
  const [width, height] = [right - left, bottom - top];
  const plots = all.map((box, n): [string, Plot] => [
    ids[n] as string,
    {
      left: ((box.left - left) / width) * 100,
      top: ((box.top - top) / height) * 100,
      width: ((box.right - box.left) / width) * 100,
      height: ((box.bottom - box.top) / height) * 100,
    },
  ]);
  return { aspect: width / height, plots: new Map(plots) };
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function boxOf(seat: NonNullable<Scene["things"]>[string] | undefined): Box | null {
  if (!seat?.position) return null;
  const [x, , z] = seat.position;
  const [width, depth] = seat.size ? [seat.size[0], seat.size[2]] : usual;
  // Spots stand along the axes, or nearly: a quarter turn swaps width and depth.
  const turned = Math.round((seat.rotation ?? 0) / 90) % 2 !== 0;
  const [w, d] = turned ? [depth, width] : [width, depth];
  return { left: x - w / 2, right: x + w / 2, top: z - d / 2, bottom: z + d / 2 };
}
