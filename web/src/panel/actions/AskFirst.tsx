import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Action, descriptionOf, type Thing, titleOf } from "../../things/describe";

interface Props {
  thing: Thing;
  action: Action;
  title: string;
  yes: () => void;
  no: () => void;
}

export function AskFirst({ thing, action, title, yes, no }: Props) {
  const { t } = useTranslation("panel");
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const answer = (sure: boolean) => {
    // Closed before it goes, so that the focus returns to the button.
    dialog.current?.close();
    if (sure) yes();
  };
  return (
    <dialog ref={dialog} className="card" aria-labelledby={id} onClose={no}>
      <div className="stack">
        <h2 id={id}>{t("sure", { action: title, thing: titleOf(thing, thing.id) })}</h2>
        <p className="quiet">{descriptionOf(action) ?? t("sureNext")}</p>
        <div className="row ask-buttons">
          <button type="button" className="button" onClick={() => answer(false)}>
            {t("cancel")}
          </button>
          <button type="button" className="button primary" onClick={() => answer(true)}>
            {title}
          </button>
        </div>
      </div>
    </dialog>
  );
}
