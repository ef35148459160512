/** What hands do on the plot, apart from marking, which uPlot does itself. */
export interface Moves {
  /** A factor below 1 is nearer; `at`: 0 at the left edge, 1 at the right. */
  zoom: (factor: number, at: number) => void;
  /** A share of what is seen; below 0 is back in time. */
  pan: (share: number) => void;
}

/** Wheel and pinch zoom, Shift and drag or a finger moves. Returns what takes it all off again. */
export function gestures(over: HTMLElement, moves: () => Moves): () => void {
  const place = (x: number) => {
    const { left, width } = over.getBoundingClientRect();
    return Math.min(1, Math.max(0, (x - left) / width));
  };
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    const { width } = over.getBoundingClientRect();
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) moves().pan(event.deltaX / width);
    else
      moves().zoom(
        1.0018 ** Math.max(-300, Math.min(300, event.deltaY * (event.ctrlKey ? 4 : 1))),
        place(event.clientX),
      );
  };
  const fingers = new Map<number, number>();
  const down = (event: PointerEvent) => {
    if (event.pointerType === "mouse" && !event.shiftKey) return;
    over.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, event.clientX);
  };
  const move = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, event.clientX);
    if (other === undefined) moves().pan((before - event.clientX) / over.clientWidth);
    else if (Math.abs(event.clientX - other) > 8)
      moves().zoom(
        Math.max(8, Math.abs(before - other)) / Math.abs(event.clientX - other),
        place((event.clientX + other) / 2),
      );
  };
  const up = (event: PointerEvent) => void fingers.delete(event.pointerId);
  // Up and down still moves the panel.
  over.style.touchAction = "pan-y";
  const off = new AbortController();
  over.addEventListener("wheel", wheel, { passive: false, signal: off.signal });
  over.addEventListener("pointerdown", down, { signal: off.signal });
  over.addEventListener("pointermove", move, { signal: off.signal });
  over.addEventListener("pointerup", up, { signal: off.signal });
  over.addEventListener("pointercancel", up, { signal: off.signal });
  return () => off.abort();
}
