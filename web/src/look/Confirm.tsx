import { useLayoutEffect, useRef } from "react";

interface Props {
  title: string;
  text: string;
  yes: string;
  no: string;
  onYes: () => void;
  onClose: () => void;
}

/** Asks before what cannot be taken back. "No" has the focus. */
export function Confirm({ title, text, yes, no, onYes, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const not = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    not.current?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="card stack" role="alertdialog" aria-label={title} onCancel={onClose}>
      <h2>{title}</h2>
      <p className="quiet">{text}</p>
      <div className="row sure-buttons">
        <button ref={not} type="button" className="button" onClick={onClose}>
          {no}
        </button>
        <button
          type="button"
          className="button danger"
          onClick={() => {
            onYes();
            onClose();
          }}
        >
          {yes}
        </button>
      </div>
    </dialog>
  );
}
