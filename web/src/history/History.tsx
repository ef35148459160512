import { lazy, Suspense, useEffect, useReducer, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { known, useThing } from "../lab/lab";
import { usePast } from "../past/PastProvider";
import { titleOf } from "../things/describe";
import { Empty, Legend, Note } from "./Around";
import { movesOf, type RangeMoves } from "./moves";
import { type Span, type Stretch, shownOf } from "./range";
import { isEmpty, lookOf } from "./series";
import { Table } from "./Table";
import { Tools } from "./Tools";
import { useRange } from "./useRange";
import { type Asked, useSeries } from "./useSeries";
import "./history.css";

const Chart = lazy(() => import("./Chart"));

const height = 230;
const tall = 420;

/** What a property was: as a chart that can be moved and zoomed, as a table, as a file. */
export default function History({ thing, name }: { thing: string; name: string }) {
  const { t } = useTranslation("history");
  const schema = useThing(thing)?.properties?.[name];
  const [range, setRange] = useRange();
  const [view, setView] = useState({ big: false, table: false });
  const { box, width } = useWidth();
  const end = useEnd(range);
  const past = usePast() !== null;
  const shown = shownOf(range, end);
  const asked = useSeries({ thing, name, schema, range, until: past ? end : null, points: width });
  const what = titleOf(schema, name);
  const moves = movesOf(shown, end, setRange);
  return (
    <section className={`history${view.big ? " big" : ""}`} aria-label={t("title", { what })}>
      <Tools {...{ thing, name, range, setRange, shown, moves, view, setView }} />
      {view.table && asked.series && <Table series={asked.series} schema={schema} what={what} shown={shown} />}
      <div ref={box} hidden={view.table}>
        <Plot {...{ asked, schema, shown, end, past, moves, what, width }} height={view.big ? tall : height} />
      </div>
      <Note series={asked.series} shown={shown} past={past} table={view.table} />
      {asked.series?.kind === "words" && <Legend words={asked.series} schema={schema} />}
    </section>
  );
}

interface PlotProps {
  asked: Asked;
  schema: Parameters<typeof lookOf>[0];
  shown: Stretch;
  end: number;
  past: boolean;
  moves: RangeMoves;
  what: string;
  width: number;
  height: number;
}

function Plot({ asked, schema, shown, end, past, moves, what, width, height }: PlotProps) {
  const { t } = useTranslation("history");
  const timeZone = known(k => k.lab?.timeZone ?? "UTC");
  const { series, fault, loading, again } = asked;
  const look = series?.kind === "words" ? "bands" : (lookOf(schema) ?? "line");
  const size = useSize(width, look === "bands" ? 130 : height);
  const pressed = (event: React.KeyboardEvent) => {
    const move = keys[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(moves);
  };
  return (
    <div
      className="plot-frame"
      role="application"
      aria-label={t("plot", { what })}
      aria-busy={loading}
      data-from={shown.from}
      data-to={shown.to}
      data-step={series?.kind === "numbers" ? String(series.step) : "words"}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move it
      tabIndex={0}
      style={{ minHeight: size.height }}
      onKeyDown={pressed}
    >
      {series && width > 0 && (
        <Suspense>
          <Chart {...{ series, look, schema, shown, end, past, timeZone, size, moves }} />
        </Suspense>
      )}
      {schema?.unit && look !== "bands" && <span className="plot-unit quiet">{schema.unit}</span>}
      {series && isEmpty(series) && !fault && <Empty />}
      {fault && (
        <div className="plot-over" role="alert">
          <p>{t("failed", { why: fault.message })}</p>
          <button type="button" className="button" onClick={again}>
            {t("again")}
          </button>
        </div>
      )}
      {loading && <span className="plot-loading" role="status" aria-label={t("loading")} />}
    </div>
  );
}

const keys: Record<string, (moves: RangeMoves) => void> = {
  ArrowLeft: m => m.pan(-0.2),
  ArrowRight: m => m.pan(0.2),
  "+": m => m.zoom(0.5, 0.5),
  "=": m => m.zoom(0.5, 0.5),
  "-": m => m.zoom(2, 0.5),
  "0": m => m.reset(),
};

/** Where what is known ends: the instant of the past, or now, which moves on with the range. */
function useEnd(range: Span | Stretch): number {
  const at = usePast();
  const [, tick] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    if (at) return;
    const ticking = setInterval(tick, range === "minute" ? 500 : 1000);
    return () => clearInterval(ticking);
  }, [at, range]);
  return at ? Date.parse(at) : Date.now();
}

function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => {
      const now = Math.floor(entry?.contentRect.width ?? 0);
      // Hidden behind the table it keeps its size.
      if (now > 0) setWidth(now);
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return { box, width };
}

/** The same object while it is the same size. */
function useSize(width: number, height: number) {
  const kept = useRef({ width, height });
  if (kept.current.width !== width || kept.current.height !== height) kept.current = { width, height };
  return kept.current;
}
