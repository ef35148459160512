import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ask } from "../api/client";
import { Problem } from "../api/problem";
import type { Polled } from "../api/usePolled";
import { go } from "../app/address";
import { toast } from "../app/toasts";
import { secondsText } from "../lab/clock";
import { known } from "../lab/lab";
import { Icon } from "../look/Icon";
import { Payload } from "./Rejected";
import { describeTopic } from "./snippet";
import { Topics } from "./Topics";

export interface UnmatchedTopic {
  topic: string;
  payload: string;
  bytes: number;
  count: number;
  last: string;
}

/** Topics that belong to no thing: what a person needs to see to connect a new device. */
export function Unmatched(polled: Polled<UnmatchedTopic[]>) {
  return (
    <Topics name="unmatched" {...polled}>
      {one => <One key={one.topic} {...one} />}
    </Topics>
  );
}

function One({ topic, payload, bytes, count, last }: UnmatchedTopic) {
  const { t } = useTranslation("log");
  const [open, setOpen] = useState(false);
  return (
    <li className="card log-topic">
      <header>
        <code>{topic}</code>
        <span className="tag wait">{t("received", { count })}</span>
        <time className="quiet small" dateTime={last}>
          {t("last", { time: secondsText(last) })}
        </time>
      </header>
      <Payload payload={payload} bytes={bytes} />
      <details onToggle={e => setOpen(e.currentTarget.open)}>
        <summary>{t("claim")}</summary>
        {open && <Claim topic={topic} payload={payload} />}
      </details>
    </li>
  );
}

/** A description made ready from what the topic said: to copy into the lab's files, or to take in at once, corrected or as it is. */
function Claim({ topic, payload }: { topic: string; payload: string }) {
  const { t } = useTranslation("log");
  // The newest payload goes on changing; what is being read or corrected does not.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const guessed = useMemo(() => JSON.stringify(describeTopic(topic, payload), null, 2), [topic]);
  const [text, setText] = useState(guessed);
  const [fault, setFault] = useState<string | null>(null);
  const add = async () => {
    const outcome = await addThing(text);
    setFault(outcome.fault);
    if (outcome.id) {
      toast({
        tone: "good",
        text: t("added"),
        action: { label: t("openAdded"), run: () => go({ thing: outcome.id }) },
      });
    }
  };
  const copy = async () => {
    await navigator.clipboard.writeText(text).then(
      () => toast({ tone: "good", text: t("copied") }),
      () => toast({ tone: "bad", text: t("notCopied") }),
    );
  };
  return (
    <div className="stack log-claim">
      <p className="small">{t("claimHow")}</p>
      <textarea
        className="field"
        aria-label={t("description")}
        spellCheck={false}
        rows={14}
        value={text}
        onChange={e => setText(e.target.value)}
      />
      {fault && (
        <p className="log-why" role="alert">
          {fault}
        </p>
      )}
      <div className="row">
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name="documents" size={16} />
          {t("copy")}
        </button>
        <button type="button" className="button primary" onClick={() => void add()}>
          {t("add")}
        </button>
      </div>
    </div>
  );
}

async function addThing(text: string): Promise<{ id: string | null; fault: string | null }> {
  try {
    const thing = JSON.parse(text) as { id?: string };
    await ask("/things", { method: "POST", body: text, headers: { "Content-Type": "application/json" } });
    await known.getState().load();
    return { id: String(thing.id), fault: null };
  } catch (why) {
    return {
      id: null,
      fault: why instanceof Problem ? [why.message, why.detail].filter(Boolean).join(" ") : String(why),
    };
  }
}
