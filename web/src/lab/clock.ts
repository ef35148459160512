import { timeFormat } from "../words/time";
import { known } from "./lab";

const format = (options: Intl.DateTimeFormatOptions) => timeFormat(options, known.getState().lab?.timeZone ?? "UTC");

const clock = { hour: "2-digit", minute: "2-digit" } as const;
const day = { day: "2-digit", month: "short" } as const;

/** The lab's day, as 2026-11-26. */
export function dayOf(time: Date): string {
  const parts = Object.fromEntries(
    format({ year: "numeric", month: "2-digit", day: "2-digit" })
      .formatToParts(time)
      .map(p => [p.type, p.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** A time in the lab's zone as short as it is plain: "10:32" today, else "25 de nov., 10:32". */
export function timeText(time: string | number | Date, now = new Date()): string {
  const at = new Date(time);
  return dayOf(at) === dayOf(now) ? format(clock).format(at) : format({ ...day, ...clock }).format(at);
}

/** The same with seconds, for what follows fast. */
export function secondsText(time: string | number | Date, now = new Date()): string {
  const at = new Date(time);
  const exact = { ...clock, second: "2-digit" } as const;
  return dayOf(at) === dayOf(now) ? format(exact).format(at) : format({ ...day, ...exact }).format(at);
}

/** When the lab's day began in which an instant lies. */
export function startOfDay(now: Date): Date {
  const today = dayOf(now);
  // Midnight is looked for by halves: zones change their clocks.
  let [before, within] = [now.getTime() - 26 * 3_600_000, now.getTime()];
  while (within - before > 1000) {
    const middle = Math.floor((before + within) / 2);
    if (dayOf(new Date(middle)) === today) within = middle;
    else before = middle;
  }
  return new Date(Math.round(within / 1000) * 1000);
}

/** Hours and minutes only, with seconds where minutes are too coarse; for an axis. */
export const clockText = (time: number, seconds = false): string =>
  (seconds ? format({ ...clock, second: "2-digit" }) : format(clock)).format(new Date(time));
