import { kindOf, roomOf } from "../lab/rooms";
import type { Schema, Thing } from "../things/describe";
import { fold } from "../words/fold";

/** A property that measures something the dashboard knows about. */
export interface Measure {
  thing: Thing;
  name: string;
  schema: Schema;
  room: string;
}

export type Comfort = "temperature" | "humidity" | "co2";

/** What is measured is told by unit and words, never by ids: any lab's sensors are found. */
const comforts: Record<Comfort, (schema: Schema, words: string) => boolean> = {
  temperature: schema => ["°C", "ºC", "degC", "Cel", "celsius"].includes(schema.unit ?? ""),
  humidity: (schema, words) => schema.unit === "%" && /umid|humid/.test(words),
  co2: (schema, words) => schema.unit === "ppm" && /co2|co₂|carbon/.test(words),
};

const measures = (schema: Schema) =>
  (schema.type === "number" || schema.type === "integer") && schema.readOnly === true;

function all(things: Iterable<Thing>): (Measure & { words: string })[] {
  return [...things].flatMap(thing =>
    Object.entries(thing.properties ?? {})
      .filter(([, schema]) => measures(schema))
      .map(([name, schema]) => ({ thing, name, schema, room: roomOf(thing), words: wordsOf(name, schema) })),
  );
}

const wordsOf = (name: string, schema: Schema) =>
  fold([name, schema.title, ...Object.values(schema.titles ?? {})].join(" "));

export function comfortsOf(things: Iterable<Thing>): (Measure & { of: Comfort })[] {
  return all(things).flatMap(one => {
    const of = (Object.keys(comforts) as Comfort[]).find(comfort => comforts[comfort](one.schema, one.words));
    return of ? [{ ...one, of }] : [];
  });
}

/** Watts and kilowatt-hours of one thing. */
export interface Meter {
  thing: Thing;
  power?: Measure;
  counter?: Measure;
}

export const perKilowattHour: Record<string, number> = { kWh: 1, Wh: 0.001, MWh: 1000 };

export function metersOf(things: Iterable<Thing>): Meter[] {
  const meters = new Map<string, Meter>();
  for (const one of all(things)) {
    const meter = meters.get(one.thing.id) ?? { thing: one.thing };
    if (one.schema.unit === "W" || one.schema.unit === "kW") meter.power ??= one;
    else if ((one.schema.unit ?? "") in perKilowattHour) meter.counter ??= one;
    else continue;
    meters.set(one.thing.id, meter);
  }
  return [...meters.values()];
}

/** A parking spot, and the truth value that says whether a car stands there. */
export interface Spot {
  thing: Thing;
  name: string;
}

export const spotKind = "parking-spot";

export function spotsOf(things: Iterable<Thing>): Spot[] {
  return [...things].flatMap(thing => {
    const taken = Object.entries(thing.properties ?? {}).find(([, schema]) => schema.type === "boolean");
    return kindOf(thing) === spotKind && taken ? [{ thing, name: taken[0] }] : [];
  });
}
