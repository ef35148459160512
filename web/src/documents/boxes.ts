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
  const rects = pieces.flatMap(({ item, from, to }) => {
    const text = divs[item]?.firstChild;
    if (text?.nodeType !== Node.TEXT_NODE) return [];
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, Math.min(to, text.textContent?.length ?? to));
    return [...range.getClientRects()];
  });
  return joined(rects).map(r => ({
    left: ((r.left - page.left) / page.width) * 100,
    top: ((r.top - page.top) / page.height) * 100,
    width: (r.width / page.width) * 100,
    height: (r.height / page.height) * 100,
  }));
}

/** Words that follow each other on a line are marked in one stroke, the spaces between them too. */
export function joined(rects: Box[]): Box[] {
  const all: Box[] = [];
  for (const { left, top, width, height } of rects) {
    const last = all.at(-1);
    const gap = last && left - last.left - last.width;
    const follows = last && Math.abs(top - last.top) < height / 2 && Math.abs(gap ?? 0) < height;
    if (!follows) all.push({ left, top, width, height });
    else {
      const bottom = Math.max(last.top + last.height, top + height);
      last.top = Math.min(last.top, top);
      last.height = bottom - last.top;
      last.width = Math.max(last.left + last.width, left + width) - last.left;
    }
  }
  return all;
}
