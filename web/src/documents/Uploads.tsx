import { useTranslation } from "react-i18next";
import { Icon } from "../look/Icon";
import { useBytes } from "./bytes";
import { useFaultText } from "./faultText";
import { library } from "./library";
import { again, drop, type Upload, uploads } from "./uploads";

/** What is on its way to the server, and what was not taken. */
export function Uploads() {
  const { t } = useTranslation("documents");
  const all = uploads(s => s.all);
  if (all.length === 0) return null;
  return (
    <ul className="documents-list documents-uploads" aria-label={t("uploads")}>
      {all.map(upload => (
        <Row key={upload.key} upload={upload} />
      ))}
    </ul>
  );
}

/** Refused for what it is, the file would be refused again. */
const final = new Set(["wrong-type", "too-large", "empty", "document-from-folder", "no-document"]);

function Row({ upload }: { upload: Upload }) {
  const { t } = useTranslation("documents");
  const { key, file, state, sent, code } = upload;
  return (
    <li className="document card" data-state={state}>
      <Icon name={state === "failed" ? "warning" : "upload"} size={22} />
      <div className="document-about">
        <b className="document-name">{file.name}</b>
        {state === "failed" ? (
          <Refused upload={upload} />
        ) : (
          <div className="small quiet document-progress">
            <progress value={state === "sending" ? sent : 0} max={1} aria-label={t("sending", { name: file.name })} />
            {t(state === "waiting" ? "waiting" : sent >= 1 ? "arrived" : "sendingNow", {
              percent: String(Math.round(sent * 100)),
            })}
          </div>
        )}
      </div>
      {state === "failed" && !final.has(code ?? "") && (
        <button type="button" className="button" onClick={() => again(key)}>
          {t("again")}
        </button>
      )}
      <button
        type="button"
        className="button plain icon"
        aria-label={t("dismiss", { name: file.name })}
        title={t("dismissShort")}
        onClick={() => drop(key)}
      >
        <Icon name="close" size={18} />
      </button>
    </li>
  );
}

function Refused({ upload: { code, why, file } }: { upload: Upload }) {
  const text = useFaultText();
  const bytes = useBytes();
  const max = library(s => s.maxBytes);
  const size = code === "too-large" && max !== null ? ` (${bytes(file.size)} > ${bytes(max)})` : "";
  return (
    <p className="small document-fault" role="alert">
      {text(code, why)}
      {size}
    </p>
  );
}
