import { useCallback, useEffect, useState } from "react";
import { get } from "./client";
import { Problem } from "./problem";

export interface Polled<T> {
  data: T | null;
  fault: Problem | null;
  again: () => void;
}

/** What the server says at a path (null asks nothing), asked again every so many seconds while the page is seen. */
export function usePolled<T>(path: string | null, seconds: number): Polled<T> {
  const [said, setSaid] = useState<{ data: T | null; fault: Problem | null }>({ data: null, fault: null });
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn asks again
  useEffect(() => {
    if (path === null) return;
    const ending = new AbortController();
    const ask = () => {
      if (document.hidden) return;
      get<T>(path, ending.signal).then(
        data => setSaid({ data, fault: null }),
        why => {
          if (!ending.signal.aborted) setSaid(s => ({ ...s, fault: problem(why) }));
        },
      );
    };
    ask();
    const asking = setInterval(ask, seconds * 1000);
    document.addEventListener("visibilitychange", ask);
    return () => {
      ending.abort();
      clearInterval(asking);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [path, seconds, turn]);
  return { ...said, again: useCallback(() => setTurn(t => t + 1), []) };
}

const problem = (why: unknown) => (why instanceof Problem ? why : new Problem(0, "unknown", String(why)));
