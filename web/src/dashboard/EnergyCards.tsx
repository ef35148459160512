import { useTranslation } from "react-i18next";
import { go } from "../app/address";
import { roomOf, roomTitle } from "../lab/rooms";
import { useTwin } from "../live/useTwin";
import { numberText, titleOf, valueText } from "../things/describe";
import { DayChart } from "./DayChart";
import { Section } from "./Section";
import { type Measure, type Meter, perKilowattHour } from "./semantics";
import { useToday } from "./useToday";

const most = 6;

export function EnergyCards({ meters }: { meters: Meter[] }) {
  const { t } = useTranslation("dashboard");
  if (meters.length === 0) return null;
  return (
    <Section
      title={t("energy")}
      note={meters.length > most && <span className="quiet small">{t("firstOf", { most, count: meters.length })}</span>}
    >
      <ul className="board-cards wide">
        {meters.slice(0, most).map(meter => (
          <MeterCard key={meter.thing.id} meter={meter} />
        ))}
      </ul>
    </Section>
  );
}

function MeterCard({ meter: { thing, power, counter } }: { meter: Meter }) {
  const { t } = useTranslation("dashboard");
  const twin = useTwin(thing.id);
  const charted = power ?? counter;
  return (
    <li className="card board-card">
      <header>
        <h3>{titleOf(thing, thing.id)}</h3>
        <button type="button" className="board-link" onClick={() => go({ thing: thing.id })}>
          {roomTitle(roomOf(thing)) ?? t("open")}
        </button>
      </header>
      <dl className="board-figures">
        {power && (
          <div>
            <dt>{t("powerNow")}</dt>
            <dd>{valueText(twin?.properties[power.name]?.value, power.schema)}</dd>
          </div>
        )}
        {counter && <Today counter={counter} now={twin?.properties[counter.name]?.value} />}
        {twin?.available === false && <span className="tag bad">{t("noAnswer")}</span>}
      </dl>
      {charted && <DayChart thing={thing.id} name={charted.name} schema={charted.schema} high={190} />}
    </li>
  );
}

/** What the counter grew by since the lab's midnight, or since it was first heard today. */
function Today({ counter, now }: { counter: Measure; now: unknown }) {
  const { t } = useTranslation("dashboard");
  const start = useToday(counter.thing.id, counter.name);
  if (start === null || typeof now !== "number") return null;
  const grown = (now - start.value) * (perKilowattHour[counter.schema.unit ?? ""] ?? 1);
  // A counter that was set back says nothing about today.
  if (grown < 0) return null;
  return (
    <div>
      <dt>{start.since ? t("energySince", { time: start.since }) : t("energyToday")}</dt>
      <dd>{numberText(grown, { unit: "kWh" })}</dd>
    </div>
  );
}
