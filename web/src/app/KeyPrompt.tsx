import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { session } from "../api/session";
import { known } from "../lab/lab";

/** The server wants a key: it is asked for here, and kept until this tab is closed. */
export function KeyPrompt() {
  const { t } = useTranslation("app");
  const { denied, enter, key } = session();
  const [text, setText] = useState("");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (denied) dialog.current?.showModal();
    else dialog.current?.close();
  }, [denied]);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    enter(text.trim());
    setText("");
    void known.getState().load();
  };
  return (
    <dialog ref={dialog} className="card" aria-labelledby="key-title" onCancel={e => e.preventDefault()}>
      <form onSubmit={submit} className="stack">
        <h2 id="key-title">{t("key.title")}</h2>
        <p className="quiet">{t(key ? "key.wrong" : "key.why")}</p>
        <label className="stack">
          <span>{t("key.label")}</span>
          <input
            className="field"
            type="password"
            autoComplete="current-password"
            value={text}
            onChange={e => setText(e.target.value)}
          />
        </label>
        <button type="submit" className="button primary">
          {t("key.enter")}
        </button>
      </form>
    </dialog>
  );
}
