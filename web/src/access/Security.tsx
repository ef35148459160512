import { useTranslation } from "react-i18next";
import { usePolled } from "../api/usePolled";
import { hrefOf } from "../app/address";
import { secondsText } from "../lab/clock";
import { detailText } from "../security/detail";
import { Listed } from "./Listed";

interface Incident {
  kind: string;
  source: string;
  count: number;
  first: string;
  last: string;
  open: boolean;
  detail: string;
}

interface View {
  items: Incident[];
  webhook: { waiting: number; delivered: number; dropped: number; fault: string | null } | null;
}

/** Who tried what at the doors, counted; the whole story is in the log. */
export function Security() {
  const { t } = useTranslation(["access", "security"]);
  const { data, fault, again } = usePolled<View>("/security", 3);
  return (
    <>
      <p>
        <a href={hrefOf({ tab: null, entry: "security" }, "/log")}>{t("audit")}</a>
      </p>
      {data?.webhook && (
        <p className={data.webhook.fault ? "access-fault" : "quiet"}>
          {t("webhook", data.webhook)} {data.webhook.fault}
        </p>
      )}
      <Listed items={data?.items ?? null} fault={fault} again={again} empty={t("noIncidents")}>
        {one => (
          <li key={one.kind + one.source} className="card access-row">
            <div>
              <strong>{t(`security:incident.${one.kind}`, { defaultValue: one.kind })}</strong>{" "}
              <span className={`tag ${one.open ? "bad" : "wait"}`}>{t("times", { count: one.count })}</span>
              <p className="small">
                <code>{one.source}</code>
              </p>
              <p className="quiet small">
                {t(one.open ? "goesOn" : "over", { first: secondsText(one.first), last: secondsText(one.last) })}
              </p>
              <p className="quiet small">{detailText(one.kind, one.detail)}</p>
            </div>
          </li>
        )}
      </Listed>
    </>
  );
}
