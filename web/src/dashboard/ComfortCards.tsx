import { useTranslation } from "react-i18next";
import { go } from "../app/address";
import { roomTitle } from "../lab/rooms";
import { useTwin } from "../live/useTwin";
import { numberText, titleOf, valueText } from "../things/describe";
import { DayChart } from "./DayChart";
import { goodRange, judge, placeOn, scales } from "./judge";
import { Section } from "./Section";
import type { Comfort, Measure } from "./semantics";

const most = 12;
const order: Comfort[] = ["temperature", "humidity", "co2"];

export function ComfortCards({ measures }: { measures: (Measure & { of: Comfort })[] }) {
  const { t } = useTranslation("dashboard");
  if (measures.length === 0) return null;
  const sorted = measures.toSorted((a, b) => a.room.localeCompare(b.room) || order.indexOf(a.of) - order.indexOf(b.of));
  return (
    <Section
      title={t("comfort")}
      note={
        measures.length > most && <span className="quiet small">{t("firstOf", { most, count: measures.length })}</span>
      }
    >
      <ul className="board-cards">
        {sorted.slice(0, most).map(one => (
          <ComfortCard key={`${one.thing.id} ${one.name}`} measure={one} of={one.of} />
        ))}
      </ul>
    </Section>
  );
}

function ComfortCard({ measure: { thing, name, schema, room }, of }: { measure: Measure; of: Comfort }) {
  const { t } = useTranslation("dashboard");
  const twin = useTwin(thing.id);
  const value = twin?.properties[name]?.value;
  const band = typeof value === "number" ? judge(of, value) : null;
  const [from, to] = goodRange(of);
  return (
    <li className="card board-card">
      <header>
        <h3>{titleOf(schema, name)}</h3>
        <button type="button" className="board-link" onClick={() => go({ thing: thing.id })}>
          {[roomTitle(room), titleOf(thing, thing.id)].filter(Boolean).join(" · ")}
        </button>
      </header>
      <p className="board-now">
        <strong>{valueText(value, schema)}</strong>
        {band && <span className={`tag ${band.tone}`}>{t(`words.${of}.${band.word}`)}</span>}
        {twin?.available === false && <span className="tag bad">{t("noAnswer")}</span>}
      </p>
      {typeof value === "number" && <ScaleBar of={of} value={value} />}
      <p className="quiet small">{t(`good.${of}`, { from: numberText(from), to: numberText(to, schema) })}</p>
      <DayChart thing={thing.id} name={name} schema={schema} />
    </li>
  );
}

/** Where a value stands between too little and too much. The words beside it say the same. */
function ScaleBar({ of, value }: { of: Comfort; value: number }) {
  const scale = scales[of];
  const starts = [scale.from, ...scale.bands.map(band => band.upTo)];
  return (
    <div className="scale" aria-hidden="true">
      {scale.bands.map((band, n) => {
        const from = placeOn(scale, starts[n] ?? scale.from);
        return (
          <span
            key={band.word}
            className={band.tone}
            style={{ left: `${from}%`, width: `${placeOn(scale, band.upTo) - from}%` }}
          />
        );
      })}
      <i style={{ left: `${placeOn(scale, value)}%` }} />
    </div>
  );
}
