import { useState } from "react";
import { useTranslation } from "react-i18next";
import { send } from "../api/client";
import type { Role } from "../api/who";
import { secondsText } from "../lab/clock";
import { Field } from "./Door";
import { type Grant, GrantFields, noGrant } from "./GrantFields";
import { Listed } from "./Listed";
import { Row } from "./Row";
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
          <Row
            key={account.id}
            name={account.name}
            tag={t(`role.${account.role}`)}
            verb="remove"
            what="removeWhat"
            onEnd={() => void list.change(() => send("DELETE", `/access/accounts/${encodeURIComponent(account.id)}`))}
          >
            <p className="quiet small">{scopeText(account)}</p>
            <p className="quiet small">{t("since", { time: secondsText(account.created) })}</p>
          </Row>
        )}
      </Listed>
    </>
  );
}
