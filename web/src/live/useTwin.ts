import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import { live } from "./link";
import type { Twin, Twins } from "./twins";

/** The lab that is shown: as it is now, or, in time travel, as it was. */
export const TwinsContext = createContext<Twins>(live);

export const useTwins = (): Twins => useContext(TwinsContext);

/** One thing's state; draws again when it changes. */
export function useTwin(thing: string): Twin | undefined {
  const twins = useTwins();
  const subscribe = useCallback((listener: () => void) => twins.onThing(thing, listener), [twins, thing]);
  useSyncExternalStore(subscribe, () => twins.revision(thing));
  return twins.get(thing);
}

/** Draws again when anything changes: for totals and lists. */
export function useAllTwins(): Twins {
  const twins = useTwins();
  const subscribe = useCallback((listener: () => void) => twins.onChange(listener), [twins]);
  useSyncExternalStore(subscribe, () => twins.revision());
  return twins;
}
