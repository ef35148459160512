import { memo } from "react";
import { useTranslation } from "react-i18next";
import { go } from "../app/address";
import { switchOf } from "../commands/orders";
import { timeText } from "../lab/clock";
import { kindOf } from "../lab/rooms";
import type { Twin } from "../live/twins";
import { useTwin } from "../live/useTwin";
import { Icon } from "../look/Icon";
import { KindIcon } from "../look/KindIcon";
import { type Thing, titleOf, valueText } from "../things/describe";
import { mainValues } from "./find";
import { MainSwitch } from "./MainSwitch";

/** One thing. Only its own changes draw it again. */
export const Row = memo(function Row({ thing }: { thing: Thing }) {
  const { t } = useTranslation("list");
  const twin = useTwin(thing.id);
  const main = switchOf(thing.id);
  const title = titleOf(thing, thing.id);
  return (
    <li className={`list-row${twin?.available === false ? " away" : ""}`} data-thing={thing.id}>
      <span className="list-icon">
        <KindIcon kind={kindOf(thing)} />
      </span>
      <div className="list-title">
        <h4>{title}</h4>
        <Presence twin={twin} />
      </div>
      <Values thing={thing} twin={twin} without={main?.property} />
      {main && <MainSwitch thing={thing} main={main} reported={twin?.properties[main.property]} />}
      <button
        type="button"
        className="button list-open"
        aria-label={t("openIt", { title })}
        onClick={() => go({ thing: thing.id })}
      >
        {t("open")}
        <Icon name="go" size={16} />
      </button>
    </li>
  );
});

function Presence({ twin }: { twin: Twin | undefined }) {
  const { t } = useTranslation("list");
  const since = twin?.since ? timeText(twin.since) : null;
  if (twin?.available === false)
    return (
      <span className="tag bad">
        <Icon name="away" size={14} />
        {since ? t("awaySince", { since }) : t("away")}
      </span>
    );
  if (!twin || Object.keys(twin.properties).length === 0) return <span className="tag wait">{t("saidNothing")}</span>;
  if (twin.available && since) return <span className="quiet small">{t("hereSince", { since })}</span>;
  return null;
}

function Values({ thing, twin, without }: { thing: Thing; twin: Twin | undefined; without: string | undefined }) {
  const values = mainValues(thing, without);
  return (
    <dl className="list-values">
      {values.map(([name, schema]) => (
        <div key={name}>
          <dt>{titleOf(schema, name)}</dt>
          <dd>{valueText(twin?.properties[name]?.value, schema)}</dd>
        </div>
      ))}
    </dl>
  );
}
