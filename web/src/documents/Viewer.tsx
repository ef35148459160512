import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { get, withKey } from "../api/client";
import { Problem } from "../api/problem";
import { go, useParam } from "../app/address";
import { Blank } from "../app/Blank";
import { Icon } from "../look/Icon";
import { Sheet } from "../look/Sheet";
import type { Doc } from "./library";
import { TextPages } from "./TextPages";
import "./viewer.css";

const Pdf = lazy(() => import("./Pdf"));
const close = () => go({ doc: null, page: null, quote: null });
const fileOf = (id: string) => `/documents/${encodeURIComponent(id)}/file`;

/** A document as it lies on the server, open on a page, with a passage marked. */
export default function Viewer({ document: id }: { document: string }) {
  const { t } = useTranslation("documents");
  const shut = useRef<HTMLButtonElement>(null);
  const [doc, fault, again] = useDocument(id);
  const page = Number(useParam("page")) || 1;
  const quote = useParam("quote");
  useEscape();
  return (
    <Sheet className="viewer" label={doc?.name ?? t("viewer.title")} onClose={close} first={shut}>
      <header className="viewer-header">
        <h2 title={doc?.name}>{doc?.name ?? t("viewer.title")}</h2>
        {doc && (
          <a
            className="button plain icon"
            href={withKey(fileOf(id))}
            download={doc.name}
            aria-label={t("viewer.download")}
            title={t("viewer.download")}
          >
            <Icon name="download" />
          </a>
        )}
        <button
          ref={shut}
          type="button"
          className="button plain icon"
          aria-label={t("viewer.close")}
          title={t("viewer.close")}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </header>
      {fault && <Missing fault={fault} again={again} />}
      {doc && (
        <Suspense fallback={<Blank what="loading" detail={t("viewer.opening")} />}>
          {/\.pdf$/i.test(doc.name) ? (
            <Pdf url={fileOf(id)} page={page} quote={quote} />
          ) : (
            <TextPages url={fileOf(id)} quote={quote} />
          )}
        </Suspense>
      )}
    </Sheet>
  );
}

function useDocument(id: string): [Doc | null, Problem | null, () => void] {
  const [doc, setDoc] = useState<Doc | null>(null);
  const [fault, setFault] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    const leaving = new AbortController();
    setFault(null);
    get<Doc>(`/documents/${encodeURIComponent(id)}`, leaving.signal)
      .then(setDoc)
      .catch((why: unknown) => {
        if (!leaving.signal.aborted) setFault(why instanceof Problem ? why : new Problem(0, "unknown", String(why)));
      });
    return () => leaving.abort();
  }, [id, tries]);
  return [doc, fault, () => setTries(tries + 1)];
}

// Before anybody else: Esc closes what lies on top, wherever the focus is.
function useEscape() {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (
        event.key !== "Escape" ||
        event.defaultPrevented ||
        document.querySelector("dialog:modal:not(.viewer, .chat)")
      )
        return;
      event.preventDefault();
      event.stopPropagation();
      close();
    };
    addEventListener("keydown", hear, { capture: true });
    return () => removeEventListener("keydown", hear, { capture: true });
  }, []);
}

function Missing({ fault, again }: { fault: Problem; again: () => void }) {
  const { t } = useTranslation("documents");
  const gone = fault.code === "no-document";
  return (
    <div className="blank" role="alert">
      <h2>{t(gone ? "viewer.gone" : "viewer.failed")}</h2>
      <p className="quiet">{gone ? t("viewer.goneNext") : fault.message}</p>
      {gone ? (
        <a className="button" href="#/documents">
          {t("viewer.all")}
        </a>
      ) : (
        <button type="button" className="button" onClick={again}>
          {t("again")}
        </button>
      )}
    </div>
  );
}
