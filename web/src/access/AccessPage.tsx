import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { who } from "../api/who";
import { hrefOf, useParam } from "../app/address";
import { Accounts } from "./Accounts";
import { Devices } from "./Devices";
import { Keys } from "./Keys";
import { meet } from "./me";
import { Security } from "./Security";
import "./access.css";

const parts = { keys: Keys, accounts: Accounts, devices: Devices, security: Security };

/** Who may come in, for administrators: programs by keys, people by accounts, devices by credentials; and who tried without. */
export default function AccessPage() {
  const { t } = useTranslation("access");
  const me = who(w => w.me);
  const wanted = useParam("tab");
  useEffect(() => void meet(), []);
  const tab = wanted !== null && wanted in parts ? (wanted as keyof typeof parts) : "keys";
  const Part = parts[tab];
  if (me && me.role !== "admin") return <p className="page quiet">{t("notYours")}</p>;
  return (
    <div className="access">
      <nav className="access-tabs" aria-label={t("parts")}>
        {Object.keys(parts).map(name => (
          <a key={name} href={hrefOf({ tab: name })} aria-current={tab === name ? "page" : undefined}>
            {t(`tab.${name}`)}
          </a>
        ))}
      </nav>
      <section className="page stack" aria-label={t(`tab.${tab}`)}>
        <p className="quiet">{t(`about.${tab}`)}</p>
        <Part />
      </section>
    </div>
  );
}
