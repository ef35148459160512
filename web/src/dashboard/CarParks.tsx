import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { groupBy } from "../lab/group";
import { roomOf, roomTitle } from "../lab/rooms";
import { isAway, useFromTwins } from "../live/useFromTwins";
import { Section } from "./Section";
import { SpotEvents } from "./SpotEvents";
import { SpotGrid } from "./SpotGrid";
import type { Spot } from "./semantics";

/** Each room with parking spots: the spots as they lie, and what happened there last. */
export function CarParks({ spots }: { spots: Spot[] }) {
  const rooms = useMemo(() => groupBy(spots, spot => roomOf(spot.thing)), [spots]);
  return rooms.map(([room, inside]) => <CarPark key={room} room={room} spots={inside} />);
}

function CarPark({ room, spots }: { room: string; spots: Spot[] }) {
  const { t } = useTranslation("dashboard");
  const free = useFromTwins(
    twins =>
      spots.filter(s => !isAway(s.thing.id, twins) && twins.get(s.thing.id)?.properties[s.name]?.value === false)
        .length,
  );
  const count = t("free", { count: free, all: spots.length });
  return (
    <Section
      title={roomTitle(room) ?? t("carPark")}
      note={<span className={`tag ${free > 0 ? "good" : "bad"}`}>{count}</span>}
    >
      <div className="park">
        <SpotGrid spots={spots} />
        <SpotEvents spots={spots} />
      </div>
    </Section>
  );
}
