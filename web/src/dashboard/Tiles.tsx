import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { usePolled } from "../api/usePolled";
import { useAdminPath } from "../api/who";
import { hrefOf } from "../app/address";
import { switchOf } from "../commands/orders";
import { timeText } from "../lab/clock";
import { isAway, useIdsWhere } from "../live/useFromTwins";
import { useTwins } from "../live/useTwin";
import { usePast } from "../past/PastProvider";
import { type Thing, titleOf } from "../things/describe";
import { People } from "./People";
import { Tile } from "./Tile";

const few = 4;

export function Tiles({ things }: { things: Thing[] }) {
  const past = usePast() !== null;
  return (
    <ul className="tiles">
      <On things={things} />
      <Away things={things} />
      {!past && <Refused />}
      {!past && <People />}
    </ul>
  );
}

function On({ things }: { things: Thing[] }) {
  const { t } = useTranslation("dashboard");
  const switches = useMemo(
    () =>
      new Map(things.map(one => [one.id, switchOf(one.id)?.property]).filter(([, name]) => name) as [string, string][]),
    [things],
  );
  const ids = useMemo(() => [...switches.keys()], [switches]);
  const on = useIdsWhere(ids, (id, twins) => twins.get(id)?.properties[switches.get(id) ?? ""]?.value === true);
  if (switches.size === 0) return null;
  return (
    <Tile
      icon="off"
      tone={on.length > 0 ? "warm" : "plain"}
      value={on.length}
      label={t("on", { count: on.length })}
      href={hrefOf({}, "/list")}
    >
      {on.length === 0 ? t("allOff") : names(things, on, id => id, t)}
    </Tile>
  );
}

function Away({ things }: { things: Thing[] }) {
  const { t } = useTranslation("dashboard");
  const twins = useTwins();
  const away = useIdsWhere(
    useMemo(() => things.map(one => one.id), [things]),
    isAway,
  );
  const since = (title: string, id: string) => {
    const at = twins.get(id)?.since;
    return at ? t("since", { title, time: timeText(at) }) : title;
  };
  return (
    <Tile
      icon={away.length > 0 ? "away" : "check"}
      tone={away.length > 0 ? "bad" : "good"}
      value={away.length}
      label={t("away", { count: away.length })}
      href={hrefOf({ away: away.length > 0 ? "1" : null, room: null, kind: null }, "/list")}
    >
      {away.length === 0 ? t("allAnswer") : names(things, away, since, t)}
    </Tile>
  );
}

function Refused() {
  const { t } = useTranslation("dashboard");
  const { data } = usePolled<{ count: number; topic: string }[]>(useAdminPath("/devices/rejected?limit=1000"), 5);
  if (data === null) return null;
  const count = data.reduce((sum, one) => sum + one.count, 0);
  const topics = data.slice(0, few).map(one => one.topic);
  return (
    <Tile
      icon={count > 0 ? "warning" : "check"}
      tone={count > 0 ? "bad" : "good"}
      value={count}
      label={t("refused", { count })}
      href={hrefOf({ tab: "rejected" }, "/log")}
    >
      {count === 0 ? t("noneRefused") : topics.join(", ")}
    </Tile>
  );
}

function names(things: Thing[], ids: string[], say: (title: string, id: string) => string, t: TFunction) {
  const byId = new Map(things.map(one => [one.id, one]));
  const said = ids.slice(0, few).map(id => say(titleOf(byId.get(id), id), id));
  return ids.length > few
    ? t("dashboard:andMore", { names: said.join(", "), count: ids.length - few })
    : said.join(", ");
}
