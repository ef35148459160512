import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Blank } from "../app/Blank";
import { useThings } from "../lab/lab";
import { CarParks } from "./CarParks";
import { ComfortCards } from "./ComfortCards";
import { EnergyCards } from "./EnergyCards";
import { RoomCards } from "./RoomCards";
import { comfortsOf, metersOf, spotsOf } from "./semantics";
import { Tiles } from "./Tiles";
import "./dashboard.css";

/** The lab at a glance. What a lab does not have is not shown. */
export default function DashboardPage() {
  const { i18n } = useTranslation("dashboard");
  const things = useThings();
  // Titles help to find what measures what.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language, other titles
  const found = useMemo(() => {
    const all = [...things.values()];
    return { all, comforts: comfortsOf(all), meters: metersOf(all), spots: spotsOf(all) };
  }, [things, i18n.language]);
  if (things.size === 0) return <Blank what="noThings" />;
  return (
    <div className="page dashboard">
      <Tiles things={found.all} />
      <ComfortCards measures={found.comforts} />
      <EnergyCards meters={found.meters} />
      <CarParks spots={found.spots} />
      <RoomCards things={found.all} />
    </div>
  );
}
