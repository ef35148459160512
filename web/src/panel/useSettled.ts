import { useEffect, useRef, useState } from "react";

const rest = 500;

/**
 * What a hand is about to choose: sent when it lets go, or, with keys, when they rest. So dragging over twenty values is one order,
 * and so is going past a choice with the arrows.
 */
export function useSettled<T>(send: (value: T) => void) {
  const [draft, setDraft] = useState<{ value: T } | null>(null);
  const newest = useRef<{ value: T } | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const change = (value: T) => {
    clearTimeout(waiting.current);
    newest.current = { value };
    setDraft(newest.current);
  };
  const settle = () => {
    clearTimeout(waiting.current);
    const chosen = newest.current;
    newest.current = null;
    setDraft(null);
    if (chosen) send(chosen.value);
  };
  const settleSoon = () => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(settle, rest);
  };
  return { draft, change, settle, settleSoon };
}
