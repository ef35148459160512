import type { LaidRoom, Layout } from "./layout";

/** The things by the room they are in, in the rooms' order; those in none come last. */
export function byRoom(layout: Layout): { room: LaidRoom | null; things: string[] }[] {
  const of = (room: string | undefined) => layout.placed.filter(p => layout.roomOf.get(p.id) === room).map(p => p.id);
  const known = new Set(layout.rooms.map(r => r.id));
  const none = layout.placed.filter(p => !known.has(layout.roomOf.get(p.id) ?? "")).map(p => p.id);
  return [...layout.rooms.map(room => ({ room, things: of(room.id) })), { room: null, things: none }].filter(
    group => group.things.length > 0,
  );
}
