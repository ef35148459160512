import { useTranslation } from "react-i18next";
import { usePolled } from "../api/usePolled";
import { useAdminPath, who } from "../api/who";
import { hrefOf, useParam } from "../app/address";
import { usePast } from "../past/PastProvider";
import { Events } from "./Events";
import { Rejected, type RejectedTopic } from "./Rejected";
import { Unmatched, type UnmatchedTopic } from "./Unmatched";
import "./log.css";

const often = 4;
/** The server lists so many topics at most when it is asked so. */
const most = 200;

/** Everything that happened, and what could not happen: refused messages and topics that belong to nothing. */
export default function LogPage() {
  const { t } = useTranslation("log");
  const wanted = useParam("tab") ?? "events";
  // What devices sent in vain is the administrators'.
  const may = who(w => w.me === null || w.me.role === "admin");
  const tab = may ? wanted : "events";
  const past = usePast();
  const rejected = usePolled<RejectedTopic[]>(useAdminPath(`/devices/rejected?limit=${most}`), often);
  const unmatched = usePolled<UnmatchedTopic[]>(useAdminPath(`/devices/unmatched?limit=${most}`), often);
  const count = (topics: unknown[] | null) =>
    topics && topics.length > 0 ? (topics.length < most ? topics.length : `${most}+`) : null;
  const tabs = [
    ["events", null],
    ["rejected", count(rejected.data)],
    ["unmatched", count(unmatched.data)],
  ] as const;
  return (
    <div className="log">
      <nav className="log-tabs" aria-label={t("parts")}>
        {tabs.slice(0, may ? tabs.length : 1).map(([name, of]) => (
          <a
            key={name}
            href={hrefOf({ tab: name === "events" ? null : name })}
            aria-current={tab === name ? "page" : undefined}
          >
            {t(`tab.${name}`)}
            {of !== null && <span className={`tag ${name === "rejected" ? "bad" : "wait"}`}>{of}</span>}
          </a>
        ))}
      </nav>
      {tab === "rejected" ? (
        <Rejected {...rejected} />
      ) : tab === "unmatched" ? (
        <Unmatched {...unmatched} />
      ) : (
        <Events key={past ?? ""} past={past} />
      )}
    </div>
  );
}
