import { type RefObject, useEffect, useMemo, useSyncExternalStore } from "react";
import { get } from "../api/client";
import { onEntry, onMessage } from "../live/link";
import type { Entry } from "../live/twins";
import { Feed, type Page } from "./feed";

export interface LogFilter {
  thing: string | null;
  kind: string | null;
  /** Readings that only repeat what was known, too. */
  repeated: boolean;
  /** The instant that is shown; null follows the log live. */
  past: string | null;
}

const pageSize = 100;
const quick = 250;
const slow = 1000;
/** More rows than these in one go are let in less often: a screen cannot be read that fast. */
const flood = 60;

export function pathOf(filter: LogFilter, before: string | null): string {
  const query = new URLSearchParams({ order: "desc", limit: String(pageSize) });
  if (filter.thing) query.set("thing", filter.thing);
  if (filter.kind) query.set("kind", filter.kind);
  if (!filter.repeated) query.set("changed", "true");
  if (filter.past) query.set("to", filter.past);
  if (before) query.set("before", before);
  return `/log?${query}`;
}

export const takes = (filter: LogFilter, entry: Entry): boolean =>
  filter.past === null &&
  (filter.thing === null || entry.thing === filter.thing) &&
  (filter.kind === null || entry.kind === filter.kind) &&
  (filter.repeated || entry.changed);

/** The feed of a filter, alive as long as it is shown; `held` says whether new rows have to wait. */
export function useFeed({ thing, kind, repeated, past }: LogFilter, held: RefObject<() => boolean>) {
  const feed = useMemo(() => {
    const filter = { thing, kind, repeated, past };
    return new Feed({ page: before => get<Page>(pathOf(filter, before)), takes: entry => takes(filter, entry) });
  }, [thing, kind, repeated, past]);
  useEffect(() => follow(feed, held), [feed, held]);
  return { feed, shown: useSyncExternalStore(feed.subscribe, () => feed.shown) };
}

function follow(feed: Feed, held: RefObject<() => boolean>): () => void {
  const stops = [onEntry(entry => feed.take(entry)), onMessage("snapshot", () => void feed.again())];
  let waiting: ReturnType<typeof setTimeout>;
  const tick = () => {
    const before = feed.shown.rows[0];
    feed.tick(held.current());
    const came = before ? feed.shown.rows.indexOf(before) : 0;
    waiting = setTimeout(tick, came < 0 || came > flood ? slow : quick);
  };
  tick();
  void feed.older();
  return () => {
    clearTimeout(waiting);
    for (const stop of stops) stop();
  };
}
