import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Polled } from "../api/usePolled";
import { Icon } from "../look/Icon";

interface Props<T> extends Polled<T[]> {
  name: "rejected" | "unmatched";
  children: (one: T) => ReactNode;
}

/** A list of topics with what to do about them; empty, it says what that means. */
export function Topics<T>({ name, data, fault, again, children }: Props<T>) {
  const { t } = useTranslation(["log", "app"]);
  return (
    <section className="page log-page" aria-label={t(`log:tab.${name}`)}>
      <p className="quiet">{t(`log:about.${name}`)}</p>
      {fault && (
        <div className="row log-fault" role="alert">
          <span>{fault.message}</span>
          <button type="button" className="button" onClick={again}>
            {t("app:again")}
          </button>
        </div>
      )}
      {!data && !fault && <p className="log-end quiet">{t("log:loading")}</p>}
      {data?.length === 0 && (
        <div className="log-empty">
          <Icon name="check" size={32} />
          <h2>{t(`log:empty.${name}.title`)}</h2>
          <p className="quiet">{t(`log:empty.${name}.next`)}</p>
        </div>
      )}
      <ul className="log-topics">{data?.map(children)}</ul>
    </section>
  );
}
