/** The part of the kept time that the slider spans. All in milliseconds since 1970. */
export interface View {
  from: number;
  to: number;
}

export const zooms = { hour: 3_600_000, day: 86_400_000, week: 604_800_000, all: Number.POSITIVE_INFINITY } as const;
export type Zoom = keyof typeof zooms;

const least = 60_000;

/** The span about an instant: it ends now when it can, and begins no earlier than what is kept. */
export function viewOf(zoom: Zoom, at: number, oldest: number, now: number): View {
  const first = Math.min(oldest, now - least);
  const span = Math.min(zooms[zoom], now - first);
  const to = at >= now - span ? now : Math.min(now, Math.max(at + span / 2, first + span));
  return { from: Math.round(to - span), to: Math.round(to) };
}

/** The nearest zoom in which an instant and now are both seen. */
export function zoomFor(at: number, now: number): Zoom {
  return (Object.keys(zooms) as Zoom[]).find(zoom => at >= now - zooms[zoom]) ?? "all";
}

/** How far one press of an arrow key goes. */
export function stepOf({ from, to }: View): number {
  const seconds = [1, 5, 10, 30, 60, 300, 600, 1800, 3600, 21_600, 86_400];
  return 1000 * (seconds.find(s => (to - from) / 1000 / s <= 720) ?? 86_400);
}

/** How much happened in each of so many equal parts of the view. */
export function densityOf(times: number[], { from, to }: View, parts: number): number[] {
  const counts = new Array<number>(parts).fill(0);
  for (const time of times) {
    if (time < from || time > to) continue;
    const part = Math.min(parts - 1, Math.floor(((time - from) / (to - from)) * parts));
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return counts;
}
