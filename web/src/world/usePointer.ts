import { type PointerEvent, useRef } from "react";
import { open } from "./act";
import { thingAt } from "./screen";
import { view } from "./view";

const still = 7;
const long = 550;

/** Tells a click from a drag, and a long press from a click. */
export function usePointer(act: (thing: string) => void) {
  const from = useRef<{ x: number; y: number; spent: boolean; timer: ReturnType<typeof setTimeout> } | null>(null);
  const release = () => clearTimeout(from.current?.timer);
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      release();
      const frame = event.currentTarget.getBoundingClientRect();
      const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
      const onCanvas = event.target instanceof HTMLCanvasElement;
      const timer = setTimeout(() => {
        const thing = onCanvas ? (view.getState().hovered ?? thingAt(x, y)) : null;
        if (!thing || !from.current || from.current.spent) return;
        from.current.spent = true;
        open(thing);
      }, long);
      from.current = { x: event.clientX, y: event.clientY, spent: false, timer };
    },
    onPointerMove: (event: PointerEvent) => {
      const start = from.current;
      if (!start || event.buttons === 0 || Math.hypot(event.clientX - start.x, event.clientY - start.y) < still) return;
      start.spent = true;
      release();
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
  const pick = (thing: string) => {
    if (!from.current?.spent) act(thing);
  };
  return { handlers, pick };
}
