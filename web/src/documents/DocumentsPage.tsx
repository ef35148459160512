import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Blank } from "../app/Blank";
import { Icon } from "../look/Icon";
import { DocumentRow } from "./DocumentRow";
import { load, useLibrary } from "./library";
import { Search } from "./Search";
import { Uploads } from "./Uploads";
import { accepted, add } from "./uploads";
import "./documents.css";

/** The lab's documents: dropped here, read, found, deleted. */
export default function DocumentsPage() {
  const { t } = useTranslation("documents");
  const { docs, fault } = useLibrary();
  const { over, handlers } = useDrop();
  const [asked, setAsked] = useState("");
  if (!docs) {
    if (!fault) return <Blank what="loading" detail={t("loading")} />;
    return (
      <Blank what="unreachable" detail={fault.message}>
        <button type="button" className="button" onClick={() => void load()}>
          {t("again")}
        </button>
      </Blank>
    );
  }
  return (
    <div className={`page documents ${over ? "over" : ""}`} {...handlers}>
      <div className="row spread documents-head">
        <h2>{t("title")}</h2>
        <Choose />
      </div>
      {docs.length > 0 && <Search asked={asked} onAsk={setAsked} />}
      <Uploads />
      {asked.trim() === "" &&
        (docs.length === 0 ? (
          <Empty />
        ) : (
          <ul className="documents-list" aria-label={t("title")}>
            {docs.map(doc => (
              <DocumentRow key={doc.id} doc={doc} />
            ))}
          </ul>
        ))}
      {docs.length > 0 && asked.trim() === "" && <p className="small quiet documents-hint">{t("hint")}</p>}
      {over && (
        <p className="documents-drop" aria-hidden="true">
          <Icon name="upload" size={40} />
          {t("dropNow")}
        </p>
      )}
    </div>
  );
}

function Empty() {
  const { t } = useTranslation("documents");
  return (
    <div className="blank documents-empty">
      <Icon name="documents" size={56} />
      <h2>{t("empty.title")}</h2>
      <p className="quiet">{t("empty.next")}</p>
    </div>
  );
}

function Choose() {
  const { t } = useTranslation("documents");
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button primary" onClick={() => input.current?.click()}>
        <Icon name="upload" size={18} /> {t("choose")}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accepted}
        aria-label={t("choose")}
        onChange={event => {
          add(event.target.files ?? []);
          event.target.value = "";
        }}
      />
    </>
  );
}

function useDrop() {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const files = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  const move = (by: number) => (event: DragEvent) => {
    if (!files(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  const handlers = {
    onDragEnter: move(1),
    onDragLeave: move(-1),
    onDragOver: move(0),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      add(event.dataTransfer.files);
    },
  };
  return { over, handlers };
}
