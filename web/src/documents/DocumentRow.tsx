import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { send, withKey } from "../api/client";
import { Problem } from "../api/problem";
import { hrefOf } from "../app/address";
import { toast } from "../app/toasts";
import { Confirm } from "../look/Confirm";
import { Icon } from "../look/Icon";
import { locale } from "../words";
import { useBytes } from "./bytes";
import { useFaultText } from "./faultText";
import { type Doc, load } from "./library";
import { accepted, add } from "./uploads";

export function DocumentRow({ doc }: { doc: Doc }) {
  const { t } = useTranslation("documents");
  const bytes = useBytes();
  const added = new Intl.DateTimeFormat(locale(), { dateStyle: "medium" }).format(new Date(doc.added));
  return (
    <li className="document card" data-state={doc.state}>
      <Icon name="documents" size={22} />
      <div className="document-about">
        <a className="document-name" href={hrefOf({ doc: doc.id, page: null, quote: null })}>
          {doc.name}
        </a>
        <p className="small quiet">
          {doc.pages > 0 && `${t("pages", { count: doc.pages })} · `}
          {bytes(doc.bytes)} · {added}
          {doc.fromFolder && (
            <>
              {" · "}
              <span title={t("folderWhy")}>{t("folder")}</span>
            </>
          )}
        </p>
        <State doc={doc} />
      </div>
      <Tools doc={doc} />
    </li>
  );
}

/** Ready needs no word; everything else says how far it is, or why not. */
function State({ doc }: { doc: Doc }) {
  const { t } = useTranslation("documents");
  const text = useFaultText();
  if (doc.state === "failed") return <p className="small document-fault">{text(doc.error, doc.erro)}</p>;
  if (doc.state === "ready")
    return doc.unread ? <p className="small document-unread">{t("unread", { count: doc.unread })}</p> : null;
  const known = doc.state === "reading" && doc.of;
  return (
    <div className="small quiet document-progress" role="status">
      <progress {...(known && { value: doc.page ?? 0, max: doc.of })} aria-label={t("readingOf", { name: doc.name })} />
      {known
        ? t("reading", { page: String(doc.page ?? 0), of: String(doc.of) })
        : t(doc.state === "reading" ? "readingFirst" : "queued")}
    </div>
  );
}

function Tools({ doc }: { doc: Doc }) {
  const { t } = useTranslation("documents");
  const input = useRef<HTMLInputElement>(null);
  const [sure, setSure] = useState(false);
  return (
    <div className="document-tools">
      <a
        className="button plain icon"
        href={withKey(`/documents/${encodeURIComponent(doc.id)}/file`)}
        download={doc.name}
        aria-label={t("download", { name: doc.name })}
        title={t("downloadShort")}
      >
        <Icon name="download" size={18} />
      </a>
      {doc.fromFolder ? (
        <button
          type="button"
          className="button plain icon"
          aria-label={t("lockedOf", { name: doc.name })}
          title={t("folderWhy")}
          onClick={() => toast({ tone: "plain", text: t("folderWhy") })}
        >
          <Lock />
        </button>
      ) : (
        <>
          <button
            type="button"
            className="button plain icon"
            aria-label={t("replace", { name: doc.name })}
            title={t("replaceShort")}
            onClick={() => input.current?.click()}
          >
            <Icon name="upload" size={18} />
          </button>
          <input
            ref={input}
            type="file"
            hidden
            accept={accepted}
            aria-label={t("replace", { name: doc.name })}
            onChange={event => {
              add([...(event.target.files ?? [])].slice(0, 1), doc.id);
              event.target.value = "";
            }}
          />
          <button
            type="button"
            className="button plain icon"
            aria-label={t("delete", { name: doc.name })}
            title={t("deleteShort")}
            onClick={() => setSure(true)}
          >
            <Icon name="delete" size={18} />
          </button>
        </>
      )}
      {sure && (
        <Confirm
          title={t("sure.title", { name: doc.name })}
          text={t("sure.text")}
          yes={t("sure.yes")}
          no={t("sure.no")}
          onYes={() => void remove(doc, t("deleted", { name: doc.name }))}
          onClose={() => setSure(false)}
        />
      )}
    </div>
  );
}

async function remove(doc: Doc, said: string) {
  try {
    await send("DELETE", `/documents/${encodeURIComponent(doc.id)}`);
    toast({ tone: "good", text: said });
  } catch (why) {
    toast({ tone: "bad", text: why instanceof Problem ? why.message : String(why) });
  }
  await load();
}

function Lock() {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3" />
    </svg>
  );
}
