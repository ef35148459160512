import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Answer } from "./Answer";
import { chat, open } from "./chat";
import { Empty } from "./Empty";

/** How near its end the list must stand to go along with what comes: who reads further up is left in peace. */
const nearEnd = 120;

export function Messages() {
  const { t } = useTranslation("assistant");
  const { turns, loading, fault, conversation } = chat();
  const list = useRef<HTMLElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    const box = list.current;
    if (box && (follows.current || turns.at(-1)?.text === "")) box.scrollTop = box.scrollHeight;
  }, [turns]);
  const scrolled = () => {
    const box = list.current;
    if (box) follows.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is to be reached by the keyboard
    <section className="chat-list" ref={list} onScroll={scrolled} aria-label={t("messages")} tabIndex={0}>
      {loading && <p className="quiet chat-centre">{t("opening")}</p>}
      {fault && (
        <div className="chat-centre stack" role="alert">
          <p>{fault.message}</p>
          <button type="button" className="button" onClick={() => conversation && void open(conversation)}>
            {t("again")}
          </button>
        </div>
      )}
      {!loading && !fault && turns.length === 0 && <Empty />}
      <ol className="chat-turns">
        {turns.map((turn, n) => (
          <li key={turn.id} className={`chat-turn ${turn.role}`}>
            {turn.role === "person" ? (
              <p className="chat-said">
                <span className="unseen">{t("you")}: </span>
                {turn.text}
              </p>
            ) : (
              <Answer answer={turn} asked={turns[n - 1]?.text ?? ""} last={n === turns.length - 1} />
            )}
          </li>
        ))}
      </ol>
      <Spoken />
    </section>
  );
}

/** For those who hear the page: the answer once it is whole, and not each word. */
function Spoken() {
  const answer = chat(s => s.turns.at(-1));
  const said = answer?.role === "assistant" && answer.state !== "going" ? (answer.fault?.text ?? answer.text) : "";
  return (
    <div className="unseen" aria-live="polite">
      {said}
    </div>
  );
}
