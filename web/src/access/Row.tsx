import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Confirm } from "../look/Confirm";

interface Props {
  name: string;
  tag: string;
  /** It has ended already. */
  over?: boolean;
  /** What ends it, and the word that tells what that means. */
  verb: "revoke" | "remove";
  what: string;
  onEnd: () => void;
  children: ReactNode;
}

/** One that may come in: what it is, and a button that ends it, which asks first. */
export function Row({ name, tag, over = false, verb, what, onEnd, children }: Props) {
  const { t } = useTranslation("access");
  const [asking, setAsking] = useState(false);
  const title = t(`${verb}Of`, { name });
  return (
    <li className="card access-row">
      <div>
        <strong>{name}</strong> <span className={`tag ${over ? "bad" : "good"}`}>{tag}</span>
        {children}
      </div>
      {!over && (
        <button type="button" className="button" aria-label={title} onClick={() => setAsking(true)}>
          {t(verb)}
        </button>
      )}
      {asking && (
        <Confirm
          title={title}
          text={t(what)}
          yes={t(verb)}
          no={t("keep")}
          onYes={onEnd}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
