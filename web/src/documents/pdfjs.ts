import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask } from "pdfjs-dist";
import worker from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import { session } from "../api/session";

GlobalWorkerOptions.workerSrc = worker;

// What some files need to be drawn: the fonts that every reader is to have, Asian character maps, decoders of pictures. By name, since
// their addresses change with what is in them.
const files = import.meta.glob<string>(
  [
    "/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}",
    "/node_modules/pdfjs-dist/cmaps/*.bcmap",
    "/node_modules/pdfjs-dist/wasm/*.wasm",
  ],
  { query: "?url&no-inline", import: "default", eager: true },
);
const byName = new Map(Object.entries(files).map(([path, url]) => [path.slice(path.lastIndexOf("/") + 1), url]));

class Bundled {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const url = byName.get(filename);
    const answer = url === undefined ? undefined : await fetch(url);
    if (!answer?.ok) throw new Error(`${filename} is not there`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

/** Opens a PDF of the server; what is read of it is fetched page by page. */
export function openPdf(url: string): PDFDocumentLoadingTask {
  const { key } = session.getState();
  const unused = "/assets/";
  return getDocument({
    url,
    httpHeaders: key ? { Authorization: `Bearer ${key}` } : {},
    BinaryDataFactory: Bundled,
    useWorkerFetch: false,
    cMapUrl: unused,
    standardFontDataUrl: unused,
    wasmUrl: unused,
    // The same picture on every machine, whatever fonts it has.
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
  });
}
