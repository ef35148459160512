import type { ReactNode } from "react";
import { useParam } from "../app/address";

/** The instant that is shown, or null for now. In the past nothing can be ordered. */
export const usePast = (): string | null => useParam("at");

/** Puts the lab as it was in the place of the lab as it is, for all below, when the address names an instant. */
export function PastProvider({ children }: { children: ReactNode }) {
  return children;
}
