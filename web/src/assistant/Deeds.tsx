import { useTranslation } from "react-i18next";
import { hrefOf } from "../app/address";
import { useThing } from "../lab/lab";
import { Icon } from "../look/Icon";
import { usePhone } from "../look/Sheet";
import { titleOf } from "../things/describe";
import { stepText } from "./stepText";
import type { Deed } from "./turns";

/** Orders of an answer and how each ended: what the device said of it, not what was hoped. */
export function Deeds({ deeds }: { deeds: Deed[] }) {
  const { t } = useTranslation("assistant");
  return (
    <ul className="chat-deeds" aria-label={t("actions")}>
      {deeds.map((deed, n) => (
        <One key={deed.command ?? `${n}`} deed={deed} />
      ))}
    </ul>
  );
}

type End = "pending" | "confirmed" | "sent" | "failed";

function endOf(deed: Deed): End {
  if (deed.code !== undefined || deed.state === "failed" || deed.state === "expired") return "failed";
  if (deed.state === "confirmed") return "confirmed";
  // The answer calls sent what nothing can confirm; in the log it is only on its way.
  return deed.state === "sent" && !deed.seen ? "sent" : "pending";
}

const tones: Record<End, string> = { pending: "wait", confirmed: "good", sent: "wait", failed: "bad" };

function One({ deed }: { deed: Deed }) {
  const { t } = useTranslation("assistant");
  const thing = useThing(deed.thing);
  const end = endOf(deed);
  const title = titleOf(thing, deed.thing);
  return (
    <li className={`chat-deed ${tones[end]}`} data-end={end}>
      {end === "pending" ? (
        <span className="chat-turning" aria-hidden="true" />
      ) : (
        <Icon name={end === "failed" ? "warning" : end === "sent" ? "send" : "check"} size={18} />
      )}
      <span>
        <ThingLink thing={deed.thing} title={title} /> · {stepText(deed, thing)}
        <span className="small chat-end">{useEndText(deed, end, t("already"), t("noAnswer"))}</span>
      </span>
    </li>
  );
}

function useEndText(deed: Deed, end: End, already: string, noAnswer: string): string {
  const { t } = useTranslation("commands");
  if (end === "failed") return deed.erro ?? (deed.state === "expired" ? noAnswer : t("failed"));
  return end === "confirmed" && deed.already ? already : t(end);
}

/** On a phone the chat covers the thing's panel, and makes way for it. */
export function ThingLink({ thing, title }: { thing: string; title: string }) {
  const { t } = useTranslation("assistant");
  const phone = usePhone();
  const known = useThing(thing) !== undefined;
  if (!known) return <b>{title}</b>;
  return (
    <a href={hrefOf(phone ? { thing, chat: null } : { thing })} title={t("seeThing", { thing: title })}>
      <b>{title}</b>
    </a>
  );
}
