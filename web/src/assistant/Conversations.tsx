import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { get } from "../api/client";
import { Problem } from "../api/problem";
import { toast } from "../app/toasts";
import { Icon } from "../look/Icon";
import { locale } from "../words";
import { chat, forget, open } from "./chat";

interface Kept {
  id: string;
  title: string;
  used: string;
  messages: number;
}

/** What was talked about before: to go on with, or to delete. */
export function Conversations({ onOpened }: { onOpened: () => void }) {
  const { t } = useTranslation("assistant");
  const [kept, setKept] = useState<Kept[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const load = useCallback(() => {
    setFault(null);
    get<{ items: Kept[] }>("/conversations")
      .then(({ items }) => setKept(items))
      .catch((why: unknown) => setFault(why instanceof Problem ? why.message : String(why)));
  }, []);
  useEffect(load, [load]);
  const remove = async (id: string) => {
    try {
      await forget(id);
      setKept(all => all?.filter(c => c.id !== id) ?? null);
    } catch (why) {
      toast({ tone: "bad", text: why instanceof Problem ? why.message : String(why) });
    }
  };
  if (fault)
    return (
      <div className="chat-list chat-centre stack" role="alert">
        <p>{fault}</p>
        <button type="button" className="button" onClick={load}>
          {t("again")}
        </button>
      </div>
    );
  return (
    <div className="chat-list">
      {kept?.length === 0 && <p className="quiet chat-centre">{t("listEmpty")}</p>}
      <ul className="chat-kept">
        {kept?.map(one => (
          <Row
            key={one.id}
            one={one}
            onOpen={() => {
              void open(one.id);
              onOpened();
            }}
            onDelete={() => void remove(one.id)}
          />
        ))}
      </ul>
    </div>
  );
}

function Row({ one, onOpen, onDelete }: { one: Kept; onOpen: () => void; onDelete: () => void }) {
  const { t } = useTranslation("assistant");
  const [sure, setSure] = useState(false);
  const current = chat(s => s.conversation === one.id);
  const when = new Intl.DateTimeFormat(locale(), { dateStyle: "short", timeStyle: "short" }).format(new Date(one.used));
  return (
    <li aria-current={current ? "true" : undefined}>
      <button type="button" className="chat-kept-open" onClick={onOpen}>
        <span>{one.title}</span>
        <span className="small quiet">
          {when} · {t("count", { count: one.messages })}
        </span>
      </button>
      {sure ? (
        <span className="row">
          <button type="button" className="button chat-danger" onClick={onDelete}>
            {t("deleteSure")}
          </button>
          <button type="button" className="button" onClick={() => setSure(false)}>
            {t("keep")}
          </button>
        </span>
      ) : (
        <button
          type="button"
          className="button plain icon"
          aria-label={t("deleteOf", { title: one.title })}
          title={t("delete")}
          onClick={() => setSure(true)}
        >
          <Icon name="delete" size={18} />
        </button>
      )}
    </li>
  );
}
