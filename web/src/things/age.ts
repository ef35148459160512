import { locale } from "../words";
import { timeFormat } from "../words/time";

const units = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** How long ago, as people say it: "há 5 segundos", "ontem". What is not a second old is now. */
export function ageText(time: number, now: number): string {
  const seconds = Math.max(0, (now - time) / 1000);
  const [unit, length] = units.find(([, length]) => seconds >= length) ?? (["second", 1] as const);
  return new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(-Math.floor(seconds / length), unit);
}

/** When the words change next, in milliseconds: an age of hours needs no second hand. */
export function nextTick(time: number, now: number): number {
  const seconds = (now - time) / 1000;
  return seconds < 60 ? 1000 : seconds < 3600 ? 15_000 : 300_000;
}

/** To the second, in the lab's time zone: "26/11/2026, 10:32:15 BRT". */
export const exactText = (time: number, timeZone: string): string =>
  timeFormat({ dateStyle: "short", timeStyle: "long" }, timeZone).format(time);

/** How long something took: "45 ms", "1,2 s", "3 min". */
export function lengthText(ms: number): string {
  const [value, unit] =
    ms < 1000 ? [Math.round(ms), "millisecond"] : ms < 60_000 ? [ms / 1000, "second"] : [ms / 60_000, "minute"];
  return new Intl.NumberFormat(locale(), {
    style: "unit",
    unit: unit as string,
    unitDisplay: "short",
    maximumFractionDigits: 1,
  }).format(value as number);
}

/** Since when: "10:32" on the same day, else with the day. */
export function sinceText(time: number, now: number, timeZone: string): string {
  const day = timeFormat({ dateStyle: "short" }, timeZone);
  const date = day.format(time) === day.format(now) ? {} : ({ day: "2-digit", month: "short" } as const);
  return timeFormat({ ...date, hour: "2-digit", minute: "2-digit" }, timeZone).format(time);
}
