import type { Thing } from "../things/describe";
import { titleOf } from "../things/describe";
import { locale } from "../words";
import { known, type Lab } from "./lab";

/** Where a thing without a room is. */
export const nowhere = "";

export const roomOf = (thing: Thing, lab: Lab | null = known.getState().lab): string =>
  thing["gemeo:room"] ?? lab?.scene?.things?.[thing.id]?.room ?? nowhere;

export const kindOf = (thing: Thing | undefined, lab: Lab | null = known.getState().lab): string =>
  thing?.["gemeo:kind"] ?? (thing && lab?.scene?.things?.[thing.id]?.kind) ?? "thing";

/** A room's title; of no room, null. */
export const roomTitle = (room: string, lab: Lab | null = known.getState().lab): string | null =>
  room === nowhere ? null : titleOf(lab?.scene?.rooms?.[room], room);

export interface RoomThings {
  room: string;
  things: Thing[];
}

/** Things by room, rooms in the scene's order, then others, and last what is nowhere; within a room by title ("2" before "10"). */
export function byRoom(things: Iterable<Thing>, lab: Lab | null = known.getState().lab): RoomThings[] {
  const rooms = new Map<string, Thing[]>(Object.keys(lab?.scene?.rooms ?? {}).map(room => [room, []]));
  for (const thing of things) {
    const room = roomOf(thing, lab);
    if (!rooms.has(room)) rooms.set(room, []);
    rooms.get(room)?.push(thing);
  }
  const inOrder = new Intl.Collator(locale(), { numeric: true });
  return [...rooms]
    .filter(([, inside]) => inside.length > 0)
    .sort(([a], [b]) => Number(a === nowhere) - Number(b === nowhere))
    .map(([room, inside]) => ({
      room,
      things: inside.sort((a, b) => inOrder.compare(titleOf(a, a.id), titleOf(b, b.id))),
    }));
}
