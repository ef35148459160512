import { useTranslation } from "react-i18next";
import { hrefOf } from "../app/address";
import { Icon } from "../look/Icon";

/** Instead of the scene: why there is none, and what shows the same. */
export function NoWorld({ why, again }: { why: "none" | "lost"; again?: () => void }) {
  const { t } = useTranslation("world");
  return (
    <div className="blank">
      <Icon name="world" size={40} />
      <h2>{t(`${why}.title`)}</h2>
      <p className="quiet">{t(`${why}.next`)}</p>
      <div className="row">
        {again && (
          <button type="button" className="button" onClick={again}>
            {t("again")}
          </button>
        )}
        <a className="button primary" href={hrefOf({}, "/list")}>
          <Icon name="list" />
          {t("toList")}
        </a>
      </div>
    </div>
  );
}
