import { useCallback, useLayoutEffect, useRef, useState } from "react";

const [least, widest, most] = [0.3, 1.6, 4];
const margin = 24;

/** How large pages are drawn: as wide as there is room, or as the person zoomed. What stood in the middle stays there. */
export function useFit(pageWidth: number) {
  const box = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(0);
  const [chosen, setChosen] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = box.current as HTMLElement;
    const measure = () => setRoom(element.clientWidth);
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    measure();
    return () => watching.disconnect();
  }, []);
  const fit = Math.min(widest, Math.max(least, (room - margin) / pageWidth));
  const scale = chosen ?? fit;
  useKeptMiddle(box, room > 0 ? scale : null);
  const zoom = useCallback(
    (by: number | "fit") =>
      setChosen(was => (by === "fit" ? null : Math.min(most, Math.max(least, (was ?? fit) * by)))),
    [fit],
  );
  return { box, measured: room > 0, scale, zoom };
}

function useKeptMiddle(box: React.RefObject<HTMLElement | null>, scale: number | null) {
  const before = useRef(scale);
  useLayoutEffect(() => {
    const element = box.current;
    const was = before.current;
    before.current = scale;
    if (!element || was === null || scale === null || was === scale) return;
    const ratio = scale / was;
    const half = element.clientHeight / 2;
    element.scrollTop = (element.scrollTop + half) * ratio - half;
    element.scrollLeft = (element.scrollWidth - element.clientWidth) / 2;
  }, [box, scale]);
}
