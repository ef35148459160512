import { useEffect, useState } from "react";
import { Problem } from "../api/problem";
import { onEntry, onOpen } from "../live/link";
import type { Entry } from "../live/twins";
import { usePast } from "../past/PastProvider";

interface Kind<T> {
  kind: Entry["kind"];
  /** The newest, newest first; in the past those until then. */
  load: (thing: string, until: string | null, signal: AbortSignal) => Promise<T[]>;
  read: (entry: Entry) => T;
  keyOf: (one: T) => string;
  keep: number;
}

export interface Newest<T> {
  items: readonly T[] | null;
  fault: Problem | null;
}

/** The newest of something of a thing: asked for once, then as it is told. `kind` must stay the same object. */
export function useNewest<T>(thing: string, kind: Kind<T>): Newest<T> {
  const until = usePast();
  const [newest, setNewest] = useState<Newest<T>>({ items: null, fault: null });
  useEffect(() => {
    const asking = new AbortController();
    const load = () =>
      kind.load(thing, until, asking.signal).then(
        items => setNewest(now => ({ items: together(until ? [] : (now.items ?? []), items, kind), fault: null })),
        why => {
          if (!asking.signal.aborted && why instanceof Problem) setNewest(now => ({ ...now, fault: why }));
        },
      );
    const soon = setTimeout(load, until ? 300 : 0);
    const told = onEntry(entry => {
      if (until || entry.thing !== thing || entry.kind !== kind.kind) return;
      setNewest(now => ({ ...now, items: together([kind.read(entry)], now.items ?? [], kind) }));
    });
    const opened = onOpen(load);
    return () => {
      asking.abort();
      clearTimeout(soon);
      told();
      opened();
    };
  }, [thing, kind, until]);
  return newest;
}

/** What was told is newer than what was asked for, so it stands before; each once, in the order in which they began. */
function together<T>(told: readonly T[], asked: readonly T[], { keyOf, keep }: Kind<T>): T[] {
  const known = new Map(asked.map(one => [keyOf(one), one]));
  for (const one of told) known.set(keyOf(one), one);
  return [...known.entries()]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, keep)
    .map(([, one]) => one);
}
