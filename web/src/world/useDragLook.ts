import { useThree } from "@react-three/fiber";
import { type RefObject, useEffect } from "react";
import type { Walker } from "./Walk";

const fine = 0.0042;
const steepest = 1.2;

/** Looking about by dragging, with mouse or finger: the pointer stays free to click things. */
export function useDragLook(walker: RefObject<Walker>) {
  const element = useThree(s => s.gl.domElement);
  const invalidate = useThree(s => s.invalidate);
  useEffect(() => {
    let held: { id: number; x: number; y: number } | null = null;
    const down = (event: PointerEvent) => {
      held ??= { id: event.pointerId, x: event.clientX, y: event.clientY };
    };
    const move = (event: PointerEvent) => {
      if (held?.id !== event.pointerId) return;
      const me = walker.current;
      me.yaw += (event.clientX - held.x) * fine;
      me.pitch = Math.min(steepest, Math.max(-steepest, me.pitch + (event.clientY - held.y) * fine));
      held = { id: held.id, x: event.clientX, y: event.clientY };
      invalidate();
    };
    const up = (event: PointerEvent) => {
      if (held?.id === event.pointerId) held = null;
    };
    element.addEventListener("pointerdown", down);
    addEventListener("pointermove", move);
    addEventListener("pointerup", up);
    addEventListener("pointercancel", up);
    return () => {
      element.removeEventListener("pointerdown", down);
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", up);
      removeEventListener("pointercancel", up);
    };
  }, [element, invalidate, walker]);
}
