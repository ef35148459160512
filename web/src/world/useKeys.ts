import { useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import { setMode } from "./view";

const ours = /^(Key[WASDQE]|Arrow(Up|Down|Left|Right)|Shift(Left|Right))$/;

/** Which keys are held, while no field or list wants them; Esc leaves the walk. */
export function useKeys() {
  const invalidate = useThree(s => s.invalidate);
  const held = useMemo(() => new Set<string>(), []);
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.code === "Escape" && !document.querySelector("dialog[open]")) setMode("orbit");
      if (!ours.test(event.code) || event.ctrlKey || event.metaKey || event.altKey || wanted(event.target)) return;
      held.add(event.code);
      if (event.code.startsWith("Arrow")) event.preventDefault();
      invalidate();
    };
    const up = (event: KeyboardEvent) => void held.delete(event.code);
    const none = () => held.clear();
    addEventListener("keydown", down);
    addEventListener("keyup", up);
    addEventListener("blur", none);
    return () => {
      removeEventListener("keydown", down);
      removeEventListener("keyup", up);
      removeEventListener("blur", none);
    };
  }, [held, invalidate]);
  return useMemo(() => ({ axis: (...codes: string[]) => (codes.some(code => held.has(code)) ? 1 : 0) }), [held]);
}

const wanted = (target: EventTarget | null) =>
  target instanceof Element && target.closest("input, textarea, select, dialog, [data-keys]") !== null;
