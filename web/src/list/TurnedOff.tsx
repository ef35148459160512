import { useTranslation } from "react-i18next";
import { type Order, outcomes, placeOf } from "../commands/orders";
import { known } from "../lab/lab";
import { Icon } from "../look/Icon";
import { titleOf } from "../things/describe";

const nameOf = (order: Order) => titleOf(known.getState().things.get(order.thing), order.thing);

/** How orders given together end, each by name: what is confirmed, what is awaited, what failed and why. */
export function TurnedOff({ orders, onClose }: { orders: Order[]; onClose: () => void }) {
  const { t } = useTranslation(["list", "app"]);
  const byPlace = outcomes(s => s.byPlace);
  const ended = orders.map(order => ({ order, outcome: byPlace[placeOf(order)] }));
  const of = (state: string) => ended.filter(e => (e.outcome?.state ?? "pending") === state);
  const [waiting, done, failed] = [of("pending"), [...of("confirmed"), ...of("sent")], of("failed")];
  const names = (some: typeof ended) => some.map(e => nameOf(e.order)).join(", ");
  return (
    <div className="list-result card" role="status">
      <ul>
        {done.length > 0 && (
          <li className="good">
            <Icon name="check" size={16} /> {t("list:off", { names: names(done) })}
          </li>
        )}
        {waiting.length > 0 && (
          <li className="wait">
            <span className="list-spin" aria-hidden="true" /> {t("list:waiting", { names: names(waiting) })}
          </li>
        )}
        {failed.map(({ order, outcome }) => (
          <li key={order.thing} className="bad">
            <Icon name="warning" size={16} /> {t("list:notOff", { name: nameOf(order), why: outcome?.why })}
          </li>
        ))}
      </ul>
      <button type="button" className="button plain icon" aria-label={t("app:close")} onClick={onClose}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
