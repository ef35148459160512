import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { connect, status } from "../live/link";
import { Icon } from "../look/Icon";

/** The link is lost: what is shown may be old, and it says so. Nothing is missed: it comes back with its cursor. */
export function Banner() {
  const { t } = useTranslation("app");
  const { state, lostAt, retryAt } = status();
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (lostAt === null) return;
    const ticking = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(ticking);
  }, [lostAt]);
  // A hiccup is nobody's business.
  if (lostAt === null || now - lostAt < 1000) return null;
  return (
    <div className="banner" role="status">
      <Icon name="away" />
      <span>
        {t("lost")}{" "}
        {state === "waiting" &&
          retryAt !== null &&
          t("retry", { seconds: Math.max(1, Math.ceil((retryAt - now) / 1000)) })}
      </span>
      <button type="button" className="button" onClick={connect}>
        {t("now")}
      </button>
    </div>
  );
}
