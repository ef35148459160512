import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../look/Icon";

interface Props {
  current: number;
  count: number;
  show: (page: number) => void;
  scale: number;
  zoom: (by: number | "fit") => void;
}

const step = 1.2;

export function PdfTools({ current, count, show, scale, zoom }: Props) {
  const { t } = useTranslation("documents");
  const percent = new Intl.NumberFormat(undefined, { style: "percent" }).format(scale / (96 / 72));
  return (
    <div className="viewer-tools" role="toolbar" aria-label={t("viewer.tools")}>
      <button
        type="button"
        className="button plain icon"
        aria-label={t("viewer.previous")}
        disabled={current <= 1}
        onClick={() => show(current - 1)}
      >
        <Icon name="back" />
      </button>
      <PageNumber current={current} count={count} show={show} />
      <button
        type="button"
        className="button plain icon"
        aria-label={t("viewer.next")}
        disabled={current >= count}
        onClick={() => show(current + 1)}
      >
        <Icon name="go" />
      </button>
      <span className="viewer-gap" />
      <button
        type="button"
        className="button plain icon"
        aria-label={t("viewer.smaller")}
        onClick={() => zoom(1 / step)}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        className="button plain"
        title={t("viewer.fit")}
        aria-label={t("viewer.fitNow", { percent })}
        onClick={() => zoom("fit")}
      >
        {percent}
      </button>
      <button type="button" className="button plain icon" aria-label={t("viewer.larger")} onClick={() => zoom(step)}>
        <Icon name="plus" />
      </button>
    </div>
  );
}

function PageNumber({ current, count, show }: Pick<Props, "current" | "count" | "show">) {
  const { t } = useTranslation("documents");
  const [text, setText] = useState(String(current));
  useEffect(() => setText(String(current)), [current]);
  const submit = () => {
    const page = Number.parseInt(text, 10);
    if (Number.isNaN(page)) setText(String(current));
    else show(page);
  };
  return (
    <form
      className="viewer-number"
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <input
        className="field"
        inputMode="numeric"
        aria-label={t("viewer.page")}
        value={text}
        onChange={e => setText(e.target.value)}
        onBlur={submit}
      />
      <span>{t("viewer.of", { count: String(count) })}</span>
    </form>
  );
}
