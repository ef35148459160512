import { useEffect, useReducer, useRef, useState } from "react";
import { Problem } from "../api/problem";
import { onEntry, onOpen } from "../live/link";
import type { Schema } from "../things/describe";
import { type Span, type Stretch, shownOf } from "./range";
import { ask, caughtUp, grown, type Series } from "./series";

const rest = 150;

export interface Asked {
  series: Series | null;
  fault: Problem | null;
  loading: boolean;
  again: () => void;
}

interface What {
  thing: string;
  name: string;
  schema: Schema | undefined;
  range: Span | Stretch;
  /** The instant that is looked at in the past; null for now. */
  until: number | null;
  points: number;
}

/**
 * The points of what is shown. Each move asks again, when the hand rests, and gives up the question before; what was known stays
 * until the answer comes. While the range ends now, what is told is added.
 */
export function useSeries({ thing, name, schema, range, until, points }: What): Asked {
  const [known, setKnown] = useState<Omit<Asked, "again">>({ series: null, fault: null, loading: true });
  const [turn, again] = useReducer((n: number) => n + 1, 0);
  /** What is told between a question and its answer. */
  const meanwhile = useRef<[number, unknown][]>([]);
  const of = typeof range === "string" ? range : `${range.from} ${range.to}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says when the range is another one; `turn` asks again
  useEffect(() => {
    if (points === 0) return;
    const asking = new AbortController();
    const load = () => {
      const stretch = shownOf(range, until ?? Date.now());
      meanwhile.current = [];
      ask({ thing, name, schema }, stretch, points, asking.signal).then(
        series => setKnown({ series: caughtUp(series, meanwhile.current), fault: null, loading: false }),
        why => {
          if (!asking.signal.aborted)
            setKnown(now => ({
              ...now,
              loading: false,
              fault: why instanceof Problem ? why : new Problem(0, "unknown", String(why)),
            }));
        },
      );
    };
    setKnown(now => ({ ...now, loading: true }));
    const soon = setTimeout(load, rest);
    return () => {
      clearTimeout(soon);
      asking.abort();
    };
  }, [thing, name, of, until, points, turn]);
  useEffect(() => onOpen(again), []);
  const live = typeof range === "string" && until === null;
  useTail(live, thing, name, told => {
    if (known.loading) meanwhile.current.push(...told);
    setKnown(now => (now.series ? { ...now, series: told.reduce((s, [t, v]) => grown(s, t, v), now.series) } : now));
    // Readings that are not added up yet become too many.
    if (!known.loading && known.series?.kind === "numbers" && known.series.points.length > 2 * points) again();
  });
  return { ...known, again };
}

/** What is told of a property, gathered for each frame. */
function useTail(live: boolean, thing: string, name: string, take: (told: [number, unknown][]) => void) {
  const newest = useRef(take);
  newest.current = take;
  useEffect(() => {
    if (!live) return;
    let told: [number, unknown][] = [];
    let frame = 0;
    const flush = () => {
      const now = told;
      told = [];
      frame = 0;
      newest.current(now);
    };
    const stop = onEntry(entry => {
      if (entry.thing !== thing || entry.name !== name || entry.kind !== "property") return;
      told.push([Date.parse(entry.time), entry.value]);
      frame ||= requestAnimationFrame(flush);
    });
    return () => {
      stop();
      if (told.length > 0) newest.current(told);
      cancelAnimationFrame(frame);
    };
  });
}
