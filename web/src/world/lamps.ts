import { switchOf } from "../commands/orders";
import { known } from "../lab/lab";
import type { Twins } from "../live/twins";
import type { Placed } from "./models/Things";

const bright = /bri|brilho|level|dimmer|intensid/i;
const shining = new Set(["lamp", "ceiling-light", "light"]);

export const isLamp = (one: Placed) => shining.has(one.kind);

/** How much light a lamp gives by its device's own report, 0 to 1; none while it cannot be reached. */
export function lightOf(thing: string, twins: Twins): number {
  const twin = twins.get(thing);
  const property = switchOf(thing)?.property;
  if (!twin || !property || twin.available === false || twin.properties[property]?.value !== true) return 0;
  const schemas = Object.entries(known.getState().things.get(thing)?.properties ?? {});
  const dimmer = schemas.find(([name, s]) => (s.type === "integer" || s.type === "number") && bright.test(name));
  const value = dimmer && twin.properties[dimmer[0]]?.value;
  if (!dimmer || typeof value !== "number") return 1;
  const [least, most] = [dimmer[1].minimum ?? 0, dimmer[1].maximum ?? 100];
  return Math.min(1, Math.max(0, (value - least) / (most - least || 1)));
}
