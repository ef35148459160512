import { timeFormat } from "../words/time";

// Instants are milliseconds since 1970; people read and type them in the lab's own time zone, wherever they sit.

function parts(at: number, zone: string): Record<string, string> {
  const wanted: Intl.DateTimeFormatOptions = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  };
  return Object.fromEntries(
    timeFormat(wanted, zone, "en-GB")
      .formatToParts(at)
      .map(p => [p.type, p.value]),
  );
}

/** What a clock on the lab's wall shows, as `<input type="datetime-local">` wants it. */
export function wallOf(at: number, zone: string): string {
  const p = parts(at, zone);
  return `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}:${p.second}`;
}

/** The instant at which the clock on the wall shows this; null for what is no time. Of an hour that comes twice, the first. */
export function instantOf(wall: string, zone: string): number | null {
  const as = Date.parse(`${wall}Z`);
  if (Number.isNaN(as)) return null;
  const ahead = (at: number) => Date.parse(`${wallOf(at, zone)}Z`) - Math.floor(at / 1000) * 1000;
  const day = 86_400_000;
  const [before, after] = [as - ahead(as - day), as - ahead(as + day)];
  return before + ahead(before) === as ? before : after + ahead(after) === as ? after : before;
}

/** "quinta-feira, 26 de novembro de 2026" */
export const dayText = (at: number, zone: string) => timeFormat({ dateStyle: "full" }, zone).format(at);

const short = { day: "2-digit", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;

/** "26 de nov., 10:32:15" */
export const shortText = (at: number, zone: string) => timeFormat(short, zone).format(at);

/** "10:32:15" */
export const clockText = (at: number, zone: string) => wallOf(at, zone).slice(11);
