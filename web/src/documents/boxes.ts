import type { Piece } from "./match";

/** Per cent of the page, so that they stay right when it is zoomed. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where pieces of a page's text stand on it. */
export function boxesOf(pieces: Piece[], divs: HTMLElement[], sheet: HTMLElement): Box[] {
  const page = sheet.getBoundingClientRect();
  return pieces.flatMap(({ item, from, to }) => {
    const text = divs[item]?.firstChild;
    if (text?.nodeType !== Node.TEXT_NODE) return [];
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, Math.min(to, text.textContent?.length ?? to));
    return [...range.getClientRects()].map(r => ({
      left: ((r.left - page.left) / page.width) * 100,
      top: ((r.top - page.top) / page.height) * 100,
      width: (r.width / page.width) * 100,
      height: (r.height / page.height) * 100,
    }));
  });
}
