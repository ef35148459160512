import type { Opening, Room } from "../lab/scene";
import { along, distance, onLine, type Point, turning } from "./geometry";

/** A hole in a wall, metres from the wall's beginning and from the floor. */
export interface Hole {
  from: number;
  to: number;
  bottom: number;
  top: number;
  door: boolean;
  thing?: string;
}

export interface Wall {
  id: string;
  a: Point;
  b: Point;
  height: number;
  thickness: number;
  /** Unit normal that points into the room it was declared in. */
  inward: Point;
  color: string;
  /** The colour of the room on the other side; null outdoors. */
  behind: string | null;
  holes: Hole[];
}

const doorHeight = 2.1;
const windowHeight = 1.2;
const sill = 0.9;
const near = 0.2;
const plain = "#f1eee7";

export const heightOf = (room: Room) => room.height ?? 3;

/** The walls of all rooms; where two rooms touch there is one wall with the doors of both. */
export function wallsOf(rooms: [string, Room, Point[]][]): Wall[] {
  const walls: Wall[] = [];
  for (const [name, room, corners] of rooms) {
    if (room.outdoor) continue;
    for (const wall of own(name, room, corners)) walls.push(...meet(wall, walls));
  }
  return walls.filter(wall => distance(wall.a, wall.b) > 0.05);
}

function own(name: string, room: Room, corners: Point[]): Wall[] {
  const side = turning(corners) > 0 ? 1 : -1;
  return corners.map((a, n) => {
    const b = corners[(n + 1) % corners.length] as Point;
    const length = distance(a, b) || 1;
    return {
      id: `${name}/${n}`,
      a,
      b,
      height: heightOf(room),
      thickness: room.walls?.thickness ?? 0.12,
      inward: [(-side * (b[1] - a[1])) / length, (side * (b[0] - a[0])) / length],
      color: room.walls?.color ?? plain,
      behind: null,
      holes: [
        ...(room.doors ?? []).filter(d => d.wall === n).map(d => holeOf(d, true, heightOf(room))),
        ...(room.windows ?? []).filter(w => w.wall === n).map(w => holeOf(w, false, heightOf(room))),
      ],
    };
  });
}

function holeOf(opening: Opening, door: boolean, ceiling: number): Hole {
  const bottom = opening.sill ?? (door ? 0 : sill);
  const top = Math.min(bottom + (opening.height ?? (door ? doorHeight : windowHeight)), ceiling - 0.05);
  return {
    from: opening.at,
    to: opening.at + opening.width,
    bottom,
    top,
    door,
    ...(opening.thing && { thing: opening.thing }),
  };
}

/** What is left of a new wall where it does not stand on one that is there; that one takes over its doors and is known to be shared. */
function meet(fresh: Wall, there: Wall[]): Wall[] {
  let left: [number, number][] = [[0, distance(fresh.a, fresh.b)]];
  for (const old of there.splice(0)) {
    const [from, to] = shared(fresh, old);
    there.push(...(to - from > near ? share(old, fresh, from, to) : [old]));
    if (to - from > near) left = left.flatMap(piece => without(piece, from, to));
  }
  return left.map(([from, to]) => cut(fresh, from, to));
}

/** The stretch of `fresh` that runs along `old`, in metres of `fresh`. */
function shared(fresh: Wall, old: Wall): [number, number] {
  const [p, q] = [onLine(fresh.a, fresh.b, old.a), onLine(fresh.a, fresh.b, old.b)];
  if (Math.abs(p.beside) > near || Math.abs(q.beside) > near) return [0, 0];
  return [Math.max(0, Math.min(p.along, q.along)), Math.min(distance(fresh.a, fresh.b), Math.max(p.along, q.along))];
}

function share(old: Wall, fresh: Wall, from: number, to: number): Wall[] {
  const ends = [along(fresh.a, fresh.b, from), along(fresh.a, fresh.b, to)].map(p => onLine(old.a, old.b, p).along);
  const [start, end] = [Math.max(0, Math.min(...ends)), Math.min(distance(old.a, old.b), Math.max(...ends))];
  const middle = cut(old, start, end);
  const opposite = fresh.inward[0] * old.inward[0] + fresh.inward[1] * old.inward[1] < 0;
  const brought = cut(fresh, from, to).holes.map(hole => {
    const sides = [hole.from, hole.to].map(at => onLine(middle.a, middle.b, along(fresh.a, fresh.b, from + at)).along);
    return { ...hole, from: Math.min(...sides), to: Math.max(...sides) };
  });
  const pieces = [
    cut(old, 0, start),
    { ...middle, behind: opposite ? fresh.color : old.behind },
    cut(old, end, distance(old.a, old.b)),
  ];
  (pieces[1] as Wall).holes = merged([...middle.holes, ...brought]);
  return pieces.filter(piece => distance(piece.a, piece.b) > 1e-3);
}

/** The same door told by both rooms is one door. */
function merged(holes: Hole[]): Hole[] {
  const kept: Hole[] = [];
  for (const hole of holes) {
    const same = kept.find(k => k.from < hole.to && hole.from < k.to);
    if (!same) kept.push({ ...hole });
    else
      Object.assign(same, {
        from: Math.min(same.from, hole.from),
        to: Math.max(same.to, hole.to),
        ...(hole.thing && { thing: hole.thing }),
      });
  }
  return kept;
}

function without([from, to]: [number, number], a: number, b: number): [number, number][] {
  const pieces: [number, number][] = [
    [from, Math.min(to, a)],
    [Math.max(from, b), to],
  ];
  return pieces.filter(([s, e]) => e - s > 1e-3);
}

function cut(wall: Wall, from: number, to: number): Wall {
  if (from < 1e-3 && to > distance(wall.a, wall.b) - 1e-3) return { ...wall };
  return {
    ...wall,
    id: `${wall.id}+${from.toFixed(2)}`,
    a: along(wall.a, wall.b, from),
    b: along(wall.a, wall.b, to),
    holes: wall.holes
      .filter(h => h.from < to && h.to > from)
      .map(h => ({ ...h, from: Math.max(h.from, from) - from, to: Math.min(h.to, to) - from })),
  };
}

/** A wall's solid parts as rectangles: metres along it, and up. */
export function solids(wall: Wall): { from: number; to: number; bottom: number; top: number }[] {
  const length = distance(wall.a, wall.b);
  const parts = [];
  let at = 0;
  for (const hole of [...wall.holes].sort((p, q) => p.from - q.from)) {
    const [from, to] = [Math.max(hole.from, at), Math.min(hole.to, length)];
    if (to <= from) continue;
    if (from > at) parts.push({ from: at, to: from, bottom: 0, top: wall.height });
    if (hole.bottom > 0) parts.push({ from, to, bottom: 0, top: hole.bottom });
    if (hole.top < wall.height) parts.push({ from, to, bottom: hole.top, top: wall.height });
    at = to;
  }
  if (at < length) parts.push({ from: at, to: length, bottom: 0, top: wall.height });
  return parts;
}
