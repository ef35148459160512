import { useState } from "react";
import { useTranslation } from "react-i18next";
import { send } from "../api/client";
import { secondsText } from "../lab/clock";
import { Field } from "./Door";
import { ThingChoice } from "./GrantFields";
import { Listed } from "./Listed";
import { Once } from "./Once";
import { Row } from "./Row";
import { useList } from "./useList";

interface Credential {
  user: string;
  things: string[];
  clientId: string;
  created: string;
  revoked: string | null;
  publishes: string[];
  subscribes: string[];
  missing: string[];
}

interface Card {
  user: string;
  password: string;
  clientId: string;
  host: string;
  port: number;
  tls: boolean;
  snippets: Record<string, string>;
}

/** Each device's own user and password at the broker; its topics follow from its things. */
export function Devices() {
  const { t } = useTranslation("access");
  const list = useList<Credential>("/devices/credentials");
  const [user, setUser] = useState("");
  const [things, setThings] = useState<string[]>([]);
  const [card, setCard] = useState<Card | null>(null);
  const add = async (event: React.FormEvent) => {
    event.preventDefault();
    const said = await list.change(() => send<Card>("POST", "/devices/credentials", { user: user.trim(), things }));
    if (!said) return;
    setCard(said);
    setUser("");
    setThings([]);
  };
  return (
    <>
      {card && (
        <Once title={t("deviceMade", { user: card.user })} secrets={secretsOf(card, t)} onClose={() => setCard(null)} />
      )}
      <form className="card stack access-form" onSubmit={e => void add(e)} aria-label={t("newDevice")}>
        <h2>{t("newDevice")}</h2>
        <Field label={t("user")} value={user} set={setUser} />
        <ThingChoice label={t("itsThings")} chosen={things} set={setThings} />
        <button
          type="submit"
          className="button primary"
          disabled={list.busy || user.trim() === "" || things.length === 0}
        >
          {t("makeDevice")}
        </button>
      </form>
      <Listed {...list} empty={t("noDevices")}>
        {one => (
          <Row
            key={one.user + one.created}
            name={one.user}
            tag={one.revoked ? t("ended.revoked") : one.things.join(", ")}
            over={!!one.revoked}
            verb="revoke"
            what="revokeDeviceWhat"
            onEnd={() => void list.change(() => send("DELETE", `/devices/credentials/${encodeURIComponent(one.user)}`))}
          >
            <p className="quiet small">{t("since", { time: secondsText(one.created) })}</p>
            <Topics word="says" topics={one.publishes} />
            <Topics word="hears" topics={one.subscribes} />
            {one.missing.length > 0 && (
              <p className="access-fault small">{t("missing", { what: one.missing.join(", ") })}</p>
            )}
          </Row>
        )}
      </Listed>
    </>
  );
}

function Topics({ word, topics }: { word: string; topics: string[] }) {
  const { t } = useTranslation("access");
  if (topics.length === 0) return null;
  return (
    <p className="small">
      <span className="quiet">{t(word)}</span>{" "}
      {topics.map(topic => (
        <code key={topic}>{topic} </code>
      ))}
    </p>
  );
}

const secretsOf = (card: Card, t: (word: string) => string): [string, string][] => [
  [t("password"), card.password],
  [t("broker"), `${card.host}:${card.port}${card.tls ? " (TLS)" : ""}`],
  ...Object.entries(card.snippets),
];
