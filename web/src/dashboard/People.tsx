import { useTranslation } from "react-i18next";
import { usePolled } from "../api/usePolled";
import { hrefOf } from "../app/address";
import { roomTitle } from "../lab/rooms";
import { Tile } from "./Tile";

interface Presence {
  rooms: { room: string; people: { id: string; name: string }[]; observers: number }[];
}

/** Who is in the 3D lab now. A server without presence answers 404, and nothing is shown. */
export function People() {
  const { t } = useTranslation("dashboard");
  const { data } = usePolled<Presence>("/presence", 5);
  if (data === null) return null;
  const there = data.rooms.filter(one => one.people.length > 0);
  const count = there.reduce((sum, one) => sum + one.people.length, 0);
  const said = there.map(one => `${roomTitle(one.room) ?? one.room}: ${one.people.map(p => p.name).join(", ")}`);
  return (
    <Tile icon="people" tone="plain" value={count} label={t("people", { count })} href={hrefOf({}, "/")}>
      {count === 0 ? t("nobody") : said.join(" · ")}
    </Tile>
  );
}
