import { useCallback, useEffect, useRef, useState } from "react";
import { go, useParam } from "../app/address";
import { readRange, type Span, type Stretch, writeRange } from "./range";

const rest = 300;

/** What is shown stands in the address, so that it can be sent to somebody; it is written there when the hand rests. */
export function useRange(): [Span | Stretch, (range: Span | Stretch) => void] {
  const [from, to] = [useParam("from"), useParam("to")];
  const [moved, setMoved] = useState<Span | Stretch | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  const set = useCallback((range: Span | Stretch) => {
    clearTimeout(resting.current);
    setMoved(range);
    resting.current = setTimeout(
      () => {
        go(writeRange(range), { replace: true });
        setMoved(null);
      },
      typeof range === "string" ? 0 : rest,
    );
  }, []);
  return [moved ?? readRange(from, to), set];
}
