import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { get } from "../api/client";
import { hrefOf } from "../app/address";
import { useThings } from "../lab/lab";
import { Icon } from "../look/Icon";
import { say } from "./chat";
import { suggestionsOf } from "./suggestions";

/** Nothing was said yet: what can be asked here, by what stands in this lab. */
export function Empty() {
  const { t } = useTranslation("assistant");
  const things = useThings();
  const [documents, setDocuments] = useState<boolean | null>(null);
  useEffect(() => {
    if (documents) return;
    const leaving = new AbortController();
    const look = () =>
      get<{ items: unknown[] }>("/documents?limit=1", leaving.signal)
        .then(({ items }) => setDocuments(items.length > 0))
        .catch(() => undefined);
    void look();
    // The folder's are found some seconds after the server's start.
    const looking = setInterval(look, 5_000);
    return () => {
      clearInterval(looking);
      leaving.abort();
    };
  }, [documents]);
  return (
    <div className="chat-empty">
      <span className="mark" aria-hidden="true" />
      <h3>{t("emptyTitle")}</h3>
      <p className="quiet">{t("emptyText")}</p>
      <ul>
        {suggestionsOf(things.values(), documents === true).map(what => (
          <li key={what}>
            <button type="button" className="button" onClick={() => void say(t(`ask.${what}`))}>
              {t(`ask.${what}`)}
            </button>
          </li>
        ))}
      </ul>
      {documents === false && (
        <p className="small quiet">
          {t("noDocuments")}{" "}
          <a href={hrefOf({ chat: null }, "/documents")}>
            <Icon name="documents" size={14} /> {t("addDocuments")}
          </a>
        </p>
      )}
    </div>
  );
}
