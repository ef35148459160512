import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  title: string;
  yes: string;
  ready?: boolean;
  onYes: () => void;
  onNo: () => void;
  children: ReactNode;
}

/** Asks before something is done; Escape and the button mean no. The focus goes back to where it was. */
export function Confirm({ title, yes, ready = true, onYes, onNo, children }: Props) {
  const { t } = useTranslation("list");
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const asked = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      if (asked instanceof HTMLElement) asked.focus();
    };
  }, []);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    onYes();
  };
  return (
    <dialog ref={dialog} className="card confirm" aria-labelledby={heading} onCancel={onNo}>
      <form className="stack" onSubmit={submit}>
        <h2 id={heading}>{title}</h2>
        {children}
        <div className="row confirm-buttons">
          <button type="button" className="button" onClick={onNo}>
            {t("no")}
          </button>
          <button type="submit" className="button primary" disabled={!ready}>
            {yes}
          </button>
        </div>
      </form>
    </dialog>
  );
}
