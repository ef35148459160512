import { type RefObject, useCallback, useEffect, useState } from "react";

/** Which page is looked at, and going to another. The one that the address names comes first, once the pages are laid out. */
export function usePages(box: RefObject<HTMLElement | null>, count: number, wanted: number, laidOut: boolean) {
  const [current, setCurrent] = useState(wanted);
  const show = useCallback(
    (page: number) => {
      const number = Math.min(count, Math.max(1, page));
      const sheet = box.current?.children[number - 1] as HTMLElement | undefined;
      if (sheet && box.current) box.current.scrollTop = sheet.offsetTop - 12;
      setCurrent(number);
    },
    [box, count],
  );
  useEffect(() => {
    if (laidOut) show(wanted);
  }, [show, wanted, laidOut]);
  useEffect(() => {
    const element = box.current as HTMLElement;
    let waiting = 0;
    const look = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => setCurrent(seen(element)));
    };
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      cancelAnimationFrame(waiting);
      element.removeEventListener("scroll", look);
    };
  }, [box]);
  return { current, show };
}

// The page on the line a third down; at the very end the last one, however short it is.
function seen(box: HTMLElement): number {
  const sheets = [...box.children] as HTMLElement[];
  if (box.scrollTop + box.clientHeight >= box.scrollHeight - 2) return sheets.length;
  const line = box.scrollTop + box.clientHeight / 3;
  return Math.max(1, sheets.findLastIndex(sheet => sheet.offsetTop <= line) + 1);
}
