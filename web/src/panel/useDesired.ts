import { useEffect, useRef, useState } from "react";
import { get } from "../api/client";
import { onEntry, onOpen } from "../live/link";
import { useTwin } from "../live/useTwin";
import { usePast } from "../past/PastProvider";

type Desired = Record<string, { value: unknown }>;

const soon = 300;

/**
 * What people asked for and got, as the server holds it against what the device reports. The log does not tell when that changes,
 * so it is asked for again after what may change it.
 */
export function useDesired(thing: string): Desired {
  const past = usePast() !== null;
  const then = useTwin(thing)?.desired;
  const [desired, setDesired] = useState<Desired>(then ?? {});
  const held = useRef(desired);
  useEffect(() => {
    if (past) return;
    const asking = new AbortController();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      waiting = undefined;
      get<{ desired: Desired }>(`/things/${encodeURIComponent(thing)}/state`, asking.signal).then(
        state => {
          held.current = state.desired;
          setDesired(state.desired);
        },
        () => {},
      );
    };
    const later = () => {
      waiting ??= setTimeout(load, soon);
    };
    const told = onEntry(entry => {
      const may = entry.kind === "property" ? entry.name in held.current : entry.kind !== "event";
      if (entry.thing === thing && may) later();
    });
    const opened = onOpen(later);
    load();
    return () => {
      asking.abort();
      clearTimeout(waiting);
      told();
      opened();
    };
  }, [thing, past]);
  return past ? (then ?? {}) : desired;
}
