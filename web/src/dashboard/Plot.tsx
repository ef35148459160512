import { useEffect, useRef } from "react";
import uPlot from "uplot";
import { theme } from "../app/theme";
import type { Stretch } from "../history/range";
import type { Numbers } from "../history/series";
import { clockText } from "../lab/clock";
import { known } from "../lab/lab";
import { locale } from "../words";
import "uplot/dist/uPlot.min.css";

interface Props {
  series: Numbers;
  of: Stretch;
  high: number;
  steps: boolean;
}

/** uPlot, drawn in the theme's colours; loaded only where a chart is shown. */
export default function Plot({ series, of, high, steps }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const look = theme(s => s.theme);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme, other colours
  useEffect(() => {
    const at = place.current;
    if (!at) return;
    const plot = new uPlot(optionsOf(at, of, high, steps), columnsOf(series), at);
    const resized = new ResizeObserver(() => plot.setSize({ width: at.clientWidth, height: high }));
    resized.observe(at);
    return () => {
      resized.disconnect();
      plot.destroy();
    };
  }, [series, of, high, steps, look]);
  return <div ref={place} className="day-plot" />;
}

/** Time and mean, least, most; where nothing was told for long there is a gap. */
export function columnsOf({ points, step }: Numbers): uPlot.AlignedData {
  const longest = Math.max(4 * (step ?? 0) * 1000, 15 * 60_000);
  const columns: [number[], (number | null)[], (number | null)[], (number | null)[]] = [[], [], [], []];
  const put = (time: number, ...values: [number | null, number | null, number | null]) => {
    columns[0].push(time / 1000);
    columns[1].push(values[0]);
    columns[2].push(values[1]);
    columns[3].push(values[2]);
  };
  points.forEach((point, n) => {
    const before = points[n - 1];
    if (before && point.time - before.time > longest) put(before.time + longest / 2, null, null, null);
    put(point.time, point.mean, point.min, point.max);
  });
  return columns;
}

const fewMinutes = 10 * 60_000;

export function roomy(min: number, max: number): [number, number] {
  const least = Math.max(Math.abs(max) * 0.02, 0.1);
  const more = Math.max((max - min) * 0.1, (least - (max - min)) / 2);
  return [min - more, max + more];
}

function optionsOf(at: HTMLElement, of: Stretch, high: number, steps: boolean): uPlot.Options {
  const style = getComputedStyle(at);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const [line, quiet, accent] = [colour("--line"), colour("--quiet"), colour("--accent")];
  const axis = {
    stroke: quiet,
    font: `12px ${style.fontFamily}`,
    grid: { stroke: line, width: 1 },
    ticks: { show: false },
  };
  const number = new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 });
  const band = { width: 0, points: { show: false }, stroke: "transparent" };
  const brief = of.to - of.from < fewMinutes;
  const timeZone = known.getState().lab?.timeZone ?? "UTC";
  return {
    width: at.clientWidth,
    height: high,
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 8, 0, 0],
    tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), timeZone),
    scales: {
      x: { min: of.from / 1000, max: of.to / 1000 },
      // What hardly moves is not drawn as if it leapt.
      y: { range: (_, min, max) => roomy(min, max) },
    },
    axes: [
      { ...axis, space: brief ? 80 : 60, size: 26, values: (_, splits) => splits.map(s => clockText(s * 1000, brief)) },
      { ...axis, size: 46, space: 26, values: (_, splits) => splits.map(v => number.format(v)) },
    ],
    series: [
      {},
      {
        stroke: accent,
        width: 2,
        points: { show: false },
        ...(steps && uPlot.paths.stepped && { paths: uPlot.paths.stepped({ align: 1 }) }),
      },
      band,
      band,
    ],
    bands: [{ series: [3, 2], fill: `${accent}33` }],
  };
}
