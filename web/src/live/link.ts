import { create } from "zustand";
import { ask, lacksKey, withTicket } from "../api/client";
import { Problem } from "../api/problem";
import { session } from "../api/session";
import { type Entry, type States, type Twin, Twins } from "./twins";

export type Message = { type: string; [member: string]: unknown };

interface Status {
  state: "connecting" | "open" | "waiting";
  /** When the link was lost; null while it stands. */
  lostAt: number | null;
  retryAt: number | null;
  /** The snapshot has come: what is shown is true. */
  known: boolean;
}

export const status = create<Status>(() => ({ state: "connecting", lostAt: null, retryAt: null, known: false }));

/** The lab as it is now. */
export const live = new Twins();

const first = 500;
const longest = 15_000;
const entryListeners = new Set<(entry: Entry) => void>();
const messageListeners = new Map<string, Set<(message: Message) => void>>();
const openListeners = new Set<() => void>();

let socket: WebSocket | null = null;
let cursor: string | null = null;
let pause = first;
let dialled = 0;
let retry: ReturnType<typeof setTimeout> | undefined;

/** Every entry as it comes, seen once. */
export function onEntry(listener: (entry: Entry) => void): () => void {
  entryListeners.add(listener);
  return () => void entryListeners.delete(listener);
}

/** Messages of a type: answer, error, room, people, role. */
export function onMessage(type: string, listener: (message: Message) => void): () => void {
  const set = messageListeners.get(type) ?? new Set();
  messageListeners.set(type, set.add(listener));
  return () => void set.delete(listener);
}

/** Each time the link stands (again). */
export function onOpen(listener: () => void): () => void {
  openListeners.add(listener);
  return () => void openListeners.delete(listener);
}

/** Says something to the server; false when the link does not stand. */
export function say(message: Message): boolean {
  if (socket?.readyState !== WebSocket.OPEN) return false;
  socket.send(JSON.stringify(message));
  return true;
}

export function connect() {
  clearTimeout(retry);
  socket?.close();
  status.setState({ state: "connecting", retryAt: null });
  void dial(++dialled);
}

async function dial(turn: number) {
  let path: string;
  try {
    path = await withTicket(cursor ? `/ws?cursor=${encodeURIComponent(cursor)}` : "/ws");
  } catch (why) {
    if (turn === dialled && !lacksKey(why)) wait();
    return;
  }
  // Somebody dialled anew meanwhile.
  if (turn !== dialled) return;
  const mine = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`);
  socket = mine;
  mine.onopen = () => {
    pause = first;
    status.setState({ state: "open", lostAt: null });
    // Coming back with a cursor brings no snapshot: what was known is still true.
    for (const listener of openListeners) listener();
  };
  mine.onmessage = event => {
    if (mine === socket) hear(JSON.parse(event.data as string) as Message & Partial<Entry>);
  };
  mine.onclose = () => {
    if (mine === socket) wait();
  };
}

function hear(message: Message & Partial<Entry>) {
  if (typeof message.cursor === "string") cursor = message.cursor;
  if (message.type === undefined) {
    const entry = message as unknown as Entry;
    if (live.take(entry)) for (const listener of entryListeners) listener(entry);
    return;
  }
  if (message.type === "snapshot") {
    live.reset(statesOf(message.things as Snapshot));
    status.setState({ known: true });
  }
  for (const listener of messageListeners.get(message.type) ?? []) listener(message);
}

type Snapshot = Record<string, { version: number; state?: Partial<Twin> }>;

// The snapshot keeps each thing's state apart from its version (docs/live.md).
export const statesOf = (things: Snapshot): States =>
  Object.fromEntries(Object.entries(things).map(([id, { version, state }]) => [id, { ...state, version }]));

// With jitter, so that a room full of screens does not come back all at once.
function wait() {
  const delay = pause * (0.7 + Math.random() * 0.6);
  pause = Math.min(pause * 2, longest);
  status.setState(s => ({ state: "waiting", lostAt: s.lostAt ?? Date.now(), retryAt: Date.now() + delay }));
  retry = setTimeout(() => void connectIfAllowed(), delay);
}

// A socket does not tell why it was refused; a plain request does, and then the key is asked for.
async function connectIfAllowed() {
  try {
    await ask("/lab/");
    connect();
  } catch (why) {
    if (lacksKey(why)) return;
    if (why instanceof Problem && why.status > 0) connect();
    else wait();
  }
}

window.addEventListener("online", connect);
session.subscribe((now, before) => {
  if (now.key !== before.key) connect();
});
