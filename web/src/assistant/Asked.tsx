import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useThings } from "../lab/lab";
import { titleOf } from "../things/describe";
import { chat, say } from "./chat";
import { ThingLink } from "./Deeds";
import { stepText } from "./stepText";
import { isOpen, type Question } from "./turns";

/** What waits for a yes. It can be said only as the next word, and for two minutes; after that the card says that it is over. */
export function Asked({ question, last }: { question: Question; last: boolean }) {
  const { t } = useTranslation("assistant");
  const things = useThings();
  const going = chat(s => s.going);
  const open = useOpen(question) && last;
  return (
    <fieldset className="chat-asked">
      <legend className="unseen">{t("confirm")}</legend>
      <ul>
        {question.steps.map(step => (
          <li key={JSON.stringify(step)}>
            <ThingLink thing={step.thing} title={titleOf(things.get(step.thing), step.thing)} /> ·{" "}
            {stepText(step, things.get(step.thing))}
          </li>
        ))}
      </ul>
      {open ? (
        <div className="row">
          <button type="button" className="button primary" disabled={going} onClick={() => void say(t("sayYes"))}>
            {t("yes")}
          </button>
          <button type="button" className="button" disabled={going} onClick={() => void say(t("sayNo"))}>
            {t("no")}
          </button>
        </div>
      ) : (
        last && <p className="small quiet">{t("over")}</p>
      )}
    </fieldset>
  );
}

function useOpen(question: Question): boolean {
  const [now, setNow] = useState(Date.now);
  const open = isOpen(question, now);
  useEffect(() => {
    if (!open) return;
    const until = setTimeout(() => setNow(Date.now()), Math.max(0, Date.parse(question.until) - Date.now()) + 50);
    return () => clearTimeout(until);
  }, [open, question.until]);
  return open;
}
