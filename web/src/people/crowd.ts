import { create } from "zustand";
import type { Message } from "../live/link";
import { type Pose, Track } from "./motion";

export interface Person {
  id: string;
  name: string;
}

/** Who is in this room: changes when somebody comes or goes, and never when they move. */
export interface Crowd {
  room: string | null;
  you: string | null;
  role: "person" | "observer" | null;
  cap: number;
  others: Person[];
}

const nobody: Crowd = { room: null, you: null, role: null, cap: 0, others: [] };
export const crowd = create<Crowd>(() => nobody);

/** One who is drawn: where they go, and whether they still are here. */
export interface Figure extends Person {
  track: Track;
  came: number;
  left: number | null;
  /** Where they were drawn last, and how much of them was seen. */
  shown: Pose;
  seen: number;
}

/** Read by each frame; nothing is told of what changes here. */
export const figures = new Map<string, Figure>();
const stirred = new Set<() => void>();
const fading = 400;

/** Each time there is something to draw. */
export function onStir(listener: () => void): () => void {
  stirred.add(listener);
  return () => void stirred.delete(listener);
}

type Told = Person & { pose: Pose };

export function hearRoom(message: Message, now = performance.now()) {
  const { room, you, role, cap, people } = message as unknown as Crowd & { people: Told[] };
  if (room !== crowd.getState().room) figures.clear();
  const there = new Set(people.map(p => p.id));
  for (const id of figures.keys()) if (!there.has(id) || id === you) figures.delete(id);
  for (const person of people) if (person.id !== you) put(person, now);
  crowd.setState({ room, you, role, cap, others: listed() });
  stir();
}

export function hearPeople(message: Message, now = performance.now()) {
  const { room, you } = crowd.getState();
  const { came, moved, left } = message as { came?: Told[]; moved?: [string, ...number[]][]; left?: string[] };
  if (message.room !== room) return;
  for (const [id, ...pose] of moved ?? []) figures.get(id)?.track.tell(pose as unknown as Pose, now);
  for (const person of came ?? []) if (person.id !== you) put(person, now);
  for (const id of left ?? []) go(id, now);
  if (came || left) crowd.setState({ others: listed() });
  stir();
}

export function hearRole(message: Message) {
  if (crowd.getState().room !== null) crowd.setState({ role: message.role as Crowd["role"] });
}

export function forgetAll() {
  figures.clear();
  crowd.setState(nobody);
  stir();
}

function put({ id, name, pose }: Told, now: number) {
  const known = figures.get(id);
  if (!known || known.left !== null)
    figures.set(id, { id, name, track: new Track(pose, now), came: now, left: null, shown: pose, seen: 0 });
  else {
    known.track.tell(pose, now);
    known.name = name;
  }
}

function go(id: string, now: number) {
  const figure = figures.get(id);
  if (figure) figure.left = now;
}

const listed = (): Person[] => [...figures.values()].filter(f => f.left === null).map(({ id, name }) => ({ id, name }));

function stir() {
  for (const listener of stirred) listener();
}

/** How much of somebody is seen, 0 to 1; those who have faded are let go. */
export function presenceOf(figure: Figure, now: number): number {
  const came = Math.min(1, (now - figure.came) / fading);
  const left = figure.left === null ? 1 : Math.max(0, 1 - (now - figure.left) / fading);
  if (left === 0) figures.delete(figure.id);
  return Math.min(came, left);
}
