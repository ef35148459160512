import { get } from "../api/client";
import { type Schema, valueText } from "../things/describe";
import type { Stretch } from "./range";

/** `GET /things/{id}/history/{name}?points=N`: of numbers and truth values what lies in each bucket, of words each change. */
export interface Answer {
  from: string;
  to: string;
  /** Seconds of a bucket; null when each point is one reading. */
  step: number | null;
  points: ({ time: string; min: number; max: number; mean: number; last: number; count: number } | Change)[];
  before: Before | null;
  /** There were more changes, older ones. */
  more?: boolean;
}

interface Change {
  time: string;
  value: unknown;
}

type Before = { time: string; value: unknown };

/** A point of a chart of numbers; `time` in milliseconds. */
export interface Point {
  time: number;
  min: number;
  max: number;
  mean: number;
  last: number;
  count: number;
}

export interface Numbers {
  kind: "numbers";
  step: number | null;
  points: Point[];
}

/** From when it was what. */
export interface Words {
  kind: "words";
  changes: { time: number; value: unknown }[];
  more: boolean;
}

export type Series = Numbers | Words;

/** How a property is drawn; null when its values are no line and no band. */
export type Look = "line" | "steps" | "switch" | "bands";

export function lookOf(schema: Schema | undefined): Look | null {
  if (!schema || schema.type === "object" || schema.type === "array") return null;
  if (schema.type === "boolean") return "switch";
  if (schema.type === "string" || (schema.enum ?? schema.oneOf)?.some(one => typeof choiceOf(one) === "string"))
    return "bands";
  // What people set stays as it was set; what is measured goes on between two readings.
  return schema.readOnly && !schema.oneOf && !schema.enum ? "line" : "steps";
}

const choiceOf = (one: unknown) => (one !== null && typeof one === "object" && "const" in one ? one.const : one);

const numberOf = (value: unknown): number | null =>
  typeof value === "number" ? value : typeof value === "boolean" ? Number(value) : null;

export const pathOf = (thing: string, name: string, { from, to }: Stretch): string =>
  `/things/${encodeURIComponent(thing)}/history/${encodeURIComponent(name)}?from=${iso(from)}&to=${iso(to)}`;

const iso = (time: number) => new Date(time).toISOString();

export async function ask(
  { thing, name, schema }: { thing: string; name: string; schema: Schema | undefined },
  of: Stretch,
  points: number,
  signal: AbortSignal,
) {
  const most = Math.max(2, Math.min(5000, Math.round(points)));
  return read(await get<Answer>(`${pathOf(thing, name, of)}&points=${most}`, signal), of, lookOf(schema));
}

/** What held when the range began stands at its edge. An empty answer does not say what it is of: its look does. */
export function read(answer: Answer, of: Stretch, look: Look | null): Series {
  const words =
    answer.points.some(p => "value" in p) ||
    (answer.points.length === 0 && (answer.before ? numberOf(answer.before.value) === null : look === "bands"));
  const before = answer.before && {
    time: Math.max(Date.parse(answer.before.time), of.from),
    value: answer.before.value,
  };
  if (words) {
    const changes = (answer.points as Change[]).map(p => ({ time: Date.parse(p.time), value: p.value }));
    const known = before && !answer.more ? [before, ...changes] : changes;
    return { kind: "words", changes: known, more: answer.more ?? false };
  }
  const points = (answer.points as Exclude<Answer["points"][number], Change>[]).map(p => ({
    ...p,
    time: Date.parse(p.time),
  }));
  const first = numberOf(before?.value);
  // A count of 0: it was not reported then, it held.
  const held = before && first !== null ? [pointOf(before.time, first, 0)] : [];
  return { kind: "numbers", step: answer.step, points: [...held, ...points] };
}

const pointOf = (time: number, value: number, count = 1): Point => ({
  time,
  min: value,
  max: value,
  mean: value,
  last: value,
  count,
});

/** A reading more at the end, as it is told: in the last bucket if it falls there. */
export function grown(series: Series, time: number, value: unknown): Series {
  if (series.kind === "words") {
    if (series.changes.at(-1)?.value === value) return series;
    return { ...series, changes: [...series.changes, { time, value }] };
  }
  const number = numberOf(value);
  if (number === null) return series;
  const last = series.points.at(-1);
  const step = series.step === null ? null : series.step * 1000;
  if (!last || step === null || last.count === 0 || time >= last.time + step) {
    const start = step === null ? time : Math.floor(time / step) * step;
    return { ...series, points: [...series.points, pointOf(Math.max(start, last?.time ?? start), number)] };
  }
  return { ...series, points: [...series.points.slice(0, -1), joined(last, number)] };
}

/**
 * An answer with what was told while it was on its way, which it may hold already. In a bucket least, most and last come out the
 * same by either way; its count may be too high by those few.
 */
export function caughtUp(series: Series, told: [time: number, value: unknown][]): Series {
  const last = (series.kind === "words" ? series.changes : series.points).at(-1)?.time ?? Number.NEGATIVE_INFINITY;
  const summed = series.kind === "numbers" && series.step !== null;
  return told.filter(([time]) => summed || time > last).reduce((s, [time, value]) => grown(s, time, value), series);
}

function joined(point: Point, value: number): Point {
  const count = point.count + 1;
  return {
    ...point,
    count,
    last: value,
    min: Math.min(point.min, value),
    max: Math.max(point.max, value),
    mean: point.mean + (value - point.mean) / count,
  };
}

export const isEmpty = (series: Series): boolean =>
  series.kind === "numbers" ? series.points.length === 0 : series.changes.length === 0;

/** A number of a chart in words: of a switch "sim" or "não", and the share of the time between. */
export function figureText(value: number, schema: Schema | undefined): string {
  if (schema?.type !== "boolean") return valueText(value, schema);
  if (value === 0 || value === 1) return valueText(value === 1, schema);
  return valueText(Math.round(value * 100), { type: "integer", unit: "%" });
}
