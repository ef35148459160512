import { type KeyboardEvent, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../look/Icon";
import { chat, say, stop } from "./chat";

const most = 4_000;
// What was begun stays when the panel is closed.
let begun = "";

/** Enter sends, Shift and Enter begin a new line; while an answer comes one may go on writing. */
export function Composer({ words, onSaid }: { words: RefObject<HTMLTextAreaElement | null>; onSaid: () => void }) {
  const { t } = useTranslation("assistant");
  const going = chat(s => s.going);
  const [text, setText] = useState(begun);
  const write = (next: string) => {
    begun = next;
    setText(next);
  };
  const submit = () => {
    if (going || text.trim() === "" || text.length > most) return;
    void say(text.trim());
    write("");
    onSaid();
    words.current?.focus();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className="chat-composer"
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        ref={words}
        className="field"
        rows={1}
        aria-label={t("message")}
        placeholder={t("placeholder")}
        value={text}
        aria-invalid={text.length > most}
        onChange={event => write(event.target.value)}
        onKeyDown={key}
        enterKeyHint="send"
      />
      {going ? (
        <button type="button" className="button icon" aria-label={t("stop")} title={t("stop")} onClick={stop}>
          <span className="chat-stop" aria-hidden="true" />
        </button>
      ) : (
        <button
          type="submit"
          className="button primary icon"
          aria-label={t("send")}
          title={t("send")}
          disabled={text.trim() === "" || text.length > most}
        >
          <Icon name="send" />
        </button>
      )}
      {text.length > most && <p className="small chat-long">{t("tooLong")}</p>}
    </form>
  );
}
