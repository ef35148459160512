import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { theme } from "../app/theme";
import type { Schema } from "../things/describe";
import { drawBands, drawInstant, drawRanges } from "./draw";
import { gestures, type Moves } from "./gestures";
import { columns, options } from "./plot";
import type { Stretch } from "./range";
import type { Look, Series } from "./series";
import { tip } from "./tip";

interface Props {
  series: Series;
  look: Look;
  schema: Schema | undefined;
  shown: Stretch;
  /** Now, or the instant of the past: nothing is known beyond. */
  end: number;
  past: boolean;
  timeZone: string;
  size: { width: number; height: number };
  moves: Moves & { mark: (from: number, to: number) => void; reset: () => void };
}

/** uPlot, and what it does not draw. What is drawn is told to it; it is made anew only for another theme, language or look. */
export default function Chart(props: Props) {
  const { i18n } = useTranslation();
  const colour = theme(s => s.theme);
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const newest = useRef(props);
  newest.current = props;
  const { look, schema, timeZone, series, shown, end, size } = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme's colours and the language's words are read as it is made
  useEffect(() => {
    if (!host.current) return;
    const now = () => newest.current;
    const bubble = tip();
    const u = new uPlot(
      options({
        look,
        schema,
        timeZone,
        ...now().size,
        draw: u => {
          const { series, end, past } = now();
          if (series.kind === "words") drawBands(u, series, schema, end);
          else drawRanges(u, series);
          if (past) drawInstant(u, end);
        },
        cursor: u => bubble.show(u, now()),
        marked: (from, to) => now().moves.mark(from, to),
        reset: () => now().moves.reset(),
      }),
      columns(now().series, look, now().end),
      host.current,
    );
    u.over.append(bubble.element);
    const off = gestures(u.over, () => now().moves);
    plot.current = u;
    return () => {
      off();
      u.destroy();
    };
  }, [look, schema, timeZone, colour, i18n.language]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a plot made anew wants all again
  useEffect(() => {
    const u = plot.current;
    u?.batch(() => {
      u.setData(columns(series, look, Math.min(end, shown.to)), false);
      u.setScale("x", { min: shown.from / 1000, max: shown.to / 1000 });
    });
  }, [series, look, shown.from, shown.to, end, colour, i18n.language]);

  useEffect(() => plot.current?.setSize(size), [size]);
  return <div ref={host} className="plot" />;
}
