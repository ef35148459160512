import { useId } from "react";
import { useTranslation } from "react-i18next";
import { roomTitle } from "../lab/rooms";
import { isAway, useFromTwins } from "../live/useFromTwins";
import type { Thing } from "../things/describe";
import { Row } from "./Row";
import { TurnOffAll } from "./TurnOffAll";

export function RoomSection({ room, things }: { room: string; things: Thing[] }) {
  const { t } = useTranslation("list");
  const heading = useId();
  const title = roomTitle(room) ?? t("noRoom");
  return (
    <section className="list-room" aria-labelledby={heading}>
      <header>
        <h3 id={heading}>{title}</h3>
        <Summary things={things} />
        <TurnOffAll ids={things.map(one => one.id)} room={title} />
      </header>
      <ul className="list-rows">
        {things.map(one => (
          <Row key={one.id} thing={one} />
        ))}
      </ul>
    </section>
  );
}

function Summary({ things }: { things: Thing[] }) {
  const { t } = useTranslation("list");
  const away = useFromTwins(twins => things.filter(one => isAway(one.id, twins)).length);
  return (
    <p className="quiet small">
      {t("count", { count: things.length })}
      {away > 0 && <span className="list-away"> · {t("awayCount", { count: away })}</span>}
    </p>
  );
}
