import type { PDFDocumentProxy } from "pdfjs-dist";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Blank } from "../app/Blank";
import type { Found } from "./match";
import { PdfPage, type Size } from "./PdfPage";
import { PdfTools } from "./PdfTools";
import { openPdf } from "./pdfjs";
import { QuoteState } from "./QuoteState";
import { useFit } from "./useFit";
import { usePages } from "./usePages";

interface Opened {
  pdf: PDFDocumentProxy;
  /** Of the first page, in points; the others are taken to be like it until they are seen. */
  size: Size;
}

export default function Pdf({ url, page, quote }: { url: string; page: number; quote: string | null }) {
  const { t } = useTranslation("documents");
  const [opened, fault] = usePdf(url);
  if (fault) {
    return (
      <div className="blank" role="alert">
        <h2>{t("viewer.failed")}</h2>
        <p className="quiet">{t(fault)}</p>
      </div>
    );
  }
  if (!opened) return <Blank what="loading" detail={t("viewer.opening")} />;
  return <Pages {...opened} page={Math.min(page, opened.pdf.numPages)} quote={quote} />;
}

function usePdf(url: string): [Opened | null, string | null] {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    const task = openPdf(url);
    let left = false;
    task.promise
      .then(async pdf => {
        const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
        if (!left) setOpened({ pdf, size: { width, height } });
      })
      .catch((why: Error) => {
        if (!left) setFault(faults[why.name] ?? "viewer.failedNext");
      });
    return () => {
      left = true;
      void task.destroy();
    };
  }, [url]);
  return [opened, fault];
}

const faults: Record<string, string> = { PasswordException: "viewer.locked", InvalidPDFException: "viewer.broken" };

function Pages({ pdf, size, page, quote }: Opened & { page: number; quote: string | null }) {
  const { t } = useTranslation("documents");
  const [found, setFound] = useState<{ quote: string; found: Found | null } | null>(null);
  const { box, measured, scale, zoom } = useFit(size.width);
  const { current, show } = usePages(box, pdf.numPages, page, measured);
  const looked = useCallback((sought: string, found: Found | null) => setFound({ quote: sought, found }), []);
  return (
    <>
      <PdfTools current={current} count={pdf.numPages} show={show} scale={scale} zoom={zoom} />
      {quote && <QuoteState quote={quote} found={found?.quote === quote ? found.found : undefined} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is to be reached by the keyboard */}
      <section className="viewer-pages" ref={box} aria-label={t("viewer.pages")} tabIndex={0}>
        {Array.from({ length: measured ? pdf.numPages : 0 }, (_, n) => n + 1).map(number => (
          <PdfPage
            key={number}
            pdf={pdf}
            number={number}
            like={size}
            scale={scale}
            quote={number === page ? quote : null}
            onLooked={looked}
          />
        ))}
      </section>
    </>
  );
}
