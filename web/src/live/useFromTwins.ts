import { useCallback, useSyncExternalStore } from "react";
import type { Twins } from "./twins";
import { useTwins } from "./useTwin";

/**
 * Something small that is worked out from all twins: a count, or ids joined to a text. It is worked out for each frame with changes,
 * and draws again only when it comes out otherwise.
 */
export function useFromTwins<T extends string | number | boolean | null>(select: (twins: Twins) => T): T {
  const twins = useTwins();
  const subscribe = useCallback((listener: () => void) => twins.onChange(listener), [twins]);
  return useSyncExternalStore(subscribe, () => select(twins));
}

/** Ids for which something holds, in the order given; the same array as long as they are the same. */
export function useIdsWhere(ids: readonly string[], holds: (thing: string, twins: Twins) => boolean): string[] {
  const joined = useFromTwins(twins => ids.filter(id => holds(id, twins)).join("\n"));
  return joined === "" ? [] : joined.split("\n");
}

export const isAway = (thing: string, twins: Twins): boolean => twins.get(thing)?.available === false;
