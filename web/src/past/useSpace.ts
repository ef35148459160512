import { useEffect } from "react";

// Where space has a meaning of its own.
const others = "button, a, input:not([type=range]), textarea, select, summary, [contenteditable], dialog[open]";

/** Space plays and pauses, wherever it means nothing else. */
export function useSpace(act: () => void) {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key !== " " || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(others)) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, [act]);
}
