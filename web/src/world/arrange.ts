/** A label that wants a place on the screen; its foot is at x, y. */
export interface Wish {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** the more, the earlier it is given its place */
  weight: number;
}

const gap = 3;
const tries = 3;

/** Gives each label a place that covers no other, moving it up a little if need be; the least wanted go without. */
export function arrange(wishes: Wish[], most: number): Map<string, { x: number; y: number }> {
  const given = new Map<string, { x: number; y: number }>();
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  for (const wish of [...wishes].sort((a, b) => b.weight - a.weight)) {
    if (given.size >= most) break;
    for (let n = 0; n < tries; n++) {
      const bottom = wish.y - n * (wish.height * 0.6 + gap);
      const box = { left: wish.x - wish.width / 2, right: wish.x + wish.width / 2, top: bottom - wish.height, bottom };
      if (
        taken.some(
          t =>
            t.left < box.right + gap &&
            box.left < t.right + gap &&
            t.top < box.bottom + gap &&
            box.top < t.bottom + gap,
        )
      )
        continue;
      taken.push(box);
      given.set(wish.id, { x: wish.x, y: bottom });
      break;
    }
  }
  return given;
}
