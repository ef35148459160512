import { type PDFDocumentProxy, type RenderTask, TextLayer } from "pdfjs-dist";
import { type CSSProperties, type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Box, boxesOf } from "./boxes";
import { centre } from "./centre";
import { type Found, find } from "./match";

export interface Size {
  width: number;
  height: number;
}

interface Props {
  pdf: PDFDocumentProxy;
  number: number;
  like: Size;
  scale: number;
  quote: string | null;
  onLooked: (quote: string, found: Found | null) => void;
}

/** One page: its room from the beginning, its picture and text while it is near what is looked at. */
export function PdfPage({ pdf, number, like, scale, quote, onLooked }: Props) {
  const { t } = useTranslation("documents");
  const sheet = useRef<HTMLElement>(null);
  const near = useNear(sheet);
  const [picture, words] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const { size, text, failed } = useDrawn(pdf, number, near, scale, picture, words);
  const boxes = useMarked(sheet, text, quote, onLooked);
  const { width, height } = size ?? like;
  const style = { width: width * scale, height: height * scale, "--total-scale-factor": scale } as CSSProperties;
  return (
    <section
      ref={sheet}
      className="viewer-page"
      style={style}
      aria-label={t("viewer.pageOf", { page: String(number) })}
    >
      <div ref={picture} className="viewer-picture" aria-hidden="true" />
      <div className="viewer-marks" aria-hidden="true">
        {boxes.map(box => (
          <mark
            key={`${box.left} ${box.top}`}
            style={{ left: `${box.left}%`, top: `${box.top}%`, width: `${box.width}%`, height: `${box.height}%` }}
          />
        ))}
      </div>
      <div ref={words} className="textLayer" />
      {failed && <p className="viewer-fault">{t("viewer.pageFailed")}</p>}
    </section>
  );
}

/** Within a screen of what is looked at. */
function useNear(sheet: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = sheet.current as HTMLElement;
    const watching = new IntersectionObserver(seen => setNear(seen.at(-1)?.isIntersecting ?? false), {
      root: element.parentElement,
      rootMargin: "100% 0%",
    });
    watching.observe(element);
    return () => watching.disconnect();
  }, [sheet]);
  return near;
}

interface Text {
  divs: HTMLElement[];
  strings: string[];
}

type Layer = RefObject<HTMLDivElement | null>;

function useDrawn(pdf: PDFDocumentProxy, number: number, near: boolean, scale: number, picture: Layer, words: Layer) {
  const [size, setSize] = useState<Size | null>(null);
  const [text, setText] = useState<Text | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!near) return;
    let left = false;
    let drawing: RenderTask | undefined;
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (left) return;
      const viewport = page.getViewport({ scale });
      setSize({ width: viewport.width / scale, height: viewport.height / scale });
      const canvas = document.createElement("canvas");
      const sharp = Math.min(window.devicePixelRatio || 1, 2);
      [canvas.width, canvas.height] = [Math.floor(viewport.width * sharp), Math.floor(viewport.height * sharp)];
      drawing = page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
      await drawing.promise;
      // The picture before stays until this one is drawn.
      if (!left) picture.current?.replaceChildren(canvas);
      const read = await page.getTextContent();
      if (left || !words.current) return;
      words.current.replaceChildren();
      const layer = new TextLayer({ textContentSource: read, container: words.current, viewport });
      await layer.render();
      if (!left) setText({ divs: layer.textDivs, strings: layer.textContentItemsStr });
    };
    draw().catch((why: Error) => {
      if (!left && why.name !== "RenderingCancelledException") setFailed(true);
    });
    return () => {
      left = true;
      drawing?.cancel();
    };
  }, [pdf, number, near, scale, picture, words]);
  useEffect(() => {
    // A page far away gives its picture back.
    if (!near) picture.current?.replaceChildren();
  }, [near, picture]);
  return { size, text, failed };
}

function useMarked(
  sheet: RefObject<HTMLElement | null>,
  text: Text | null,
  quote: string | null,
  onLooked: Props["onLooked"],
): Box[] {
  const [boxes, setBoxes] = useState<Box[]>([]);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (!quote) {
      shown.current = null;
      setBoxes([]);
    }
    if (!quote || !text || !sheet.current) return;
    const found = find(quote, text.strings);
    setBoxes(boxesOf(found?.pieces ?? [], text.divs, sheet.current));
    onLooked(quote, found);
  }, [quote, text, sheet, onLooked]);
  // Once for each quote: who scrolled away or zoomed is not pulled back.
  useEffect(() => {
    const first = sheet.current?.querySelector("mark");
    if (!first || shown.current === quote) return;
    shown.current = quote;
    centre(first.closest(".viewer-pages") as HTMLElement, first);
  });
  return boxes;
}
