import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { go, hrefOf } from "../app/address";
import { switchOf } from "../commands/orders";
import { Sparkline } from "../history/Sparkline";
import { groupBy } from "../lab/group";
import { byRoom, kindOf, roomTitle } from "../lab/rooms";
import { useTwin } from "../live/useTwin";
import { KindIcon } from "../look/KindIcon";
import { kindTitle } from "../look/kinds";
import { type Schema, type Thing, titleOf, valueText } from "../things/describe";
import { Section } from "./Section";
import { spotKind } from "./semantics";

const few = 6;
const values = 3;

/** A card for each kind of thing in each room, with live values. Parking spots have their own place. */
export function RoomCards({ things }: { things: Thing[] }) {
  const { t } = useTranslation("dashboard");
  const rooms = useMemo(() => byRoom(things.filter(one => kindOf(one) !== spotKind)), [things]);
  return rooms.map(({ room, things: inside }) => (
    <Section key={room} title={roomTitle(room) ?? t("noRoom")}>
      <ul className="board-cards">
        {groupBy(inside, one => kindOf(one)).map(([kind, alike]) => (
          <KindCard key={kind} room={room} kind={kind} things={alike} />
        ))}
      </ul>
    </Section>
  ));
}

function KindCard({ room, kind, things }: { room: string; kind: string; things: Thing[] }) {
  const { t } = useTranslation("dashboard");
  return (
    <li className="card board-card">
      <header>
        <h3>
          <KindIcon kind={kind} /> {kindTitle(kind)}
          {things.length > 1 && <span className="quiet small">{things.length}</span>}
        </h3>
      </header>
      <ul className="kind-things">
        {things.slice(0, few).map(one => (
          <KindThing key={one.id} thing={one} />
        ))}
      </ul>
      {things.length > few && (
        <a className="small" href={hrefOf({ room, kind, away: null }, "/list")}>
          {t("seeAll", { count: things.length })}
        </a>
      )}
    </li>
  );
}

function KindThing({ thing }: { thing: Thing }) {
  const { t } = useTranslation("dashboard");
  const twin = useTwin(thing.id);
  const shown = useMemo(() => shownOf(thing), [thing]);
  const charted = shown.find(([, schema]) => isNumber(schema) && schema.readOnly);
  return (
    <li>
      <button type="button" className="board-link" onClick={() => go({ thing: thing.id })}>
        {titleOf(thing, thing.id)}
      </button>
      {twin?.available === false && <span className="tag bad">{t("noAnswer")}</span>}
      <dl>
        {shown.map(([name, schema]) => (
          <div key={name}>
            <dt>{titleOf(schema, name)}</dt>
            <dd className={twin?.properties[name]?.value === true ? "on" : ""}>
              {valueText(twin?.properties[name]?.value, schema)}
            </dd>
          </div>
        ))}
      </dl>
      {charted && <Sparkline thing={thing.id} name={charted[0]} hours={1} />}
    </li>
  );
}

const isNumber = (schema: Schema) => schema.type === "number" || schema.type === "integer";

function shownOf(thing: Thing): [string, Schema][] {
  const main = switchOf(thing.id)?.property;
  return Object.entries(thing.properties ?? {})
    .filter(([, schema]) => schema.type !== "object" && schema.type !== "array")
    .sort(([a], [b]) => Number(b === main) - Number(a === main))
    .slice(0, values);
}
