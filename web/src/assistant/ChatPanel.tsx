import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../app/address";
import { Icon } from "../look/Icon";
import { Sheet } from "../look/Sheet";
import { usePast } from "../past/PastProvider";
import { Composer } from "./Composer";
import { Conversations } from "./Conversations";
import { begin, chat, resume } from "./chat";
import { Messages } from "./Messages";
import "./assistant.css";

const close = () => go({ chat: null });

/** Talks with the assistant: beside the page on a laptop, over it on a phone. */
export default function ChatPanel() {
  const { t } = useTranslation("assistant");
  const [listed, setListed] = useState(false);
  const words = useRef<HTMLTextAreaElement>(null);
  const past = usePast();
  useEffect(resume, []);
  const fresh = () => {
    begin();
    setListed(false);
    words.current?.focus();
  };
  return (
    <Sheet className="chat" label={t("title")} onClose={close} first={words}>
      <ChatHeader listed={listed} onList={() => setListed(!listed)} onBegin={fresh} />
      {past !== null && (
        <p className="chat-past small">
          <Icon name="past" size={16} /> {t("past")}
        </p>
      )}
      {listed ? <Conversations onOpened={() => setListed(false)} /> : <Messages />}
      <Composer words={words} onSaid={() => setListed(false)} />
    </Sheet>
  );
}

function ChatHeader({ listed, onList, onBegin }: { listed: boolean; onList: () => void; onBegin: () => void }) {
  const { t } = useTranslation("assistant");
  const empty = chat(s => s.turns.length === 0);
  return (
    <header className="chat-header">
      <h2>{t(listed ? "conversations" : "title")}</h2>
      <button
        type="button"
        className="button plain icon"
        aria-label={t(listed ? "back" : "conversations")}
        title={t(listed ? "back" : "conversations")}
        aria-pressed={listed}
        onClick={onList}
      >
        <Icon name={listed ? "chat" : "menu"} />
      </button>
      <button
        type="button"
        className="button plain icon"
        aria-label={t("begin")}
        title={t("begin")}
        disabled={empty}
        onClick={onBegin}
      >
        <Icon name="plus" />
      </button>
      <button type="button" className="button plain icon" aria-label={t("close")} title={t("close")} onClick={close}>
        <Icon name="close" />
      </button>
    </header>
  );
}
