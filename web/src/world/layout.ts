import type { Position, Room, Scene, Seat } from "../lab/scene";
import type { Thing } from "../things/describe";
import { along, type Box2, boxOf, distance, isInside, middleOf, type Point } from "./geometry";
import { gridIn, gridOn, type Spot } from "./grid";
import type { Placed } from "./models/Things";
import { heightOf, type Wall, wallsOf } from "./walls";

export interface LaidRoom {
  id: string;
  room: Room;
  corners: Point[];
  middle: Point;
  height: number;
  outdoor: boolean;
}

export interface Piece {
  kind: string;
  position: Position;
  size: Position;
  /** radians about y */
  rotation: number;
  color?: string;
}

export interface Layout {
  rooms: LaidRoom[];
  walls: Wall[];
  furniture: Piece[];
  placed: Placed[];
  /** Which room each thing is in. */
  roomOf: Map<string, string>;
  spawn: { position: Position; yaw: number };
  bounds: Box2 & { height: number };
  /** Something tells where things stand; without it they are only set out in a row. */
  hasRooms: boolean;
}

export const radians = (degrees: number | undefined) => ((degrees ?? 0) * Math.PI) / 180;

/** Where everything stands. Whatever has no place of its own gets a tidy one, so that any lab can be walked through. */
export function layOut(scene: Scene | null, things: Iterable<Thing>): Layout {
  const rooms = laidRooms(scene?.rooms ?? {});
  const walls = wallsOf(rooms.map(r => [r.id, r.room, r.corners]));
  const roomOf = new Map<string, string>();
  const furniture = rooms.flatMap(r => (r.room.furniture ?? []).map(pieceOf));
  const placed = placeAll(scene, [...things], rooms, walls, roomOf, furniture);
  const bounds = boundsOf(rooms, placed);
  return {
    rooms,
    walls,
    furniture,
    placed,
    roomOf,
    spawn: spawnOf(scene?.spawn, rooms, bounds),
    bounds,
    hasRooms: rooms.length > 0,
  };
}

function laidRooms(rooms: Record<string, Room>): LaidRoom[] {
  let east = 0;
  return Object.entries(rooms).map(([id, room]) => {
    const { floor, size } = room;
    const [width, depth] = size ?? [4, 4];
    const at = (room as Room & { position?: Position }).position;
    // Rooms that only tell their size stand side by side.
    const [dx, dz] = at ? [at[0], at[2]] : floor ? [0, 0] : [east, 0];
    const outline: Point[] = floor ?? [
      [0, 0],
      [width, 0],
      [width, depth],
      [0, depth],
    ];
    const corners = outline.map(([x, z]): Point => [x + dx, z + dz]);
    const box = boxOf(corners);
    east = Math.max(east, box.max[0]);
    return { id, room, corners, middle: middleOf(box), height: heightOf(room), outdoor: room.outdoor === true };
  });
}

function pieceOf(f: NonNullable<Room["furniture"]>[number]): Piece {
  return {
    kind: f.kind,
    position: f.position ?? [0, 0, 0],
    size: f.size ?? [0.6, 0.8, 0.6],
    rotation: radians(turnOf(f.rotation)),
    ...(f.color && { color: f.color }),
  };
}

// Three angles may be given; a thing in a lab turns about the upright one.
const turnOf = (rotation: unknown) =>
  Array.isArray(rotation) ? (rotation[1] as number) : (rotation as number | undefined);

