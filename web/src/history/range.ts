/** A stretch of time in milliseconds. */
export interface Stretch {
  from: number;
  to: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const spans = { minute, hour, day, week: 7 * day, month: 30 * day, year: 365 * day };
export type Span = keyof typeof spans;
export const spanNames = Object.keys(spans) as Span[];

const shortest = 1000;
const longest = 20 * spans.year;

/** What the address says: a span that ends now (`from=day`), or two instants. Without either, the last hour. */
export function readRange(from: string | null, to: string | null): Span | Stretch {
  const asked = { from: Date.parse(from ?? ""), to: Date.parse(to ?? "") };
  if (asked.to - asked.from > 0) return asked;
  return from !== null && from in spans ? (from as Span) : "hour";
}

export const writeRange = (range: Span | Stretch): { from: string; to: string | null } =>
  typeof range === "string"
    ? { from: range, to: null }
    : { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() };

/** What is shown. Nothing lies after the end: now, or the instant that is looked at in the past. */
export function shownOf(range: Span | Stretch, end: number): Stretch {
  if (typeof range === "string") return { from: end - spans[range], to: end };
  return within(range, end);
}

function within({ from, to }: Stretch, end: number): Stretch {
  const after = Math.max(0, to - end);
  return { from: from - after, to: to - after };
}

/** Nearer (a factor below 1) or further, about an instant that keeps its place. */
export function zoom(shown: Stretch, factor: number, about: number, end: number): Stretch {
  const length = shown.to - shown.from;
  const next = Math.min(longest, Math.max(shortest, length * factor));
  const place = (about - shown.from) / length;
  const from = about - next * place;
  return within({ from, to: from + next }, end);
}

/** Sideways by a share of what is shown; below 0 is back in time. */
export function pan(shown: Stretch, share: number, end: number): Stretch {
  const by = (shown.to - shown.from) * share;
  return within({ from: shown.from + by, to: shown.to + by }, end);
}

/** Dragged over: what was marked, if it is long enough to be meant. */
export function marked(a: number, b: number): Stretch | null {
  const stretch = { from: Math.min(a, b), to: Math.max(a, b) };
  return stretch.to - stretch.from < shortest ? null : stretch;
}
