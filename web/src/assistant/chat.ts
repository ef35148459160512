import { create } from "zustand";
import { ask, get, send } from "../api/client";
import { Problem } from "../api/problem";
import { onEntry } from "../live/link";
import type { Entry } from "../live/twins";
import { language } from "../words";
import { eventsOf } from "./sse";
import { type KeptMessage, type Part, type SeenCommand, sighted, type Turn, take, turn, turnsOf } from "./turns";

interface Chat {
  conversation: string | null;
  turns: Turn[];
  going: boolean;
  loading: boolean;
  fault: Problem | null;
}

const Name = "gemeo.conversation";
const fresh = { conversation: null, turns: [], going: false, loading: false, fault: null };

/** The conversation that is open. It lives here and not in the panel, so that closing the panel stops nothing. */
export const chat = create<Chat>(() => ({ ...fresh, conversation: sessionStorage.getItem(Name) }));

chat.subscribe(({ conversation }) => {
  if (conversation) sessionStorage.setItem(Name, conversation);
  else sessionStorage.removeItem(Name);
});

// The room in which the person stands, once the world is there to tell it. Only the store is loaded, and only where there is one.
const poses = import.meta.glob<{ pose?: { getState: () => { room?: string | null } } }>("../world/pose.ts");
const room = async () => {
  const module = await Object.values(poses)[0]?.().catch(() => undefined);
  return module?.pose?.getState().room ?? undefined;
};

let listening: AbortController | null = null;
let unwatch = () => {};

export async function say(text: string, again = false): Promise<void> {
  if (chat.getState().going || text.trim() === "") return;
  const mine = new AbortController();
  listening = mine;
  const answer = turn("assistant", "", "going");
  chat.setState(s => ({
    going: true,
    turns: [...(again ? s.turns.slice(0, -2) : s.turns), turn("person", text), answer],
  }));
  watch(answer.id);
  try {
    await hear(text, answer.id, mine.signal);
    change(answer.id, t => (t.state === "going" ? { ...t, state: "cut" } : t));
  } catch (why) {
    change(answer.id, t => ({ ...t, ...(mine.signal.aborted ? { state: "stopped" as const } : failed(why)) }));
  } finally {
    if (listening === mine) listening = null;
    if (!mine.signal.aborted) unwatch();
    // A conversation that was opened meanwhile is not this one.
    if (chat.getState().turns.some(t => t.id === answer.id)) chat.setState({ going: false });
  }
}

async function hear(text: string, id: number, signal: AbortSignal) {
  const answer = await post(text, signal);
  for await (const data of eventsOf(answer.body as ReadableStream<Uint8Array>)) {
    const part = JSON.parse(data) as Part;
    if (part.type === "start" && chat.getState().turns.some(t => t.id === id))
      chat.setState({ conversation: String(part.conversation) });
    change(id, t => take(t, part));
  }
}

async function post(text: string, signal: AbortSignal): Promise<Response> {
  const body = { message: text, language: language(), room: await room() };
  const headers = { "Content-Type": "application/json", Accept: "text/event-stream" };
  const to = (conversation?: string) =>
    ask("/chat", { method: "POST", body: JSON.stringify({ ...body, conversation }), headers, signal });
  try {
    return await to(chat.getState().conversation ?? undefined);
  } catch (why) {
    // It was deleted elsewhere, or is another's since the key changed: what is said begins a new one.
    if (why instanceof Problem && why.code === "no-conversation") return to();
    throw why;
  }
}

const failed = (why: unknown): Pick<Turn, "state" | "fault"> => ({
  state: "failed",
  fault: why instanceof Problem ? { code: why.code, text: why.message } : { code: "cut", text: "" },
});

function change(id: number, by: (turn: Turn) => Turn) {
  chat.setState(s => ({ turns: s.turns.map(t => (t.id === id ? by(t) : t)) }));
}

// An order is seen in the log as it goes, before the answer speaks of its end.
function watch(id: number) {
  unwatch();
  const since = Date.now() - 2_000;
  unwatch = onEntry((entry: Entry) => {
    const command = entry.value as SeenCommand;
    if (entry.kind !== "action" || !command?.by?.startsWith("chat:") || Date.parse(command.created) < since) return;
    change(id, t => sighted(t, command));
  });
}

/** Nothing more of the answer is wanted. An order that went out goes on, and is still watched. */
export const stop = () => listening?.abort();

export function begin() {
  leave();
  chat.setState({ ...fresh });
}

export async function open(conversation: string): Promise<void> {
  leave();
  chat.setState({ ...fresh, conversation, loading: true });
  try {
    const { messages } = await get<{ messages: KeptMessage[] }>(`/conversations/${conversation}`);
    if (chat.getState().conversation === conversation) chat.setState({ turns: turnsOf(messages), loading: false });
  } catch (why) {
    if (chat.getState().conversation !== conversation) return;
    if (why instanceof Problem && why.code === "no-conversation") begin();
    else
      chat.setState({ loading: false, fault: why instanceof Problem ? why : new Problem(0, "unknown", String(why)) });
  }
}

/** After a reload: the conversation that this tab had. */
export function resume() {
  const { conversation, turns, loading } = chat.getState();
  if (conversation && turns.length === 0 && !loading) void open(conversation);
}

export async function forget(conversation: string): Promise<void> {
  await send("DELETE", `/conversations/${conversation}`);
  if (chat.getState().conversation === conversation) begin();
}

function leave() {
  listening?.abort();
  unwatch();
}
