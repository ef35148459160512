import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useThing } from "../lab/lab";
import { onOpen } from "../live/link";
import { usePast } from "../past/PastProvider";
import { type Schema, titleOf } from "../things/describe";
import type { Stretch } from "./range";
import { ask, figureText, isEmpty, lookOf, type Numbers, type Series } from "./series";
import "./sparkline.css";

const wide = 120;
const high = 28;
const again = 60_000;
const hour = 3_600_000;

/** A property's last hours, small: the mean as a line over what lay between least and most. It is asked for again each minute. */
export function Sparkline({ thing, name, hours = 24 }: { thing: string; name: string; hours?: number }) {
  const { t } = useTranslation("history");
  const description = useThing(thing);
  const schema = description?.properties?.[name];
  const { series, of } = useSeries(thing, name, schema, hours);
  if (series?.kind !== "numbers" || isEmpty(series) || !of) return <span className="sparkline" aria-hidden="true" />;
  const [least, most] = limits(series);
  const said = t("spark", {
    what: titleOf(schema, name),
    hours,
    least: figureText(least, schema),
    most: figureText(most, schema),
  });
  const drawn = paths(series, of, lookOf(schema) !== "line");
  return (
    <svg className="sparkline" viewBox={`0 0 ${wide} ${high}`} preserveAspectRatio="none" role="img" aria-label={said}>
      <title>{said}</title>
      <path className="sparkline-band" d={drawn.band} />
      <path className="sparkline-line" d={drawn.line} />
    </svg>
  );
}

function useSeries(
  thing: string,
  name: string,
  schema: Schema | undefined,
  hours: number,
): { series: Series | null; of: Stretch | null } {
  const at = usePast();
  const [known, setKnown] = useState<{ series: Series | null; of: Stretch | null }>({ series: null, of: null });
  useEffect(() => {
    const asking = new AbortController();
    const load = () => {
      const to = at ? Date.parse(at) : Date.now();
      const of = { from: to - hours * hour, to };
      ask({ thing, name, schema }, of, wide / 2, asking.signal).then(
        series => setKnown({ series, of: sinceHeard(series, of) }),
        () => {},
      );
    };
    // While time is played the instant moves on; only where it rests is asked for.
    const soon = setTimeout(load, at ? 300 : 0);
    const repeat = at ? undefined : setInterval(load, again);
    const opened = onOpen(load);
    return () => {
      asking.abort();
      clearTimeout(soon);
      clearInterval(repeat);
      opened();
    };
  }, [thing, name, schema, hours, at]);
  return known;
}

/** What was heard of for minutes only is not drawn as a speck at the end of empty hours. */
function sinceHeard(series: Series, of: Stretch): Stretch {
  const first = series.kind === "numbers" ? series.points[0]?.time : undefined;
  return first !== undefined && first > (of.from + of.to) / 2 ? { from: first, to: of.to } : of;
}

const limits = ({ points }: Numbers): [number, number] => [
  Math.min(...points.map(p => p.min)),
  Math.max(...points.map(p => p.max)),
];

/** As lines of an SVG, in its own units. What never moved lies in the middle. */
export function paths(series: Numbers, { from, to }: Stretch, steps: boolean): { line: string; band: string } {
  const [least, most] = limits(series);
  const x = (time: number) => round(((time - from) / (to - from)) * wide);
  const y = (value: number) =>
    round(most === least ? high / 2 : high - 2 - ((value - least) / (most - least)) * (high - 4));
  const held = [...series.points, { ...(series.points.at(-1) as Numbers["points"][number]), time: to }];
  const along = (of: (p: Numbers["points"][number]) => number) =>
    held.map((p, n) =>
      steps && n > 0 ? `H${x(p.time)}V${y(of(p))}` : `${n === 0 ? "M" : "L"}${x(p.time)} ${y(of(p))}`,
    );
  const back = held.map(p => `L${x(p.time)} ${y(p.min)}`).reverse();
  return { line: along(p => p.mean).join(""), band: steps ? "" : `${along(p => p.max).join("")}${back.join("")}Z` };
}

const round = (n: number) => Math.round(n * 10) / 10;
