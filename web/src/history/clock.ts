import { locale } from "../words";
import { timeFormat } from "../words/time";

const second = 1;
const minute = 60 * second;
const day = 86_400 * second;

const clock = { hour: "2-digit", minute: "2-digit" } as const;
const date = { day: "2-digit", month: "short" } as const;

/** The words below an axis. `apart`: seconds from one to the next. Where the day turns, it is said below the hour. */
export function axisTexts(times: readonly number[], apart: number, timeZone: string): string[] {
  if (apart >= 28 * day)
    return times.map(time => timeFormat({ month: "short", year: "numeric" }, timeZone).format(time * 1000));
  if (apart >= day) return times.map(time => timeFormat(date, timeZone).format(time * 1000));
  const hour = timeFormat(apart < minute ? { ...clock, second: "2-digit" } : clock, timeZone);
  const days = times.map(time => timeFormat(date, timeZone).format(time * 1000));
  return times.map((time, n) => hour.format(time * 1000) + (n === 0 || days[n] !== days[n - 1] ? `\n${days[n]}` : ""));
}

/** An instant, exact enough for what is seen: with seconds, and with parts of them where a second is long. */
export function momentText(time: number, span: number, timeZone: string): string {
  const exact = { ...date, ...clock, second: "2-digit" } as const;
  if (span <= 10_000) return timeFormat({ ...exact, fractionalSecondDigits: 3 }, timeZone).format(time);
  return timeFormat(span > 300 * day * 1000 ? { ...date, year: "numeric", ...clock } : exact, timeZone).format(time);
}

/** The length of a bucket: "15 min". */
export function stepText(seconds: number): string {
  const [unit, length] =
    seconds >= day
      ? ["day", day]
      : seconds >= 3600
        ? ["hour", 3600]
        : seconds >= minute
          ? ["minute", minute]
          : ["second", 1];
  return new Intl.NumberFormat(locale(), { style: "unit", unit: unit as string, unitDisplay: "short" }).format(
    seconds / (length as number),
  );
}
