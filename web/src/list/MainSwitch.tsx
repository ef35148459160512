import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forget, give, type Outcome, outcomes, type Switch, turn } from "../commands/orders";
import type { Reported } from "../live/twins";
import { Icon } from "../look/Icon";
import { usePast } from "../past/PastProvider";
import { descriptionOf, type Thing, titleOf, valueText } from "../things/describe";
import { Confirm } from "./Confirm";

interface Props {
  thing: Thing;
  main: Switch;
  reported: Reported | undefined;
}

/** Shows what the device reports, never what was asked of it; what was asked stands beside it in words. */
export function MainSwitch({ thing, main, reported }: Props) {
  const { t } = useTranslation("list");
  const [asks, setAsks] = useState(false);
  const past = usePast() !== null;
  const outcome = outcomes(s => s.byThing[thing.id]);
  const mine = !past && outcome && [main.property, main.on, main.off].includes(outcome.order.name) ? outcome : null;
  const on = reported?.value === true;
  const schema = thing.properties?.[main.property];
  const title = titleOf(schema, main.property);
  const action = thing.actions?.[(on ? main.off : main.on) ?? ""];
  const order = () => {
    setAsks(false);
    const wish = turn(thing.id, !on);
    if (wish) void give(wish);
  };
  const click = () => {
    if (mine?.state === "pending") return;
    if (action?.["gemeo:askFirst"]) setAsks(true);
    else order();
  };
  return (
    <div className="list-switch">
      <button
        type="button"
        role="switch"
        className={`switch${reported ? "" : " unknown"}`}
        aria-checked={on}
        aria-busy={mine?.state === "pending"}
        aria-label={`${titleOf(thing, thing.id)}: ${title}`}
        disabled={past}
        onClick={click}
      >
        <span className="switch-track" aria-hidden="true">
          <span className="switch-knob" />
        </span>
        <span>
          {title}: {reported ? valueText(reported.value, schema) : t("unknown")}
        </span>
      </button>
      {mine && <Said outcome={mine} />}
      {asks && (
        <Confirm
          title={t("sure", { what: `${titleOf(thing, thing.id)}: ${titleOf(action, "").toLowerCase()}` })}
          yes={titleOf(action, t("yes"))}
          onYes={order}
          onNo={() => setAsks(false)}
        >
          <p>{descriptionOf(action)}</p>
        </Confirm>
      )}
    </div>
  );
}

function Said({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation(["commands", "app"]);
  if (outcome.state === "confirmed") return null;
  if (outcome.state === "pending")
    return (
      <span className="list-said wait">
        <span className="list-spin" aria-hidden="true" />
        {t("commands:pending")}
      </span>
    );
  return (
    <span className={`list-said ${outcome.state === "failed" ? "bad" : ""}`}>
      {outcome.state === "failed" ? `${t("commands:failed")}: ${outcome.why}` : t("commands:sent")}
      <button
        type="button"
        className="list-forget"
        aria-label={t("app:close")}
        onClick={() => forget(outcome.order.thing)}
      >
        <Icon name="close" size={14} />
      </button>
    </span>
  );
}
