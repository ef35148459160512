import { useState } from "react";
import { useTranslation } from "react-i18next";
import { send } from "../api/client";
import type { Role } from "../api/who";
import { secondsText } from "../lab/clock";
import { Confirm } from "../look/Confirm";
import { Field } from "./Door";
import { type Grant, GrantFields, noGrant } from "./GrantFields";
import { Listed } from "./Listed";
import { scopeText } from "./scope";
import { useList } from "./useList";

interface Account {
  id: string;
  name: string;
  role: Role;
  rooms: string[];
  things: string[];
  created: string;
}

/** People who sign in with a name and a password. */
export function Accounts() {
  const { t } = useTranslation("access");
  const list = useList<Account>("/access/accounts");
  const [grant, setGrant] = useState<Grant>(noGrant);
  const [password, setPassword] = useState("");
  const [leaving, setLeaving] = useState<Account | null>(null);
  const add = async (event: React.FormEvent) => {
    event.preventDefault();
    if (!(await list.change(() => send<Account>("POST", "/access/accounts", { ...grant, password })))) return;
    setGrant(noGrant);
    setPassword("");
  };
  return (
    <>
      <form className="card stack access-form" onSubmit={e => void add(e)} aria-label={t("newAccount")}>
        <h2>{t("newAccount")}</h2>
        <GrantFields grant={grant} set={setGrant} />
        <Field label={t("firstPassword")} type="password" complete="new-password" value={password} set={setPassword} />
        <button
          type="submit"
          className="button primary"
          disabled={list.busy || grant.name.trim() === "" || password.length < 12}
        >
          {t("makeAccount")}
        </button>
      </form>
      <Listed {...list} empty={t("noAccounts")}>
        {account => (
          <li key={account.id} className="card access-row">
            <div>
              <strong>{account.name}</strong> <span className="tag good">{t(`role.${account.role}`)}</span>
              <p className="quiet small">{scopeText(account)}</p>
              <p className="quiet small">{t("since", { time: secondsText(account.created) })}</p>
            </div>
            <button
              type="button"
              className="button"
              aria-label={t("removeOf", { name: account.name })}
              onClick={() => setLeaving(account)}
            >
              {t("remove")}
            </button>
          </li>
        )}
      </Listed>
      {leaving && (
        <Confirm
          title={t("removeOf", { name: leaving.name })}
          text={t("removeWhat")}
          yes={t("remove")}
          no={t("keep")}
          onYes={() => void list.change(() => send("DELETE", `/access/accounts/${encodeURIComponent(leaving.id)}`))}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}
