import { useState } from "react";
import { useTranslation } from "react-i18next";
import { callMe, cleaned, longest, myName } from "./name";

/** By what name one is seen. It is kept in this browser, and can be changed at any time. */
export function NameForm({ done }: { done: () => void }) {
  const { t } = useTranslation("people");
  const { name } = myName();
  const [text, setText] = useState(name);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    callMe(text);
    done();
  };
  return (
    <form className="stack people-form" onSubmit={submit}>
      <label className="stack">
        <span className="small">{t("name")}</span>
        <input
          className="field"
          value={text}
          maxLength={longest}
          autoComplete="nickname"
          onChange={e => setText(e.target.value)}
        />
      </label>
      <div className="row">
        <button type="submit" className="button primary" disabled={cleaned(text) === null}>
          {t("save")}
        </button>
        <button type="button" className="button" onClick={done}>
          {t("close")}
        </button>
      </div>
    </form>
  );
}
