import { useState } from "react";
import { useTranslation } from "react-i18next";
import { send } from "../api/client";
import type { Role } from "../api/who";
import { secondsText } from "../lab/clock";
import { whoText } from "../security/who";
import { type Grant, GrantFields, noGrant } from "./GrantFields";
import { Listed } from "./Listed";
import { Once } from "./Once";
import { Row } from "./Row";
import { scopeText } from "./scope";
import { useList } from "./useList";

interface Key {
  id: string;
  name: string;
  role: Role;
  rooms: string[];
  things: string[];
  created: string;
  by: string;
  expires?: string;
  ended?: string;
}

/** Keys for programs and screens: made, told once, revoked. */
export function Keys() {
  const { t } = useTranslation("access");
  const list = useList<Key>("/access/keys");
  const [grant, setGrant] = useState<Grant>(noGrant);
  const [days, setDays] = useState("");
  const [made, setMade] = useState<(Key & { key: string }) | null>(null);
  const add = async (event: React.FormEvent) => {
    event.preventDefault();
    const until = Number(days) > 0 ? { expires: new Date(Date.now() + Number(days) * 86_400_000).toISOString() } : {};
    const said = await list.change(() => send<Key & { key: string }>("POST", "/access/keys", { ...grant, ...until }));
    if (!said) return;
    setMade(said);
    setGrant(noGrant);
  };
  return (
    <>
      {made && (
        <Once
          title={t("keyMade", { name: made.name })}
          secrets={[[t("door.key"), made.key]]}
          onClose={() => setMade(null)}
        />
      )}
      <form className="card stack access-form" onSubmit={e => void add(e)} aria-label={t("newKey")}>
        <h2>{t("newKey")}</h2>
        <GrantFields grant={grant} set={setGrant} />
        <label className="stack access-label">
          <span>{t("days")}</span>
          <select className="field" value={days} onChange={e => setDays(e.target.value)}>
            <option value="">{t("forEver")}</option>
            {["1", "30", "90", "365"].map(n => (
              <option key={n} value={n}>
                {t("inDays", { count: Number(n) })}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button primary" disabled={list.busy || grant.name.trim() === ""}>
          {t("makeKey")}
        </button>
      </form>
      <Listed {...list} empty={t("noKeys")}>
        {key => (
          <Row
            key={key.id}
            name={key.name}
            tag={t(key.ended ? `ended.${key.ended}` : `role.${key.role}`)}
            over={!!key.ended}
            verb="revoke"
            what="revokeWhat"
            onEnd={() => void list.change(() => send("DELETE", `/access/keys/${encodeURIComponent(key.id)}`))}
          >
            <p className="quiet small">{scopeText(key)}</p>
            <p className="quiet small">
              {t("keyMadeBy", { time: secondsText(key.created), by: whoText(key.by) })}
              {key.expires && ` · ${t("until", { time: secondsText(key.expires) })}`}
            </p>
          </Row>
        )}
      </Listed>
    </>
  );
}
