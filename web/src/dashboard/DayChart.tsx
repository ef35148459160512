import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Stretch } from "../history/range";
import { ask, type Numbers } from "../history/series";
import { timeText } from "../lab/clock";
import { onOpen } from "../live/link";
import { usePast } from "../past/PastProvider";
import { numberText, type Schema, titleOf } from "../things/describe";

const Plot = lazy(() => import("./Plot"));

const hour = 3_600_000;
const points = 240;
const again = 30_000;
/** What is young grows visibly. */
const soon = 5_000;

interface Props {
  thing: string;
  name: string;
  schema: Schema;
  high?: number;
}

/** The last 24 hours of a property: the mean as a line, what lay between least and most behind it. */
export function DayChart({ thing, name, schema, high = 130 }: Props) {
  const { t } = useTranslation("dashboard");
  const known = useDay(thing, name, schema);
  if (!known) return <div className="day-chart" style={{ height: high }} />;
  const measured = known.series.points.filter(p => p.count > 0);
  if (measured.length < 2) return <p className="quiet small">{t("noHistory")}</p>;
  const [least, most] = [Math.min(...measured.map(p => p.min)), Math.max(...measured.map(p => p.max))];
  const said = t(known.whole ? "day" : "daySince", {
    since: timeText(known.of.from),
    least: numberText(least, schema),
    most: numberText(most, schema),
  });
  return (
    <figure className="day-chart">
      <div role="img" aria-label={`${titleOf(schema, name)}, ${said}`} style={{ height: high }}>
        <Suspense>
          <Plot series={known.series} of={known.of} high={high} steps={schema.type === "integer" && !schema.readOnly} />
        </Suspense>
      </div>
      <figcaption className="quiet small">{said}</figcaption>
    </figure>
  );
}

interface Known {
  series: Numbers;
  of: Stretch;
  /** A whole day is known; else what is known of it. */
  whole: boolean;
}

function useDay(thing: string, name: string, schema: Schema): Known | null {
  const past = usePast();
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    let next: ReturnType<typeof setTimeout>;
    const load = async () => {
      clearTimeout(next);
      const day = document.hidden
        ? null
        : await lastDay({ thing, name, schema }, past ? Date.parse(past) : Date.now(), asking.signal).catch(() => null);
      if (asking.signal.aborted) return;
      if (day) setKnown(day);
      clearTimeout(next);
      if (!past) next = setTimeout(load, day && !day.whole ? soon : again);
    };
    next = setTimeout(load, past ? 300 : 0);
    const opened = onOpen(() => void load());
    return () => {
      asking.abort();
      clearTimeout(next);
      opened();
    };
  }, [thing, name, schema, past]);
  return known;
}

/** A lab that has run for minutes only is not shown as a speck at the end of an empty day. */
async function lastDay(what: Parameters<typeof ask>[0], to: number, signal: AbortSignal): Promise<Known | null> {
  const of = { from: to - 24 * hour, to };
  const series = await ask(what, of, points, signal);
  if (series.kind !== "numbers") return null;
  const first = series.points[0];
  if (!first || first.time < of.from + 12 * hour) return { series, of, whole: true };
  const near = await ask(what, { from: first.time, to }, points, signal);
  if (near.kind !== "numbers") return null;
  return { series: near, of: { from: near.points[0]?.time ?? first.time, to }, whole: false };
}