function placeAll(
  scene: Scene | null,
  things: Thing[],
  rooms: LaidRoom[],
  walls: Wall[],
  roomOf: Map<string, string>,
  furniture: Piece[],
): Placed[] {
  const placed: Placed[] = [];
  const homeless = new Map<string, Placed[]>();
  for (const thing of things) {
    const seat = scene?.things?.[thing.id];
    const kind = seat?.kind ?? thing["gemeo:kind"] ?? "thing";
    const spot = seat?.position ? { position: seat.position, rotation: radians(turnOf(seat.rotation)) } : null;
    const one = doorOf(thing.id, kind, seat, spot, walls) ?? {
      id: thing.id,
      kind,
      position: spot?.position ?? [0, 0, 0],
      rotation: spot?.rotation ?? radians(turnOf(seat?.rotation)),
      ...(seat?.size && { size: seat.size }),
    };
    const room = seat?.room ?? thing["gemeo:room"] ?? roomAt(rooms, one.position, !!spot);
    if (room) roomOf.set(thing.id, room);
    if (spot || one.size) placed.push(one);
    else homeless.set(room ?? "", [...(homeless.get(room ?? "") ?? []), one]);
  }
  for (const [room, some] of homeless)
    placed.push(
      ...setOut(
        some,
        rooms.find(r => r.id === room),
        rooms,
        furniture,
      ),
    );
  return placed;
}

const roomAt = (rooms: LaidRoom[], [x, , z]: Position, known: boolean) =>
  known ? rooms.find(r => isInside(r.corners, [x, z]))?.id : undefined;

/** A thing that is a door of a room takes the door's place and measures, unless the scene says better. */
function doorOf(id: string, kind: string, seat: Seat | undefined, spot: Spot | null, walls: Wall[]): Placed | null {
  for (const wall of walls) {
    const hole = wall.holes.find(h => h.thing === id);
    if (!hole) continue;
    const [x, z] = along(wall.a, wall.b, (hole.from + hole.to) / 2);
    const facing = Math.atan2(-wall.inward[0], -wall.inward[1]);
    return {
      id,
      kind,
      position: spot?.position ?? [x, hole.bottom, z],
      rotation: spot && seat?.rotation !== undefined ? spot.rotation : facing,
      size: seat?.size ?? [hole.to - hole.from, hole.top - hole.bottom, wall.thickness],
    };
  }
  return null;
}

const onGround = new Set(["parking-spot", "door"]);
const pedestal = 0.9;

/** Things without a place stand in rows, small ones each on a pedestal: in their room, or on plain ground beside all rooms. */
function setOut(some: Placed[], room: LaidRoom | undefined, rooms: LaidRoom[], furniture: Piece[]): Placed[] {
  const wide = some.some(s => onGround.has(s.kind));
  const beside = rooms.length > 0 ? boxOf(rooms.flatMap(r => r.corners)) : null;
  const spots = room ? gridIn(room.corners, some.length, wide) : gridOn(beside, some.length, wide);
  return some.map((one, n) => {
    const [x, z] = spots[n] as Point;
    const low = onGround.has(one.kind);
    if (!low) furniture.push({ kind: "pedestal", position: [x, 0, z], size: [0.34, pedestal, 0.34], rotation: 0 });
    return { ...one, position: [x, low ? 0 : pedestal, z] as Position };
  });
}

function boundsOf(rooms: LaidRoom[], placed: Placed[]): Layout["bounds"] {
  const points = [...rooms.flatMap(r => r.corners), ...placed.map(({ position: [x, , z] }): Point => [x, z])];
  const box = points.length > 0 ? boxOf(points) : { min: [-2, -2] as Point, max: [2, 2] as Point };
  const least = distance(box.min, box.max) < 3 ? 2 : 0;
  return {
    min: [box.min[0] - least, box.min[1] - least],
    max: [box.max[0] + least, box.max[1] + least],
    height: Math.max(1.5, ...rooms.filter(r => !r.outdoor).map(r => r.height)),
  };
}

function spawnOf(seat: Seat | undefined, rooms: LaidRoom[], bounds: Box2): Layout["spawn"] {
  if (seat?.position) return { position: seat.position, yaw: radians(turnOf(seat.rotation)) };
  const room = rooms.find(r => r.id === seat?.room) ?? rooms.find(r => !r.outdoor) ?? rooms[0];
  if (room) return { position: [room.middle[0], 0, room.middle[1]], yaw: radians(turnOf(seat?.rotation) ?? 180) };
  return { position: [middleOf(bounds)[0], 0, bounds.max[1] + 3], yaw: Math.PI };
}

export const roomAround = (rooms: LaidRoom[], at: Point): LaidRoom | undefined =>
  rooms.find(r => isInside(r.corners, at));
