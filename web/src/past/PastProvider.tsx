import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { useParam } from "../app/address";
import { live } from "../live/link";
import { TwinsContext } from "../live/useTwin";
import { enter, leave, pastTwins } from "./pastLab";

/** The instant that is shown, or null for now. In the past nothing can be ordered. */
export const usePast = (): string | null => useParam("at");

/** For what only wants to know whether it is the past: does not draw again with each instant that is played. */
export const useIsPast = (): boolean => useSyncExternalStore(onAddress, isPast);

const isPast = () => new URLSearchParams(location.hash.split("?")[1] ?? "").has("at");
const onAddress = (listener: () => void) => {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
};

/** Puts the lab as it was in the place of the lab as it is, for all below, when the address names an instant. */
export function PastProvider({ children }: { children: ReactNode }) {
  const at = usePast();
  useEffect(() => {
    if (at === null) leave();
    else void enter(at);
  }, [at]);
  return <TwinsContext value={at === null ? live : pastTwins}>{children}</TwinsContext>;
}
