import { useTranslation } from "react-i18next";
import { Account } from "../access/Account";
import { known } from "../lab/lab";
import { status } from "../live/link";
import { Icon, type IconName } from "../look/Icon";
import { language, speak } from "../words";
import { go, hrefOf, useParam, usePath } from "./address";
import { theme } from "./theme";

const pages: [string, string, IconName][] = [
  ["/", "world", "world"],
  ["/list", "list", "list"],
  ["/dashboard", "dashboard", "dashboard"],
  ["/log", "log", "log"],
  ["/documents", "documents", "documents"],
];

export function Header() {
  const { t } = useTranslation("app");
  const path = usePath();
  const lab = known(k => k.lab);
  return (
    <header className="header">
      <button type="button" className="skip" onClick={skip}>
        {t("skip")}
      </button>
      <h1 className="header-name">
        <span className="mark" aria-hidden="true" />
        <span>{lab ? (lab.name[language()] ?? Object.values(lab.name)[0]) : "Gêmeo"}</span>
      </h1>
      <nav aria-label={t("pages")} className="header-nav">
        {pages.map(([to, word, icon]) => (
          <a
            key={to}
            href={hrefOf({ doc: null, page: null, quote: null }, to)}
            aria-current={path === to ? "page" : undefined}
          >
            <Icon name={icon} />
            <span>{t(word)}</span>
          </a>
        ))}
      </nav>
      <Tools />
    </header>
  );
}

function skip() {
  const main = document.getElementById("main");
  main?.setAttribute("tabindex", "-1");
  main?.focus();
}

function Tools() {
  const { t, i18n } = useTranslation("app");
  const { theme: now, toggle } = theme();
  const [chat, at] = [useParam("chat"), useParam("at")];
  const link = status(s => s.state);
  const other = i18n.language === "pt" ? "en" : "pt";
  return (
    <div className="header-tools">
      <span className={`dot ${link}`} role="img" aria-label={t(`link.${link}`)} title={t(`link.${link}`)} />
      <button
        type="button"
        className="button plain"
        aria-pressed={at !== null}
        onClick={() => go({ at: at ? null : new Date().toISOString() })}
      >
        <Icon name="past" />
        <span className="wide">{t("past")}</span>
      </button>
      <button
        type="button"
        className="button plain"
        aria-pressed={chat !== null}
        onClick={() => go({ chat: chat ? null : "1" })}
      >
        <Icon name="chat" />
        <span className="wide">{t("assistant")}</span>
      </button>
      <button type="button" className="button plain" lang={other} onClick={() => speak(other)}>
        {t("otherLanguage")}
      </button>
      <button
        type="button"
        className="button plain icon"
        aria-label={t(now === "dark" ? "light" : "dark")}
        onClick={toggle}
      >
        <Icon name={now === "dark" ? "sun" : "moon"} />
      </button>
      <Account />
    </div>
  );
}
