import { useTranslation } from "react-i18next";
import { Icon } from "../look/Icon";
import { dismiss, toasts } from "./toasts";

export function Toasts() {
  const { t } = useTranslation("app");
  const shown = toasts(s => s.shown);
  return (
    <div className="toasts" role="log" aria-live="polite" aria-label={t("told")}>
      {shown.map(one => (
        <div key={one.id} className={`toast ${one.tone}`}>
          {one.tone !== "plain" && <Icon name={one.tone === "bad" ? "warning" : "check"} />}
          <span>{one.text}</span>
          {one.action && (
            <button
              type="button"
              className="button"
              onClick={() => {
                one.action?.run();
                dismiss(one.id);
              }}
            >
              {one.action.label}
            </button>
          )}
          <button type="button" className="button plain icon" aria-label={t("close")} onClick={() => dismiss(one.id)}>
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}
