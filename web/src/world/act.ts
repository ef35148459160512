import { go } from "../app/address";
import { flip, give, outcomes } from "../commands/orders";
import { known } from "../lab/lab";

const again = 350;
let last = { thing: "", at: 0 };

export const open = (thing: string) => go({ thing });

/** What a click, a tap or Enter on a thing means: its switch turns over; without one, or in the past, its panel opens. */
export function act(thing: string, past: boolean, now = performance.now()) {
  const twice = last.thing === thing && now - last.at < again;
  last = { thing, at: twice ? 0 : now };
  if (past || twice) return open(thing);
  const order = flip(thing);
  if (!order) return open(thing);
  // What asks a person first is not done by one careless click: the panel tells what it does.
  if (order.of === "action" && known.getState().things.get(thing)?.actions?.[order.name]?.["gemeo:askFirst"])
    return open(thing);
  if (outcomes.getState().byThing[thing]?.state === "pending") return;
  void give(order);
}
