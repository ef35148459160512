import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../look/Icon";
import { Asked } from "./Asked";
import { chat, say } from "./chat";
import { Deeds } from "./Deeds";
import { bitsOf } from "./marks";
import { Mark, Sources } from "./Sources";
import { mayUndo, type Turn } from "./turns";

export function Answer({ answer, asked, last }: { answer: Turn; asked: string; last: boolean }) {
  const { t } = useTranslation("assistant");
  const going = chat(s => s.going);
  return (
    <div className="chat-answer">
      {answer.text !== "" && (
        <p className="chat-text">
          {bitsOf(answer.text, answer.citations).map((bit, n) => {
            const key = `${n}`;
            return bit.cited ? <Mark key={key} citation={bit.cited} /> : <span key={key}>{bit.text}</span>;
          })}
          {answer.state === "going" && <span className="chat-caret" aria-hidden="true" />}
        </p>
      )}
      {answer.state === "going" && answer.text === "" && <Thinking />}
      {answer.deeds.length > 0 && <Deeds deeds={answer.deeds} />}
      {answer.question && <Asked question={answer.question} last={last} />}
      {answer.citations.length > 0 && <Sources citations={answer.citations} />}
      {answer.notes.map(note => (
        <p key={note} className="chat-note small">
          {note}
        </p>
      ))}
      <Ended answer={answer} asked={asked} last={last} />
      {last && !going && mayUndo(answer) && (
        <button type="button" className="button chat-undo" onClick={() => void say(t("sayUndo"))}>
          <Icon name="past" size={16} /> {t("undo")}
        </button>
      )}
    </div>
  );
}

/** It ended otherwise than whole: why, and what can be done. */
function Ended({ answer, asked, last }: { answer: Turn; asked: string; last: boolean }) {
  const { t } = useTranslation("assistant");
  if (answer.state === "whole" || answer.state === "going") return null;
  const why = answer.state === "stopped" ? t("stopped") : answer.fault?.text || t("cut");
  return (
    <div className={`chat-ended small ${answer.state === "stopped" ? "quiet" : "bad"}`}>
      {answer.state !== "stopped" && <Icon name="warning" size={16} />}
      <span>{why}</span>
      {last && (
        <button type="button" className="button" onClick={() => void say(asked, true)}>
          {t("again")}
        </button>
      )}
    </div>
  );
}

const long = 2_000;

function Thinking() {
  const { t } = useTranslation("assistant");
  const [late, setLate] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setLate(true), long);
    return () => clearTimeout(waiting);
  }, []);
  return (
    <p className="chat-thinking quiet">
      <span className="chat-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span className={late ? "" : "unseen"}>{t(late ? "still" : "thinking")}</span>
    </p>
  );
}
