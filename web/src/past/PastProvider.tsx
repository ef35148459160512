import { type ReactNode, useEffect } from "react";
import { useParam } from "../app/address";
import { live } from "../live/link";
import { TwinsContext } from "../live/useTwin";
import { enter, leave, pastTwins } from "./pastLab";

/** The instant that is shown, or null for now. In the past nothing can be ordered. */
export const usePast = (): string | null => useParam("at");

/** Puts the lab as it was in the place of the lab as it is, for all below, when the address names an instant. */
export function PastProvider({ children }: { children: ReactNode }) {
  const at = usePast();
  useEffect(() => {
    if (at === null) leave();
    else void enter(at);
  }, [at]);
  return <TwinsContext value={at === null ? live : pastTwins}>{children}</TwinsContext>;
}
