import { marked, pan, type Span, type Stretch, zoom } from "./range";

/** What hands, keys and buttons do to the range. */
export function movesOf(shown: Stretch, end: number, set: (range: Span | Stretch) => void) {
  return {
    zoom: (factor: number, at: number) => set(zoom(shown, factor, shown.from + at * (shown.to - shown.from), end)),
    pan: (share: number) => set(pan(shown, share, end)),
    mark: (from: number, to: number) => {
      const stretch = marked(from, to);
      if (stretch) set(stretch);
    },
    reset: () => set("hour"),
  };
}

export type RangeMoves = ReturnType<typeof movesOf>;
