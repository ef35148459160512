import { ask, get } from "../api/client";
import { known } from "../lab/lab";
import type { Entry, States, Twin } from "../live/twins";
import type { Source } from "./replay";

export interface Range {
  oldest: { time: string } | null;
  newest: { time: string } | null;
}

let ahead = 0;

/** The server's clock, as far as it is known: what it has not lived through yet cannot be asked for. */
export const serverNow = () => Date.now() + ahead;

const iso = (at: number) => encodeURIComponent(new Date(at).toISOString());

/** From when to when something is kept. The answer's date also tells how this clock and the server's differ. */
export async function rangeOf(signal: AbortSignal): Promise<Range> {
  const answer = await ask("/log/range", { signal, cache: "no-store" });
  const date = Date.parse(answer.headers.get("Date") ?? "");
  // A date is told in whole seconds: within them the two clocks agree, and ours is the finer one.
  const behind = Date.now() - date;
  if (!Number.isNaN(behind)) ahead = behind >= 0 && behind < 2000 ? 0 : -behind;
  return (await answer.json()) as Range;
}

type Snapshot = { cursor: string; things: Record<string, { version: number; state: Partial<Twin> }> };

async function stateAt(at: number, signal: AbortSignal): Promise<{ cursor: string; things: States }> {
  const { cursor, things } = await get<Snapshot>(`/things?at=${iso(at)}`, signal);
  const states = Object.entries(things).map(([id, { version, state }]) => [id, { ...state, version }]);
  return { cursor, things: Object.fromEntries(states) as States };
}

export const source: Source = {
  stateAt,
  after: (cursor, signal) =>
    get<{ items: Entry[]; next: string }>(`/log?after=${encodeURIComponent(cursor)}&limit=1000&changed=true`, signal),
};

/** What people would call happening: orders, events, comings and goings, and what is switched; of one thing, all that it changed. */
function searches(thing: string | null): string[] {
  if (thing) return [`thing=${encodeURIComponent(thing)}`];
  const names = new Set<string>();
  for (const td of known.getState().things.values())
    for (const [name, schema] of Object.entries(td.properties ?? {}))
      if (schema.type !== "number" && schema.type !== "integer") names.add(encodeURIComponent(name));
  const switched = names.size > 0 ? [`kind=property&name=${[...names].join(",")}`] : [];
  return ["kind=action,event,availability,security", ...switched];
}

async function found(thing: string | null, more: string, signal: AbortSignal): Promise<Entry[]> {
  const pages = searches(thing).map(what => get<{ items: Entry[] }>(`/log?${what}&changed=true&${more}`, signal));
  return (await Promise.all(pages)).flatMap(page => page.items);
}

/** What happened between two instants; the newest thousand or so of it. */
export const between = (from: number, to: number, thing: string | null, signal: AbortSignal) =>
  found(thing, `from=${iso(from)}&to=${iso(to)}&order=desc&limit=1000`, signal);

/** The nearest that happened after an instant (1) or before it (-1); undefined when nothing did. */
export async function nearest(at: number, way: 1 | -1, thing: string | null, signal: AbortSignal) {
  const edge = way > 0 ? `from=${iso(at + 1)}&order=asc` : `to=${iso(at - 1)}&order=desc`;
  const all = await found(thing, `${edge}&limit=1`, signal);
  return all.sort((a, b) => way * (a.time < b.time ? -1 : 1))[0];
}
