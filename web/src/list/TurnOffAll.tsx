import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { giveAll, type Order, switchOf, turn } from "../commands/orders";
import { useThings } from "../lab/lab";
import { useIdsWhere } from "../live/useFromTwins";
import { Icon } from "../look/Icon";
import { usePast } from "../past/PastProvider";
import { AskTurnOff } from "./AskTurnOff";
import { TurnedOff } from "./TurnedOff";

/** "Turn everything off", in a room or everywhere: says first what is on, then how each order ended. */
export function TurnOffAll({ ids, room }: { ids: string[]; room?: string }) {
  const { t } = useTranslation("list");
  const things = useThings();
  const past = usePast() !== null;
  const [asks, setAsks] = useState(false);
  const [given, setGiven] = useState<Order[]>([]);
  const joined = ids.join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids are what is joined; switches change with the things
  const switches = useMemo(() => new Map(ids.map(id => [id, switchOf(id)?.property])), [joined, things]);
  const can = ids.filter(id => switches.get(id) !== undefined);
  const on = useIdsWhere(can, (id, twins) => twins.get(id)?.properties[switches.get(id) ?? ""]?.value === true);
  if (can.length === 0) return null;
  const all = room ? t("turnOffRoom", { room }) : t("turnOffAll");
  const yes = (chosen: string[]) => {
    const orders = chosen.map(id => turn(id, false)).filter(order => order !== null);
    setAsks(false);
    setGiven(orders);
    void giveAll(orders, t("turnedOff", { count: orders.length }));
  };
  return (
    <>
      <button
        type="button"
        className="button list-off"
        aria-label={all}
        title={past ? t("notInPast") : on.length === 0 ? t("nothingOn") : undefined}
        disabled={past || on.length === 0}
        onClick={() => setAsks(true)}
      >
        <Icon name="off" size={16} />
        {t(room ? "turnOffHere" : "turnOffAll")}
      </button>
      {asks && <AskTurnOff title={all} on={on} onYes={yes} onNo={() => setAsks(false)} />}
      {given.length > 0 && !past && <TurnedOff orders={given} onClose={() => setGiven([])} />}
    </>
  );
}
