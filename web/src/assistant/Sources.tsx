import { useTranslation } from "react-i18next";
import { hrefOf } from "../app/address";
import { Icon } from "../look/Icon";
import type { Citation } from "./turns";

const hrefTo = (c: Citation) => hrefOf({ doc: c.document, page: String(c.page), quote: c.quote });

/** A mark [n] in the words: opens the document on its page, with the passage marked. */
export function Mark({ citation }: { citation: Citation }) {
  const { t } = useTranslation("assistant");
  const { number, name, page } = citation;
  return (
    <a
      className="chat-mark"
      href={hrefTo(citation)}
      aria-label={t("openSource", { number: String(number), name, page: String(page) })}
    >
      {number}
    </a>
  );
}

export function Sources({ citations }: { citations: Citation[] }) {
  const { t } = useTranslation("assistant");
  return (
    <section className="chat-sources" aria-label={t("sources")}>
      <h3 className="small quiet">{t("sources")}</h3>
      <ol>
        {citations.map(c => (
          <li key={`${c.number} ${c.document} ${c.page} ${c.quote}`}>
            <a className="chat-source" href={hrefTo(c)}>
              <span className="chat-mark" aria-hidden="true">
                {c.number}
              </span>
              <span className="chat-source-about">
                <span className="chat-source-name">
                  <Icon name="documents" size={14} /> <b>{c.name}</b>, {t("page", { page: String(c.page) })}
                </span>
                <q className="small quiet">{c.quote}</q>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
