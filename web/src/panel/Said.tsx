import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetPlace, give, type Outcome, placeOf } from "../commands/orders";
import { Icon } from "../look/Icon";

const seen = 4000;

/** How an order given here goes. What was confirmed fades; what failed stays, with its reason and a second try. */
export function Said({ outcome, waiting }: { outcome: Outcome | undefined; waiting: boolean }) {
  const { t } = useTranslation(["commands", "panel"]);
  const fresh = useFresh(outcome?.at);
  if (waiting || outcome?.state === "pending")
    return (
      <p className="said wait" role="status">
        <span className="spin" aria-hidden="true" />
        {t("commands:pending")}
      </p>
    );
  if (!outcome) return null;
  if (outcome.state === "failed") return <Failed outcome={outcome} />;
  if (!fresh) return null;
  return (
    <p className={`said fading ${outcome.state === "confirmed" ? "good" : "plain"}`} role="status">
      <Icon name={outcome.state === "confirmed" ? "check" : "send"} size={16} />
      {t(`commands:${outcome.state}`)}
    </p>
  );
}

function Failed({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation(["commands", "panel"]);
  return (
    <div className="said bad" role="alert">
      <Icon name="warning" size={16} />
      <div>
        <p>{outcome.why}</p>
        {outcome.detail && (
          <p className="small" lang="en">
            {outcome.detail}
          </p>
        )}
        <p className="row">
          <button type="button" className="link" onClick={() => void give(outcome.order, true)}>
            {t("panel:retry")}
          </button>
          <button type="button" className="link" onClick={() => forgetPlace(placeOf(outcome.order))}>
            {t("panel:dismiss")}
          </button>
        </p>
      </div>
    </div>
  );
}

function useFresh(at: number | undefined): boolean {
  const [, again] = useState(0);
  const left = at === undefined ? 0 : at + seen - Date.now();
  useEffect(() => {
    if (at === undefined) return;
    const faded = setTimeout(() => again(n => n + 1), Math.max(0, at + seen - Date.now()));
    return () => clearTimeout(faded);
  }, [at]);
  return left > 0;
}
