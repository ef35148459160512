import uPlot from "uplot";
import type { Schema } from "../things/describe";
import { locale } from "../words";
import { axisTexts } from "./clock";
import { figureText, type Look, type Series } from "./series";

const lines = 12;

/** The page's colours, as they are in this theme. */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return { line: of("accent"), grid: of("line"), text: of("quiet"), past: of("past") };
}

export interface Drawing {
  look: Look;
  schema: Schema | undefined;
  timeZone: string;
  width: number;
  height: number;
  /** Draws what uPlot does not: bands of words, the instant. */
  draw: (u: uPlot) => void;
  cursor: (u: uPlot) => void;
  marked: (from: number, to: number) => void;
  reset: () => void;
}

export function options(d: Drawing): uPlot.Options {
  const colour = colours();
  const stepped = uPlot.paths.stepped?.({ align: 1 });
  const path = d.look === "line" ? {} : stepped ? { paths: stepped } : {};
  // The least and most only make room; draw.ts shows them, so that a bucket that stands alone is seen too.
  const edge = { width: 0, points: { show: false } };
  return {
    width: d.width,
    height: d.height,
    padding: [14, 10, 0, d.look === "bands" ? 10 : 0],
    legend: { show: false },
    tzDate: time => uPlot.tzDate(new Date(time * 1000), d.timeZone),
    scales: { x: { auto: false }, y: yScale(d.look) },
    axes: [timeAxis(d, colour), valueAxis(d, colour)],
    series: [
      {},
      edge,
      edge,
      {
        ...path,
        stroke: colour.line,
        width: 1.75,
        show: d.look !== "bands",
        ...(d.look === "switch" && { fill: `color-mix(in srgb, ${colour.line} 25%, transparent)` }),
      },
    ],
    cursor: { drag: { x: true, y: false, setScale: false }, y: false, bind: hands(d), points: { size: 7 } },
    hooks: {
      drawAxes: [d.draw],
      setCursor: [d.cursor],
      setSelect: [
        u => {
          const { left, width } = u.select;
          if (width < 4) return;
          d.marked(u.posToVal(left, "x") * 1000, u.posToVal(left + width, "x") * 1000);
          u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}

// With Shift the plot is moved (gestures.ts), not marked.
const hands = (d: Drawing): uPlot.Cursor.Bind => ({
  mousedown: (_u, _target, handle) => event => {
    if (!event.shiftKey) handle(event);
    return null;
  },
  dblclick: () => () => {
    d.reset();
    return null;
  },
});

function yScale(look: Look): uPlot.Scale {
  if (look === "switch") return { range: [-0.08, 1.08] };
  return look === "bands" ? { range: [0, 1] } : {};
}

type Colours = ReturnType<typeof colours>;

const font = "12px system-ui, sans-serif";

const timeAxis = (d: Drawing, colour: Colours): uPlot.Axis => ({
  font,
  stroke: colour.text,
  grid: { stroke: colour.grid, width: 1 },
  ticks: { show: false },
  space: 72,
  size: 22 + lines,
  values: (_u, splits, _axis, _space, apart) => axisTexts(splits, apart, d.timeZone),
});

const valueAxis = (d: Drawing, colour: Colours): uPlot.Axis => ({
  font,
  show: d.look !== "bands",
  stroke: colour.text,
  grid: { stroke: colour.grid, width: 1 },
  ticks: { show: false },
  size: (_u, values) => 14 + 7 * Math.max(2, ...(values ?? []).map(v => v.length)),
  ...(d.look === "switch" && { splits: [0, 1] }),
  values: (_u, splits) => splits.map(value => tickText(value, d.schema)),
});

function tickText(value: number, schema: Schema | undefined): string {
  if (schema?.type === "boolean" || schema?.oneOf) return figureText(value, schema);
  return new Intl.NumberFormat(locale(), {
    maximumFractionDigits: 4,
    notation: Math.abs(value) >= 1e6 ? "compact" : "standard",
  }).format(value);
}

/** Time, most, least and mean; what is set holds to the end. */
export function columns(series: Series, look: Look, end: number): uPlot.AlignedData {
  if (series.kind === "words")
    return [series.changes.map(c => c.time / 1000), none(series), none(series), none(series)];
  // A bucket stands at its middle, unless it is a step that begins there.
  const shift = look === "line" && series.step ? series.step / 2 : 0;
  const last = series.points.at(-1);
  const held =
    last && look !== "line" && last.time < end
      ? { ...last, time: end, min: last.last, max: last.last, mean: last.last }
      : null;
  const points = held ? [...series.points, held] : series.points;
  return [
    points.map(p => p.time / 1000 + (p.count > 0 ? shift : 0)),
    points.map(p => p.max),
    points.map(p => p.min),
    points.map(p => p.mean),
  ];
}

const none = (series: { changes: unknown[] }) => series.changes.map(() => null);
