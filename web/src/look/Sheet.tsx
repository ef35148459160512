import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import "./sheet.css";

const narrow = matchMedia("(max-width: 760px)");

/** Whether the page stands on a phone: there a sheet covers all that is behind it. */
export function usePhone(): boolean {
  const [is, set] = useState(narrow.matches);
  useEffect(() => {
    const hear = () => set(narrow.matches);
    narrow.addEventListener("change", hear);
    return () => narrow.removeEventListener("change", hear);
  }, []);
  return is;
}

interface Props {
  className: string;
  label: string;
  onClose: () => void;
  /** What has the focus first. */
  first: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/** A sheet beside the page on a laptop, over it on a phone. Esc closes it, and the focus goes back to where it was. */
export function Sheet({ className, label, onClose, first, children }: Props) {
  const sheet = useRef<HTMLDialogElement>(null);
  const phone = usePhone();
  useLayoutEffect(() => {
    const dialog = sheet.current;
    if (phone) dialog?.showModal();
    else dialog?.show();
    first.current?.focus();
    return () => dialog?.close();
  }, [phone, first]);
  return (
    <dialog
      ref={sheet}
      className={`sheet ${className}`}
      aria-label={label}
      onCancel={event => {
        if (event.target !== sheet.current) return;
        event.preventDefault();
        onClose();
      }}
      onKeyDown={event => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </dialog>
  );
}
