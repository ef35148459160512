import { useTranslation } from "react-i18next";
import type { Polled } from "../api/usePolled";
import { go, hrefOf } from "../app/address";
import { secondsText } from "../lab/clock";
import { useThing } from "../lab/lab";
import { reasonText } from "../security/reason";
import { titleOf } from "../things/describe";
import { Topics } from "./Topics";

export interface RejectedTopic {
  topic: string;
  thing: string;
  reason: string;
  payload: string;
  bytes: number;
  count: number;
  last: string;
}

/** Messages that did not fit what the lab says of their topic: they changed nothing. */
export function Rejected(polled: Polled<RejectedTopic[]>) {
  return (
    <Topics name="rejected" {...polled}>
      {one => <One key={one.topic} {...one} />}
    </Topics>
  );
}

function One({ topic, thing, reason, payload, bytes, count, last }: RejectedTopic) {
  const { t } = useTranslation("log");
  const known = useThing(thing);
  return (
    <li className="card log-topic">
      <header>
        <code>{topic}</code>
        <span className="tag bad">{t("received", { count })}</span>
        <time className="quiet small" dateTime={last}>
          {t("last", { time: secondsText(last) })}
        </time>
      </header>
      <p className="log-why">{reasonText(reason)}</p>
      <Payload payload={payload} bytes={bytes} />
      <p className="quiet small">{t("rejectedNext")}</p>
      {known && (
        <div className="row">
          <button type="button" className="button" onClick={() => go({ thing })}>
            {t("openThing", { title: titleOf(known, thing) })}
          </button>
          <a className="button plain" href={hrefOf({ tab: null, of: thing, entry: "security" })}>
            {t("itsRefusals")}
          </a>
        </div>
      )}
    </li>
  );
}

export function Payload({ payload, bytes }: { payload: string; bytes: number }) {
  const { t } = useTranslation("log");
  const cut = bytes > new TextEncoder().encode(payload).length;
  if (bytes === 0) return <p className="quiet">{t("emptyPayload")}</p>;
  return (
    <pre className="log-payload">
      {payload}
      {cut && <span className="quiet"> … {t("bytes", { count: bytes })}</span>}
    </pre>
  );
}
