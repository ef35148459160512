import { get } from "../api/client";
import type { Command } from "../commands/orders";
import { useNewest } from "./useNewest";

const kind = {
  kind: "action" as const,
  load: async (thing: string, until: string | null, signal: AbortSignal) => {
    // Of the past there may be many newer ones, which are passed over here.
    const { items } = await get<{ items: Command[] }>(
      `/things/${encodeURIComponent(thing)}/commands?limit=${until ? 1000 : 20}`,
      signal,
    );
    return until ? items.filter(one => Date.parse(one.created) <= Date.parse(until)) : items;
  },
  read: (entry: { value: unknown }) => entry.value as Command,
  keyOf: (one: Command) => `${one.created} ${one.id}`,
  keep: 10,
};

export const useCommands = (thing: string) => useNewest(thing, kind);
