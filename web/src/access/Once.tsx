import { useTranslation } from "react-i18next";
import { toast } from "../app/toasts";
import { copy } from "../panel/copy";

interface Props {
  title: string;
  /** What is told now and never again, as label and text. */
  secrets: [string, string][];
  onClose: () => void;
}

/** A secret that was just made: it can be copied now, and is known to nobody afterwards. */
export function Once({ title, secrets, onClose }: Props) {
  const { t } = useTranslation("access");
  return (
    <section className="card stack access-once" aria-label={title}>
      <h2>{title}</h2>
      <p className="quiet">{t("once")}</p>
      {secrets.map(([label, text]) => (
        <div key={label} className="access-secret">
          <span className="quiet small">{label}</span>
          <pre>{text}</pre>
          <button
            type="button"
            className="button"
            aria-label={t("copyOf", { what: label })}
            onClick={() =>
              void copy(text).then(done =>
                toast({ tone: done ? "good" : "bad", text: t(done ? "copied" : "notCopied") }),
              )
            }
          >
            {t("copy")}
          </button>
        </div>
      ))}
      <button type="button" className="button primary" onClick={onClose}>
        {t("noted")}
      </button>
    </section>
  );
}
