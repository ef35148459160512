/** Where things stand (docs/vocabulary.md): metres; x east, y up, z south; degrees about y. */
export type Position = [number, number, number];

export interface Opening {
  wall: number;
  at: number;
  width: number;
  height?: number;
  sill?: number;
  thing?: string;
  to?: string;
}

export interface Furniture {
  kind: string;
  title?: string;
  titles?: Record<string, string>;
  position: Position;
  size?: Position;
  rotation?: number;
  color?: string;
}

export interface Room {
  title?: string;
  titles?: Record<string, string>;
  floor?: [number, number][];
  size?: [number, number];
  height?: number;
  outdoor?: boolean;
  walls?: { thickness?: number; color?: string };
  surface?: { color?: string; material?: string };
  doors?: Opening[];
  windows?: Opening[];
  furniture?: Furniture[];
}

export interface Seat {
  room?: string;
  position?: Position;
  rotation?: number;
  kind?: string;
  size?: Position;
}

export interface Scene {
  /** The lab's own 3D file, beside lab.json. */
  model?: string;
  /** Draw the rooms too, though there is a model. */
  drawRooms?: boolean;
  rooms?: Record<string, Room>;
  things?: Record<string, Seat>;
  spawn?: Seat;
}
