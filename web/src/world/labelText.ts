import { t } from "i18next";
import type { Outcome } from "../commands/orders";
import type { Twin } from "../live/twins";
import { type Schema, type Thing, titleOf, valueText } from "../things/describe";
import { locale } from "../words";

/** What a label says of a thing; only what its device reported. */
export interface Said {
  name: string;
  values: string;
  /** Plain, away, or how an order stands. */
  tone: "plain" | "away" | "pending" | "confirmed" | "failed";
  note: string;
}

const most = 3;
const tickFor = 2_600;
const stale = 10_000;
const firstShown = new WeakMap<Outcome, number>();

export const measures = (thing: Thing | undefined): [string, Schema][] =>
  Object.entries(thing?.properties ?? {}).filter(
    ([, s]) => s.readOnly && (s.type === "number" || s.type === "integer"),
  );

/** A confirmation is shown for a moment, a failure until it was seen, and nothing of now in the past. */
export function standing(outcome: Outcome | undefined, now: number): Said["tone"] | null {
  if (!outcome) return null;
  if (outcome.state === "pending" || outcome.state === "failed") return outcome.state;
  // Counted from when it was first drawn: a slow machine shows it as long.
  if (!firstShown.has(outcome) && now - outcome.at < stale) firstShown.set(outcome, now);
  return now - (firstShown.get(outcome) ?? 0) < tickFor ? "confirmed" : null;
}

export function sayOf(
  id: string,
  thing: Thing | undefined,
  twin: Twin | undefined,
  outcome: Outcome | undefined,
  full: boolean,
  now: number,
): Said {
  const stands = standing(outcome, now);
  const away = twin?.available === false;
  return {
    name: titleOf(thing, id),
    values: away ? "" : valuesOf(thing, twin, full),
    tone: stands ?? (away ? "away" : "plain"),
    note: noteOf(stands, outcome, away ? twin : undefined),
  };
}

function valuesOf(thing: Thing | undefined, twin: Twin | undefined, full: boolean): string {
  const properties = Object.entries(thing?.properties ?? {});
  const numbers = measures(thing);
  // A bare number says nothing at a distance.
  const shown = numbers.length > 0 && !full ? numbers.filter(([, s]) => s.unit || numbers.length === 1) : properties;
  return shown
    .map(([name, schema]) => wordOf(name, schema, twin?.properties[name]?.value))
    .filter(text => text !== null)
    .slice(0, most)
    .join(" · ");
}

function wordOf(name: string, schema: Schema, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "boolean") return valueText(value, schema);
  return `${titleOf(schema, name)}: ${valueText(value, schema)}`;
}

function noteOf(stands: Said["tone"] | null, outcome: Outcome | undefined, away: Twin | undefined): string {
  if (stands === "failed") return outcome?.why ?? t("commands:failed");
  if (stands === "pending") return t("commands:pending");
  if (stands === "confirmed") return t(outcome?.state === "sent" ? "commands:sent" : "commands:confirmed");
  if (!away) return "";
  return away.since ? t("world:awaySince", { since: since(away.since) }) : t("world:away");
}

/** The hour today, the day and hour before. */
export function since(time: string, now = new Date()): string {
  const at = new Date(time);
  const hour: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };
  const today = at.toDateString() === now.toDateString();
  return at.toLocaleString(locale(), today ? hour : { day: "2-digit", month: "2-digit", ...hour });
}
