import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type What = "loading" | "noPage" | "locked" | "unreachable" | "noThings" | "fault";

/** A page with nothing to show says why, and what to do next. */
export function Blank({ what, detail, children }: { what: What; detail?: string | undefined; children?: ReactNode }) {
  const { t } = useTranslation("app");
  return (
    <div className="blank" role={what === "loading" ? "status" : undefined}>
      {what === "loading" && <span className="spinner" aria-hidden="true" />}
      <h2>{t(`blank.${what}.title`)}</h2>
      <p className="quiet">{detail ?? t(`blank.${what}.next`)}</p>
      {children}
    </div>
  );
}
