import { airConditioner } from "./airConditioner";
import { anything } from "./anything";
import { ceilingLight } from "./ceilingLight";
import { door } from "./door";
import { lamp } from "./lamp";
import type { Model } from "./look";
import { meter } from "./meter";
import { parkingSpot } from "./parkingSpot";
import { plug } from "./plug";
import { presence } from "./presence";
import { radioUnit } from "./radioUnit";
import { sensor } from "./sensor";

/** The built-in models, by `gemeo:kind` or the scene's own. */
export const kinds: Record<string, Model> = {
  lamp,
  "ceiling-light": ceilingLight,
  "air-conditioner": airConditioner,
  sensor,
  presence,
  door,
  "radio-unit": radioUnit,
  meter,
  "parking-spot": parkingSpot,
  plug,
};

export const modelOf = (kind: string): Model => (Object.hasOwn(kinds, kind) ? (kinds[kind] as Model) : anything);
