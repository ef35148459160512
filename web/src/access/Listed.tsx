import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem";

interface Props<T> {
  items: T[] | null;
  fault: Problem | null;
  again: () => void;
  empty: string;
  children: (one: T) => ReactNode;
}

/** A list as it comes: loading, refused, empty, or there. */
export function Listed<T>({ items, fault, again, empty, children }: Props<T>) {
  const { t } = useTranslation(["access", "app"]);
  return (
    <>
      {fault && (
        <div className="row access-fault" role="alert">
          <span>{fault.message}</span>
          <button type="button" className="button" onClick={again}>
            {t("app:again")}
          </button>
        </div>
      )}
      {!items && !fault && <p className="quiet">{t("access:loading")}</p>}
      {items?.length === 0 && <p className="quiet access-empty">{empty}</p>}
      <ul className="access-list">{items?.map(children)}</ul>
    </>
  );
}
